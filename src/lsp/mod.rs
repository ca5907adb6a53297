//! The language server.

/// Serves one editor over standard input and output until it ends.
pub fn run() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
