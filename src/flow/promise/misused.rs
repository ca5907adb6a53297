//! Promises that are used as if they were their results: tested, compared, written out; and callbacks whose promise is
//! ignored.

use super::outcome::PromiseAnalysis;
use super::uses::{Role, Use};
use super::{ReturnedEarly, TryPart};
use crate::eval::{ListMethod, What};
use crate::facts::{Element, ExprKind};

use crate::eval::units::{Lookup, Node};
use crate::eval::value::ValueKind;
use smol_str::SmolStr;

/// Functions of Node and of browsers that call a function later, and look at nothing that it gives.
const TIMERS: &[&str] = &["queueMicrotask", "requestAnimationFrame", "setImmediate", "setInterval", "setTimeout"];
/// Methods of emitters that keep a function for later.
const LISTENING: &[&str] = &["addListener", "on", "once", "prependListener", "prependOnceListener"];
/// The names of web frameworks' response objects.
const RESPONSES: &[&str] = &["c", "ctx", "reply", "res", "response"];

/// Returns whether a function calls another one later, by itself: `setTimeout`, `process.nextTick`.
pub(super) fn is_timer(name: &str) -> bool {
    name == "nextTick" || TIMERS.contains(&name)
}

impl PromiseAnalysis<'_, '_> {
    /// The name of a function that calls the function at `at` of its arguments, and looks at nothing that this gives.
    pub(super) fn ignores(&self, call: Node, at: u32) -> Option<SmolStr> {
        let ExprKind::Call { callee, .. } = self.eval.units.kind(call) else { return None };
        let callee = self.eval.units.peeled(Node { unit: call.unit, expr: *callee });
        match (self.eval.units.kind(callee), at) {
            (ExprKind::Ident(name, _), 0) if TIMERS.contains(&name.as_str()) => {
                self.eval.units.global_name(callee).cloned()
            }
            (ExprKind::Member { object, property }, _) => {
                let object = Node { unit: call.unit, expr: *object };
                let listens = match (property.as_str(), at) {
                    ("nextTick", 0) => self.is_global(object, "process"),
                    ("addEventListener", 1) => true,
                    (name, 0) if TIMERS.contains(&name) => {
                        self.is_global(object, "globalThis") || self.is_global(object, "window")
                    }
                    (name, 1) if LISTENING.contains(&name) => {
                        self.is_global(object, "process") || self.is_emitter(object)
                    }
                    _ => false,
                };
                listens.then(|| property.clone())
            }
            _ => None,
        }
    }

    fn is_global(&self, node: Node, global: &str) -> bool {
        self.eval.units.global_name(self.eval.units.peeled(node)).is_some_and(|name| name == global)
    }

    /// Returns whether something is made as an `EventEmitter` of Node. Emitters of other packages may wait for their
    /// listeners.
    fn is_emitter(&self, node: Node) -> bool {
        use crate::facts::{BindingSource, Imported};
        let units = &self.eval.units;
        let ExprKind::Ident(name, scope) = units.kind(self.eval.units.peeled(node)) else { return false };
        let Lookup::One(bound) = units.lookup(node.unit, *scope, name) else { return false };
        let BindingSource::Variable { constant: true, value: Some(value), path } = &units.binding(bound).source else {
            return false;
        };
        let made = self.eval.units.peeled(Node { unit: bound.unit, expr: *value });
        let ExprKind::New { callee, .. } = units.kind(made) else { return false };
        let ExprKind::Ident(class, scope) = units.kind(Node { unit: made.unit, expr: *callee }) else { return false };
        let Lookup::One(class) = units.lookup(made.unit, *scope, class) else { return false };
        match &units.binding(class).source {
            BindingSource::Import { import, what } if path.is_empty() => {
                let module = units.unit(class.unit).imports[*import as usize].module.as_str();
                let named = matches!(what, Imported::Default) || *what == Imported::Named("EventEmitter".into());
                named && matches!(module, "events" | "node:events")
            }
            _ => false,
        }
    }

    /// Returns whether a call turns its argument into JSON: `res.json(…)`, `JSON.stringify(…)`.
    pub(super) fn writes(&self, call: Node) -> bool {
        let method = self.method_called(call);
        match method.as_deref() {
            Some("stringify") => self.called_of_global(call, "JSON").is_some(),
            Some("json")
                if self.receiver(call).is_some_and(|it| {
                    self.is_global(it, "Response")
                        || matches!(self.eval.units.kind(it), ExprKind::Ident(name, _) if name == "NextResponse")
                }) =>
            {
                true
            }
            Some("json" | "jsonp" | "send") => self.receiver(call).is_some_and(|of| self.is_response(of)),
            _ => false,
        }
    }

    /// Returns whether an object, or one that it is a part of, is turned into JSON: `res.json({ sent: promise })`.
    pub(super) fn writes_whole(&self, mut object: Node) -> bool {
        for _ in 0..super::outcome::MAX_STEPS {
            if !matches!(self.eval.units.kind(object), ExprKind::Object(_) | ExprKind::Array(_)) {
                return false;
            }
            object.expr = match self.use_of(object) {
                Use::In(call, Role::Argument(0)) => return self.writes(Node { unit: object.unit, expr: call }),
                Use::In(outer, Role::Kept | Role::Element) => outer,
                _ => return false,
            };
        }
        self.eval.hit(What::Steps, object);
        false
    }

    /// `res`, `res.status(200)`
    fn is_response(&self, node: Node) -> bool {
        let node = self.eval.units.peeled(node);
        match self.eval.units.kind(node) {
            ExprKind::Ident(name, _) => RESPONSES.contains(&name.as_str()),
            ExprKind::Call { .. } => self.receiver(node).is_some_and(|of| self.is_response(of)),
            _ => false,
        }
    }

    /// Returns whether a comparison is one with a value: with nothing, it may ask whether a promise is there at all.
    pub(super) fn is_compared(&self, comparison: Node) -> bool {
        let ExprKind::Binary(_, left, right) = self.eval.units.kind(comparison) else { return false };
        let at = |expr| Node { unit: comparison.unit, expr };
        let is_call = matches!(self.eval.units.kind(self.eval.units.peeled(at(*left))), ExprKind::Call { .. });
        let other = self.eval.value(at(*right)).kind;
        is_call || matches!(other, ValueKind::Bool(_) | ValueKind::Str(_) | ValueKind::Number(_))
    }

    /// Returns whether a template is one of a tag, which may do anything with its values.
    pub(super) fn is_tagged(&self, template: Node) -> bool {
        !matches!(self.eval.units.kind(template), ExprKind::Template(_))
            || matches!(self.use_of(template), Use::In(_, Role::Kept | Role::Callee) | Use::Unknown)
    }

    /// The `return` in the `try` of an `async` function that hands a promise on: a later failure is not seen there.
    pub(super) fn returned_early(&self, node: Node) -> Option<(Node, ReturnedEarly)> {
        let returned = self.as_returned(node)?;
        let (unit, function) = self.function_of(returned.unit)?;
        let facts = &self.eval.units.unit(unit).functions[function.index()];
        if !facts.is_async || facts.generator {
            return None;
        }
        let mut tries: Vec<_> = self.tries(returned).filter(|(_, part)| *part == TryPart::Block).collect();
        tries.sort_by_key(|(it, _)| it.block.len());
        let caught = tries.iter().any(|(it, _)| it.handler.is_some());
        tries.first()?;
        Some((returned, ReturnedEarly { whole: self.eval.units.range(returned), caught }))
    }

    /// The expression of a `return` that a promise is, by itself or among others.
    fn as_returned(&self, mut node: Node) -> Option<Node> {
        for _ in 0..super::outcome::MAX_STEPS {
            let outer = |expr| Node { unit: node.unit, expr };
            node = match self.uses(node.unit).get(node.expr) {
                Use::Returned => return Some(node),
                Use::In(around, Role::Around | Role::Branch | Role::Right(_)) => outer(around),
                Use::In(call, Role::Argument(0)) if self.called_of_global(outer(call), "Promise").is_some() => {
                    let settled = self.method_called(outer(call)).is_some_and(|name| name == "allSettled");
                    if settled {
                        return None;
                    }
                    outer(call)
                }
                Use::In(array, Role::Element) => outer(array),
                // `Promise.all(ids.map((id) => …))`
                Use::Given(function) => {
                    let (call, at) = self.callback_of((node.unit, function))?;
                    let maps = self.method_called(call).is_some_and(|name| ListMethod::maps(&name));
                    (at == 0 && maps).then_some(call)?
                }
                Use::In(member, Role::Object) => {
                    let ExprKind::Member { property, .. } = self.eval.units.kind(outer(member)) else { return None };
                    let Use::In(call, Role::Callee) = self.use_of(outer(member)) else { return None };
                    let ExprKind::Call { arguments, .. } = self.eval.units.kind(outer(call)) else { return None };
                    let passes = match (property.as_str(), arguments.len()) {
                        ("then", 1) => matches!(arguments[0], Element::Item(_)),
                        ("finally", _) => true,
                        _ => false,
                    };
                    passes.then(|| outer(call))?
                }
                _ => return None,
            };
        }
        self.eval.hit(What::Steps, node);
        None
    }
}
