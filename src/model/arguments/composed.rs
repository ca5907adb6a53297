//! Composed strings: templates and concatenations some parts of which are not known.

use crate::eval::units::Node;
use crate::eval::value::{TimeUnit, Value, ValueKind};
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, Element, ExprKind, TemplatePart};
use crate::text::TextRange;
use smol_str::SmolStr;

/// The maximum depth to which names are searched inside calls. Expressions further inside have no name, like most
/// calls: a message has one word less.
const MAX_CALLS: u32 = 4;
/// The maximum number of nested sums and templates into which a string is taken apart.
const MAX_PARTS: u32 = 256;

/// A part of a composed string.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Known text, or one of several known ones: it varies only with the code.
    Fixed,
    /// A part that is unknown until it runs.
    Varying {
        /// Its range, when it is in the analyzed file.
        at: Option<TextRange>,
        /// The last word of its name: `orderId` in `cart.orderId`; with the one before it where it says little:
        /// `user_id` in `String(user.id)`. Empty where it has none.
        name: SmolStr,
        /// True when it is a parameter or a variable by itself: `orderId`.
        is_variable: bool,
        /// True when it is a time or a random value, new each time.
        is_new_each_time: bool,
    },
}

/// The pieces of a value that is a composed string, and the known strings among them; `None` for anything else, and
/// when no piece varies.
pub fn pieces(eval: &Eval<'_>, value: &Value) -> Option<(Vec<Piece>, String)> {
    if !value.kind.is_unknown() && !matches!(value.kind, ValueKind::Number(_)) {
        return None;
    }
    let (mut pieces, mut text) = (Vec::new(), String::new());
    match eval.units.kind(eval.units.peeled(value.node)) {
        ExprKind::Template(_) => {}
        ExprKind::Binary(BinaryOp::Add, ..) => {}
        ExprKind::Call { .. } if joined(eval, eval.units.peeled(value.node)).is_some() => {}
        _ => return None,
    }
    collect(eval, value.node, 0, &mut pieces, &mut text);
    let varies = pieces.iter().any(|piece| *piece != Piece::Fixed);
    // A sum of numbers, or one thing in a template: no text of several parts.
    (varies && !text.is_empty()).then_some((pieces, text))
}

fn collect(eval: &Eval<'_>, node: Node, depth: u32, pieces: &mut Vec<Piece>, text: &mut String) {
    let node = eval.units.peeled(node);
    let sibling = |expr| Node { unit: node.unit, expr };
    match (eval.units.kind(node), joined(eval, node)) {
        (ExprKind::Template(parts), _) if depth < MAX_PARTS => {
            for part in parts {
                match part {
                    TemplatePart::Text(part) => {
                        text.push_str(part);
                        pieces.push(Piece::Fixed);
                    }
                    TemplatePart::Value(expr) => collect(eval, sibling(*expr), depth + 1, pieces, text),
                }
            }
        }
        (ExprKind::Binary(BinaryOp::Add, left, right), _) if depth < MAX_PARTS => {
            collect(eval, sibling(*left), depth + 1, pieces, text);
            collect(eval, sibling(*right), depth + 1, pieces, text);
        }
        // `["order", id].join("_")`
        (_, Some((elements, between))) if depth < MAX_PARTS => {
            for (at, element) in elements.into_iter().enumerate() {
                if at > 0 {
                    text.push_str(&between);
                    pieces.push(Piece::Fixed);
                }
                collect(eval, element, depth + 1, pieces, text);
            }
        }
        (kind, joined) => {
            let is_composed =
                joined.is_some() || matches!(kind, ExprKind::Template(_) | ExprKind::Binary(BinaryOp::Add, ..));
            if depth >= MAX_PARTS && is_composed {
                eval.hit(What::Depth, node);
            }
            pieces.push(piece(eval, node, text));
        }
    }
}

/// The elements of a list that is written in place and joined, and the text between them.
fn joined(eval: &Eval<'_>, call: Node) -> Option<(Vec<Node>, SmolStr)> {
    let ExprKind::Call { callee, arguments } = eval.units.kind(call) else { return None };
    let of = |expr| eval.units.peeled(Node { unit: call.unit, expr });
    let ExprKind::Member { object, property } = eval.units.kind(of(*callee)) else { return None };
    let (ExprKind::Array(elements), "join") = (eval.units.kind(of(*object)), property.as_str()) else { return None };
    let between = match &arguments[..] {
        [] => SmolStr::new_static(","),
        [Element::Item(between)] => eval.value(of(*between)).as_str()?.clone(),
        _ => return None,
    };
    let elements = elements.iter().map(|element| match element {
        Element::Item(expr) => Some(of(*expr)),
        _ => None,
    });
    Some((elements.collect::<Option<_>>()?, between))
}

fn piece(eval: &Eval<'_>, node: Node, text: &mut String) -> Piece {
    let value = eval.value(node);
    if let Some(known) = value.as_str() {
        text.push_str(known);
        return Piece::Fixed;
    }
    if value.kind.is_unknown() && eval.has_few_values(node) {
        return Piece::Fixed;
    }
    varying_or_fixed(eval, node, &value)
}

fn varying_or_fixed(eval: &Eval<'_>, node: Node, value: &Value) -> Piece {
    // What is set once for a whole deployment does not vary either.
    let fixed = |case: &Value| match &case.kind {
        ValueKind::Str(_) | ValueKind::Env(_) | ValueKind::Bool(_) | ValueKind::Undefined | ValueKind::Null => true,
        ValueKind::Number(number) => number.unit == TimeUnit::Plain && number.value.is_some(),
        _ => false,
    };
    if value.cases().iter().all(fixed) {
        return Piece::Fixed;
    }
    varying(eval, node, value)
}

/// A value that varies, as a piece of a text.
pub fn varying(eval: &Eval<'_>, node: Node, value: &Value) -> Piece {
    let (name, of) = name(eval, node, MAX_CALLS);
    let timed = |case: &Value| match &case.kind {
        ValueKind::Number(number) => number.unit != TimeUnit::Plain,
        ValueKind::Date(..) | ValueKind::DateText { .. } => true,
        _ => false,
    };
    Piece::Varying {
        at: node.is_here().then(|| eval.units.range(node)),
        is_variable: matches!(eval.units.kind(node), ExprKind::Ident(..)),
        is_new_each_time: value.cases().iter().any(timed) || of.is_some_and(|made| RANDOM.contains(&made.as_str())),
        name,
    }
}

/// Functions that give another value each time.
const RANDOM: &[&str] =
    &["cuid", "nanoid", "now", "random", "randomBytes", "randomInt", "randomUUID", "ulid", "uuid", "uuidv4"];

/// The last word of an expression's name; empty where it has none.
pub fn name_of(eval: &Eval<'_>, node: Node) -> SmolStr {
    name(eval, node, MAX_CALLS).0
}

/// Returns the name of an expression, and the function that creates it when that takes no arguments.
fn name(eval: &Eval<'_>, node: Node, left: u32) -> (SmolStr, Option<SmolStr>) {
    let node = eval.units.peeled(node);
    let sibling = |expr| Node { unit: node.unit, expr };
    match eval.units.kind(node) {
        ExprKind::Ident(name, _) => (name.clone(), None),
        ExprKind::Member { object, property } => {
            // The word alone says little: `user.name` is another thing than `product.name`.
            let whole = matches!(property.as_str(), "name" | "id" | "value").then(|| name(eval, sibling(*object), 1).0);
            let whole = whole.filter(|whole| !whole.is_empty() && !whole.contains('_'));
            (whole.map_or(property.clone(), |whole| SmolStr::from_iter([&whole, "_", property.as_str()])), None)
        }
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, first, _) if left > 0 => {
            name(eval, sibling(*first), left - 1)
        }
        ExprKind::Call { callee, arguments } if left > 0 => {
            // `String(user.id)`, `slug(title)`: the thing, and not what is done to it.
            if let [Element::Item(only), ..] = arguments.as_ref()
                && let (inner, _) = name(eval, sibling(*only), left - 1)
                && !inner.is_empty()
            {
                return (inner, None);
            }
            // `plan.toLowerCase()`
            let made = eval.called(node);
            match eval.units.kind(eval.units.peeled(sibling(*callee))) {
                ExprKind::Member { object, .. } if !RANDOM.contains(&made.as_str()) => {
                    (name(eval, sibling(*object), left - 1).0, None)
                }
                _ => (made.clone(), Some(made)),
            }
        }
        _ => (SmolStr::default(), None),
    }
}
