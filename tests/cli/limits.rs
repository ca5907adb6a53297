//! A system that gives little.

use std::process::Command;

/// An error in one file of several.
const TEXT: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });
export const f = (id: string) => cio.identify(id, { created_at: Date.now() });
";

fn errors(command: &mut Command) -> usize {
    let folder = tempfile::TempDir::new().expect("a folder");
    for at in 0..9 {
        std::fs::write(folder.path().join(format!("{at}.ts")), TEXT).expect("a file");
    }
    let output = command.current_dir(folder.path()).output().expect("it runs");
    let (text, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{text}{said}");
    text.matches("timestamp-milliseconds").count()
}

#[test]
fn without_further_threads_all_is_found() {
    let usual = errors(Command::new(env!("CARGO_BIN_EXE_customerio-ls")).arg("check"));
    assert!(usual >= 9, "{usual}");
    // No thread can have such a stack.
    let alone = errors(
        Command::new(env!("CARGO_BIN_EXE_customerio-ls")).arg("check").env("RUST_MIN_STACK", "1000000000000000"),
    );
    assert_eq!(alone, usual);
}

#[test]
#[cfg(unix)]
fn little_memory_is_enough() {
    let script = "ulimit -v 200000; exec \"$0\" check";
    assert!(errors(Command::new("sh").args(["-c", script, env!("CARGO_BIN_EXE_customerio-ls")])) >= 9);
}
