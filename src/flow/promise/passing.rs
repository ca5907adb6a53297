//! A test of whether a function passes the promise of a call inside it on to its own callers.

use super::TryPart;
use super::outcome::{PromiseAnalysis, PromiseOutcome};
use crate::eval::units::Node;
use crate::eval::{FunctionRef, What};
use crate::text::TextRange;

/// The maximum number of functions inside one another that a promise is followed through.
const MAX_FUNCTIONS: u32 = 8;
const MAX_STEPS: u32 = 32;

impl PromiseAnalysis<'_, '_> {
    /// Returns whether awaiting a call of `function` awaits the promise that `node` is, and reveals its failure.
    pub fn passes(&self, node: Node, function: FunctionRef) -> bool {
        self.passes_within(node, function, MAX_STEPS)
    }

    pub(super) fn passes_within(&self, node: Node, function: FunctionRef, steps: u32) -> bool {
        let mut fate = self.fate_within(node, steps);
        for _ in 0..MAX_FUNCTIONS {
            match fate {
                PromiseOutcome::Returned(by) => return by == function,
                PromiseOutcome::Awaited(at) if !self.is_caught(at) && !self.is_settled(at) => {
                    match self.function_around(at) {
                        Some(by) if by == function => return true,
                        Some(by) => fate = self.returned_within(by, steps),
                        None => return false,
                    }
                }
                _ => return false,
            }
        }
        self.eval.hit(What::Steps, node);
        false
    }

    /// Returns whether a failure at `node` is caught in the function around it, and not thrown on.
    pub fn is_caught(&self, node: Node) -> bool {
        let throws = |body: TextRange| self.eval.units.flow(node.unit).throws.has_inside(body);
        self.tries(node)
            .any(|(at, part)| part == TryPart::Block && at.handler.is_some_and(|handler| !throws(handler.body)))
    }
}
