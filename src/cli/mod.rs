//! The command line.
//!
//! Exit codes: 0, there is no error and what else there is stays within `--max-warnings`; 1, findings fail the run; 2,
//! part of the work could not be done: wrong arguments, a file of the tool's own that cannot be read, a wrong setting.
//! The rest is done and shown all the same.

mod agent;
#[cfg(feature = "account")]
mod api_args;
pub mod check;
mod completions;
mod default_command;
#[cfg(feature = "account")]
mod doctor;
mod events;
mod explain;
mod init;
mod lsp;
mod output;
mod progress;
#[cfg(feature = "account")]
mod pull;
#[cfg(feature = "account")]
mod redact;
mod replace;
#[cfg(feature = "account")]
mod report;
mod rules;
mod save;
mod schema;
mod signals;
mod value_names;
#[cfg(feature = "account")]
mod why;

use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// No error-level finding.
pub const CLEAN: u8 = 0;
/// Findings fail the run.
pub const FINDINGS: u8 = 1;
/// Part of the work could not be done.
pub const FAILED: u8 = 2;

/// Finds mistakes in code that talks to Customer.io through customerio-node.
#[derive(Debug, Parser)]
#[command(name = "customerio-ls", version, arg_required_else_help = true, args_conflicts_with_subcommands = true)]
#[command(override_usage = "customerio-ls <COMMAND>\n       customerio-ls [OPTIONS OF check] PATH...")]
#[command(after_help = "Exit codes: 0 no errors, 1 findings that fail the run, 2 something could not be done.")]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Start the language server (the same as `lsp`)
    #[arg(long)]
    stdio: bool,
    /// The editor's process id, which some editors pass beside --stdio
    #[arg(long = "clientProcessId", value_name = "PID", hide = true, requires = "stdio")]
    client_process_id: Option<u32>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Box<check::Args>),
    Events(events::Args),
    #[cfg(feature = "account")]
    Pull(pull::Args),
    #[cfg(feature = "account")]
    Doctor(doctor::Args),
    #[cfg(feature = "account")]
    Report(report::Args),
    #[cfg(feature = "account")]
    Why(why::Args),
    Rules(rules::Args),
    Explain(explain::Args),
    Schema(schema::Args),
    Init(init::Args),
    Completions(completions::Args),
    Man(completions::ManArgs),
    Lsp(lsp::Args),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse_from(default_command::with_check(std::env::args_os().collect(), &Cli::command()));
    match cli.command {
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Events(args)) => events::run(&args),
        #[cfg(feature = "account")]
        Some(Command::Pull(args)) => pull::run(&args),
        #[cfg(feature = "account")]
        Some(Command::Doctor(args)) => doctor::run(&args),
        #[cfg(feature = "account")]
        Some(Command::Report(args)) => report::run(&args),
        #[cfg(feature = "account")]
        Some(Command::Why(args)) => why::run(&args),
        Some(Command::Rules(args)) => rules::run(&args),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Schema(args)) => schema::run(&args),
        Some(Command::Init(args)) => init::run(&args),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man(args)) => completions::man(&args),
        Some(Command::Lsp(args)) => lsp::run(&args),
        // Without a subcommand and without --stdio the parser has shown the help.
        None => lsp::run(&lsp::Args::default()),
    }
}
