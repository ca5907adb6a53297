//! Standard input, standard output, and pipes that close.

use super::project::{CLEAN, IDLE, IDLE_FIXED, Project, STRICT};
use std::io::Read;
use std::process::Stdio;

#[test]
fn standard_input_is_checked_under_a_name() {
    let project = Project::new(&[("customerio.json", STRICT), ("sub/customerio.json", "{ \"exclude\": [\"b.ts\"] }")]);
    let check = |name: &str, text: &str| project.run_with_input(&["check", "--stdin-filename", name], text.as_bytes());
    let output = check("src/a.ts", IDLE);
    assert_eq!(output.code, 1);
    assert!(output.stdout.contains(" --> src/a.ts:2:4"), "{}", output.stdout);
    assert_eq!(check("src/a.ts", CLEAN).code, 0);
    assert_eq!(check("sub/b.ts", IDLE).code, 0, "it is excluded");
    assert_eq!(check("sub/a.ts", IDLE).code, 1);
    let wrong = check("a.py", IDLE);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stdout.contains("a.py: is not a TypeScript, JavaScript"), "{}", wrong.stdout);
    assert_eq!(project.run_with_input(&["check", "--stdin-filename", "a.ts"], b"\xFF").code, 2);
    assert_eq!(project.run(&["check", "--stdin-filename", "a.ts", "src"]).code, 2, "one or the other");
}

#[test]
fn standard_input_is_repaired_to_standard_output() {
    let project = Project::new(&[]);
    let fix = |text: &str| {
        let output = project.run_with_input(&["check", "--fix", "--stdin-filename", "a.ts"], text.as_bytes());
        (output.code, output.stdout)
    };
    assert_eq!(fix(IDLE), (0, IDLE_FIXED.to_owned()));
    assert_eq!(fix(CLEAN), (0, CLEAN.to_owned()));
    assert_eq!(fix("let other = 1"), (0, "let other = 1".to_owned()));
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(fix(&crlf(IDLE)), (0, crlf(IDLE_FIXED)));
    let broken = "import \"customerio-node\";\nlet x = {{;\n// customerio-disable-line\n";
    assert_eq!(fix(broken), (0, broken.to_owned()));
    assert!(!project.path("a.ts").exists());
}

#[test]
fn what_is_left_after_the_repair_stands_on_standard_error() {
    let project = Project::new(&[("customerio.json", STRICT)]);
    let text = format!("{IDLE}// customerio-disable-line wrong-apikey\n");
    let output = project.run_with_input(&["check", "--fix", "--stdin-filename", "a.ts"], text.as_bytes());
    assert_eq!(output.code, 1);
    assert_eq!(output.stdout, format!("{IDLE_FIXED}// customerio-disable-line wrong-apikey\n"));
    assert!(output.stderr.contains("unknown rule `wrong-apikey`"), "{}", output.stderr);
}

#[test]
fn standard_input_as_a_diff() {
    let project = Project::new(&[]);
    let output = project.run_with_input(&["check", "--diff", "--stdin-filename", "a.ts"], IDLE.as_bytes());
    assert!(output.stdout.starts_with("--- a/a.ts\n+++ b/a.ts\n"), "{}", output.stdout);
    let clean = project.run_with_input(&["check", "--diff", "--stdin-filename", "a.ts"], CLEAN.as_bytes());
    assert_eq!((clean.code, clean.stdout.as_str()), (0, ""));
}

/// `check | head -1`: the reader goes, and that is all there is to it.
#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let project = Project::new(&[("customerio.json", STRICT)]);
    for index in 0..800 {
        project.write(&format!("f{index}.ts"), IDLE);
    }
    let mut child =
        project.command(&["check"]).stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}
