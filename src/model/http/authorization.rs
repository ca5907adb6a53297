//! The texts that a scheme, a user and a password are composed to: `"Basic " + btoa(user + ":" + password)`.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::facts::{BinaryOp, Element, ExprKind, TemplatePart};

/// A part of a composed string.
enum Part {
    /// Text that is written there.
    Text(String),
    /// Something else.
    Value(Node),
}

/// The parts of a string that templates and sums compose.
fn parts(eval: &Eval<'_>, node: Node) -> Vec<Part> {
    let mut open = vec![Part::Value(node)];
    let mut parts: Vec<Part> = Vec::new();
    while let Some(next) = open.pop() {
        let node = match next {
            Part::Value(node) => eval.units.peeled(node),
            Part::Text(text) => {
                match parts.last_mut() {
                    Some(Part::Text(before)) => before.push_str(&text),
                    _ => parts.push(Part::Text(text)),
                }
                continue;
            }
        };
        let sibling = |expr| Node { unit: node.unit, expr };
        match eval.units.kind(node) {
            ExprKind::String(text) => open.push(Part::Text(text.to_string())),
            ExprKind::Template(all) => open.extend(all.iter().rev().map(|part| match part {
                TemplatePart::Text(text) => Part::Text(text.to_string()),
                TemplatePart::Value(expr) => Part::Value(sibling(*expr)),
            })),
            ExprKind::Binary(BinaryOp::Add, left, right) => {
                open.extend([Part::Value(sibling(*right)), Part::Value(sibling(*left))]);
            }
            _ => parts.push(Part::Value(node)),
        }
    }
    parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
    parts
}

/// The text that an expression begins with, and the one value after it.
pub fn split(eval: &Eval<'_>, node: Node) -> Option<(String, Node)> {
    match parts(eval, node).as_slice() {
        [Part::Text(text), Part::Value(rest)] => Some((text.clone(), *rest)),
        [Part::Value(first), Part::Value(rest)] => Some((eval.value(*first).as_str()?.to_string(), *rest)),
        _ => None,
    }
}

/// The expression that `btoa(…)` and `Buffer.from(…).toString("base64")` encode.
pub fn encoded(eval: &Eval<'_>, node: Node) -> Option<Node> {
    let node = eval.units.peeled(node);
    let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return None };
    let callee = eval.units.peeled(Node { unit: node.unit, expr: *callee });
    let first = |arguments: &[Element]| match arguments.first() {
        Some(Element::Item(first)) => Some(Node { unit: node.unit, expr: *first }),
        _ => None,
    };
    match eval.units.kind(callee) {
        ExprKind::Ident(name, _) if matches!(name.as_str(), "btoa" | "encode" | "base64") => first(arguments),
        ExprKind::Member { object, property } if property == "toString" => {
            let from = eval.units.peeled(Node { unit: node.unit, expr: *object });
            match eval.units.kind(from) {
                ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. } => first(arguments),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A user or a password in a composed text.
pub enum Half {
    /// Written in the text itself.
    Text(String),
    /// The value of an expression.
    Value(Node),
}

impl Half {
    /// The expression that it is the value of.
    pub fn node(self) -> Option<Node> {
        match self {
            Self::Value(node) => Some(node),
            Self::Text(_) => None,
        }
    }
}

/// The user and the password in a composed text: what is before and after its first colon. `None` where one of them is
/// composed again.
pub fn around_colon(eval: &Eval<'_>, node: Node) -> Option<(Half, Option<Half>)> {
    let (mut user, mut password, mut is_after) = (Vec::new(), Vec::new(), false);
    for part in parts(eval, node) {
        match part {
            Part::Text(text) if !is_after && text.contains(':') => {
                let (before, after) = text.split_once(':')?;
                is_after = true;
                for (half, text) in [(&mut user, before), (&mut password, after)] {
                    if !text.is_empty() {
                        half.push(Half::Text(text.to_owned()));
                    }
                }
            }
            part => {
                let half = if is_after { &mut password } else { &mut user };
                half.push(match part {
                    Part::Text(text) => Half::Text(text),
                    Part::Value(node) => Half::Value(node),
                });
            }
        }
    }
    if !is_after || user.len() != 1 || password.len() > 1 {
        return None;
    }
    Some((user.pop()?, password.pop()))
}
