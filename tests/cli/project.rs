//! A folder with files, and the binary run in it.

#[path = "../support/project.rs"]
mod base;

pub use base::{Output, Project};
use std::process::Command;

/// A file with one finding that `--fix` repairs: a warning, as a comment that suppresses nothing is one.
pub const IDLE: &str = "import \"customerio-node\";\n// customerio-disable-next-line wrong-api-key\nconst a = 1;\n";
/// [`IDLE`], repaired.
pub const IDLE_FIXED: &str = "import \"customerio-node\";\nconst a = 1;\n";
/// A file of ours without findings.
pub const CLEAN: &str = "import \"customerio-node\";\nconst a = 1;\n";
/// Settings that make the finding of [`IDLE`] an error.
pub const STRICT: &str = r#"{ "rules": { "unused-suppression": "error" } }"#;

impl Project {
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
        self.finish(self.command(args), input)
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
