//! The values that a part of an error is compared with.

use super::handler::{Comparisons, Constant};
use super::read::ErrorTrail;
use crate::facts::{BinaryOp, BindingSource, Element, ExprId, ExprKind};

use crate::eval::What;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::ValueKind;
use crate::flow::promise::{Role, Use};
use smol_str::SmolStr;

/// The maximum number of names that a part of an error is followed through, each once.
const MAX_NAMES: usize = 64;

impl ErrorTrail<'_, '_, '_> {
    /// Collects the values that an expression is compared with, by itself or as one side of `??`, converted to a
    /// number, or by another name. `names` are those that it was followed through.
    pub(super) fn compared(&self, node: Node, into: &mut Vec<Comparisons>, names: &mut Vec<Bound>) {
        let eval = self.eval();
        let outer = |expr: ExprId| Node { unit: node.unit, expr };
        match self.promises.uses(node.unit).get(node.expr) {
            Use::In(around, Role::Around | Role::Branch)
            | Use::In(around, Role::Left(BinaryOp::Or | BinaryOp::Nullish))
            | Use::In(around, Role::Right(BinaryOp::Or | BinaryOp::Nullish | BinaryOp::And)) => {
                self.compared(outer(around), into, names);
            }
            Use::In(test, Role::Left(BinaryOp::Equal | BinaryOp::Unequal)) => {
                if let ExprKind::Binary(_, _, other) = eval.units.kind(outer(test)) {
                    self.constant(outer(*other), into);
                }
            }
            Use::In(test, Role::Right(BinaryOp::Equal | BinaryOp::Unequal)) => {
                if let ExprKind::Binary(_, other, _) = eval.units.kind(outer(test)) {
                    self.constant(outer(*other), into);
                }
            }
            Use::In(call, Role::Argument(0)) => {
                let call = outer(call);
                match eval.called(call).as_str() {
                    "includes" | "has" | "indexOf" => {
                        if let Some(list) = self.promises.receiver(call) {
                            self.listed(list, into);
                        }
                    }
                    "Number" | "String" | "parseInt" => self.compared(call, into, names),
                    _ => {}
                }
            }
            Use::Initial(binding) => self.compared_by_name(Bound { unit: node.unit, binding }, into, names),
            _ => {}
        }
        for case in &eval.units.unit(node.unit).flow.cases {
            if eval.units.peeled(outer(case.of)) == eval.units.peeled(node) {
                self.constant(outer(case.value), into);
            }
        }
    }

    pub(super) fn compared_by_name(&self, bound: Bound, into: &mut Vec<Comparisons>, names: &mut Vec<Bound>) {
        if names.contains(&bound) {
            return;
        }
        names.push(bound);
        for place in self.eval().units.references(bound) {
            if names.len() > MAX_NAMES {
                return self.eval().hit(What::Steps, place);
            }
            self.compared(place, into, names);
        }
    }

    fn listed(&self, list: Node, into: &mut Vec<Comparisons>) {
        let eval = self.eval();
        let list = match eval.units.kind(eval.units.peeled(list)) {
            // `new Set([429, 503])`, by itself or by a name.
            ExprKind::New { .. } => self.first_argument(eval.units.peeled(list)),
            ExprKind::Ident(name, scope) => match eval.units.lookup(list.unit, *scope, name) {
                Lookup::One(bound) => match eval.units.binding(bound).source {
                    BindingSource::Variable { value: Some(value), .. } => {
                        let made = Node { unit: bound.unit, expr: value };
                        match eval.units.kind(made) {
                            ExprKind::New { .. } => self.first_argument(made),
                            _ => Some(list),
                        }
                    }
                    _ => Some(list),
                },
                _ => None,
            },
            _ => Some(list),
        };
        let Some(list) = list else { return };
        for value in eval.items(&eval.value(list)) {
            self.constant(value.node, into);
        }
    }

    fn first_argument(&self, call: Node) -> Option<Node> {
        let (ExprKind::New { arguments, .. } | ExprKind::Call { arguments, .. }) = self.eval().units.kind(call) else {
            return None;
        };
        match arguments.first() {
            Some(Element::Item(expr)) => Some(Node { unit: call.unit, expr: *expr }),
            _ => None,
        }
    }

    pub(super) fn argument_text(&self, call: Node) -> Option<SmolStr> {
        let first = self.first_argument(call)?;
        self.eval().value(first).as_str().cloned()
    }

    fn constant(&self, node: Node, into: &mut Vec<Comparisons>) {
        let eval = self.eval();
        let value = eval.value(node);
        let with = match &value.kind {
            ValueKind::Str(text) => Constant::Text(text.clone()),
            ValueKind::Number(number) => match number.value {
                Some(value) => Constant::Number(value),
                None => return,
            },
            _ => return,
        };
        into.push(Comparisons { with, at: eval.units.place(node) });
    }
}
