//! Clients that a function of the file is given as an argument, without saying so by a type:
//! `async function sync(cio, user) { await cio.identify(user.id, …) }`, called as `sync(client, user)`.

use super::Eval;
use super::units::{Bound, Lookup, Node};
use super::value::{Value, ValueKind, agreement};
use super::wrapper::FunctionRef;
use crate::facts::{BindingSource, ExprKind};
use crate::sdk::methods_named;

impl Eval<'_> {
    /// Returns the argument that all calls of a function agree on, when that is a client, or an object that may hold one.
    /// Asked only of parameters on which methods by the names of the client's are called. Nothing is known of a function
    /// that others may call: it is exported, or handed on.
    pub(super) fn given_by_callers(&self, parameter: Bound, function: FunctionRef, index: u32) -> Option<Value> {
        if !self.is_called_like_client(parameter) {
            return None;
        }
        // A function that calls itself hands on what it was given.
        let given =
            self.arguments_of_callers(function, index)?.into_iter().filter(|given| !self.names(*given, parameter));
        let values: Vec<Value> = given.map(|given| self.narrowly(given, &None)).collect();
        if values.iter().any(|value| value.kind.is_unknown()) {
            return None;
        }
        let agreed = agreement(values)?;
        matches!(agreed.kind, ValueKind::Client(..) | ValueKind::Object(_)).then_some(agreed)
    }

    /// Returns whether an expression is the name of a variable.
    fn names(&self, node: Node, variable: Bound) -> bool {
        let node = self.units.peeled(node);
        let ExprKind::Ident(name, scope) = self.units.kind(node) else { return false };
        matches!(self.units.lookup(node.unit, *scope, name), Lookup::One(bound) if bound == variable)
    }

    /// Returns whether a parameter may be given something of the SDK by a call in its file.
    pub(super) fn may_be_given_client(&self, parameter: Bound) -> bool {
        let BindingSource::Parameter { function, index, .. } = &self.units.binding(parameter).source else {
            return false;
        };
        self.is_called_like_client(parameter)
            && self.arguments_of_callers((parameter.unit, *function), *index).is_some_and(|given| !given.is_empty())
    }

    /// Returns whether a method by the name of one of the clients' is called on a variable.
    fn is_called_like_client(&self, variable: Bound) -> bool {
        // The name alone first: of most variables no such method is called.
        self.units.names_like_client(variable)
            && self.units.references(variable).any(|node| {
                let about = self.units.about(node.unit).get(node.expr);
                about.into_iter().flat_map(|about| &about.members).any(|member| {
                    let member = Node { unit: node.unit, expr: *member };
                    matches!(self.units.kind(member), ExprKind::Member { property, .. }
                    if methods_named(property).next().is_some())
                })
            })
    }

    /// The arguments that the calls of a function by its name give for a parameter; `None` where not all are known.
    fn arguments_of_callers(&self, (unit, function): FunctionRef, index: u32) -> Option<Vec<Node>> {
        let bound = Bound { unit, binding: self.units.functions(unit).bound(function)? };
        if self.units.writes_to(bound).next().is_some() || self.units.is_exported(bound) {
            return None;
        }
        let given: Option<Vec<Node>> = self.units.calls_by_name(bound, index).map(|(_, given)| given).collect();
        given.filter(|given| given.len() == self.units.references(bound).count())
    }
}
