//! Where a client is made, and what becomes of it there.

use super::eval::Eval;
use super::promise::{Around, Fates, Role, Use};
use super::units::Node;
use crate::facts::{Element, ExprKind};
use crate::text::TextRange;

/// Where a client is made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What stands around it.
    pub around: Around,
    /// Whether it stays in the function: it is put into a variable of it, or called at once.
    pub stays: bool,
    /// Whether a path comes before the function around it in the call that it is given to: `app.post("/sign-up", …)`.
    pub on_path: bool,
}

/// Of the `new` at a place of the judged file.
pub fn made(fates: &Fates<'_, '_>, range: TextRange) -> Option<Made> {
    let eval = fates.eval();
    let node = eval.units.call_at(range)?;
    Some(Made { around: fates.around(node), stays: stays(eval, fates, node), on_path: on_path(eval, fates, node) })
}

fn stays(eval: &Eval<'_>, fates: &Fates<'_, '_>, node: Node) -> bool {
    let mut expr = node.expr;
    loop {
        match fates.uses(node.unit).get(expr) {
            Use::In(outer, Role::Around) => expr = outer,
            Use::In(_, Role::Object) => return true,
            Use::Initial(binding) => {
                let bound = super::units::Bound { unit: node.unit, binding };
                // It is neither returned nor put anywhere, as a factory or a cache would do.
                return eval.units.references(bound).all(|place| {
                    matches!(fates.uses(place.unit).get(place.expr), Use::In(_, Role::Object | Role::Argument(_)))
                });
            }
            _ => return false,
        }
    }
}

fn on_path(eval: &Eval<'_>, fates: &Fates<'_, '_>, node: Node) -> bool {
    let Some((call, _)) = fates.function_around(node).and_then(|function| fates.callback_of(function)) else {
        return false;
    };
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return false };
    let Some(Element::Item(first)) = arguments.first() else { return false };
    eval.value(Node { unit: call.unit, expr: *first }).as_str().is_some_and(|path| path.starts_with('/'))
}

/// Whether the judged file names a variable of the environment.
pub fn mentions(eval: &Eval<'_>, name: &str) -> bool {
    eval.units.iter().any(|(_, facts)| {
        facts.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Member { property, .. } => property == name,
            ExprKind::String(text) => text == name,
            _ => false,
        })
    })
}
