//! The limits of an evaluation, and where they were reached: what is unknown for its size alone is said.

use crate::model::units::Node;
use std::cell::RefCell;

/// How many places are remembered where the evaluation of one file stopped.
const MOST_PLACES: usize = 8;
/// How many elements of one list are laid out.
pub(super) const MAX_ELEMENTS: usize = 1 << 16;
/// How many entries of one object are laid out.
pub(super) const MAX_ENTRIES: usize = 1 << 16;
/// How long a text may be that is put together, in bytes.
pub(super) const MAX_TEXT: usize = 1 << 18;
/// How many functions are looked into from one to the next for calls of the SDK.
pub(super) const MAX_FUNCTIONS: u32 = 64;

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Values inside one another.
    Depth,
    /// Work for one question.
    Work,
    /// Elements of a list.
    Elements,
    /// Entries of an object.
    Entries,
    /// A text.
    Text,
    /// Functions that call one another.
    Functions,
}

impl What {
    /// Why the analysis stopped, as the end of a sentence.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Depth => "values are nested too deeply",
            Self::Work => "evaluating this takes too many steps",
            Self::Elements => "the list has too many elements",
            Self::Entries => "the object has too many keys",
            Self::Text => "the string is too long",
            Self::Functions => "too many functions call one another",
        }
    }
}

/// Where limits were reached.
#[derive(Default)]
pub(super) struct Limits(RefCell<Vec<(What, Node)>>);

impl Limits {
    /// Remembers that a limit was reached at a place.
    pub(super) fn hit(&self, what: What, place: Node) {
        let mut all = self.0.borrow_mut();
        let known = all.iter().any(|(other, node)| *other == what && node.unit == place.unit);
        if !known && all.len() < MOST_PLACES {
            all.push((what, place));
        }
    }
    /// The places so far.
    pub(super) fn all(&self) -> Vec<(What, Node)> {
        self.0.borrow().clone()
    }
}
