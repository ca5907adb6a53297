//! Objects of which nothing is known, and the values that a file puts into them: `app.locals.cio = new TrackClient(…)`.

use super::Eval;
use crate::facts::{ExprKind, Key, Target};

use super::units::{Bound, Lookup, Node};
use super::value::{Value, ValueKind, agreement};
use smol_str::SmolStr;

impl Eval<'_> {
    /// The member `key` of an object, or what the file puts there where nothing else is known of it.
    pub(super) fn or_put_there(&self, value: Value, (place, object): (Node, &Value), key: &str) -> Value {
        let node = value.place;
        let is_this = || matches!(self.units.kind(self.units.peeled(place)), ExprKind::This(_));
        let put = match (&value.kind, &object.kind) {
            (ValueKind::Unknown, ValueKind::Unknown | ValueKind::Object(_)) if is_this() => self.put_on_this(key, node),
            (ValueKind::Unknown, ValueKind::Unknown) => {
                self.put_into(place, key, node).or_else(|| self.handed_over_as(place, key, node))
            }
            _ => None,
        };
        put.unwrap_or(value)
    }

    /// Returns the value of the member `key` of an unknown object, when the file puts clients there and nothing else.
    pub(super) fn put_into(&self, object: Node, key: &str, node: Node) -> Option<Value> {
        let values: Option<Vec<Value>> =
            self.puts(object, key)?.into_iter().map(|given| Some(self.value(given?))).collect();
        let kept = agreement(values?).filter(|value| matches!(value.kind, ValueKind::Client(..)))?;
        Some(kept.seen_at(node))
    }

    /// Returns the value of a member of a `this` that is not known, when the file puts clients there and nothing else, in
    /// whatever function: frameworks call the methods of one object with the same `this`.
    pub(super) fn put_on_this(&self, key: &str, node: Node) -> Option<Value> {
        let mut values = Vec::new();
        for (unit, write) in self.units.writes_naming(node.unit.file, key) {
            let Target::Member(target, Key::Name(_)) = &write.target else { continue };
            let target = self.units.peeled(Node { unit, expr: *target });
            let ExprKind::This(scope) = self.units.kind(target) else { continue };
            if matches!(self.this(unit, *scope, &None), ValueKind::Unknown | ValueKind::Object(_)) {
                let (Some(given), None) = (write.value, write.op) else { return None };
                values.push(self.narrowly(Node { unit, expr: given }, &None));
            }
        }
        let client = agreement(values).filter(|value| matches!(value.kind, ValueKind::Client(..)))?;
        Some(client.seen_at(node))
    }

    /// Returns the values that the file assigns to the member `key` of the object that `object` names, `None` for an
    /// unknown one. Nothing where it assigns nothing.
    pub(super) fn puts(&self, object: Node, key: &str) -> Option<Vec<Option<Node>>> {
        let mut writes = self.units.writes_naming(object.unit.file, key).peekable();
        writes.peek()?;
        let path = self.path(object)?;
        let there = writes.filter(|(unit, write)| match &write.target {
            Target::Member(target, Key::Name(_)) => {
                self.path(Node { unit: *unit, expr: *target }).as_ref() == Some(&path)
            }
            _ => false,
        });
        let put: Vec<_> = there.map(|(unit, write)| write.assigned().map(|expr| Node { unit, expr })).collect();
        (!put.is_empty()).then_some(put)
    }

    /// `name.a.b`: the variable, and the members on the way from it.
    fn path(&self, node: Node) -> Option<(Bound, Vec<SmolStr>)> {
        let mut node = self.units.peeled(node);
        let mut members = Vec::new();
        loop {
            match self.units.kind(node) {
                ExprKind::Member { object, property } => {
                    members.push(property.clone());
                    node = self.units.peeled(Node { unit: node.unit, expr: *object });
                }
                ExprKind::Ident(name, scope) => match self.units.lookup(node.unit, *scope, name) {
                    Lookup::One(bound) => return Some((bound, members)),
                    _ => return None,
                },
                _ => return None,
            }
        }
    }
}
