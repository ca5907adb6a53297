//! The command line.

/// Runs the command line of this process.
pub fn main() -> std::process::ExitCode {
    #[cfg(feature = "lsp")]
    if std::env::args().nth(1).is_some_and(|word| word == "lsp" || word == "--stdio") {
        return crate::lsp::run();
    }
    std::process::ExitCode::SUCCESS
}
