//! The places of the files that a settings file builds on.

use super::node::{Kind, Node};
use crate::text::TextRange;

/// Returns the entries of `extends` in a settings file, each with the text between its quotes. Nothing where the text
/// is not JSON.
pub fn extends_in(text: &str) -> Vec<(String, TextRange)> {
    let Ok(Some(root)) = Node::parse(text) else { return Vec::new() };
    let Some(extends) = root.at(&["extends"]) else { return Vec::new() };
    let entries = match extends.kind {
        Kind::Array(_) => extends.items(),
        _ => std::slice::from_ref(extends),
    };
    entries.iter().filter_map(Node::quoted).map(|(path, range)| (path.to_owned(), range)).collect()
}
