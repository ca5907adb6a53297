//! Credentials that the judged file writes into logs, into error reports and into the messages of errors.

mod known;
mod sinks;
mod walk;

use super::eval::Eval;
use super::units::Node;
use crate::facts::{Element, ExprId, ExprKind};
use crate::sdk::ClientKind;
use crate::text::{Place, TextRange};
use known::Known;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use walk::Walk;

/// A credential that is written where people read it who are not to have it.
#[derive(Clone, Debug)]
pub struct Logged {
    /// What to mark: what is written in the call.
    pub at: TextRange,
    /// What it is.
    pub what: LoggedThing,
    /// Where it goes.
    pub into: Sink,
    /// Where the credential is read or made, when that is not where it is marked.
    pub origin: Option<Place>,
    /// Whether the marked expression is the credential itself and may be replaced by another expression.
    pub is_replaceable: bool,
    /// Whether it is a key and a value in one word: `{ apiKey }`.
    pub is_shorthand: bool,
    /// Whether it is a value of an object that is written: a logger may leave such out by their keys.
    is_by_key: bool,
}

/// What is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoggedThing {
    /// The credential itself.
    Key,
    /// An object that holds it.
    Holder,
    /// A client, which keeps the credentials that it was made with.
    Client(ClientKind),
    /// All variables of the environment.
    Environment,
}

/// Where something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sink {
    /// A log or an error report, by what is called: `console.log`.
    Log(SmolStr),
    /// The message of an error.
    Error,
}

/// The credentials that a file logs, in the order of the text.
pub fn logged(eval: &Eval<'_>) -> Vec<Logged> {
    let known = Known::of(eval);
    if known.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let node = Node { unit, expr: *call };
            let Some(sink) = sinks::sink(eval, node) else { continue };
            let (ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. }) = eval.units.kind(node) else {
                continue;
            };
            for argument in arguments {
                let (Element::Item(expr) | Element::Spread(Some(expr))) = argument else { continue };
                let mut walk = Walk::new(eval, &known, &sink);
                walk.value(Node { unit, expr: *expr });
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

/// The expressions of the judged file.
fn nodes<'e>(eval: &'e Eval<'_>) -> impl Iterator<Item = Node> + 'e {
    eval.units
        .iter()
        .flat_map(|(unit, facts)| (0..facts.exprs.len()).map(move |at| Node { unit, expr: ExprId(at as u32) }))
}
