//! Code that reads the clock, and values computed from it.

use super::{Load, MAX_DEPTH};
use crate::facts::{Element, ExprKind};

use crate::eval::units::Node;
use crate::eval::value::ValueKind;

impl Load<'_, '_> {
    /// Returns whether the result of an expression is the time at which it runs, or computed from it.
    pub(crate) fn reads_clock(&self, node: Node, depth: u32) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let sibling = |expr| Node { unit: node.unit, expr };
        match self.eval.units.kind(node) {
            ExprKind::Call { callee, arguments } => match self.eval.value(sibling(*callee)).kind {
                ValueKind::Global(path) if matches!(path.as_str(), "Date.now" | "Date") => return true,
                ValueKind::Package(module, path) if arguments.is_empty() => {
                    let name = path.strip_prefix("default.").unwrap_or(&path);
                    let dates = matches!(module.as_str(), "moment" | "moment-timezone" | "dayjs" | "luxon");
                    if dates
                        && matches!(name, "" | "default" | "utc" | "DateTime.now" | "DateTime.local" | "DateTime.utc")
                    {
                        return true;
                    }
                }
                _ => {}
            },
            ExprKind::New { callee, arguments, .. } if arguments.is_empty() => {
                return matches!(self.eval.value(sibling(*callee)).kind, ValueKind::Global(name) if name == "Date");
            }
            _ => {}
        }
        let made = self.eval.value(node).node;
        if made != node && self.reads_clock(made, depth + 1) {
            return true;
        }
        self.operands(node).into_iter().any(|operand| self.reads_clock(operand, depth + 1))
    }

    /// The expressions of which one is the time that an expression is computed from.
    pub(super) fn operands(&self, node: Node) -> Vec<Node> {
        let sibling = |expr| Node { unit: node.unit, expr };
        let first = |arguments: &[Element]| match arguments.first() {
            Some(Element::Item(first)) => vec![sibling(*first)],
            _ => Vec::new(),
        };
        match self.eval.units.kind(node) {
            ExprKind::Call { callee, arguments } => match self.eval.value(sibling(*callee)).kind {
                ValueKind::Global(path) if !matches!(path.as_str(), "Math.max" | "Math.min" | "Date.UTC") => {
                    first(arguments)
                }
                ValueKind::Package(..) => first(arguments),
                ValueKind::Global(_) | ValueKind::Function(..) => Vec::new(),
                // A method of a date or a number.
                _ => match self.eval.units.kind(self.eval.units.peeled(sibling(*callee))) {
                    ExprKind::Member { object, .. } => vec![sibling(*object)],
                    _ => Vec::new(),
                },
            },
            ExprKind::New { callee, arguments, .. } => match self.eval.value(sibling(*callee)).kind {
                ValueKind::Global(name) if name == "Date" => first(arguments),
                _ => Vec::new(),
            },
            ExprKind::Binary(_, left, right) => vec![sibling(*left), sibling(*right)],
            ExprKind::Unary(_, inner) | ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => {
                vec![sibling(*inner)]
            }
            _ => Vec::new(),
        }
    }
}
