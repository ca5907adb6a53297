//! The details of an account that `pull` wrote: what waits for events, and the numbers of what code names.

use crate::settings::node::{Kind, Node};

/// The details of an account; `None` where they were not pulled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountDetails {
    /// The campaigns.
    pub campaigns: Option<Vec<DetailsEntry>>,
    /// The segments.
    pub segments: Option<Vec<DetailsEntry>>,
    /// The broadcasts.
    pub broadcasts: Option<Vec<DetailsEntry>>,
    /// The newsletters.
    pub newsletters: Option<Vec<DetailsEntry>>,
    /// The topics that people subscribe to.
    pub topics: Option<Vec<DetailsEntry>>,
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
        let list = |key| entries(node.at(&[key])?);
        Self {
            campaigns: list("campaigns"),
            segments: list("segments"),
            broadcasts: list("broadcasts"),
            newsletters: list("newsletters"),
            topics: list("topics"),
        }
    }

    /// The campaigns and segments that look at an event, for people: `campaign "Welcome" (running)`.
    pub fn waiting_for(&self, event: &str) -> Vec<String> {
        let lists = [("campaign", &self.campaigns), ("segment", &self.segments)];
        let all = lists.into_iter().flat_map(|(word, list)| list.iter().flatten().map(move |entry| (word, entry)));
        let waiting = all.filter(|(_, entry)| entry.events.iter().any(|name| name == event));
        waiting.map(|(word, entry)| format!("{word} {}", entry.label())).collect()
    }
}

impl DetailsEntry {
    /// Its name, or else its number, and its state: `"Welcome" (running)`.
    pub fn label(&self) -> String {
        let name = self.name.as_ref().map_or_else(|| self.id.to_string(), |name| format!("\"{name}\""));
        match &self.state {
            Some(state) => format!("{name} ({state})"),
            None => name,
        }
    }
}

fn text(node: Option<&Node>) -> Option<String> {
    match &node?.kind {
        Kind::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// A list, as a whole or not at all: what lacks an entry cannot say what the account lacks.
fn entries(node: &Node) -> Option<Vec<DetailsEntry>> {
    let Kind::Array(items) = &node.kind else { return None };
    items.iter().map(entry).collect()
}

fn entry(node: &Node) -> Option<DetailsEntry> {
    let Kind::Number(id) = node.at(&["id"])?.kind else { return None };
    if id < 1.0 || id.fract() != 0.0 || id > 9e15 {
        return None;
    }
    let mut events: Vec<String> = text(node.at(&["event"])).into_iter().collect();
    if let Some(Kind::Array(items)) = node.at(&["events"]).map(|node| &node.kind) {
        events.extend(items.iter().filter_map(|item| text(Some(item))));
    }
    Some(DetailsEntry {
        id: id as u64,
        name: text(node.at(&["name"])),
        state: text(node.at(&["state"])),
        identifier: text(node.at(&["identifier"])),
        events,
    })
}
