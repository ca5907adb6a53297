//! Answers to requests that the code writes.

use super::known::bound;
use super::sinks::last_name;
use super::thing::Sink;
use crate::facts::{BindingSource, ExprKind};

use crate::eval::Eval;
use crate::eval::units::Node;
use smol_str::{SmolStr, format_smolstr};

/// The usual names of the parameter that a route responds with.
const RESPONSES: &[&str] = &["reply", "res", "response"];
/// Methods that send their argument.
const SENDS: &[&str] = &["end", "json", "jsonp", "send", "write"];
/// Methods that give the response back.
const SAME: &[&str] = &["code", "cookie", "header", "set", "status", "type"];

/// The way a call sends its first argument, when that is the response to a request.
pub(super) fn sink(eval: &Eval<'_>, call: Node) -> Option<Sink> {
    let sibling = |expr| Node { unit: call.unit, expr };
    let label = match eval.units.kind(call) {
        ExprKind::New { callee, .. } => {
            let callee = eval.units.peeled(sibling(*callee));
            let is_it = eval.units.global_name(callee).is_some_and(|name| name == "Response");
            is_it.then(|| SmolStr::new_static("new Response"))
        }
        ExprKind::Call { callee, .. } => match eval.units.kind(eval.units.peeled(sibling(*callee))) {
            ExprKind::Member { object, property } => {
                let object = eval.units.peeled(sibling(*object));
                let class =
                    if matches!(eval.units.kind(object), ExprKind::Ident(..)) { last_name(eval, object) } else { None };
                match class.as_deref() {
                    Some("Response") if property == "json" && eval.units.global_name(object).is_some() => {
                        Some(SmolStr::new_static("Response.json"))
                    }
                    Some("NextResponse") if property == "json" => Some(SmolStr::new_static("NextResponse.json")),
                    _ => sent(eval, object, property),
                }
            }
            _ => None,
        },
        _ => None,
    };
    label.map(Sink::Response)
}

/// `res.json`, `res.status(200).send`: of the second parameter of a function, or a later one.
fn sent(eval: &Eval<'_>, mut object: Node, method: &str) -> Option<SmolStr> {
    if !SENDS.contains(&method) {
        return None;
    }
    while let ExprKind::Call { callee, .. } = eval.units.kind(object) {
        let ExprKind::Member { object: inner, property } =
            eval.units.kind(eval.units.peeled(Node { unit: object.unit, expr: *callee }))
        else {
            return None;
        };
        if !SAME.contains(&property.as_str()) {
            return None;
        }
        object = eval.units.peeled(Node { unit: object.unit, expr: *inner });
    }
    let ExprKind::Ident(name, _) = eval.units.kind(object) else { return None };
    let bound = bound(eval, object)?;
    if !RESPONSES.contains(&name.as_str()) {
        return None;
    }
    match &eval.units.binding(bound).source {
        BindingSource::Parameter { index: 1.., path, .. } if path.is_empty() => {
            Some(format_smolstr!("{name}.{method}"))
        }
        _ => None,
    }
}
