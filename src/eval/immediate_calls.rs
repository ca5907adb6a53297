//! Functions that are called where they are written, and nowhere else: `((id) => …)(user.id)`. Their code runs once for
//! each run of the code around them, so that they need no frame: a parameter has the value of its argument.

use super::Eval;
use crate::facts::{Element, ExprKind};

use super::FunctionRef;
use super::units::{Bound, Node};
use super::value::{Frame, Value, ValueKind};

impl Eval<'_> {
    /// Returns whether a call calls a function that is written there and is called by nothing else.
    pub fn is_in_place(&self, call: Node) -> bool {
        let ExprKind::Call { callee, .. } = self.units.kind(call) else { return false };
        let callee = self.units.peeled(Node { unit: call.unit, expr: *callee });
        let ExprKind::Function(function) = self.units.kind(callee) else { return false };
        self.call_in_place((call.unit, *function)).is_some()
    }

    /// The call of a function that is called where it is written, unless it has a name that its body calls it by.
    fn call_in_place(&self, (unit, function): FunctionRef) -> Option<Node> {
        let functions = self.units.functions(unit);
        let expr = functions.in_place(function)?;
        let is_named = |binding| self.units.references(Bound { unit, binding }).next().is_some();
        (!functions.bound(function).is_some_and(is_named)).then_some(Node { unit, expr })
    }

    /// The argument of a function that is called where it is written.
    pub(super) fn argument_in_place(&self, function: FunctionRef, index: u32) -> Option<Argument> {
        let call = self.call_in_place(function)?;
        let ExprKind::Call { arguments, .. } = self.units.kind(call) else { return None };
        let before = arguments.get(..=index as usize).unwrap_or(arguments);
        if before.iter().any(|argument| !matches!(argument, Element::Item(_))) {
            return None;
        }
        Some(match arguments.get(index as usize) {
            Some(Element::Item(expr)) => Argument::At(Node { unit: function.0, expr: *expr }),
            _ => Argument::Missing,
        })
    }

    /// Returns the value of a parameter of such a function.
    pub(super) fn given_in_place(&self, frame: &Frame, function: FunctionRef, index: u32, node: Node) -> Option<Value> {
        match self.argument_in_place(function, index)? {
            Argument::At(given) => Some(self.eval(given, frame)),
            Argument::Missing => Some(Value::at(node, ValueKind::Undefined)),
        }
    }
}

/// An argument by its place.
pub(super) enum Argument {
    /// It is written.
    At(Node),
    /// There are fewer.
    Missing,
}
