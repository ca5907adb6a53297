//! A test of whether a coding agent runs this program.

use std::env;
use std::ffi::OsString;

/// Environment variables by which coding agents, and their terminals, identify themselves.
const SET_BY_AGENTS: [&str; 12] = [
    "AGENT",
    "AI_AGENT",
    "AMP_CURRENT_THREAD_ID",
    "AUGMENT_AGENT",
    "CLAUDECODE",
    "CLINE_ACTIVE",
    "CODEX_SANDBOX",
    "CODEX_THREAD_ID",
    "CURSOR_AGENT",
    "GEMINI_CLI",
    "OPENCODE",
    "REPLIT_AGENT",
];

/// Returns whether the environment says so.
pub fn runs_this() -> bool {
    says_so(|name| env::var_os(name))
}

/// A variable counts unless it is empty or says no.
fn says_so(value: impl Fn(&str) -> Option<OsString>) -> bool {
    SET_BY_AGENTS.iter().filter_map(|name| value(name)).any(|value| !["", "0", "false"].iter().any(|no| value == *no))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_it() {
        let with = |set: &'static str, to: &'static str| says_so(move |name| (name == set).then(|| to.into()));
        assert!(with("CLAUDECODE", "1") && with("AI_AGENT", "x") && with("CODEX_SANDBOX", "seatbelt"));
        assert!(!with("CLAUDECODE", "") && !with("CLAUDECODE", "0") && !with("OPENCODE", "false"));
        assert!(!with("CI", "true") && !with("TERM_PROGRAM", "vscode"));
    }
}
