//! Parameters that a function distinguishes by type: `v instanceof Date ? … : v`,
//! `if (typeof v === "number") return v;`. The branch that an argument takes is not followed, so nothing is known of it
//! inside.

use super::Eval;
use crate::facts::{BinaryOp, Element, ExprId, ExprKind, UnaryOp};

use super::units::{Bound, Node, UnitId};
use super::value::{Frame, TimeUnit, Value, ValueKind};

impl Eval<'_> {
    /// Returns the value of a parameter to which `value` is passed: a time is no longer one where the function checks
    /// its argument.
    pub(super) fn unless_sorted(&self, value: Value, parameter: Bound) -> Value {
        let is_sorted = || self.units.references(parameter).any(|name| self.is_tested(name.unit, &|node| node == name));
        if may_be_time(&value) && is_sorted() { Value::at(value.node, ValueKind::Unknown) } else { value }
    }

    /// The same for a branch of `test ? … : …`, where it is what is tested: `at instanceof Date ? … : options.at`.
    pub(super) fn branch(&self, branch: Node, frame: &Frame) -> Value {
        let value = self.eval(branch, frame);
        let branch = self.units.peeled(branch);
        let is_place = matches!(self.units.kind(branch), ExprKind::Ident(..) | ExprKind::Member { .. });
        if is_place && may_be_time(&value) && self.is_tested(branch.unit, &|node| self.is_same_place(node, branch)) {
            Value::at(branch, ValueKind::Unknown)
        } else {
            value
        }
    }

    /// Returns whether a unit tests the type of something that `is_it` accepts.
    fn is_tested(&self, unit: UnitId, is_it: &dyn Fn(Node) -> bool) -> bool {
        let facts = self.units.unit(unit);
        let node = |expr: &ExprId| self.units.peeled(Node { unit, expr: *expr });
        // `typeof v`
        let is_type = |expr: &ExprId| matches!(self.units.kind(node(expr)), ExprKind::Unary(UnaryOp::Other, of) if is_it(node(of)));
        let tests = facts.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Binary(BinaryOp::Instanceof, left, right) => is_it(node(left)) || is_it(node(right)),
            // What is compared with a time is one: `a > b ? a : b`.
            ExprKind::Binary(BinaryOp::Other, left, right) => {
                let is_other = |expr: &ExprId| !may_be_time(&self.value(Node { unit, expr: *expr }));
                is_it(node(left)) && is_other(right) || is_it(node(right)) && is_other(left)
            }
            ExprKind::Binary(BinaryOp::Equal | BinaryOp::Unequal, left, right) => is_type(left) || is_type(right),
            ExprKind::Call { callee, arguments } => {
                let asked = arguments.iter().any(|given| matches!(given, Element::Item(given) if is_it(node(given))));
                asked && self.asks(Node { unit, expr: *callee })
            }
            _ => false,
        });
        tests || facts.flow.cases.iter().any(|case| is_type(&case.of))
    }

    /// Returns whether two expressions are the same variable, or the same member of it.
    fn is_same_place(&self, a: Node, b: Node) -> bool {
        match (self.units.kind(a), self.units.kind(b)) {
            (ExprKind::Ident(name, scope), ExprKind::Ident(other, around)) => {
                name == other && self.units.lookup(a.unit, *scope, name) == self.units.lookup(b.unit, *around, other)
            }
            (ExprKind::Member { object, property }, ExprKind::Member { object: of, property: key }) => {
                let inner = |node: Node, expr: ExprId| self.units.peeled(Node { unit: node.unit, expr });
                property == key && self.is_same_place(inner(a, *object), inner(b, *of))
            }
            _ => false,
        }
    }

    /// Returns whether a function tests the type of its argument, by its name: `isDate`, `Number.isInteger`,
    /// `moment.isMoment`.
    fn asks(&self, callee: Node) -> bool {
        let callee = self.units.peeled(callee);
        let (ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. }) = self.units.kind(callee) else {
            return false;
        };
        name.strip_prefix("is").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()))
    }
}

fn may_be_time(value: &Value) -> bool {
    value.cases().iter().any(|case| match &case.kind {
        ValueKind::Number(number) => number.unit != TimeUnit::Plain,
        kind => matches!(kind, ValueKind::Date(..) | ValueKind::DateText { .. }),
    })
}
