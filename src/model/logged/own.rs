//! Functions of the project that write their arguments into a log.

use super::thing::Sink;
use super::{known, sinks};
use crate::facts::{BinaryOp, Element, ExprKind, Property, TemplatePart};

use crate::eval::units::Node;
use crate::eval::value::ValueKind;
use crate::eval::{Eval, What};
use crate::model::errors::parameters;

/// The maximum depth of the parameter in the written value.
const MAX_DEPTH: u32 = 16;

/// The sink of the argument of a call at a place, by the function of the project that is called.
pub(super) fn sink(eval: &Eval<'_>, call: Node, at: usize) -> Option<Sink> {
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
    let callee = Node { unit: call.unit, expr: *callee };
    let ValueKind::Function(unit, function, _) = eval.narrowly(callee, &None).kind else { return None };
    let bound: Vec<_> = parameters(eval, (unit, function), at as u32)
        .into_iter()
        .filter(|(_, path)| path.is_empty())
        .map(|(bound, _)| bound)
        .collect();
    if bound.is_empty() {
        return None;
    }
    let is_parameter = |node: Node| known::bound(eval, node).is_some_and(|found| bound.contains(&found));
    let writes = |call: &Node| {
        let ExprKind::Call { arguments, .. } = eval.units.kind(*call) else { return false };
        let items = arguments.iter().filter_map(|argument| match argument {
            Element::Item(expr) | Element::Spread(Some(expr)) => Some(Node { unit: call.unit, expr: *expr }),
            _ => None,
        });
        // A look at the arguments first: most calls have nothing to do with the parameter.
        let mut shown = items.filter(|node| shows(eval, *node, &is_parameter, 0));
        shown.next().is_some() && matches!(sinks::sink(eval, *call), Some(Sink::Log(_)))
    };
    let is_written = eval.all_calls_in((unit, function)).iter().any(writes);
    is_written.then(|| Sink::Log(eval.called(call)))
}

/// Returns whether an expression, written, shows the whole value of an expression that `is` accepts.
fn shows(eval: &Eval<'_>, node: Node, is: &dyn Fn(Node) -> bool, depth: u32) -> bool {
    if depth > MAX_DEPTH {
        eval.hit(What::Depth, node);
        return false;
    }
    let node = eval.units.peeled(node);
    let of = |expr| shows(eval, Node { unit: node.unit, expr }, is, depth + 1);
    match eval.units.kind(node) {
        ExprKind::Ident(..) => is(node),
        ExprKind::Template(parts) => parts.iter().any(|part| matches!(part, TemplatePart::Value(value) if of(*value))),
        ExprKind::Binary(BinaryOp::Add | BinaryOp::Or | BinaryOp::Nullish, left, right) => of(*left) || of(*right),
        ExprKind::Array(elements) => elements
            .iter()
            .any(|element| matches!(element, Element::Item(expr) | Element::Spread(Some(expr)) if of(*expr))),
        ExprKind::Object(properties) => properties.iter().any(
            |property| matches!(property, Property::Entry { value, .. } | Property::Spread(Some(value)) if of(*value)),
        ),
        ExprKind::Call { arguments, .. }
            if matches!(eval.called(node).as_str(), "String" | "stringify" | "inspect") =>
        {
            // A replacer may leave something out.
            matches!(&**arguments, [Element::Item(expr)] if of(*expr))
        }
        _ => false,
    }
}
