//! A part of an error that is a number of seconds, and is taken for something else: for milliseconds, or for a date.

use super::handler::TakenFor;
use super::read::{ErrorTrail, parameters};
use super::retry::module_of;
use crate::eval::FunctionRef;
use crate::eval::units::{Bound, Node, places};
use crate::eval::value::ValueKind;
use crate::facts::{BinaryOp, BindingSource, ExprKind};
use crate::flow::promise::{Role, Use};
use crate::text::TextRange;
use smol_str::SmolStr;

/// The maximum number of names and functions that a number is followed through from one to the next.
const MAX_STEPS: u32 = 6;

impl ErrorTrail<'_, '_, '_> {
    /// The thing that an expression is taken for, and the call that does.
    pub(super) fn taken_for(&self, node: Node) -> Option<(TakenFor, TextRange)> {
        self.taken_within(node, MAX_STEPS)
    }

    fn taken_within(&self, node: Node, steps: u32) -> Option<(TakenFor, TextRange)> {
        let Some(steps) = steps.checked_sub(1) else {
            self.eval().hit(crate::eval::What::Steps, node);
            return None;
        };
        let outer = |expr| Node { unit: node.unit, expr };
        match self.promises.use_of(node) {
            Use::In(around, Role::Branch | Role::Left(BinaryOp::Or | BinaryOp::Nullish)) => {
                self.taken_within(outer(around), steps)
            }
            Use::In(call, Role::Argument(at)) => self.taken_by(outer(call), at, steps),
            Use::Initial(binding) => {
                let bound = Bound { unit: node.unit, binding };
                let source = &self.eval().units.binding(bound).source;
                let is_plain =
                    matches!(source, BindingSource::Variable { path, constant: true, .. } if path.is_empty());
                is_plain.then_some(bound).and_then(|bound| self.name_taken_for(bound, steps))
            }
            _ => None,
        }
    }

    /// The same for a name. A date only where nothing else is made of it: code may look for both forms.
    fn name_taken_for(&self, bound: Bound, steps: u32) -> Option<(TakenFor, TextRange)> {
        let names: Vec<Node> = self.eval().units.references(bound).collect();
        let found = names.iter().find_map(|name| self.taken_within(*name, steps))?;
        (found.0 == TakenFor::Milliseconds || names.len() == 1).then_some(found)
    }

    fn taken_by(&self, call: Node, at: u32, steps: u32) -> Option<(TakenFor, TextRange)> {
        let eval = self.eval();
        let range = eval.units.range(call);
        let callee = match eval.units.kind(call) {
            ExprKind::Call { callee, .. } => Node { expr: *callee, ..call },
            ExprKind::New { callee, .. } => {
                let class = eval.units.global_name(Node { expr: *callee, ..call })?;
                return (class == "Date" && at == 0).then_some((TakenFor::Date, range));
            }
            _ => return None,
        };
        let global = eval.units.global_name(eval.units.peeled(callee));
        match (global.map(SmolStr::as_str), at) {
            (Some("setTimeout"), 1) => return Some((TakenFor::Milliseconds, range)),
            (Some("Number" | "parseFloat" | "parseInt" | "String"), 0) => return self.taken_within(call, steps),
            (Some(_), _) => return None,
            (None, _) => {}
        }
        if let Some(on) = self.promises.receiver(call).and_then(|on| eval.units.global_name(on)) {
            return match (on.as_str(), eval.called(call).as_str()) {
                ("Number", "parseFloat" | "parseInt") if at == 0 => self.taken_within(call, steps),
                ("Date", "parse") => Some((TakenFor::Date, range)),
                _ => None,
            };
        }
        let waits =
            || module_of(eval, callee).is_some_and(|module| module.ends_with("timers/promises") || module == "delay");
        if let ValueKind::Function(unit, function, _) = eval.narrowly(callee, &None).kind {
            self.waits_for((unit, function), at).then_some((TakenFor::Milliseconds, range))
        } else {
            (at == 0 && waits()).then_some((TakenFor::Milliseconds, range))
        }
    }

    /// Returns whether a function of the project gives a parameter to `setTimeout` as it is: `sleep(ms)`.
    fn waits_for(&self, function: FunctionRef, at: u32) -> bool {
        let eval = self.eval();
        let names = parameters(eval, function, at).into_iter().filter(|(_, path)| path.is_empty());
        names.flat_map(|(bound, _)| eval.units.references(bound)).any(|name| match self.promises.use_of(name) {
            Use::In(call, Role::Argument(1)) => {
                let call = Node { expr: call, ..name };
                let ExprKind::Call { callee, arguments } = eval.units.kind(call) else { return false };
                let callee = eval.units.peeled(Node { expr: *callee, ..call });
                places(call.unit, arguments).len() >= 2
                    && eval.units.global_name(callee).is_some_and(|name| name == "setTimeout")
            }
            _ => false,
        })
    }
}
