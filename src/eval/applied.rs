//! Methods of clients that are called by way of a function of the language: `cio.track.bind(cio)`, `cio.track.call(cio, …)`,
//! `cio.track.apply(cio, […])`, `Reflect.apply(cio.track, cio, […])`.

use super::Eval;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Frame, ValueKind};
use crate::facts::{BindingSource, Element, ExprId, ExprKind};
use crate::sdk::{ClientClass, methods_named};
use smol_str::SmolStr;

/// An argument list of which nothing is known.
const UNKNOWN: &[Element] = &[Element::Spread(None)];

/// A call that calls a method of what may be a client by way of `call`, `apply` or `Reflect.apply`.
pub struct Applied<'u> {
    /// The object that the method is called on: its `this`.
    pub object: Node,
    /// The expression that names the method: `cio.track`.
    pub named: Node,
    /// The method.
    pub method: &'u SmolStr,
    /// The arguments that the method is given, in the unit of the call.
    pub arguments: &'u [Element],
}

impl Eval<'_> {
    /// Returns the method of a client that a call calls by way of another function, by its form alone.
    pub fn applied(&self, call: Node) -> Option<Applied<'_>> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let sibling = |expr: crate::facts::ExprId| Node { unit: call.unit, expr };
        let ExprKind::Member { object, property } = self.units.kind(self.units.peeled(sibling(*callee))) else {
            return None;
        };
        let item = |at: usize| match arguments.get(at) {
            Some(Element::Item(expr)) => Some(sibling(*expr)),
            _ => None,
        };
        let by_reflection =
            || property == "apply" && self.units.global_name(sibling(*object)).is_some_and(|it| it == "Reflect");
        let (named, object, arguments) = match property.as_str() {
            "call" => (sibling(*object), item(0)?, &arguments[1..]),
            "apply" if by_reflection() => (item(0)?, item(1)?, self.listed_in(item(2), call.unit)),
            "apply" => (sibling(*object), item(0)?, self.listed_in(item(1), call.unit)),
            _ => return None,
        };
        let named = self.units.peeled(named);
        let ExprKind::Member { property: method, .. } = self.units.kind(named) else { return None };
        methods_named(method).next()?;
        Some(Applied { object, named, method, arguments })
    }

    /// Returns the elements of a list of arguments, where it is written in place.
    fn listed_in(&self, list: Option<Node>, unit: UnitId) -> &[Element] {
        let Some(list) = list.map(|list| self.units.peeled(list)).filter(|list| list.unit == unit) else {
            return UNKNOWN;
        };
        match self.units.kind(list) {
            ExprKind::Array(elements) => elements,
            _ => UNKNOWN,
        }
    }

    /// Returns the arguments that a call gives the method of a client, in its unit.
    pub fn given_to_method(&self, call: Node) -> &[Element] {
        match (self.applied(call), self.units.kind(call)) {
            (Some(applied), _) => applied.arguments,
            _ if self.bound_for_each(call, &None).is_some() => UNKNOWN,
            (None, ExprKind::Call { arguments, .. }) => arguments,
            _ => &[],
        }
    }

    /// Returns whether a call binds what may be a method of a client to its client, by its form alone:
    /// `cio.track.bind(cio)`.
    pub(super) fn binds_method(&self, call: Node) -> bool {
        self.named_in_bind(call).is_some()
    }

    /// The expression that names the method which a call binds: `cio.track`.
    pub fn named_in_bind(&self, call: Node) -> Option<Node> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let of = |expr: ExprId| self.units.peeled(Node { unit: call.unit, expr });
        let ExprKind::Member { object, property } = self.units.kind(of(*callee)) else { return None };
        let ([Element::Item(_)], "bind") = (&arguments[..], property.as_str()) else { return None };
        let named = of(*object);
        let ExprKind::Member { property: method, .. } = self.units.kind(named) else { return None };
        methods_named(method).next().map(|_| named)
    }

    /// The method bound to its client that a call has called for each element: `ids.map(cio.destroy.bind(cio))`.
    pub(super) fn bound_for_each(&self, call: Node, frame: &Frame) -> Option<ValueKind> {
        let named = self.called_for_each(call)?;
        let may_be = match self.units.kind(named) {
            ExprKind::Call { .. } => true,
            // `const destroy = cio.destroy.bind(cio)`
            ExprKind::Ident(name, scope) => match self.units.lookup(named.unit, *scope, name) {
                Lookup::One(bound) => matches!(&self.units.binding(bound).source,
                    BindingSource::Variable { value: Some(value), path, .. }
                        if path.is_empty() && self.binds_method(self.units.peeled(Node { unit: bound.unit, expr: *value }))),
                _ => false,
            },
            _ => false,
        };
        let kind = may_be.then(|| self.narrowly(named, frame).kind)?;
        matches!(kind, ValueKind::Method(..)).then_some(kind)
    }

    /// Returns whether a call calls a parameter of the function around it that is given such a method somewhere in the
    /// file: `(send) => send(id, event)`.
    pub(super) fn calls_bound_parameter(&self, call: Node) -> bool {
        let ExprKind::Call { callee, .. } = self.units.kind(call) else { return false };
        let callee = self.units.peeled(Node { unit: call.unit, expr: *callee });
        let ExprKind::Ident(name, scope) = self.units.kind(callee) else { return false };
        let Lookup::One(parameter) = self.units.lookup(callee.unit, *scope, name) else { return false };
        let BindingSource::Parameter { function, index, path } = &self.units.binding(parameter).source else {
            return false;
        };
        let Some(binding) = self.units.functions(parameter.unit).bound(*function) else { return false };
        if !path.is_empty() {
            return false;
        }
        let function = Bound { unit: parameter.unit, binding };
        let mut given = self.units.calls_by_name(function, *index).filter_map(|(_, given)| given);
        given.any(|given| self.binds_method(self.units.peeled(given)))
    }

    /// Returns the method that `cio.track.bind(cio)` makes: `function` is `cio.track`.
    pub(super) fn bound_method(&self, function: Node, arguments: &[Element], frame: &Frame) -> Option<ValueKind> {
        let function = self.units.peeled(function);
        let ExprKind::Member { object, property } = self.units.kind(function) else { return None };
        let ([Element::Item(this)], Some(_)) = (arguments, methods_named(property).next()) else { return None };
        let object = self.eval(Node { unit: function.unit, expr: *object }, frame).client_kind()?;
        let this = self.eval(Node { unit: function.unit, expr: *this }, frame);
        let client = this.client_kind().filter(|client| *client == object)?;
        ClientClass::of(client).method(property)?;
        let made = match this.kind {
            ValueKind::Client(_, made) => made,
            _ => None,
        };
        Some(ValueKind::Method(client, property.clone(), made))
    }
}
