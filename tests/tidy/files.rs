//! What holds of every file.

use crate::source::{File, code, files};

/// Longer than this, a file has more than one idea.
const MAX_LINES: usize = 400;

fn rust() -> impl Iterator<Item = File> {
    let all = files("src").into_iter().chain(files("tests"));
    all.filter(|file| file.path.ends_with(".rs"))
}

#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent = rust().filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| format!("{}: its first line is no `//!` documentation", file.path)).collect::<Vec<_>>());
}

#[test]
fn no_file_is_too_long() {
    let long = rust().filter(|file| file.text.lines().count() > MAX_LINES);
    none(&long.map(|file| format!("{}: more than {MAX_LINES} lines; split it", file.path)).collect::<Vec<_>>());
}

#[test]
fn lines_end_where_their_text_ends() {
    let mut problems = Vec::new();
    // Fixtures are texts of all kinds, on purpose.
    let exempt = |path: &str| path.starts_with("tests/rules/") && !path.ends_with(".rs") || path.ends_with(".svg");
    for file in files(".").into_iter().filter(|file| !exempt(&file.path)) {
        for (index, line) in file.text.split('\n').enumerate() {
            if line.ends_with([' ', '\t', '\r']) {
                problems.push(format!("{}:{}: white space at the end of the line", file.path, index + 1));
            }
        }
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            problems.push(format!("{}: no line end at the end of the file", file.path));
        }
    }
    none(&problems);
}

#[test]
fn nothing_is_left_for_later() {
    let mut problems = Vec::new();
    for file in rust() {
        for (index, line) in code(&file).lines().enumerate() {
            for word in ["todo!(", "unimplemented!(", "dbg!(", "#[ignore", "thread::sleep("] {
                // The words stand in texts here, which `code` leaves out.
                if line.contains(word) && !file.path.starts_with("tests/lsp/support") {
                    problems.push(format!("{}:{}: `{word}`", file.path, index + 1));
                }
            }
        }
    }
    none(&problems);
}
