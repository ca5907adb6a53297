//! What the README shows of the program: its real output, as text and as a picture.

use crate::generated::{file, part};
use crate::source::{read, root};
use std::process::Command;

/// The file that is shown: the four mistakes that people make most.
const SHOWN: &str = "tests/tour/signup.ts";

fn printed(color: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_customerio-ls"))
        .args(["check", "--format", "text", "--color", color, "signup.ts"])
        .current_dir(root().join("tests/tour"))
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let text = format!(
        "```ts\n// signup.ts\n{}```\n\n```text\n$ customerio-ls check signup.ts\n\n{}```",
        read(SHOWN),
        printed("never")
    );
    part("README.md", "output", &text);
}

#[test]
fn the_picture_is_what_the_program_prints() {
    let terminal = format!("$ customerio-ls check signup.ts\n\n{}", printed("always"));
    let svg = anstyle_svg::Term::new().render_svg(&terminal);
    file("editors/images/check.svg", &format!("{}\n", svg.trim_end()));
}
