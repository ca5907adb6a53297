//! The limits of an evaluation, and where they were reached: values that are unknown only because of their size are
//! reported.

use super::units::Node;
use std::cell::{Cell, RefCell};

/// The number of places kept where the evaluation of one file stopped: the first ones show that there are some.
const MOST_PLACES: usize = 8;
/// The maximum number of elements of one list that are laid out.
pub(super) const MAX_ELEMENTS: usize = 1 << 16;
/// The maximum number of entries of one object that are laid out.
pub(super) const MAX_ENTRIES: usize = 1 << 16;
/// The maximum length of a composed string, in bytes.
pub(super) const MAX_TEXT: usize = 1 << 18;
/// The approximate memory that the laid-out values of one file may take, in bytes.
const MAX_MEMORY: usize = 48 << 20;
/// The maximum number of entries laid out of an object that is written to repeatedly, for all places together that name
/// it.
pub(super) const MAX_GROWN: usize = 1 << 16;
/// The maximum number of functions that are looked into from one to the next for calls of the SDK.
pub(super) const MAX_FUNCTIONS: u32 = 64;

/// The limit that was exceeded.
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
    /// All values of a file.
    Memory,
    /// Things that one value may be.
    Cases,
    /// Steps from one expression to the next.
    Steps,
    /// Functions that call one another.
    Functions,
    /// Calls inside one another, with their arguments.
    Calls,
}

impl What {
    /// The reason why the analysis stopped, as the end of a sentence.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Depth => "values are nested too deeply",
            Self::Work => "evaluating this takes too many steps",
            Self::Elements => "the list has too many elements",
            Self::Entries => "the object has too many keys",
            Self::Text => "the string is too long",
            Self::Memory => "the values of this file are too large",
            Self::Cases => "the value may be too many different things",
            Self::Steps => "this leads through too many steps",
            Self::Functions => "too many functions call one another",
            Self::Calls => "what the function is called with comes through too many calls",
        }
    }
}

/// The places where limits were reached.
#[derive(Default)]
pub(super) struct Limits {
    hit: RefCell<Vec<(What, Node)>>,
    /// The memory used so far.
    taken: Cell<usize>,
}

impl Limits {
    /// Remembers that a limit was reached at a place: the first ones in the text, in whatever order they were met.
    pub(super) fn hit(&self, what: What, place: Node) {
        let mut all = self.hit.borrow_mut();
        match all.iter_mut().find(|(other, node)| *other == what && node.unit == place.unit) {
            Some((_, first)) => *first = place.min(*first),
            None => all.push((what, place)),
        }
        all.sort_by_key(|(_, place)| *place);
        all.truncate(MOST_PLACES);
    }
    /// The places so far.
    pub(super) fn all(&self) -> Vec<(What, Node)> {
        self.hit.borrow().clone()
    }
    /// Returns whether there is memory for this many bytes more.
    pub(super) fn takes(&self, bytes: usize) -> bool {
        let taken = self.taken.get().saturating_add(bytes);
        if taken <= MAX_MEMORY {
            self.taken.set(taken);
        }
        taken <= MAX_MEMORY
    }
}
