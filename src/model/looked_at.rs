//! Whether code looks at a credential besides handing it to clients: `if (!key) return;`.

use super::call::peeled;
use super::eval::Eval;
use super::secrets::CredentialSource;
use super::units::{Bound, Lookup, Node};
use crate::facts::{ExprId, ExprKind};
use crate::text::TextRange;
use smol_str::SmolStr;

/// Whether the judged file names a credential, or the variable of the environment that it comes from, anywhere but in
/// clients that are made and where it is read. Conditions are not followed: what is named there may well be one.
pub fn is_looked_at(eval: &Eval<'_>, argument: Node, sources: &[CredentialSource]) -> bool {
    let argument = peeled(eval, argument);
    let (variable, member) = match eval.units.kind(argument) {
        ExprKind::Ident(..) => (bound(eval, argument), None),
        ExprKind::Member { property, .. } => (None, Some(property.clone())),
        _ => (None, None),
    };
    let read: Vec<(&SmolStr, TextRange)> = sources
        .iter()
        .filter_map(|source| match source {
            CredentialSource::Environment(name, place) => Some((name, place.range)),
            _ => None,
        })
        .collect();
    let nodes = || {
        eval.units
            .iter()
            .flat_map(|(unit, facts)| (0..facts.exprs.len()).map(move |at| Node { unit, expr: ExprId(at as u32) }))
    };
    let is_new = |node: &Node| matches!(eval.units.kind(*node), ExprKind::New { .. });
    let made: Vec<TextRange> = nodes().filter(is_new).map(|node| eval.units.range(node)).collect();
    nodes().any(|node| {
        let range = eval.units.range(node);
        let is_named = match eval.units.kind(node) {
            ExprKind::Ident(..) => variable.is_some() && bound(eval, node) == variable,
            ExprKind::Member { property, .. } => {
                member.as_ref() == Some(property)
                    || read.iter().any(|(name, place)| *name == property && !place.contains(range))
            }
            _ => false,
        };
        is_named && !made.iter().any(|new| new.contains(range))
    })
}

fn bound(eval: &Eval<'_>, node: Node) -> Option<Bound> {
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    match eval.units.lookup(node.unit, *scope, name) {
        Lookup::One(bound) => Some(bound),
        _ => None,
    }
}
