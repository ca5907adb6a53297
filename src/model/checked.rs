//! Whether code looks at a value before it uses it.

use super::argument::Argument;
use super::call::peeled;
use super::eval::Eval;
use super::units::Node;
use crate::facts::{ExprId, ExprKind};
use ropey::Rope;

/// Whether an argument of the form `user?.id`, or its `user`, stands by itself in the judged file between `start` and the
/// argument: as a condition, most likely. What is only the left side of another member (`user.email`) is no check.
pub fn may_be_checked(eval: &Eval<'_>, rope: &Rope, argument: &Argument, start: usize) -> bool {
    let place = peeled(eval, argument.value.place);
    let ExprKind::Member { object, .. } = eval.units.kind(place) else { return false };
    let object = Node { unit: place.unit, expr: *object };
    let end = eval.units.range(place).start();
    let written = |node: Node| {
        let text = rope.byte_slice(eval.units.range(node).as_range()).to_string();
        text.replace("?.", ".").replace([' ', '\n', '!'], "")
    };
    let wanted = [written(place), written(object)];
    let within = |node: &Node| (start..end).contains(&eval.units.range(*node).start());
    let mut objects = Vec::new();
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for at in 0..facts.exprs.len() {
            let node = Node { unit, expr: ExprId(at as u32) };
            if let ExprKind::Member { object, .. } = eval.units.kind(node) {
                objects.push(Node { unit, expr: *object });
            }
            let named = matches!(eval.units.kind(node), ExprKind::Ident(..) | ExprKind::Member { .. });
            if named && within(&node) && wanted.contains(&written(node)) {
                found.push(node);
            }
        }
    }
    found.iter().any(|node| !objects.contains(node))
}

/// Whether the file writes to something called `toJSON`.
pub fn sets_to_json(eval: &Eval<'_>) -> bool {
    eval.units.iter().any(|(_, facts)| {
        facts.exprs.iter().any(|expr| matches!(&expr.kind, ExprKind::Member { property, .. } if property == "toJSON"))
    })
}
