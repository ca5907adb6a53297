//! A test of whether code looks at a credential besides passing it to clients: `if (!key) return;`.

use super::sources::CredentialSource;
use crate::eval::Eval;
use crate::eval::units::{Bound, Lookup, Node};
use crate::facts::ExprKind;
use crate::text::TextRange;
use smol_str::SmolStr;

/// Returns whether the analyzed file names a credential, or the environment variable that it comes from, anywhere but
/// in clients that are made and where it is read. Conditions are not followed: a name there may well be one.
pub fn is_looked_at(eval: &Eval<'_>, argument: Node, sources: &[CredentialSource]) -> bool {
    let argument = eval.units.peeled(argument);
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
    if variable.is_some_and(|it| eval.units.references(it).any(|node| !eval.units.is_within_new(node))) {
        return true;
    }
    let is_read = |node: &Node, places: &[TextRange]| {
        let range = eval.units.range(*node);
        places.iter().any(|place| place.contains(range))
    };
    member.iter().any(|name| eval.units.members_outside_new(name).next().is_some())
        || by_name(&read)
            .into_iter()
            .any(|(name, places)| eval.units.members_outside_new(name).any(|node| !is_read(&node, &places)))
}

/// The places where each variable of the environment is read.
fn by_name<'s>(read: &[(&'s SmolStr, TextRange)]) -> Vec<(&'s SmolStr, Vec<TextRange>)> {
    let mut all: Vec<(&SmolStr, Vec<TextRange>)> = Vec::new();
    for (name, place) in read {
        match all.iter_mut().find(|(known, _)| known == name) {
            Some((_, places)) => places.push(*place),
            None => all.push((name, vec![*place])),
        }
    }
    all
}

fn bound(eval: &Eval<'_>, node: Node) -> Option<Bound> {
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    match eval.units.lookup(node.unit, *scope, name) {
        Lookup::One(bound) => Some(bound),
        _ => None,
    }
}
