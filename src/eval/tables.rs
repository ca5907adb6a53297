//! Tables of functions that code chooses from by a key: `handlers[event.type](event)`, `handlers.get(type)?.(event)`.

use super::Eval;
use super::units::{Lookup, Node};
use super::value::{Frame, Value, ValueKind};
use super::wrapper::{FunctionRef, MAX_REACH};
use crate::facts::{BindingSource, Element, ExprKind};

impl Eval<'_> {
    /// Returns the function of a table that an expression chooses from by a key that is not known: of all of them the
    /// first one that calls the SDK.
    pub fn chosen_from_table(&self, callee: Node, frame: &Frame) -> Option<(FunctionRef, Frame)> {
        let chosen = match self.units.kind(callee) {
            // `const handle = handlers[type]; if (handle) handle(event);`
            ExprKind::Ident(name, scope) => {
                let Lookup::One(bound) = self.units.lookup(callee.unit, *scope, name) else { return None };
                match &self.units.binding(bound).source {
                    BindingSource::Variable { value: Some(value), path, constant: true } if path.is_empty() => {
                        self.units.peeled(Node { unit: bound.unit, expr: *value })
                    }
                    _ => return None,
                }
            }
            _ => callee,
        };
        let sibling = |expr| Node { unit: chosen.unit, expr };
        let functions = match self.units.kind(chosen) {
            ExprKind::Index { object, .. } => self.functions_of(&self.narrowly(sibling(*object), frame)),
            ExprKind::Call { callee, .. } => {
                let ExprKind::Member { object, property } = self.units.kind(self.units.peeled(sibling(*callee))) else {
                    return None;
                };
                if property != "get" {
                    return None;
                }
                self.functions_of_map(self.narrowly(sibling(*object), frame).node)
            }
            _ => return None,
        };
        functions.into_iter().find(|(function, _)| !self.calls_in(*function, MAX_REACH).is_empty())
    }

    /// The functions that an object holds.
    fn functions_of(&self, table: &Value) -> Vec<(FunctionRef, Frame)> {
        let mut found = Vec::new();
        for case in table.cases() {
            let ValueKind::Object(object) = &case.kind else { continue };
            for entry in &self.entries(object).list {
                found.extend(function_of(self.narrowly(entry.node, &entry.frame)));
            }
        }
        found
    }

    /// The functions that a map holds, where its pairs are written out: `new Map([["paid", onPaid]])`.
    fn functions_of_map(&self, made: Node) -> Vec<(FunctionRef, Frame)> {
        let mut found = Vec::new();
        let ExprKind::New { arguments, .. } = self.units.kind(made) else { return found };
        let [Element::Item(list)] = &arguments[..] else { return found };
        let sibling = |expr| self.units.peeled(Node { unit: made.unit, expr });
        let ExprKind::Array(pairs) = self.units.kind(sibling(*list)) else { return found };
        for pair in pairs {
            let Element::Item(pair) = pair else { continue };
            if let ExprKind::Array(pair) = self.units.kind(sibling(*pair))
                && let [Element::Item(_), Element::Item(value)] = &pair[..]
            {
                found.extend(function_of(self.narrowly(sibling(*value), &None)));
            }
        }
        found
    }
}

fn function_of(value: Value) -> Option<(FunctionRef, Frame)> {
    match value.kind {
        ValueKind::Function(unit, function, made) => Some(((unit, function), made)),
        _ => None,
    }
}
