//! What a file is called is shown, and does nothing.
#![cfg(unix)]

use super::project::{IDLE, Project};

/// Names that end lines, steer terminals, turn text around and look like commands.
const NAMES: [&str; 8] = [
    "a\nb.ts:1:1: error forged: x.ts",
    "\u{1b}[2Jx.ts",
    "c\u{9b}31mx.ts",
    "d\u{202e}st.x.ts",
    "e\u{2028}\u{2029}\u{85}x.ts",
    "::error file=x::x.ts",
    "f\r##[error]x.ts",
    "g%0Ah,i:j.ts",
];

fn is_clean(c: char) -> bool {
    c == '\n' || !customerio_ls::testing::text::is_unsafe(c)
}

#[test]
fn no_format_is_steered_by_a_name_or_by_code() {
    let project = Project::new(&[]);
    let code = format!(
        "{IDLE}// \u{1b}[2J \u{9b}31m \u{202e} \u{2028}::error::forged\n/* customerio-disable \u{1b}\u{202e} */\n"
    );
    for name in NAMES {
        project.write(name, &code);
        project.write(&format!("latin {name}"), b"// customerio \xE9\n");
    }
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
        for more in [&[][..], &["--color", "never"]] {
            let output = project.run(&[&["check", "--format", format], more].concat());
            assert_eq!(output.code, 2, "{format}");
            for stream in [&output.stdout, &output.stderr] {
                assert!(stream.chars().all(is_clean), "{format}: {stream:?}");
            }
            let forged = |line: &str| {
                let line = line.trim_start();
                line.starts_with("b.ts:") || line.starts_with("::") && format != "github" || line.starts_with("##[")
            };
            assert!(!output.stdout.lines().any(forged), "{format}: {}", output.stdout);
            if format == "agent" {
                // One line a finding or problem, and the summary.
                assert_eq!(output.stdout.lines().count() % NAMES.len(), 1, "{}", output.stdout);
            }
            if format == "github" {
                let is_ours = |line: &str| ["::warning ", "::error ", "::notice "].iter().any(|c| line.starts_with(c));
                assert!(output.stdout.lines().all(is_ours), "{}", output.stdout);
            }
        }
    }
    // As git writes such names.
    NAMES.iter().for_each(|name| project.write(name, IDLE));
    let output = project.run(&["check", "--diff"]);
    assert!(output.stdout.lines().filter(|line| line.starts_with("+++ ")).count() == NAMES.len(), "{}", output.stdout);
}

#[test]
fn nor_are_errors() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let output = project.run(&["check", "--config", "x\n\u{1b}[2J.json", "no\nsuch\u{1b}.ts"]);
    assert_eq!(output.code, 2);
    assert!((output.stdout + &output.stderr).chars().all(is_clean));
}
