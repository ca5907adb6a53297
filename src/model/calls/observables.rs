//! Requests that are sent only when something subscribes to the Observable of them, and nothing does.

use crate::eval::units::{Bound, Node};
use crate::facts::{BindingSource, ExprKind};
use crate::flow::promise::{PromiseAnalysis, Role, Use};

/// The expression with which the Observable of a request is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unsubscribed {
    /// The whole expression: the call, or the chain that it is a part of.
    pub whole: Node,
    /// True when it is a statement by itself, to which `.subscribe()` can be added.
    pub is_statement: bool,
}

/// Returns the place where the Observable of a request is dropped. `way` are the calls inside one another that lead to it,
/// the one in the analyzed file first: functions of the project may return it.
pub(super) fn unsubscribed(promises: &PromiseAnalysis<'_, '_>, way: &[Node]) -> Option<Unsubscribed> {
    let (site, inner) = way.split_first()?;
    if !inner.iter().all(|call| is_returned(promises, *call)) {
        return None;
    }
    let whole = piped(promises, *site)?;
    let dropped = |whole: Node, is_statement: bool| Some(Unsubscribed { whole, is_statement });
    match promises.use_of(whole) {
        Use::Dropped => dropped(whole, true),
        Use::In(_, Role::Void) => dropped(whole, false),
        // What is awaited is no promise, and is there at once.
        Use::In(wait, Role::Await) => match promises.use_of(Node { expr: wait, ..whole }) {
            Use::Dropped => dropped(whole, false),
            _ => None,
        },
        Use::Initial(binding) => {
            let bound = Bound { unit: whole.unit, binding };
            let units = &promises.eval().units;
            let binding = units.binding(bound);
            let is_local = matches!(&binding.source, BindingSource::Variable { path, .. } if path.is_empty())
                && promises.function_of(bound.unit).is_some();
            let is_unread = is_local && !binding.name.starts_with('_') && units.references(bound).next().is_none();
            if is_unread { dropped(whole, false) } else { None }
        }
        _ => None,
    }
}

/// Returns whether the function around a call returns what it gives.
fn is_returned(promises: &PromiseAnalysis<'_, '_>, call: Node) -> bool {
    piped(promises, call).is_some_and(|whole| matches!(promises.use_of(whole), Use::Returned | Use::Given(_)))
}

/// The chain of `pipe` that a call begins; `None` where another method is called on it: it subscribes, or may.
fn piped(promises: &PromiseAnalysis<'_, '_>, call: Node) -> Option<Node> {
    let mut whole = call;
    while let Use::In(member, Role::Object) = promises.use_of(whole) {
        let member = Node { expr: member, ..whole };
        let ExprKind::Member { property, .. } = promises.eval().units.kind(member) else { return None };
        let Use::In(call, Role::Callee) = promises.use_of(member) else { return None };
        if property != "pipe" {
            return None;
        }
        whole.expr = call;
    }
    Some(whole)
}
