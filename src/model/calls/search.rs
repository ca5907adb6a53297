//! Bounds for following calls of functions of the project to calls of the SDK: they apply to each call that the search
//! begins at, whatever the functions are like, and a search that ends early is reported.

use crate::eval::units::Node;
use crate::eval::value::{CallId, Frame};
use crate::eval::{Eval, FunctionRef, MAX_REACH, What};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// The maximum number of SDK calls that one call of a function of the project may stand for.
const MAX_CALLS_THROUGH: u32 = 64;
/// The maximum number of functions that may lead from one to the next to a call of the SDK.
const MAX_FUNCTIONS: usize = 12;
/// The number of calls that are looked at in every way that leads to them; from there on once with the same arguments.
const MAX_WAYS: u32 = 64;
/// The maximum number of calls looked at for one of the analyzed file.
const MAX_SEARCH: u32 = 512;

/// A search that begins at a call of the analyzed file.
pub struct Search<'e, 'a> {
    /// The evaluator.
    pub eval: &'e Eval<'a>,
    /// The call it begins at.
    pub site: Node,
    /// The number of SDK calls found.
    pub found: u32,
    /// The number of calls looked at.
    looked: u32,
    seen: FxHashSet<(Node, CallId)>,
    /// The number of files over which it looks ahead from here.
    reach: u8,
}

/// The next step for a call.
pub enum Goes {
    /// It is looked at.
    On,
    /// It was looked at.
    By,
    /// There is too much: the search ends.
    Out,
}

impl<'e, 'a> Search<'e, 'a> {
    /// A search that begins at `site`.
    pub fn of(eval: &'e Eval<'a>, site: Node) -> Self {
        Self { eval, site, found: 0, looked: 0, seen: FxHashSet::default(), reach: MAX_REACH }
    }

    /// The calls of interest in a function that a call calls, and the reach from there on, to go back to.
    pub fn enter(&mut self, call: Node, function: FunctionRef) -> (Rc<[Node]>, u8) {
        let reach = self.eval.reach_into(self.reach, call, function).unwrap_or_default();
        (self.eval.calls_in(function, reach), std::mem::replace(&mut self.reach, reach))
    }

    /// Goes back out of a function.
    pub fn leave(&mut self, reach: u8) {
        self.reach = reach;
    }

    /// Decides the next step for a call inside a function that was entered with `frame`, the `depth`th one.
    pub fn goes_on(&mut self, call: Node, frame: &Frame, depth: usize) -> Goes {
        let is_new = self.seen.insert((call, frame.as_ref().map_or(CallId::default(), |call| call.id)));
        if !is_new && self.looked >= MAX_WAYS {
            return Goes::By;
        }
        if self.found >= MAX_CALLS_THROUGH || self.looked >= MAX_SEARCH || depth > MAX_FUNCTIONS {
            self.eval.hit(What::Functions, self.site);
            return Goes::Out;
        }
        self.looked += 1;
        Goes::On
    }
}
