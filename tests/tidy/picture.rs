//! The picture in the README: what the program really prints, drawn.

use crate::generated::file;
use crate::source::root;
use std::process::Command;

/// The files that are shown: one mistake of each kind that people make most.
const SHOWN: [&str; 2] = ["tests/shop/src/accounts.ts", "tests/shop/src/newsletter.ts"];

#[test]
fn the_picture_is_what_the_program_prints() {
    let output = Command::new(env!("CARGO_BIN_EXE_customerio-ls"))
        .args(["check", "--color", "always"])
        .args(SHOWN)
        .current_dir(root())
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let terminal = format!("$ customerio-ls check {}\n\n{text}", SHOWN.join(" "));
    let svg = anstyle_svg::Term::new().render_svg(&terminal);
    file("editors/images/check.svg", &format!("{}\n", svg.trim_end()));
}
