//! Names that are data: an expression whose value comes from input or storage, with nothing around it.

use super::composed::{Piece, varying};
use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::value::{Value, ValueKind};
use crate::facts::{BinaryOp, Element, ExprId, ExprKind};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// The parts of a request that its sender controls.
const OF_REQUEST: &[&str] = &["body", "params", "query", "searchParams"];
const REQUESTS: &[&str] = &["c", "context", "ctx", "event", "req", "request"];
/// Methods that test whether a value is known, or let only some values pass.
const LOOKS_UP: &[&str] = &["get", "has", "includes", "indexOf", "parse", "safeParse"];

/// The known part of a name that is one whole value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// True when it comes with a request: `req.body.type`.
    pub is_from_request: bool,
}

/// A value that is not known, as the only piece of a name. `None` for anything but a variable or a member of something,
/// for a value whose type allows only a few, and for one that the file compares or looks up.
pub fn datum(eval: &Eval<'_>, value: &Value, told_apart: &ToldApart) -> Option<(Piece, Whole)> {
    if !matches!(
        value.kind,
        ValueKind::Unknown | ValueKind::Number(_) | ValueKind::Date(..) | ValueKind::DateText { .. }
    ) {
        return None;
    }
    let node = eval.units.peeled(value.node);
    if !matches!(eval.units.kind(node), ExprKind::Ident(..) | ExprKind::Member { .. } | ExprKind::Call { .. }) {
        return None;
    }
    if eval.has_type_of_its_own(node) || told_apart.has(eval, node) {
        return None;
    }
    let piece = varying(eval, node, value);
    Some((piece, Whole { is_from_request: is_from_request(eval, node) }))
}

/// `req.body.type`, `request.query.kind`
fn is_from_request(eval: &Eval<'_>, node: Node) -> bool {
    let (mut node, mut part) = (node, None);
    loop {
        node = eval.units.peeled(node);
        let next = match eval.units.kind(node) {
            ExprKind::Member { object, property } => {
                part = Some(property);
                *object
            }
            ExprKind::Index { object, .. } => *object,
            ExprKind::Ident(name, _) => {
                return REQUESTS.contains(&name.as_str())
                    && part.is_some_and(|part| OF_REQUEST.contains(&part.as_str()));
            }
            _ => return false,
        };
        node = Node { unit: node.unit, expr: next };
    }
}

/// The chains of members whose values a file tells apart, by their words: `if (NAMES.includes(req.body.type))`,
/// `req.body.type === "paid"`, `switch (req.body.type)`, `NAMES[req.body.type]`. Only some of them come further then.
#[derive(Debug, Default)]
pub struct ToldApart(OnceCell<FxHashSet<String>>);

impl ToldApart {
    fn has(&self, eval: &Eval<'_>, node: Node) -> bool {
        let words = chain(eval, node);
        words.is_some_and(|words| self.0.get_or_init(|| told_apart(eval)).contains(&words))
    }
}

fn told_apart(eval: &Eval<'_>) -> FxHashSet<String> {
    let mut found = FxHashSet::default();
    for (unit, facts) in eval.units.iter() {
        let mut tell = |expr: ExprId| found.extend(chain(eval, Node { unit, expr }));
        for (at, expr) in facts.exprs.iter().enumerate() {
            match &expr.kind {
                ExprKind::Binary(BinaryOp::Equal | BinaryOp::Unequal, left, right) => {
                    tell(*left);
                    tell(*right);
                }
                ExprKind::Index { index, .. } => tell(*index),
                ExprKind::Call { arguments, .. } => {
                    let called = eval.called(Node { unit, expr: ExprId(at as u32) });
                    if let ([Element::Item(only)], true) = (&arguments[..], LOOKS_UP.contains(&called.as_str())) {
                        tell(*only);
                    }
                }
                _ => {}
            }
        }
        facts.flow.cases.iter().for_each(|case| tell(case.of));
    }
    found
}

/// The words of a chain of members, `req.body.type`.
fn chain(eval: &Eval<'_>, node: Node) -> Option<String> {
    let mut words = String::new();
    let mut node = eval.units.peeled(node);
    loop {
        match eval.units.kind(node) {
            ExprKind::Member { object, property } => {
                words.push_str(property);
                words.push('.');
                node = eval.units.peeled(Node { unit: node.unit, expr: *object });
            }
            ExprKind::Ident(name, _) => {
                words.push_str(name);
                return Some(words);
            }
            _ => return None,
        }
    }
}
