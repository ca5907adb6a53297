//! Arithmetic with a part of an error that may be missing, and so is not a number.

use super::read::ErrorTrail;
use crate::facts::BinaryOp;

use crate::eval::units::{Bound, Node};
use crate::flow::promise::{Role, Use};
use crate::text::TextRange;

/// Functions that convert strings to numbers.
const TO_NUMBER: &[&str] = &["Number", "parseFloat", "parseInt"];
/// Functions that test whether something is a number.
const TELLS: &[&str] = &["isFinite", "isInteger", "isNaN", "isSafeInteger"];

impl ErrorTrail<'_, '_, '_> {
    /// The product that an expression is a factor of after it was converted to a number, when there is no fallback and
    /// no check that it is one.
    pub(super) fn reckoned(&self, node: Node) -> Option<TextRange> {
        let Use::In(call, Role::Argument(0)) = self.promises.use_of(node) else { return None };
        let call = Node { unit: node.unit, expr: call };
        if !TO_NUMBER.contains(&self.eval().called(call).as_str()) {
            return None;
        }
        let Use::In(product, Role::Left(BinaryOp::Mul) | Role::Right(BinaryOp::Mul)) = self.promises.use_of(call)
        else {
            return None;
        };
        let product = Node { unit: node.unit, expr: product };
        let goes_on = match self.promises.use_of(product) {
            Use::In(_, Role::Argument(_)) => self.is_handed_on(product),
            Use::Returned | Use::Given(_) => true,
            Use::Initial(binding) => {
                let bound = Bound { unit: node.unit, binding };
                let mut places = self.eval().units.references(bound).peekable();
                places.peek().is_some() && places.all(|place| self.is_handed_on(place))
            }
            _ => false,
        };
        goes_on.then(|| self.eval().units.range(product))
    }

    /// Returns whether something is an argument of a function that does not ask whether it is a number.
    fn is_handed_on(&self, node: Node) -> bool {
        match self.promises.use_of(node) {
            Use::In(call, Role::Argument(_)) => {
                !TELLS.contains(&self.eval().called(Node { unit: node.unit, expr: call }).as_str())
            }
            _ => false,
        }
    }
}
