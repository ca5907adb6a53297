//! Which objects a walk through data has seen.

use super::argument::Argument;
use crate::eval::units::{Bound, Node};
use crate::eval::value::{CallId, Object, ValueKind};
use rustc_hash::FxHashMap;

/// The objects that a walk through data has seen, with the depth that each was seen at. An object may hold itself, or
/// be held in many places: what is found in it is found once, and looking again would only use up the walk's bounds.
#[derive(Debug, Default)]
pub struct WalkedObjects(FxHashMap<Seen, u32>);

/// The marks that make an object the same: what is written, who holds it, the values of the parameters around
/// it, and what carries it into the call.
type Seen = (Node, Option<Bound>, Option<CallId>, Option<Node>);

impl WalkedObjects {
    /// Returns whether an argument is to be looked into at this depth, and notes that it was: false for an object that
    /// was looked into before, at this depth or less.
    pub fn is_first_look(&mut self, argument: &Argument, depth: u32) -> bool {
        let ValueKind::Object(object) = &argument.value.kind else { return true };
        let Object { node, bound, field: None, parameter: None, plus: None, without: None, frame } = object else {
            return true;
        };
        let call = frame.as_ref().map(|activation| activation.id);
        let before = self.0.entry((*node, *bound, call, argument.carrier())).or_insert(u32::MAX);
        let is_first = depth < *before;
        *before = depth.min(*before);
        is_first
    }
}
