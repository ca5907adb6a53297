//! Clients that a function of the file is given as an argument, without saying so by a type:
//! `async function sync(cio, user) { await cio.identify(user.id, …) }`, called as `sync(client, user)`.

use super::Eval;
use super::units::{Bound, Node};
use super::value::{Value, ValueKind, agreement};
use super::wrapper::FunctionRef;
use crate::facts::{BindingSource, Element, ExprKind};
use crate::sdk::methods_named;

impl Eval<'_> {
    /// Returns the argument that all calls of a function in its file agree on, when that is a client, or an object that
    /// may hold one. Asked only of parameters on which methods by the names of the client's are called. What calls pass
    /// on that is not known does not count.
    pub(super) fn given_by_callers(&self, parameter: Bound, function: FunctionRef, index: u32) -> Option<Value> {
        if !self.is_called_like_client(parameter) {
            return None;
        }
        let given = self.arguments_of_callers(function, index).into_iter();
        let values = given.map(|given| self.narrowly(given, &None)).filter(|value| !value.kind.is_unknown());
        let agreed = agreement(values.collect())?;
        matches!(agreed.kind, ValueKind::Client(..) | ValueKind::Object(_)).then_some(agreed)
    }

    /// Returns whether a parameter may be given something of the SDK by a call in its file.
    pub(super) fn may_be_given_client(&self, parameter: Bound) -> bool {
        let BindingSource::Parameter { function, index, .. } = &self.units.binding(parameter).source else {
            return false;
        };
        self.is_called_like_client(parameter)
            && !self.arguments_of_callers((parameter.unit, *function), *index).is_empty()
    }

    /// Returns whether a method by the name of one of the clients' is called on a variable.
    fn is_called_like_client(&self, variable: Bound) -> bool {
        self.units.references(variable).any(|node| {
            let about = self.units.about(node.unit).get(node.expr);
            about.into_iter().flat_map(|about| &about.members).any(|member| {
                let member = Node { unit: node.unit, expr: *member };
                matches!(self.units.kind(member), ExprKind::Member { property, .. }
                    if methods_named(property).next().is_some())
            })
        })
    }

    /// The arguments that the calls of a function by its name give for a parameter.
    fn arguments_of_callers(&self, (unit, function): FunctionRef, index: u32) -> Vec<Node> {
        let Some(binding) = self.units.functions(unit).bound(function) else { return Vec::new() };
        let bound = Bound { unit, binding };
        if self.units.writes_to(bound).next().is_some() {
            return Vec::new();
        }
        let given = self.units.references(bound).filter_map(|named| {
            let at = |expr| Node { unit: named.unit, expr };
            let call = self.units.functions(named.unit).call_of(named.expr)?;
            let ExprKind::Call { arguments, .. } = self.units.kind(at(call)) else { return None };
            let before = arguments.get(..index as usize)?;
            match arguments.get(index as usize) {
                Some(Element::Item(expr)) if before.iter().all(|it| matches!(it, Element::Item(_))) => Some(at(*expr)),
                _ => None,
            }
        });
        given.collect()
    }
}
