//! Objects that others may put something into.

use super::argument::Argument;
use super::call::{on_client, peeled};
use super::eval::Eval;
use super::units::{Node, UnitId};
use super::value::Kind;
use crate::facts::{Element, ExprKind};
use crate::sdk::Export;

/// Methods that only look at what they are given.
const ONLY_READ: [(&str, &str); 5] =
    [("JSON", "stringify"), ("Object", "entries"), ("Object", "freeze"), ("Object", "keys"), ("Object", "values")];

/// What logs are called.
const LOGS: [&str; 3] = ["console", "log", "logger"];

/// Whether an argument is an object of a variable that is also handed to a function, other than by the call that it is an
/// argument of: `Object.assign(data, more)`, `complete(data)`.
pub fn may_grow(eval: &Eval<'_>, argument: &Argument) -> bool {
    let Kind::Object(object) = &argument.value.kind else { return false };
    let Some(bound) = object.bound else { return false };
    eval.units.references(bound).any(|reference| {
        let unit = reference.unit;
        let calls = eval.units.unit(unit).calls.iter().map(|expr| Node { unit, expr: *expr });
        let mut others = calls.filter(|call| !is_own(eval, *call, argument));
        others.any(|call| is_given(eval, call, reference) && !only_reads(eval, call))
    })
}

fn is_own(eval: &Eval<'_>, call: Node, argument: &Argument) -> bool {
    call.is_here() && eval.units.range(call) == argument.within
}

fn is_given(eval: &Eval<'_>, call: Node, reference: Node) -> bool {
    let (ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. }) = eval.units.kind(call) else {
        return false;
    };
    let is_it = |unit: UnitId, expr| peeled(eval, Node { unit, expr }) == reference;
    arguments.iter().any(|element| matches!(element, Element::Item(expr) if is_it(call.unit, *expr)))
}

/// Whether a function looks at what it is given, and no more: a log, the SDK, a few of JavaScript's own.
fn only_reads(eval: &Eval<'_>, call: Node) -> bool {
    let (ExprKind::Call { callee, .. } | ExprKind::New { callee, .. }) = eval.units.kind(call) else { return false };
    let callee = peeled(eval, Node { unit: call.unit, expr: *callee });
    if let ExprKind::Member { object, property } = eval.units.kind(callee)
        && let ExprKind::Ident(name, _) = eval.units.kind(Node { unit: call.unit, expr: *object })
        && (LOGS.contains(&name.as_str()) || ONLY_READ.contains(&(name.as_str(), property.as_str())))
    {
        return true;
    }
    matches!(eval.value(callee).kind, Kind::Export(Export::Request(_))) || on_client(eval, call, &None).is_some()
}
