//! The limits of an evaluation, and where they were reached: values that are unknown only because of their size are
//! reported.

use super::units::{Node, UnitId};
use crate::facts::ExprId;
use std::cell::RefCell;
use std::rc::Rc;

/// The number of places kept where the evaluation of one file stopped: the first ones show that there are some.
const MOST_PLACES: usize = 8;

/// The limit that was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Values inside one another.
    Depth,
    /// Questions for one file.
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

/// A place where a limit was reached, and its unit of the analyzed file.
type Hit = (What, Option<UnitId>, Node);

/// Puts a place among others: of a limit the first one in each unit counts, and of all the first ones, in whatever
/// order they were met.
fn put(all: &mut Vec<Hit>, (what, unit, place): Hit) {
    match all.iter_mut().find(|hit| (hit.0, hit.1) == (what, unit)) {
        Some(hit) => hit.2 = place.min(hit.2),
        None => all.push((what, unit, place)),
    }
    all.sort_by_key(|(what, unit, place)| (*place, *what, *unit));
    all.truncate(MOST_PLACES);
}

/// The unit of the analyzed file around a place; `None` where the place that led there is reported.
fn told_in(place: Node) -> Option<UnitId> {
    (place.is_here() && place.expr != ExprId(0)).then_some(place.unit)
}

/// The places that an answer met which are too large.
#[derive(Clone, Debug, Default)]
pub struct Notes(Option<Rc<Vec<Hit>>>);

impl Notes {
    /// Adds a place.
    pub(super) fn note(&mut self, what: What, place: Node) {
        put(Rc::make_mut(self.0.get_or_insert_default()), (what, told_in(place), place));
    }
    /// Adds the places that another answer met.
    pub(super) fn add(&mut self, other: &Notes) {
        match (&mut self.0, &other.0) {
            (_, None) => {}
            (own @ None, Some(_)) => *own = other.0.clone(),
            (Some(own), Some(other)) if Rc::ptr_eq(own, other) => {}
            (Some(own), Some(other)) => {
                let own = Rc::make_mut(own);
                other.iter().for_each(|hit| put(own, *hit));
            }
        }
    }
    /// All of it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (What, Node)> + '_ {
        self.0.iter().flat_map(|all| all.iter()).map(|(what, _, place)| (*what, *place))
    }
}

/// The places where limits were reached.
#[derive(Default)]
pub(super) struct Limits {
    hit: RefCell<Vec<Hit>>,
}

impl Limits {
    /// Remembers that a limit was reached at a place. A place in another file is reported once, at the place of the
    /// analyzed file that led there.
    pub(super) fn hit(&self, what: What, place: Node, led: Option<Node>) {
        let unit = told_in(place);
        let place = if unit.is_some() { place } else { led.unwrap_or(place) };
        put(&mut self.hit.borrow_mut(), (what, unit, place));
    }
    /// The places so far.
    pub(super) fn all(&self) -> Vec<(What, Node)> {
        self.hit.borrow().iter().map(|(what, _, place)| (*what, *place)).collect()
    }
}
