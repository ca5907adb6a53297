//! Functions of the project that call the SDK: their own calls, and those of the functions that they call.

use super::Eval;
use super::ask::{Answer, Question};
use super::limits::{MAX_FUNCTIONS, What};
use crate::facts::{BindingSource, Body, Element, ExprKind, FunctionId};
use crate::model::call::{client_kind, direct, on_client, peeled};
use crate::model::units::{Lookup, Node, UnitId};
use crate::model::value::{Frame, Kind, Value};
use crate::sdk::methods_named;
use std::rc::Rc;

/// A function by its place.
pub type FunctionRef = (UnitId, FunctionId);

/// A call of a function of the project.
#[derive(Clone, Debug)]
pub struct OwnCall<'u> {
    /// The function.
    pub function: FunctionRef,
    /// The calls under evaluation where it was made.
    pub made: Frame,
    /// What it is called on.
    pub this: Option<Value>,
    /// Its arguments.
    pub arguments: &'u [Element],
}

impl Eval<'_> {
    /// The function of the project that a call calls, or has called for each element: `ids.forEach(send)`. Only looked for
    /// where the SDK can be reached.
    pub fn own_call(&self, node: Node, frame: &Frame) -> Option<OwnCall<'_>> {
        if let Some(named) = self.called_for_each(node) {
            return self.own_callback(named, frame);
        }
        let ExprKind::Call { callee, arguments } = self.units.kind(node) else { return None };
        let callee = peeled(self, Node { unit: node.unit, expr: *callee });
        if !self.may_matter(callee, frame) {
            return None;
        }
        let (value, this) = match self.units.kind(callee) {
            ExprKind::Member { object, property } => {
                let receiver = self.narrowly(Node { unit: node.unit, expr: *object }, frame);
                if receiver.kind.is_unknown() || client_kind(&receiver).is_some() {
                    return None;
                }
                (self.narrow_member(&receiver, property, callee), Some(receiver))
            }
            _ => (self.narrowly(callee, frame), None),
        };
        let Kind::Function(unit, function, made) = value.kind else { return None };
        Some(OwnCall { function: (unit, function), made, this, arguments })
    }

    /// The function of the project that is named, to be called with what is not known here.
    fn own_callback(&self, named: Node, frame: &Frame) -> Option<OwnCall<'_>> {
        if !self.may_matter(named, frame) {
            return None;
        }
        let this = match self.units.kind(named) {
            ExprKind::Member { object, .. } => Some(self.narrowly(Node { unit: named.unit, expr: *object }, frame))
                .filter(|it| client_kind(it).is_none()),
            _ => None,
        };
        let Kind::Function(unit, function, made) = self.narrowly(named, frame).kind else { return None };
        Some(OwnCall { function: (unit, function), made, this, arguments: &[Element::Spread(None)] })
    }

    /// Whether an expression is a method that calls what it is given for each element, by its name.
    pub(super) fn is_for_each(&self, callee: Node) -> bool {
        matches!(self.units.kind(callee), ExprKind::Member { property, .. } if is_for_each(property))
    }

    /// The name that stands for the callback in `ids.forEach(send)`, `ids.map(this.send)`.
    pub fn called_for_each(&self, call: Node) -> Option<Node> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        // Asked of every call: what most calls lack is looked at first.
        let Some(Element::Item(first)) = arguments.first() else { return None };
        let named = peeled(self, Node { unit: call.unit, expr: *first });
        if !matches!(self.units.kind(named), ExprKind::Ident(..) | ExprKind::Member { .. }) {
            return None;
        }
        match self.units.kind(peeled(self, Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { property, .. } => is_for_each(property).then_some(named),
            _ => None,
        }
    }

    /// The calls in a function that are calls of the SDK, or of functions that have such calls; and calls on its
    /// parameters that are calls of the SDK when the parameter turns out to be a client.
    pub fn calls_in(&self, (unit, function): FunctionRef) -> Rc<[Node]> {
        // A function that calls itself adds nothing to what it calls.
        let none = || Answer::Calls(Rc::from([]));
        let place = Node { unit, expr: crate::facts::ExprId(0) };
        let answer = self.ask(Question::Calls(unit, function), &None, place, none, || {
            let found = self.asks.deeper(MAX_FUNCTIONS, || {
                let calls = self.all_calls_in((unit, function)).into_iter();
                calls.filter(|node| self.is_of_interest(*node)).collect::<Rc<[Node]>>()
            });
            Answer::Calls(found.unwrap_or_else(|| {
                let inside = self.all_calls_in((unit, function)).first().copied();
                self.hit(What::Functions, inside.unwrap_or(place));
                Rc::from([])
            }))
        });
        if let Answer::Calls(calls) = answer { calls } else { Rc::from([]) }
    }

    fn is_of_interest(&self, node: Node) -> bool {
        direct(self, node, &None).is_some()
            || on_client(self, node, &None).is_some()
            || self.is_on_parameter(node)
            || self.own_call(node, &None).is_some_and(|call| !self.calls_in(call.function).is_empty())
    }

    /// `client.track(…)` where `client` is a parameter, or `this.client.track(…)`: what it is may be known at a call.
    fn is_on_parameter(&self, node: Node) -> bool {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return false };
        let callee = peeled(self, Node { unit: node.unit, expr: *callee });
        let ExprKind::Member { object, property } = self.units.kind(callee) else { return false };
        if methods_named(property).next().is_none() {
            return false;
        }
        let mut object = Node { unit: node.unit, expr: *object };
        while let ExprKind::Member { object: inner, .. } = self.units.kind(object) {
            object.expr = *inner;
        }
        let (name, scope) = match self.units.kind(object) {
            ExprKind::Ident(name, scope) => (name, scope),
            ExprKind::This(_) | ExprKind::Super(_) => return true,
            _ => return false,
        };
        match self.units.lookup(object.unit, *scope, name) {
            Lookup::One(bound) => matches!(self.units.binding(bound).source, BindingSource::Parameter { .. }),
            _ => false,
        }
    }

    /// Every call in the body of a function, those of the functions inside it among them.
    pub fn all_calls_in(&self, (unit, function): FunctionRef) -> Vec<Node> {
        let facts = self.units.unit(unit);
        let mut units = Vec::new();
        let mut calls = Vec::new();
        match facts.functions[function.index()].body {
            Body::None => {}
            Body::Unit(ordinal) => units.push(self.units.child(unit, ordinal)),
            Body::Expr(expr) => {
                let body = facts.exprs[expr.index()].range;
                let inside = facts.calls.iter().filter(|call| body.contains(facts.exprs[call.index()].range));
                calls.extend(inside.map(|expr| Node { unit, expr: *expr }));
                let children = facts.children.iter().enumerate();
                let children = children.filter(|(_, child)| body.start <= child.start && child.start < body.end);
                units.extend(children.map(|(ordinal, _)| self.units.child(unit, ordinal as u32)));
            }
        }
        for outer in units {
            for unit in std::iter::once(outer).chain(self.units.inside(outer)) {
                calls.extend(self.units.unit(unit).calls.iter().map(|expr| Node { unit, expr: *expr }));
            }
        }
        calls
    }
}

fn is_for_each(method: &str) -> bool {
    matches!(method, "forEach" | "map" | "flatMap")
}
