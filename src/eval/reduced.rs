//! Objects that a `reduce` puts together: `rows.reduce((all, row) => { all.seen_at = row.at; return all; }, {})`.

use super::Eval;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Frame, Value, ValueKind};
use crate::facts::{BindingSource, Body, Element, ExprId, ExprKind, FunctionId};

impl Eval<'_> {
    /// Returns the object that a `reduce` puts together: what it begins with, what its callback writes into that, and
    /// the literals that the callback gives in its place. `None` where the callback gives anything else.
    pub(super) fn reduced(&self, callback: Node, initial: &Value, (node, frame): (Node, &Frame)) -> Option<ValueKind> {
        let ValueKind::Object(begun) = &initial.kind else { return None };
        let ValueKind::Function(unit, function, made) = self.eval(callback, frame).kind else { return None };
        let so_far = self.parameter((unit, function), 0)?;
        let (unit, results) = self.results(unit, function)?;
        let mut all = Vec::new();
        for result in results {
            self.put_together(Node { unit, expr: result }, so_far, &made, &mut all)?;
        }
        let mut begun = begun.clone();
        begun.parameter = Some(so_far);
        all.push(Value { kind: ValueKind::Object(begun), ..initial.clone() });
        Some(Value::choice(node, all).kind)
    }

    /// The expressions that a function gives back, and the unit that they are in.
    fn results(&self, unit: UnitId, function: FunctionId) -> Option<(UnitId, Vec<ExprId>)> {
        let facts = &self.units.unit(unit).functions[function.index()];
        if facts.is_async || facts.generator {
            return None;
        }
        match facts.body {
            Body::None => None,
            Body::Expr(expr) => Some((unit, vec![expr])),
            Body::Unit(ordinal) => {
                let body = self.units.child(unit, ordinal);
                Some((body, self.units.unit(body).returns.clone()))
            }
        }
    }

    /// Collects the literals that one result of the callback adds; `None` where it is something else.
    fn put_together(&self, result: Node, so_far: Bound, frame: &Frame, all: &mut Vec<Value>) -> Option<()> {
        let result = self.units.peeled(result);
        let sibling = |expr: ExprId| Node { unit: result.unit, expr };
        match self.units.kind(result) {
            _ if self.is_so_far_of(result, so_far) => Some(()),
            ExprKind::Object(_) => {
                all.push(self.eval(result, frame));
                Some(())
            }
            ExprKind::Conditional(_, then, other) => {
                self.put_together(sibling(*then), so_far, frame, all)?;
                self.put_together(sibling(*other), so_far, frame, all)
            }
            // `Object.assign(all, { … })`
            ExprKind::Call { callee, arguments } => {
                let ExprKind::Member { object, property } = self.units.kind(self.units.peeled(sibling(*callee))) else {
                    return None;
                };
                let is_assign = property == "assign"
                    && self.units.global_name(sibling(*object)).is_some_and(|name| name == "Object");
                let [Element::Item(first), added @ ..] = &arguments[..] else { return None };
                if !is_assign || !self.is_so_far_of(self.units.peeled(sibling(*first)), so_far) {
                    return None;
                }
                for element in added {
                    let Element::Item(added) = element else { return None };
                    let added = self.eval(sibling(*added), frame);
                    if matches!(added.kind, ValueKind::Object(_)) {
                        all.push(added);
                    }
                }
                Some(())
            }
            _ => None,
        }
    }

    /// Returns whether an expression is a parameter by its name.
    fn is_so_far_of(&self, node: Node, parameter: Bound) -> bool {
        let ExprKind::Ident(name, scope) = self.units.kind(node) else { return false };
        let is_it = matches!(self.units.lookup(node.unit, *scope, name), Lookup::One(bound) if bound == parameter);
        is_it && matches!(self.units.binding(parameter).source, BindingSource::Parameter { .. })
    }
}
