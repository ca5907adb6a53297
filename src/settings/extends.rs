//! The places of the files that a settings file builds on.

use super::node::{Kind, Node};
use crate::text::TextRange;

/// Returns the entries of `extends` in a settings file, each with the text between its quotes. Nothing where the text
/// is not JSON.
pub fn extends_in(text: &str) -> Vec<(String, TextRange)> {
    let Ok(Some(root)) = Node::parse(text) else { return Vec::new() };
    let Some(extends) = root.at(&["extends"]) else { return Vec::new() };
    let entries = match &extends.kind {
        Kind::Array(items) => items.as_slice(),
        _ => std::slice::from_ref(extends),
    };
    let entry = |node: &Node| match (&node.kind, node.range) {
        (Kind::String(path), Some(range)) if range.len() >= 2 => {
            Some((path.clone(), TextRange::new(range.start() + 1, range.end() - 1)))
        }
        _ => None,
    };
    entries.iter().filter_map(entry).collect()
}
