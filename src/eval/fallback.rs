//! Values in place of others that are missing: `options.method ?? "POST"`.

use super::Eval;
use super::entries::HasMember;
use super::units::Node;
use super::value::{Frame, TimeUnit, Value, ValueKind};
use crate::facts::{BinaryOp, ExprKind};

impl Eval<'_> {
    /// `left ?? right`, `left || right`
    pub(super) fn fallback(&self, node: Node, op: BinaryOp, left: Node, right: Node, frame: &Frame) -> Value {
        let (place, left) = (left, self.eval(left, frame));
        let has = self.has_member_at(place, frame);
        if left.kind.is_unknown() && has == Some(HasMember::Never) {
            return self.eval(right, frame);
        }
        let falls = |kind: &ValueKind| match kind {
            ValueKind::Undefined | ValueKind::Null => true,
            ValueKind::Bool(false) => op == BinaryOp::Or,
            ValueKind::Str(text) => op == BinaryOp::Or && text.is_empty(),
            _ => false,
        };
        let stays: Vec<Value> = left.cases().iter().filter(|case| !falls(&case.kind)).cloned().collect();
        // Who writes a fallback behind a time knows that it may be missing: the types of dates and of what `?.` gives do
        // not tell it here.
        let is_time = |kind: &ValueKind| match kind {
            ValueKind::Date(..) | ValueKind::DateText { .. } => true,
            ValueKind::Number(number) => number.unit != TimeUnit::Plain,
            _ => false,
        };
        let certain = has != Some(HasMember::Maybe)
            && stays.len() == left.cases().len()
            && stays.iter().all(|case| case.kind.is_something() && !is_time(&case.kind));
        if certain {
            return left;
        }
        let right = self.eval(right, frame);
        Value::choice(node, stays.into_iter().chain([right]))
    }

    /// Returns whether the object of a member has it: `options.method`.
    fn has_member_at(&self, place: Node, frame: &Frame) -> Option<HasMember> {
        let place = self.units.peeled(place);
        let ExprKind::Member { object, property } = self.units.kind(place) else { return None };
        let object = Node { unit: place.unit, expr: *object };
        // An object of methods may get its `this` from elsewhere.
        let is_this = matches!(self.units.kind(self.units.peeled(object)), ExprKind::This(_));
        if is_this { None } else { self.has_member(&self.eval(object, frame), property) }
    }
}
