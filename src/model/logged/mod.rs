//! Credentials that the analyzed file writes into logs, into error reports and into the messages of errors.

mod known;
mod own;
mod passed_on;
mod responses;
mod sinks;
mod thing;
mod walk;

pub use thing::{Logged, LoggedThing, Sink};

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::facts::{Element, ExprKind};
use crate::text::TextRange;
use known::Known;
use own::OwnSinks;
use rustc_hash::FxHashSet;
use walk::Walk;

/// The credentials that a file logs, in the order of the text.
pub fn logged(eval: &Eval<'_>) -> Vec<Logged> {
    let known = Known::of(eval);
    if known.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut own = OwnSinks::default();
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let node = Node { unit, expr: *call };
            let (ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. }) = eval.units.kind(node) else {
                continue;
            };
            // Most arguments hold nothing: whatever is called, they are done with.
            let holding = arguments.iter().enumerate().filter_map(|(place, argument)| {
                let (Element::Item(expr) | Element::Spread(Some(expr))) = argument else { return None };
                let argument = Node { unit, expr: *expr };
                walk::may_hold(eval, argument, 0).then_some((place, argument))
            });
            let mut holding = holding.peekable();
            if holding.peek().is_none() {
                continue;
            }
            let written = sinks::sink(eval, node);
            let sent = if written.is_none() { responses::sink(eval, node) } else { None };
            for (place, argument) in holding {
                let own = || own.sink(eval, node, place);
                let Some(sink) = written.clone().or_else(|| if place == 0 { sent.clone() } else { None }).or_else(own)
                else {
                    continue;
                };
                let mut walk = Walk::new(eval, &known, &sink);
                walk.value(argument);
                let mut by_key = std::mem::take(&mut walk.found);
                if by_key.iter().any(|it| it.is_by_key) && sinks::may_redact(eval, node) {
                    by_key.retain(|it| !it.is_by_key);
                }
                found.extend(by_key);
            }
        }
    }
    found.sort_by_key(|it| it.at);
    // An error whose message is logged where it is made is found once.
    let mut seen: FxHashSet<TextRange> = FxHashSet::default();
    found.retain(|it| seen.insert(it.at));
    found
}
