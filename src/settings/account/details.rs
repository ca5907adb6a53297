//! The details of an account that `pull` wrote: what waits for events, and the numbers of what code names.

use crate::settings::node::{Kind, Node};
use std::collections::BTreeMap;

/// The lists that are read, each by the word for one of its entries.
const LISTS: [(&str, &str); 5] = [
    ("campaign", "campaigns"),
    ("segment", "segments"),
    ("broadcast", "broadcasts"),
    ("newsletter", "newsletters"),
    ("topic", "topics"),
];

/// The details of an account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountDetails {
    lists: BTreeMap<&'static str, Vec<DetailsEntry>>,
    /// The campaigns and segments that look at each event: the word, and the number in the list.
    waiting: BTreeMap<String, Vec<(&'static str, usize)>>,
}

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetailsEntry {
    /// Its number.
    pub id: u64,
    /// The name that Customer.io shows.
    pub name: Option<String>,
    /// `running`, `draft` or `stopped`, where it has a state.
    pub state: Option<String>,
    /// The name in `cio_subscription_preferences`, of topics.
    pub identifier: Option<String>,
    /// The events that it looks at.
    pub events: Vec<String>,
}

impl AccountDetails {
    /// From the value of `pulled`. `pull` writes it, so a list that is not as it should be is left out in silence.
    pub(super) fn of(node: &Node) -> Self {
        let lists: BTreeMap<_, _> =
            LISTS.into_iter().filter_map(|(word, key)| Some((word, entries(node.at(&[key])?)?))).collect();
        let mut waiting: BTreeMap<String, Vec<(&'static str, usize)>> = BTreeMap::new();
        for word in ["campaign", "segment"] {
            for (at, entry) in lists.get(word).into_iter().flatten().enumerate() {
                for event in &entry.events {
                    let known = waiting.entry(event.clone()).or_default();
                    // One that looks at an event twice waits for it once.
                    if known.last() != Some(&(word, at)) {
                        known.push((word, at));
                    }
                }
            }
        }
        Self { lists, waiting }
    }

    /// The list of what is called `word`: `campaign`, `segment`, `broadcast`, `newsletter` or `topic`. `None` where it was
    /// not pulled.
    pub fn list(&self, word: &str) -> Option<&[DetailsEntry]> {
        self.lists.get(word).map(Vec::as_slice)
    }

    /// The campaigns and segments that look at an event, for people: `campaign "Welcome" (running)`.
    pub fn waiting_for(&self, event: &str) -> Vec<String> {
        let waiting = self.waiting.get(event).into_iter().flatten();
        waiting.filter_map(|(word, at)| Some(format!("{word} {}", self.lists.get(word)?.get(*at)?.label()))).collect()
    }
}

impl DetailsEntry {
    /// Returns whether a name is that of this entry: its number, or of a topic its identifier or `topic_` and its number.
    pub fn is_called(&self, name: &str) -> bool {
        let is_number = |name: &str| name.parse() == Ok(self.id);
        is_number(name)
            || self.identifier.as_deref() == Some(name)
            || name.strip_prefix("topic_").is_some_and(is_number)
    }

    /// Its name, or else its number, and its state: `"Welcome" (running)`.
    pub fn label(&self) -> String {
        let name = self.name.as_ref().map_or_else(|| self.id.to_string(), |name| format!("\"{name}\""));
        match &self.state {
            Some(state) => format!("{name} ({state})"),
            None => name,
        }
    }
}

/// A list, as a whole or not at all: what lacks an entry cannot say what the account lacks.
fn entries(node: &Node) -> Option<Vec<DetailsEntry>> {
    let Kind::Array(items) = &node.kind else { return None };
    items.iter().map(entry).collect()
}

fn entry(node: &Node) -> Option<DetailsEntry> {
    let text = |key| node.at(&[key]).and_then(Node::text).map(str::to_owned);
    let mut events: Vec<String> = text("event").into_iter().collect();
    let listed = node.at(&["events"]).map(Node::items).unwrap_or_default();
    events.extend(listed.iter().filter_map(Node::text).map(str::to_owned));
    Some(DetailsEntry {
        id: node.at(&["id"])?.whole_number()?,
        name: text("name"),
        state: text("state"),
        identifier: text("identifier"),
        events,
    })
}
