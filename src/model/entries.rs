//! The entries of an argument, and where each is to be marked.

use super::eval::{Entry, Eval};
use super::units::{Bound, Node};
use super::value::{Kind, Value, agreement};
use crate::text::TextRange;
use smol_str::SmolStr;

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
        let mut entries = eval.entries(object).list;
        drop_contested(eval, &mut entries);
        for entry in entries {
            let in_call = |node: &Node| within.contains(eval.units.range(*node));
            let carrier = match in_call(&entry.node) {
                true => None,
                // The spread in the call, the branch of a choice, or the whole argument.
                false => Some(entry.via.filter(in_call).or(Some(case.place).filter(in_call)).unwrap_or(value.place)),
            };
            all.push(Carried { holder: entry.holder.or(object.bound).filter(|_| carrier.is_some()), carrier, entry });
        }
    }
    all
}

/// A key that is written to after its literal is worth what all of them agree on, like a variable.
fn drop_contested(eval: &Eval<'_>, entries: &mut Vec<Entry>) {
    let written: Vec<SmolStr> = entries.iter().filter(|e| e.written).map(|e| e.key.clone()).collect();
    for key in written {
        let values = entries.iter().filter(|e| e.key == key).map(|e| eval.eval(e.node, &e.frame));
        let values: Vec<Value> = values.collect();
        if values.len() > 1 && agreement(values).is_none() {
            entries.retain(|entry| entry.key != key);
        }
    }
}
