//! How documents and settings speak; what findings say is held by `tests/rules`.

use crate::source::{File, files};
use std::collections::BTreeSet;

#[path = "../support/english.rs"]
mod words;

/// Asserts that no document has a banned phrase. Fenced code is not prose.
#[test]
fn documents_speak_plainly() {
    let places = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs", "editors/vscode/README.md"];
    let more = ["editors/neovim/README.md", "editors/vscode/package.json"];
    let mut problems = BTreeSet::new();
    let found = |place| {
        let found = files(place);
        assert!(!found.is_empty(), "there is nothing to read at {place}");
        found
    };
    for File { path, text } in places.into_iter().chain(more).flat_map(found) {
        let mut fenced = false;
        for line in text.lines() {
            let fence = line.trim_start().starts_with("```");
            fenced ^= fence;
            if !fenced && !fence {
                problems.extend(words::faults(line).into_iter().map(|fault| format!("{path}: {fault}")));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.into_iter().collect::<Vec<_>>().join("\n"));
}
