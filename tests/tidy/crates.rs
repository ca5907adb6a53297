//! Which modules may know which foreign crate, and who may touch the outside world.

use crate::source::{code, files, module_of};

/// A name and the modules that may use it.
const ALLOWED: [(&str, &[&str]); 16] = [
    // The grammar ends at the facts: no rule sees a node.
    ("tree_sitter::", &["syntax", "facts", "source"]),
    ("tree_sitter_typescript::", &["syntax"]),
    // The protocol and its runtime are behind a feature.
    ("tower_lsp::", &["lsp"]),
    ("tokio::", &["lsp"]),
    ("dashmap::", &["lsp"]),
    // What asks the account, at the word of its user: `check` and the server open no socket.
    ("ureq::", &["account"]),
    ("clap::", &["cli"]),
    ("annotate_snippets::", &["report"]),
    ("serde_sarif::", &["report"]),
    ("jsonc_parser::", &["settings", "facts", "disk"]),
    ("oxc_resolver::", &["project"]),
    ("serde_saphyr::", &["disk", "project"]),
    ("json_strip_comments::", &["disk"]),
    // What a file says is the same whoever read it: the engine reads none.
    ("fs::", &["disk", "settings", "cli", "lsp", "project"]),
    ("env::", &["cli", "lsp", "disk"]),
    // Standard output is the protocol's or the report's.
    ("println!", &["cli"]),
];

/// The files that start a program: `git`, told to run nothing of the workspace, and this program itself, at the word of
/// its user.
const START_PROGRAMS: [&str; 2] = ["src/cli/check/changed.rs", "src/lsp/command.rs"];

/// What nobody may use: nothing in a workspace is executed, and no socket is opened by hand.
const NOWHERE: [&str; 4] = ["std::net", "TcpStream", "UdpSocket", "Command::new"];

#[test]
fn foreign_crates_stay_in_their_modules() {
    let mut problems = Vec::new();
    for file in files("src") {
        let Some(module) = module_of(&file.path) else { continue };
        let code = code(&file);
        for (name, modules) in ALLOWED {
            if mentions(&code, name) && !modules.contains(&module) {
                problems.push(format!("{}: `{name}` belongs to {}", file.path, modules.join(", ")));
            }
        }
        for name in NOWHERE.into_iter().filter(|name| mentions(&code, name)) {
            if name == "Command::new" && START_PROGRAMS.contains(&file.path.as_str()) {
                continue;
            }
            problems.push(format!("{}: `{name}` is used nowhere in this program", file.path));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Returns whether `name` stands in the code and is not the end of a longer name.
fn mentions(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(index, _)| {
        let before = code[..index].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}
