//! The places of the entries of the account's lists in a settings file.

use super::super::node::{Kind, Node};
use crate::text::TextRange;

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum AccountEntry {
    /// An event by its name.
    Event(String),
    /// The number of a message.
    MessageId(u64),
    /// The name that triggers a message.
    Trigger(String),
}

/// Returns the entries of the account's lists in a settings file, each with its text: of a string, what is between the
/// quotes. Nothing where the text is not JSON.
pub fn account_entries(text: &str) -> Vec<(AccountEntry, TextRange)> {
    let Ok(Some(root)) = Node::parse(text) else { return Vec::new() };
    let Some(account) = root.at(&["account"]) else { return Vec::new() };
    let mut found = Vec::new();
    for event in items(account, "events") {
        if let Some((name, range)) = string(event) {
            found.push((AccountEntry::Event(name), range));
        }
    }
    for message in items(account, "messages") {
        if let Some((name, range)) = message.at(&["triggerName"]).and_then(string) {
            found.push((AccountEntry::Trigger(name), range));
        }
        if let Some(id) = message.at(&["id"])
            && let (Kind::Number(number), Some(range)) = (&id.kind, id.range)
            && *number >= 1.0
            && number.fract() == 0.0
        {
            found.push((AccountEntry::MessageId(*number as u64), range));
        }
    }
    found
}

fn items<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match node.at(&[key]).map(|node| &node.kind) {
        Some(Kind::Array(items)) => items,
        _ => &[],
    }
}

/// A string and the text between its quotes.
fn string(node: &Node) -> Option<(String, TextRange)> {
    let (Kind::String(text), Some(range)) = (&node.kind, node.range) else { return None };
    (range.len() >= 2).then(|| (text.trim().to_owned(), TextRange::new(range.start() + 1, range.end() - 1)))
}
