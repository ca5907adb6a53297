//! The contents of the Customer.io account, as far as the settings list them. Rules know only what is listed here: a
//! missing list means nothing, and neither does an entry missing from a list with a mistake in it.

mod details;
mod places;
mod read;
#[cfg(test)]
mod tests;

pub use details::{AccountDetails, DetailsEntry};
pub use places::{AccountEntry, account_entries};

use super::names::{NamePatterns, is_glob};
use std::sync::Arc;

/// The lists of an account's contents; `None` where there is no such list. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Its events.
    pub events: Option<Arc<EventList>>,
    /// Its transactional messages.
    pub messages: Option<Arc<MessageList>>,
    /// The details that `pull` wrote.
    pub details: Option<Arc<AccountDetails>>,
}

/// The names of the events that an account knows.
#[derive(Clone, Debug, Default)]
pub struct EventList {
    names: Vec<String>,
    compiled: NamePatterns,
    is_whole: bool,
}

impl PartialEq for EventList {
    fn eq(&self, other: &Self) -> bool {
        (&self.names, self.is_whole) == (&other.names, other.is_whole)
    }
}

impl EventList {
    /// From names and globs. `is_whole` says whether nothing had to be left out.
    fn new(names: Vec<String>, is_whole: bool) -> Self {
        Self { compiled: NamePatterns::of(names.iter().map(String::as_str)), names, is_whole }
    }

    /// Returns whether it lists a name, by itself or by a glob.
    pub fn has(&self, name: &str) -> bool {
        self.compiled.has(name)
    }

    /// Returns whether it lists a name by itself.
    pub fn names_it(&self, name: &str) -> bool {
        self.compiled.names_it(name)
    }

    /// Returns whether the account certainly has no event of this name.
    pub fn lacks(&self, name: &str) -> bool {
        self.is_whole && !self.has(name)
    }

    /// The names that it lists by themselves, in its order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !is_glob(name))
    }
}

/// The transactional messages of an account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MessageList {
    messages: Vec<Message>,
    is_whole: bool,
}

/// A transactional message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// Its number, when it is known.
    pub id: Option<u64>,
    /// The name that triggers it.
    pub trigger_name: TriggerName,
    /// The name that Customer.io shows.
    pub name: Option<String>,
    /// True when Customer.io keeps messages as drafts, so that nothing is sent.
    pub queues_drafts: bool,
    /// The keys that its template takes from `message_data`, when they are known.
    pub data: Option<Vec<DataKey>>,
}

/// The name that triggers a message, which requests may give instead of its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum TriggerName {
    /// Not known: it may have any, or none.
    #[default]
    Unknown,
    /// It has none.
    Nothing,
    /// This one.
    Is(String),
}

/// A key of `message_data` that a template uses.
#[derive(Clone, Debug, PartialEq)]
pub struct DataKey {
    /// The keys that lead to it, from the outside in: `order`, `total` for `{{ trigger.order.total }}`.
    pub path: Vec<String>,
    /// True when the template works without it.
    pub is_optional: bool,
}

impl Message {
    /// The name that triggers it, when it is known to have one.
    pub fn trigger_name(&self) -> Option<&str> {
        match &self.trigger_name {
            TriggerName::Is(name) => Some(name),
            TriggerName::Unknown | TriggerName::Nothing => None,
        }
    }
}

impl MessageList {
    /// The messages, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter()
    }

    /// The message with a number.
    pub fn with_id(&self, id: u64) -> Option<&Message> {
        self.iter().find(|message| message.id == Some(id))
    }

    /// The message that a name triggers. Customer.io does not look at the case of its letters.
    pub fn triggered_by(&self, name: &str) -> Option<&Message> {
        let name = name.to_lowercase();
        self.iter().find(|message| message.trigger_name().is_some_and(|known| known.to_lowercase() == name))
    }

    /// Returns whether the account certainly has no message with this number.
    pub fn lacks_id(&self, id: u64) -> bool {
        self.is_whole && self.iter().all(|message| message.id.is_some_and(|known| known != id))
    }

    /// Returns whether this name certainly triggers no message of the account.
    pub fn lacks_trigger(&self, name: &str) -> bool {
        let known = |message: &Message| message.trigger_name != TriggerName::Unknown;
        self.is_whole && self.iter().all(known) && self.triggered_by(name).is_none()
    }
}
