//! The English of documents, settings and doc comments; `tests/rules` checks the text of findings.

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

/// Asserts that doc comments in `src` begin with a noun or a verb: "True when it is read", not "Whether it is read".
#[test]
fn doc_comments_begin_with_a_noun_or_a_verb() {
    let mut problems = Vec::new();
    let mut count = 0;
    for File { path, text } in files("src").into_iter().filter(|file| file.path.ends_with(".rs")) {
        let mut before = None;
        for (line, number) in text.lines().zip(1..) {
            let comment = doc_comment(line);
            // Only the first line of a comment begins it.
            if let Some((marker, words)) = comment
                && before != Some(marker)
            {
                count += 1;
                let first = words.split_whitespace().next().unwrap_or_default();
                if matches!(first, "What" | "Whether") {
                    problems.push(format!("{path}:{number}: a doc comment begins with \"{first}\": {words}"));
                }
            }
            before = comment.map(|(marker, _)| marker);
        }
    }
    assert!(count > 1_000, "only {count} doc comments were found");
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// Returns the marker of a line that is a doc comment, and its text.
fn doc_comment(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let (marker, words) = line.split_at_checked(3)?;
    (matches!(marker, "///" | "//!") && !words.starts_with('/')).then_some((marker, words.trim()))
}
