//! The entries of an argument, and where each is to be marked.

use crate::eval::units::{Bound, Node};
use crate::eval::value::{Value, ValueKind, agreement};
use crate::eval::{Eval, ObjectEntry};
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

/// An entry of an object that an argument is or may be.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The entry.
    pub entry: ObjectEntry,
    /// The expression that carries the object into the call, when the entry is not written there: the variable, the
    /// spread.
    pub carrier: Option<Node>,
    /// The variable that holds the object.
    pub holder: Option<Bound>,
    /// The call.
    within: TextRange,
}

impl Carried {
    /// Returns the expression to mark for a value of the entry: the expression that stands for it in the call, else the
    /// one that carries it in. `None` when the call has no part in it: the function of the project that is called says
    /// it itself.
    pub fn site(&self, eval: &Eval<'_>, value: &Value) -> Option<Node> {
        let in_call = |node: &Node| eval.units.is_within(*node, self.within);
        self.carrier.or_else(|| value.places().find(in_call))
    }
    /// The expression that stands for the value itself: in the call, or where it is made.
    pub fn own_site(&self, eval: &Eval<'_>, value: &Value) -> Node {
        let in_call = |node: &Node| eval.units.is_within(*node, self.within);
        value.own_places().find(in_call).unwrap_or(value.node)
    }
    /// The range of [`Carried::site`].
    pub fn mark(&self, eval: &Eval<'_>, value: &Value) -> Option<TextRange> {
        self.site(eval, value).map(|node| eval.units.range(node))
    }
    /// Returns whether the entry is written in a function of the project that is called, and not in the analyzed code.
    pub fn is_foreign(&self, eval: &Eval<'_>) -> bool {
        self.carrier.is_none() && !eval.units.is_within(self.entry.node, self.within)
    }
}

/// The entries of the possible values of an argument. `within` is the call's range in the analyzed file.
pub fn carried(eval: &Eval<'_>, value: &Value, within: TextRange) -> Vec<Carried> {
    let mut all = Vec::new();
    for case in value.cases() {
        let ValueKind::Object(object) = &case.kind else { continue };
        let mut entries = eval.entries(object).list.clone();
        drop_contested(eval, &mut entries);
        for entry in entries {
            let in_call = |node: &Node| eval.units.is_within(*node, within);
            let carrier = if in_call(&entry.node) {
                None
            } else {
                // The spread in the call, the branch of a choice, or the whole argument.
                let spread = entry.via.iter().flat_map(|via| via.iter().copied()).find(in_call);
                spread.or_else(|| case.places().find(in_call)).or_else(|| value.places().find(in_call))
            };
            let holder = if carrier.is_some() { entry.holder.or(object.bound) } else { None };
            all.push(Carried { holder, carrier, entry, within });
        }
    }
    all
}

/// A key that is written to after its literal has the value that all writes agree on, like a variable.
fn drop_contested(eval: &Eval<'_>, entries: &mut Vec<ObjectEntry>) {
    let mut written: FxHashMap<&SmolStr, Vec<&ObjectEntry>> = FxHashMap::default();
    entries.iter().filter(|entry| entry.written).for_each(|entry| drop(written.insert(&entry.key, Vec::new())));
    if written.is_empty() {
        return;
    }
    for entry in entries.iter() {
        written.entry(&entry.key).and_modify(|all| all.push(entry));
    }
    let is_contested = |all: &Vec<&ObjectEntry>| {
        let values: Vec<Value> = all.iter().map(|entry| eval.eval(entry.node, &entry.frame)).collect();
        values.len() > 1 && agreement(values).is_none()
    };
    let contested = written.iter().filter(|(_, all)| is_contested(all)).map(|(key, _)| (*key).clone());
    let contested: FxHashSet<SmolStr> = contested.collect();
    entries.retain(|entry| !contested.contains(&entry.key));
}
