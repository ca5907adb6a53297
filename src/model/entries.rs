//! The entries of an argument, and where each is to be marked.

use super::eval::{Entry, Eval};
use super::units::{Bound, Node};
use super::value::{Kind, Value};
use crate::text::TextRange;

/// An entry of an object that an argument is or may be.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The entry.
    pub entry: Entry,
    /// What carries the object into the call, when the entry is not written there: the variable, the spread.
    pub carrier: Option<Node>,
    /// The variable that holds the object.
    pub holder: Option<Bound>,
}

impl Carried {
    /// What to mark for something found at `place`: that itself when it stands in the call, else what carries it in.
    pub fn mark(&self, eval: &Eval<'_>, place: Node) -> TextRange {
        eval.units.range(self.carrier.unwrap_or(place))
    }
}

/// The entries of what an expression in a call may be. `within` is the call's range.
pub fn carried(eval: &Eval<'_>, value: &Value, within: TextRange) -> Vec<Carried> {
    let mut all = Vec::new();
    for case in value.cases() {
        let Kind::Object(object) = &case.kind else { continue };
        for entry in eval.entries(object).list {
            let in_place = within.contains(eval.units.range(entry.node));
            let carrier = (!in_place).then_some(case.place).map(|place| nearest(eval, place, within, value));
            all.push(Carried { holder: entry.holder.or(object.bound).filter(|_| !in_place), carrier, entry });
        }
    }
    all
}

/// What stands in the call for an object from elsewhere.
fn nearest(eval: &Eval<'_>, place: Node, within: TextRange, value: &Value) -> Node {
    if within.contains(eval.units.range(place)) { place } else { value.place }
}
