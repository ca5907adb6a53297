//! The calls of a function by its name.

use super::{Bound, Node, Units};
use crate::facts::{Element, ExprKind};

impl Units<'_> {
    /// The calls of what a name stands for in its file, each with the argument at a place, where that is written there.
    pub fn calls_by_name(&self, function: Bound, index: u32) -> impl Iterator<Item = (Node, Option<Node>)> + '_ {
        self.references(function).filter_map(move |named| {
            let at = |expr| Node { unit: named.unit, expr };
            let call = at(self.functions(named.unit).call_of(named.expr)?);
            let ExprKind::Call { arguments, .. } = self.kind(call) else { return None };
            let before = arguments.get(..index as usize).unwrap_or_default();
            let argument = match arguments.get(index as usize) {
                Some(Element::Item(expr)) if before.iter().all(|it| matches!(it, Element::Item(_))) => Some(at(*expr)),
                _ => None,
            };
            Some((call, argument))
        })
    }
}
