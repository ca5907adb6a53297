//! Event names.

use crate::eval::sdk_call::Through;
use crate::model::arguments::composed::Piece;
pub use crate::model::arguments::datum::Whole;
use crate::sdk::ClientKind;
use crate::text::{Place, TextEdit, TextRange};
use smol_str::SmolStr;
use std::path::Path;
use std::sync::Arc;

/// A known name of an event that is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct EventName {
    /// The client the call is on.
    pub client: ClientKind,
    /// The method: `track`, `trackAnonymous`, `batch`, …
    pub method: SmolStr,
    /// The name as Customer.io receives it.
    pub name: SmolStr,
    /// The range to mark: the name in the call, or the argument that carries it.
    pub at: TextRange,
    /// The literal that makes the name, when it is away from `at`.
    pub origin: Option<Place>,
    /// The literal's inside, when the name is one string literal: where a new name goes.
    pub literal: Option<Place>,
    /// The function of the project that makes the call, when that is not written in place.
    pub through: Option<Through>,
}

/// An event name that is composed of parts some of which are not known.
#[derive(Clone, Debug, PartialEq)]
pub struct ComposedName {
    /// The client the call is on.
    pub client: ClientKind,
    /// The range to mark: the name in the call, or the argument that carries it.
    pub at: TextRange,
    /// The place where it is composed, when that is away from `at`.
    pub origin: Option<Place>,
    /// The known texts of it, one after the other.
    pub text: String,
    /// Its parts.
    pub pieces: Vec<Piece>,
    /// The known facts about it, when it is one value with nothing around it.
    pub whole: Option<Whole>,
}

impl EventName {
    /// The edit that gives the event another name at its literal, and the file that it is an edit of, when that is not
    /// the analyzed one. `None` where the name is not a literal, and for a new name that quotes cannot simply hold.
    pub fn rename(&self, name: &str) -> Option<(Option<Arc<Path>>, TextEdit)> {
        let Place { file, range } = self.literal.clone()?;
        let plain = !name.contains(['"', '\'', '`', '\\', '$', '\n', '\r']);
        plain.then(|| (file, TextEdit::replace(range, name)))
    }
}
