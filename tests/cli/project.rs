//! A folder with files, and the binary run in it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A file with one finding that `--fix` repairs: a warning, as a comment that suppresses nothing is one.
pub const IDLE: &str = "import \"customerio-node\";\n// customerio-disable-next-line wrong-api-key\nconst a = 1;\n";
/// [`IDLE`], repaired.
pub const IDLE_FIXED: &str = "import \"customerio-node\";\nconst a = 1;\n";
/// A file of ours without findings.
pub const CLEAN: &str = "import \"customerio-node\";\nconst a = 1;\n";
/// Settings that make the finding of [`IDLE`] an error.
pub const STRICT: &str = r#"{ "rules": { "unused-suppression": "error" } }"#;

pub struct Project {
    dir: TempDir,
}

/// What the process did.
#[derive(Debug)]
pub struct Output {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Project {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let project = Self { dir: tempfile::tempdir().unwrap() };
        for (name, text) in files {
            project.write(name, text);
        }
        project
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_customerio-ls"));
        command.args(args).current_dir(self.root());
        let agents = ["AGENT", "AI_AGENT", "CLAUDECODE", "CURSOR_AGENT", "GEMINI_CLI", "OPENCODE"];
        for variable in agents {
            command.env_remove(variable);
        }
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "GITHUB_ACTIONS", "CI", "TERM"] {
            command.env_remove(variable);
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.run_with_input(args, b"")
    }

    pub fn run_with_input(&self, args: &[&str], input: &[u8]) -> Output {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A process that does not read its input may have ended already.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Output {
            code: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The places that `check` with these arguments reports, as `path:line`.
    pub fn places(&self, args: &[&str]) -> Vec<String> {
        let output = self.run(&[&["check", "--format", "agent"], args].concat());
        let place = |line: &str| {
            let mut parts = line.split(':');
            let (path, line) = (parts.next()?, parts.next()?);
            line.parse::<u32>().ok().map(|line| format!("{path}:{line}"))
        };
        output.stdout.lines().filter_map(place).collect()
    }
}
