//! `customerio-ls lsp`

use std::process::ExitCode;

/// Start the language server on standard input and output
#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// Use standard input and output; the default, and the only transport
    #[arg(long)]
    stdio: bool,
    /// The editor's process id, which some editors pass
    #[arg(long = "clientProcessId", value_name = "PID", hide = true)]
    client_process_id: Option<u32>,
}

/// Serves until the editor ends it.
#[cfg(feature = "lsp")]
pub fn run(_args: &Args) -> ExitCode {
    // Commands that ask the account are runs of this very program.
    let program = cfg!(feature = "account").then(std::env::current_exe).and_then(Result::ok);
    crate::lsp::run(program)
}

/// Reports that this build has no server.
#[cfg(not(feature = "lsp"))]
pub fn run(_args: &Args) -> ExitCode {
    super::output::print_error(
        "error: this build of customerio-ls has no language server; build it with the feature `lsp`\n",
    );
    ExitCode::from(super::FAILED)
}
