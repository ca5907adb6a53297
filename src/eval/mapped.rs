//! Lists that are made bit by bit: by the callback of a `map`, by `push`.

use super::Eval;
use super::limits::What;
use super::list_method::{Gives, ListMethod};
use crate::facts::{Element, ExprKind};

use super::units::{Lookup, Node};
use super::value::{Value, ValueKind};

impl Eval<'_> {
    /// Returns the result of a callback written in place for each element: `users.map((user) => ({ … }))`. Nothing for
    /// any other call.
    pub(super) fn mapped(&self, list: &Value) -> Vec<Value> {
        let (true, ExprKind::Call { callee, arguments }) = (list.kind.is_unknown(), self.units.kind(list.node)) else {
            return Vec::new();
        };
        let unit = list.node.unit;
        let ExprKind::Member { property, .. } = self.units.kind(self.units.peeled(Node { unit, expr: *callee })) else {
            return Vec::new();
        };
        let (gives, at) = match (property.as_str(), ListMethod::of(property)) {
            // `Array.from(users, (user) => ({ … }))`
            ("from", _) => (Gives::Results, 1),
            // `Promise.all(users.map(async (user) => ({ … })))`
            ("all", _) => {
                let Some(Element::Item(given)) = arguments.first() else { return Vec::new() };
                return self.items(&self.value(Node { unit, expr: *given }));
            }
            (_, Some(ListMethod { gives: gives @ (Gives::Results | Gives::InnerResults), .. })) => (gives, 0),
            _ => return Vec::new(),
        };
        let Some(Element::Item(callback)) = arguments.get(at) else { return Vec::new() };
        let (unit, function, outer) = match self.units.kind(Node { unit, expr: *callback }) {
            ExprKind::Function(function) => (unit, *function, None),
            ExprKind::Ident(..) | ExprKind::Member { .. } => match self.value(Node { unit, expr: *callback }).kind {
                ValueKind::Function(unit, function, made) => (unit, function, made),
                _ => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let made = self.returned(unit, function, list.node, &outer);
        let made = made.cases().iter().map(Value::made_in_place);
        match gives {
            Gives::Results => made.collect(),
            _ => made.flat_map(|list| self.items(&list)).take(self.bounds.elements + 1).collect(),
        }
    }

    /// Returns the values that are put into the list that a variable holds: `operations.push({ … })`.
    pub fn pushed(&self, variable: Node) -> Vec<Value> {
        let variable = self.units.peeled(variable);
        let ExprKind::Ident(name, scope) = self.units.kind(variable) else { return Vec::new() };
        let Lookup::One(bound) = self.units.lookup(variable.unit, *scope, name) else { return Vec::new() };
        let mut all = Vec::new();
        let references: Vec<Node> = self.units.references(bound).collect();
        // Each place that names it may be asked for all of it.
        let most = self.bounds.grown / references.len().max(1);
        for reference in references {
            if all.len() > most {
                self.hit(What::Elements, reference);
                break;
            }
            let facts = self.units.unit(reference.unit);
            let about = self.units.about(reference.unit).get(reference.expr);
            for call in about.into_iter().flat_map(|about| &about.calls) {
                let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { continue };
                let ExprKind::Member { object, property } = &facts.exprs[callee.index()].kind else { continue };
                if *object != reference.expr || !matches!(property.as_str(), "push" | "unshift") {
                    continue;
                }
                all.extend(self.arguments(reference.unit, arguments, &None).list);
            }
        }
        all
    }
}

impl Value {
    /// The same value without what stood for it on the way: it is marked where it is made.
    fn made_in_place(&self) -> Value {
        Value::at(self.node, self.kind.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::Value;
    use crate::eval::units::files::LocalFile;
    use crate::eval::units::{Node, UnitId};
    use crate::eval::value::ValueKind;
    use crate::facts::ExprId;

    #[test]
    fn what_is_made_in_place_has_no_trail() {
        let node = |at| Node { unit: UnitId { file: LocalFile::HERE, at }, expr: ExprId(0) };
        let value = Value::at(node(1), ValueKind::Null).seen_at(node(2));
        let made = value.made_in_place();
        assert_eq!(made.place, node(1));
        assert_eq!(made.places().filter(|place| *place == node(2)).count(), 0);
    }
}
