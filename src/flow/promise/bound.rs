//! The maximum length of a list, where the code bounds it: `queue.splice(0, 10)`, `take(all, 10)`, `.limit(10)`.

use super::PromiseAnalysis;
use crate::eval::What;
use crate::eval::units::Node;
use crate::eval::units::places;
use crate::eval::value::{Number, ValueKind};
use crate::facts::{BinaryOp, Element, ExprKind};
use crate::text::deep;

/// The maximum number of calls of one chain that are looked at. A list that may be bounded further up counts as short,
/// and that is reported.
const MAX_CHAIN: u32 = 512;

/// Methods that cut a list off at their last argument.
const TAKES: &[&str] = &["first", "limit", "sampleSize", "take", "takeLast", "takeRight"];
/// The options and methods that limit how many rows a query returns.
const LIMITS: &[&str] = &["first", "limit", "pageSize", "page_size", "per_page", "take", "top"];

impl PromiseAnalysis<'_, '_> {
    /// Returns how many elements a list has at most, when that is written where it is made.
    pub(super) fn at_most(&self, list: Node) -> Option<usize> {
        self.at_most_of(list, MAX_CHAIN)
    }

    fn at_most_of(&self, list: Node, left: u32) -> Option<usize> {
        // A long chain must not end the process.
        deep(|| self.at_most_here(list, left))
    }

    fn at_most_here(&self, list: Node, left: u32) -> Option<usize> {
        let eval = self.eval;
        let Some(left) = left.checked_sub(1) else {
            eval.hit(What::Steps, list);
            return Some(0);
        };
        let mut made = eval.units.peeled(list);
        if matches!(eval.units.kind(made), ExprKind::Ident(..)) {
            made = eval.units.peeled(eval.value(made).node);
        }
        if let ExprKind::Await(inner) = eval.units.kind(made) {
            made = eval.units.peeled(Node { unit: made.unit, expr: *inner });
        }
        let sibling = |expr| Node { unit: made.unit, expr };
        match eval.units.kind(made) {
            // `found ?? []`
            ExprKind::Binary(BinaryOp::Nullish | BinaryOp::Or, first, _) => self.at_most_of(sibling(*first), left),
            ExprKind::Call { arguments, .. } => {
                let given = places(made.unit, arguments);
                let number = |at: usize| given.get(at).and_then(|node| self.whole(*node));
                let name = eval.called(made);
                let own = match name.as_str() {
                    "slice" => match (number(0), number(1)) {
                        (Some(from), Some(to)) if from >= 0.0 && to >= from => Some(to - from),
                        (Some(from), None) if from < 0.0 && given.len() == 1 => Some(-from),
                        _ => None,
                    },
                    "splice" => number(1),
                    name if TAKES.contains(&name) => given.len().checked_sub(1).and_then(number),
                    _ => self.limit_of_query(made, arguments),
                };
                let own = own.filter(|most| *most >= 0.0).map(|most| most as usize);
                // `.limit(10).toArray()`, `.slice(0, 10).filter(…)`: nothing that follows makes it longer but these.
                own.or_else(|| match name.as_str() {
                    "concat" | "flat" | "flatMap" => None,
                    _ => self.at_most_of(self.receiver(made)?, left),
                })
            }
            _ => None,
        }
    }

    /// `findMany({ take: 10 })`
    fn limit_of_query(&self, call: Node, arguments: &[Element]) -> Option<f64> {
        let options = places(call.unit, arguments).into_iter().map(|node| self.eval.value(node));
        options.into_iter().find_map(|options| {
            let ValueKind::Object(object) = &options.kind else { return None };
            let entries = self.eval.entries(object);
            let limit = entries.list.iter().find(|entry| LIMITS.contains(&entry.key.as_str()))?;
            number_of(&self.eval.eval(limit.node, &limit.frame).kind)
        })
    }

    fn whole(&self, node: Node) -> Option<f64> {
        number_of(&self.eval.value(node).kind)
    }
}

fn number_of(kind: &ValueKind) -> Option<f64> {
    match kind {
        ValueKind::Number(Number { value, text: false, .. }) => *value,
        _ => None,
    }
}
