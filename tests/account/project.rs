//! The commands about the account, run in a folder with files.

#[path = "../support/project.rs"]
mod base;

pub use base::{Output, Project};
use std::process::Command;

impl Project {
    /// The binary with arguments, in an environment without variables of Customer.io and proxies.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_customerio-ls"));
        command.args(args).current_dir(self.root()).env_clear();
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.finish(self.command(args), b"")
    }
}
