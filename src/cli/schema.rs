//! `customerio-ls schema`

use super::output;
use std::process::ExitCode;

/// Print the JSON schema of customerio.json
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Prints it.
pub fn run(_args: &Args) -> ExitCode {
    let mut text = serde_json::to_string_pretty(&crate::settings::schema()).unwrap_or_default();
    text.push('\n');
    ExitCode::from(if output::print(&text) { super::CLEAN } else { super::FAILED })
}
