//! The variables that may be used at a place.

use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
use crate::facts::{BindingSource, ExprId, ExprKind};
use crate::text::TextRange;

/// Returns whether a variable or a parameter of this name is visible at an expression of the analyzed file, and
/// declared before it.
pub fn is_in_sight(eval: &Eval<'_>, expression: TextRange, name: &str) -> bool {
    // The first name in the expression is looked up in the scope of the expression.
    let idents = eval.units.iter().flat_map(|(unit, facts)| {
        facts.exprs.iter().enumerate().filter_map(move |(at, expr)| match &expr.kind {
            ExprKind::Ident(_, scope) => Some((Node { unit, expr: ExprId(at as u32) }, *scope)),
            _ => None,
        })
    });
    let within = idents.filter(|(node, _)| eval.units.is_within(*node, expression));
    let Some((node, scope)) = within.min_by_key(|(node, _)| eval.units.range(*node).start) else { return false };
    let Lookup::One(bound) = eval.units.lookup(node.unit, scope, name) else { return false };
    let binding = eval.units.binding(bound);
    let is_variable = matches!(
        binding.source,
        BindingSource::Variable { .. } | BindingSource::Parameter { .. } | BindingSource::Each { .. }
    );
    is_variable && eval.units.absolute(bound.unit, binding.range).end <= expression.start
}
