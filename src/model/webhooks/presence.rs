//! A signature that is only looked for: whether it is there, and not whether it is right.

use super::is_header;
use super::unchecked::names_one_of;
use crate::facts::{BinaryOp, BindingSource, Element, ExprKind, UnaryOp};

use crate::eval::Eval;
use crate::eval::units::{Bound, Lookup, Node};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::text::TextRange;

/// Parts of the names of anything that may check a signature, or authenticate the sender.
const CHECKS: &[&str] =
    &["auth", "createhash", "digest", "guard", "hmac", "password", "secret", "subtle", "timingsafe", "token", "verif"];

/// The places of the analyzed file that read the signature of a webhook and look at nothing but whether it is there.
pub fn looked_for(eval: &Eval<'_>) -> Vec<TextRange> {
    if eval.units.iter().any(|(_, facts)| names_one_of(facts, CHECKS)) {
        return Vec::new();
    }
    let promises = PromiseAnalysis::new(eval);
    let mut found = Vec::new();
    for (node, _) in eval.units.expressions() {
        if let Some(holder) = read_from(eval, node)
            && is_only_looked_for(eval, &promises, node)
            && is_handed_to_nobody(eval, &promises, holder)
        {
            found.push(eval.units.range(node));
        }
    }
    found
}

/// Returns the object that a signature is read from: `req` of `req.headers["x-cio-signature"]`,
/// `req.get("x-cio-signature")`.
fn read_from(eval: &Eval<'_>, node: Node) -> Option<Node> {
    let sibling = |expr| Node { unit: node.unit, expr };
    let (object, name) = match eval.units.kind(node) {
        ExprKind::Index { object, index } => (*object, *index),
        ExprKind::Call { callee, arguments } if matches!(eval.called(node).as_str(), "get" | "header") => {
            let ExprKind::Member { object, .. } = eval.units.kind(eval.units.peeled(sibling(*callee))) else {
                return None;
            };
            let [Element::Item(name)] = arguments[..] else { return None };
            (*object, name)
        }
        _ => return None,
    };
    // Nothing is evaluated for what is no text at all.
    let is_text = matches!(eval.units.kind(sibling(name)), ExprKind::String(_) | ExprKind::Ident(..));
    if !is_text || !is_header(eval, sibling(name)) {
        return None;
    }
    let mut holder = eval.units.peeled(sibling(object));
    while let ExprKind::Member { object, .. } = eval.units.kind(holder) {
        holder = eval.units.peeled(Node { unit: holder.unit, expr: *object });
    }
    Some(holder)
}

/// Returns whether a signature is only tested for its presence.
fn is_only_looked_for(eval: &Eval<'_>, promises: &PromiseAnalysis<'_, '_>, node: Node) -> bool {
    match promises.use_of(node) {
        Use::Initial(binding) => {
            let bound = Bound { unit: node.unit, binding };
            let mut places = eval.units.references(bound).peekable();
            places.peek().is_some()
                && places.all(|place| is_test(eval, promises, place))
                && eval.units.writes_to(bound).next().is_none()
                && !eval.units.is_exported(bound)
        }
        _ => is_test(eval, promises, node),
    }
}

/// `!here`, `here === undefined`, `here && …`
fn is_test(eval: &Eval<'_>, promises: &PromiseAnalysis<'_, '_>, node: Node) -> bool {
    let Use::In(outer, role) = promises.use_of(node) else { return false };
    let outer = eval.units.kind(Node { unit: node.unit, expr: outer });
    match (role, outer) {
        (Role::Test, ExprKind::Unary(op, _)) => *op == UnaryOp::Not,
        (Role::Left(BinaryOp::And), _) => true,
        (
            Role::Left(BinaryOp::Equal | BinaryOp::Unequal) | Role::Right(BinaryOp::Equal | BinaryOp::Unequal),
            ExprKind::Binary(_, left, right),
        ) => [left, right].into_iter().any(|side| match eval.units.kind(Node { unit: node.unit, expr: *side }) {
            ExprKind::Undefined | ExprKind::Null => true,
            ExprKind::String(text) => text.is_empty(),
            _ => false,
        }),
        _ => false,
    }
}

/// Returns whether a request is the parameter of a handler that does not pass it on.
fn is_handed_to_nobody(eval: &Eval<'_>, promises: &PromiseAnalysis<'_, '_>, request: Node) -> bool {
    let ExprKind::Ident(name, scope) = eval.units.kind(request) else { return false };
    let Lookup::One(bound) = eval.units.lookup(request.unit, *scope, name) else { return false };
    matches!(eval.units.binding(bound).source, BindingSource::Parameter { .. })
        && eval.units.references(bound).all(|place| matches!(promises.use_of(place), Use::In(_, Role::Object)))
}
