//! The entries of an object, as they are answered.

use super::units::{Bound, Node};
use super::value::Frame;
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::cell::OnceCell;
use std::rc::Rc;

/// The expressions that stand or stood for a spread value; `None` where nothing is spread.
pub type Via = Option<Rc<[Node]>>;

/// An entry of an object.
#[derive(Clone, Debug)]
pub struct ObjectEntry {
    /// The key.
    pub key: SmolStr,
    /// The place of the key, when it is written in a literal.
    pub key_range: Option<TextRange>,
    /// The value's expression.
    pub node: Node,
    /// The values of the parameters around the expression.
    pub frame: Frame,
    /// True when it may be missing: it comes from a conditional spread or a conditional write.
    pub uncertain: bool,
    /// True when it is written to a member later, and not in a literal.
    pub written: bool,
    /// The spread that brings it into a literal in which it is not written, by the expressions that stand or stood for
    /// it.
    pub via: Via,
    /// True when key and value are one word.
    pub shorthand: bool,
    /// The variable whose object it is an entry of, when it is not the literal in place.
    pub holder: Option<Bound>,
    /// True when it replaces an earlier entry with the same key.
    pub(super) replaces: bool,
}

/// The entries of an object.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// The entries in the order of the text; of equal keys the last one counts.
    pub list: Vec<ObjectEntry>,
    /// True when there may be more of them.
    pub open: bool,
    pub(super) by_key: OnceCell<FxHashMap<SmolStr, Vec<u32>>>,
}

impl Entries {
    /// Those with a key.
    pub fn named(&self, key: &str) -> impl Iterator<Item = &ObjectEntry> {
        let by_key = self.by_key.get_or_init(|| {
            let mut by_key: FxHashMap<SmolStr, Vec<u32>> = FxHashMap::default();
            for (at, entry) in self.list.iter().enumerate() {
                by_key.entry(entry.key.clone()).or_default().push(at as u32);
            }
            by_key
        });
        by_key.get(key).into_iter().flatten().map(|at| &self.list[*at as usize])
    }
}

/// The answer to whether an object has a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HasMember {
    /// It has.
    Always,
    /// On some ways only.
    Maybe,
    /// It has not.
    Never,
}
