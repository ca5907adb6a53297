//! Promises in arrays: the code that joins them, and the code that only seems to.

use super::DroppedBy;
use super::outcome::{Joined, PromiseAnalysis, PromiseOutcome};
use super::uses::{Role, Use};
use crate::facts::{BinaryOp, BindingSource, Body, Element, ExprKind};

use crate::eval::units::{Bound, Lookup, Node};

/// Methods that put something into an array.
const PUSHING: &[&str] = &["push", "unshift"];

impl PromiseAnalysis<'_, '_> {
    /// Returns the fate of an array of promises that a `map` returns.
    pub(super) fn mapped(&self, call: Node, steps: u32) -> PromiseOutcome {
        match self.joined(call, steps) {
            PromiseOutcome::Dropped { whole, how: DroppedBy::Statement } if whole == call => {
                PromiseOutcome::Dropped { whole: call, how: DroppedBy::Map }
            }
            fate => fate,
        }
    }

    /// Returns the fate of the promises in an array.
    pub(super) fn joined(&self, array: Node, steps: u32) -> PromiseOutcome {
        let outer = |expr| Node { unit: array.unit, expr };
        let Some(steps) = steps.checked_sub(1) else { return PromiseOutcome::Unknown };
        match self.use_of(array) {
            Use::In(call, Role::Argument(0)) => self.joined_by(outer(call), steps),
            Use::In(_, Role::Await) => PromiseOutcome::Dropped { whole: array, how: DroppedBy::AwaitedArray },
            Use::In(around, Role::Element) => match self.use_of(outer(around)) {
                Use::In(call, Role::Argument(0)) => match self.joining(outer(call)) {
                    Some(Joined::Failing | Joined::Settled) => {
                        let name = self.method_called(outer(call)).unwrap_or_default();
                        PromiseOutcome::Dropped { whole: array, how: DroppedBy::Nested(name) }
                    }
                    _ => PromiseOutcome::HandedOn,
                },
                _ => PromiseOutcome::HandedOn,
            },
            Use::Dropped => PromiseOutcome::Dropped { whole: array, how: DroppedBy::Statement },
            Use::Initial(binding) => self.list(Bound { unit: array.unit, binding }, array, steps),
            _ => PromiseOutcome::HandedOn,
        }
    }

    /// Returns the fate of the promises in an array that a call gets.
    fn joined_by(&self, call: Node, steps: u32) -> PromiseOutcome {
        match self.joining(call) {
            Some(Joined::Failing) => self.follow(call, call, steps),
            Some(Joined::Settled) => match self.follow(call, call, steps) {
                // Who takes `allSettled` has thought of failures.
                PromiseOutcome::Dropped { .. } | PromiseOutcome::Returned(_) => PromiseOutcome::Handled(None),
                fate => fate,
            },
            Some(Joined::One) | None => PromiseOutcome::HandedOn,
        }
    }

    /// Returns whether `Promise.all` and its kin get more than the one array that they take.
    pub(super) fn has_several(&self, call: Node) -> bool {
        let ExprKind::Call { arguments, .. } = self.eval.units.kind(call) else { return false };
        arguments.len() > 1 && arguments.iter().all(|argument| matches!(argument, Element::Item(_)))
    }

    /// Returns whether an `await` waits for `Promise.allSettled`, which never fails.
    pub(super) fn is_settled(&self, at: Node) -> bool {
        let ExprKind::Await(inner) = self.eval.units.kind(at) else { return false };
        let mut awaited = self.eval.units.peeled(Node { unit: at.unit, expr: *inner });
        if let ExprKind::Ident(name, scope) = self.eval.units.kind(awaited)
            && let Lookup::One(bound) = self.eval.units.lookup(awaited.unit, *scope, name)
            && let BindingSource::Variable { constant: true, value: Some(value), path } =
                &self.eval.units.binding(bound).source
            && path.is_empty()
        {
            awaited = self.eval.units.peeled(Node { unit: bound.unit, expr: *value });
        }
        matches!(self.joining(awaited), Some(Joined::Settled))
    }

    /// Returns whether a call puts its arguments into an array of the function around it: `pending.push(…)`.
    pub(super) fn pushes(&self, call: Node) -> bool {
        self.pushed_to(call).is_some()
    }

    /// Returns the fate of a promise that is put into an array.
    pub(super) fn pushed(&self, call: Node, whole: Node, steps: u32) -> PromiseOutcome {
        match self.pushed_to(call) {
            Some(bound) => self.list(bound, whole, steps / 2),
            None => PromiseOutcome::HandedOn,
        }
    }

    fn pushed_to(&self, call: Node) -> Option<Bound> {
        let units = &self.eval.units;
        if !PUSHING.contains(&self.method_called(call)?.as_str()) {
            return None;
        }
        let receiver = self.eval.units.peeled(self.receiver(call)?);
        let ExprKind::Ident(name, scope) = units.kind(receiver) else { return None };
        let Lookup::One(bound) = units.lookup(receiver.unit, *scope, name) else { return None };
        let BindingSource::Variable { constant: true, value: Some(value), path } = &units.binding(bound).source else {
            return None;
        };
        let value = self.eval.units.peeled(Node { unit: bound.unit, expr: *value });
        (path.is_empty() && matches!(units.kind(value), ExprKind::Array(_))).then_some(bound)
    }

    /// Returns the fate of the promises in an array that a variable holds: the best that any place makes of them. Only
    /// an array that is joined nowhere, and goes nowhere else, is dropped.
    fn list(&self, bound: Bound, whole: Node, steps: u32) -> PromiseOutcome {
        let binding = self.eval.units.binding(bound);
        let is_local = matches!(binding.source, BindingSource::Variable { constant: true, .. })
            && self.function_of(bound.unit).is_some()
            && !binding.name.starts_with('_');
        if !is_local || steps == 0 {
            return PromiseOutcome::HandedOn;
        }
        let mut dropped = None;
        for place in self.eval.units.references(bound) {
            match self.use_of(place) {
                Use::In(member, Role::Object) if self.only_looks_at(Node { unit: place.unit, expr: member }) => {}
                _ => match self.joined(place, steps / 2) {
                    fate @ PromiseOutcome::Dropped { how: DroppedBy::AwaitedArray, .. } => {
                        dropped = dropped.or(Some(fate))
                    }
                    PromiseOutcome::Dropped { how: DroppedBy::Statement, .. } => {}
                    fate => return fate,
                },
            }
        }
        dropped.unwrap_or(PromiseOutcome::Dropped { whole, how: DroppedBy::Unread(binding.name.clone()) })
    }

    /// `list.push(…)` as a statement, `list.length`: the elements of the array are not used by that.
    fn only_looks_at(&self, member: Node) -> bool {
        let ExprKind::Member { property, .. } = self.eval.units.kind(member) else { return false };
        let Use::In(call, Role::Callee) = self.use_of(member) else { return property == "length" };
        let call = Node { unit: member.unit, expr: call };
        PUSHING.contains(&property.as_str())
            && match self.use_of(call) {
                Use::Dropped => true,
                // `ids.forEach((id) => pending.push(…))`
                Use::Given(function) => {
                    let body = self.eval.units.unit(member.unit).functions[function.index()].body;
                    matches!(body, Body::Expr(_))
                        && self
                            .callback_of((member.unit, function))
                            .is_some_and(|(call, _)| self.method_called(call).is_some_and(|name| name == "forEach"))
                }
                Use::In(_, Role::Right(BinaryOp::And)) => true,
                _ => false,
            }
    }
}
