//! The places of the entries of the account's lists in a settings file.

use crate::settings::node::Node;
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
    let items = |key| account.at(&[key]).map(Node::items).unwrap_or_default();
    let mut found = Vec::new();
    for event in items("events") {
        if let Some((name, range)) = event.quoted() {
            found.push((AccountEntry::Event(name.trim().to_owned()), range));
        }
    }
    for message in items("messages") {
        if let Some((name, range)) = message.at(&["triggerName"]).and_then(Node::quoted) {
            found.push((AccountEntry::Trigger(name.trim().to_owned()), range));
        }
        if let Some(id) = message.at(&["id"])
            && let (Some(number), Some(range)) = (id.whole_number(), id.range)
        {
            found.push((AccountEntry::MessageId(number), range));
        }
    }
    found
}
