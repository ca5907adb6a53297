//! Parameters that a function sorts by what they are: `v instanceof Date ? … : v`, `if (typeof v === "number") return v;`.
//! Which way a value goes that is handed to them is not followed, so nothing is known of it inside.

use super::Eval;
use crate::facts::{BinaryOp, Element, ExprId, ExprKind, UnaryOp};
use crate::model::call::peeled;
use crate::model::units::{Bound, Node};
use crate::model::value::{Kind, Unit, Value};

impl Eval<'_> {
    /// What a parameter is worth to which `value` is handed: a time is one no more where the function looks what it got.
    pub(super) fn unless_sorted(&self, value: Value, parameter: Bound) -> Value {
        let is_time = |case: &Value| match &case.kind {
            Kind::Number(number) => number.unit != Unit::Plain,
            kind => matches!(kind, Kind::Date(..) | Kind::DateText { .. }),
        };
        match value.cases().iter().any(is_time) && self.is_sorted(parameter) {
            true => Value::at(value.node, Kind::Unknown),
            false => value,
        }
    }

    fn is_sorted(&self, parameter: Bound) -> bool {
        self.units.references(parameter).any(|name| {
            let facts = self.units.unit(name.unit);
            let is_it = |expr: &ExprId| peeled(self, Node { unit: name.unit, expr: *expr }) == name;
            let is_type = |expr: &ExprId| {
                let expr = peeled(self, Node { unit: name.unit, expr: *expr });
                // `typeof v`
                matches!(self.units.kind(expr), ExprKind::Unary(UnaryOp::Other, of) if is_it(of))
            };
            let sorts = facts.exprs.iter().any(|expr| match &expr.kind {
                ExprKind::Binary(BinaryOp::Instanceof | BinaryOp::Other, left, right) => is_it(left) || is_it(right),
                ExprKind::Binary(BinaryOp::Equal | BinaryOp::Unequal, left, right) => is_type(left) || is_type(right),
                ExprKind::Call { callee, arguments } => {
                    let asked = arguments.iter().any(|given| matches!(given, Element::Item(given) if is_it(given)));
                    asked && self.asks(Node { unit: name.unit, expr: *callee })
                }
                _ => false,
            });
            sorts || facts.flow.cases.iter().any(|case| is_type(&case.of))
        })
    }

    /// Whether a function answers what its argument is, by its name: `isDate`, `Number.isInteger`, `moment.isMoment`.
    fn asks(&self, callee: Node) -> bool {
        let callee = peeled(self, callee);
        let (ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. }) = self.units.kind(callee) else {
            return false;
        };
        name.strip_prefix("is").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()))
    }
}
