//! Clients that a file keeps in a map, a set, a list or an object that says nothing of its type:
//! `clients.set(key, new TrackClient(…))`, `clients[key] = …`, `clients.push(…)`.

use super::Eval;
use super::units::{Bound, Node};
use super::value::{Value, ValueKind, agreement};
use crate::facts::{BinaryOp, Element, ExprKind, Target};
use std::rc::Rc;

impl Eval<'_> {
    /// The value of a variable that holds an empty collection, when clients of one kind are put into it and nothing else.
    pub(super) fn with_clients(&self, value: Value, bound: Bound, made: Node) -> Value {
        let is_keyed = match (&value.kind, self.units.kind(made)) {
            (ValueKind::Array(..), ExprKind::Array(elements)) if elements.is_empty() => false,
            (ValueKind::Unknown, ExprKind::New { callee, .. }) => {
                match self.units.global_name(Node { unit: made.unit, expr: *callee }).map(|name| name.as_str()) {
                    Some("Map" | "WeakMap") => true,
                    Some("Set") => false,
                    _ => return value,
                }
            }
            _ => return value,
        };
        match self.client_kept_in(bound) {
            Some(client) => {
                let each = Rc::new(client);
                let kind = if is_keyed { ValueKind::Keyed(each) } else { ValueKind::Many(each) };
                Value { kind, ..value }
            }
            None => value,
        }
    }

    /// Returns the client that everything is which the file puts into what a variable holds, under whatever keys.
    pub(super) fn client_kept_in(&self, bound: Bound) -> Option<Value> {
        let kept = self.kept_in(bound);
        if kept.is_empty() || !kept.iter().all(|given| self.may_matter(*given, &None)) {
            return None;
        }
        let clients = agreement(kept.into_iter().map(|given| self.narrowly(given, &None)).collect());
        clients.filter(|client| matches!(client.kind, ValueKind::Client(..)))
    }

    /// The values that the file puts into what a variable holds.
    pub(super) fn kept_in(&self, bound: Bound) -> Vec<Node> {
        let mut all = Vec::new();
        for name in self.units.references(bound) {
            let facts = self.units.unit(name.unit);
            let about = self.units.about(name.unit).get(name.expr);
            for call in about.into_iter().flat_map(|about| &about.calls) {
                let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { continue };
                let ExprKind::Member { object, property } = &facts.exprs[callee.index()].kind else { continue };
                if *object != name.expr {
                    continue;
                }
                let given = match property.as_str() {
                    "set" => arguments.get(1..2),
                    "add" | "push" | "unshift" => arguments.get(..),
                    _ => None,
                };
                all.extend(given.into_iter().flatten().filter_map(|given| match given {
                    Element::Item(expr) => Some(Node { unit: name.unit, expr: *expr }),
                    Element::Spread(_) | Element::Hole => None,
                }));
            }
            for write in self.writes_about(name) {
                let Target::Member(object, _) = &write.target else { continue };
                if let (true, Some(expr), None | Some(BinaryOp::Nullish | BinaryOp::Or)) =
                    (*object == name.expr, write.value, write.op)
                {
                    all.push(Node { unit: name.unit, expr });
                }
            }
        }
        all
    }
}
