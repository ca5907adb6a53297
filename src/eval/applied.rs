//! Methods of clients that are called by way of a function of the language: `cio.track.bind(cio)`, `cio.track.call(cio, …)`,
//! `cio.track.apply(cio, […])`, `Reflect.apply(cio.track, cio, […])`.

use super::Eval;
use super::units::{Node, UnitId};
use super::value::{Frame, ValueKind};
use crate::facts::{Element, ExprKind};
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
            (None, ExprKind::Call { arguments, .. }) => arguments,
            _ => &[],
        }
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
