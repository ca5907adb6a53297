//! Event names.

use super::call::Through;
use crate::sdk::ClientKind;
use crate::text::{Place, TextEdit, TextRange};
use smol_str::SmolStr;

/// A known name of an event that a Track call sends.
#[derive(Clone, Debug)]
pub struct EventName {
    /// The client the call is on.
    pub client: ClientKind,
    /// The method: `track`, `trackAnonymous`, `batch`, …
    pub method: SmolStr,
    /// The name as Customer.io receives it.
    pub name: SmolStr,
    /// What to mark: the name in the call, or the argument that carries it.
    pub at: TextRange,
    /// The literal that makes the name, when it stands away from `at`.
    pub origin: Option<Place>,
    /// The literal's inside, when the name is one string literal and no other value is possible: where a new name goes.
    pub literal: Option<TextRange>,
    /// The function of the project that makes the call, when that is not written in place.
    pub through: Option<Through>,
}

impl EventName {
    /// The edit that gives the event another name at its literal.
    pub fn rename(&self, name: &str) -> Option<TextEdit> {
        Some(TextEdit::replace(self.literal?, name))
    }
}
