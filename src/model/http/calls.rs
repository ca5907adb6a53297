//! Calls that send requests without the SDK: where they go, and how often.

use crate::eval::Eval;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Node, UnitId};
use crate::eval::value::{AddressPart, Request};
use crate::facts::{BinaryOp, ExprId, ExprKind};
use crate::model::calls::sdk_calls::Call;
use crate::sdk::{PathRoot, Routed};
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::RefCell;

/// The destination of a request that is sent without the SDK.
#[derive(Clone, Debug)]
pub struct SentTo {
    /// The API.
    pub api: PathRoot,
    /// The verb, in capitals, when it is known.
    pub verb: Option<SmolStr>,
    /// The endpoint, as far as it is known.
    pub routed: Routed,
    /// The address as it is known: `/api/v1/customers/…/events`.
    pub path: String,
    /// The range to mark for the path: the string in the call that has it, or the call's name.
    pub at: TextRange,
    /// The literal that has the known end of the path, in the analyzed file.
    pub literal: Option<TextRange>,
}

/// The destination of a call.
pub fn sent_to(eval: &Eval<'_>, call: &Call) -> Option<SentTo> {
    let request = call.request.as_ref()?;
    let path = request.address.written_after_host();
    let path = path.split(['?', '#']).next().unwrap_or_default().to_owned();
    let in_call = request.address.pieces.iter().rev().find_map(|piece| match piece {
        AddressPart::Text(_, node, _) if eval.units.is_within(*node, call.range) => Some(eval.units.range(*node)),
        _ => None,
    });
    let here = request.address.pieces.iter().rev().find_map(|piece| match piece {
        AddressPart::Text(_, node, _) if node.is_here() => Some(eval.units.range(*node)),
        _ => None,
    });
    Some(SentTo {
        api: request.api,
        verb: request.verb.clone(),
        routed: request.routed.clone(),
        path,
        at: in_call.unwrap_or(call.callee),
        literal: in_call.or(here),
    })
}

/// The ids in the paths of requests that are addresses by their names and are not encoded, in the order of the text.
pub fn bare_addresses(eval: &Eval<'_>, calls: &[Call]) -> Vec<TextRange> {
    let mut found = Vec::new();
    for call in calls {
        let Some(request) = &call.request else { continue };
        let mut before = "";
        for piece in &request.address.pieces {
            match piece {
                AddressPart::Text(text, ..) => before = text,
                AddressPart::Value(value, is_encoded) => {
                    let is_person = before.ends_with("/customers/") || before.ends_with("email=");
                    let is_email = is_bare_email(eval, value.node);
                    let place = [value.place, value.node].into_iter().find(|node| node.is_here());
                    if let Some(place) = place
                        && is_person
                        && is_email
                        && !is_encoded
                    {
                        found.push(eval.units.range(place));
                    }
                    before = "";
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Returns whether a value is an email address by its name, and not what a function made of one: `md5(email)`.
fn is_bare_email(eval: &Eval<'_>, value: Node) -> bool {
    const CHANGED: &[&str] = &["encoded", "escaped", "hash", "hashed", "md5", "safe", "sha", "sha256"];
    let Some(name) = plain_name(eval, value) else { return false };
    let words = crate::model::file::name_words::words(&name);
    words.last().is_some_and(|word| word == "email") && !words.iter().any(|word| CHANGED.contains(&word.as_str()))
}

/// The name of what an expression holds as it is, or with other capitals or less space around it.
fn plain_name(eval: &Eval<'_>, node: Node) -> Option<SmolStr> {
    let node = eval.units.peeled(node);
    let sibling = |expr| Node { unit: node.unit, expr };
    match eval.units.kind(node) {
        ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => Some(name.clone()),
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, first, _) => plain_name(eval, sibling(*first)),
        ExprKind::Call { callee, .. } => match eval.units.kind(eval.units.peeled(sibling(*callee))) {
            ExprKind::Member { object, property }
                if matches!(property.as_str(), "toLowerCase" | "toString" | "toUpperCase" | "trim") =>
            {
                plain_name(eval, sibling(*object))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Words in the names of functions that send a request again, or wait for their turn.
const PACING: &[&str] = &[
    "acquire", "backoff", "delay", "limit", "pause", "queue", "retries", "retry", "schedule", "sleep", "throttle",
    "wait",
];

/// Returns whether a call without the SDK sends its request once, and nothing on the way waits or looks for a 429: no
/// library that repeats requests by itself, no interceptor, no function of the project that does.
///
/// `intercepting` are the files of which it is known whether they have such a thing: each is looked through once.
pub fn is_sent_once(eval: &Eval<'_>, intercepting: &RefCell<FxHashMap<LocalFile, bool>>, call: &Call) -> bool {
    let Some(request) = &call.request else { return false };
    let inside: FxHashSet<UnitId> = call.way.iter().skip(1).map(|node| node.unit).collect();
    request.sends_once
        && !inside.iter().any(|unit| paces(eval, *unit))
        && !files_of(request).into_iter().any(|file| {
            let find =
                || eval.units.statements(file).any(|unit| intercepts(eval, unit, |module| module.contains("retry")));
            *intercepting.borrow_mut().entry(file).or_insert_with(find)
        })
}

/// Returns whether the library that sends a request sends it once, and nothing is told to handle its responses.
pub fn is_not_intercepted(eval: &Eval<'_>, request: &Request) -> bool {
    let is_of_library = |module: &str| matches!(module, "axios-retry" | "retry-axios");
    request.sends_once
        && !files_of(request)
            .into_iter()
            .any(|file| eval.units.statements(file).any(|unit| intercepts(eval, unit, is_of_library)))
}

/// The files with a request and its options.
fn files_of(request: &Request) -> FxHashSet<LocalFile> {
    let made = request.options.layers.iter().map(|options| options.node.unit.file);
    made.chain([request.node.unit.file]).collect()
}

/// Returns whether code calls something that waits or sends again, or names the status of a rate limit.
fn paces(eval: &Eval<'_>, unit: UnitId) -> bool {
    let is_pacing = |name: &str| {
        let name = name.to_lowercase();
        PACING.iter().any(|word| name.contains(word))
    };
    let facts = eval.units.unit(unit);
    facts.exprs.iter().any(|expr| match &expr.kind {
        ExprKind::Number(number) => *number == 429.0,
        ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => is_pacing(name),
        _ => false,
    })
}

/// Returns whether a statement gives a library something that handles its responses: `axiosRetry(api)`,
/// `api.interceptors.response.use(…)`.
fn intercepts(eval: &Eval<'_>, unit: UnitId, retries: impl Fn(&str) -> bool) -> bool {
    std::iter::once(unit).chain(eval.units.inside(unit)).any(|unit| {
        let facts = eval.units.unit(unit);
        let is_interceptors = |expr: ExprId| match &facts.exprs[expr.index()].kind {
            ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => name == "interceptors",
            _ => false,
        };
        facts.imports.iter().any(|import| retries(&import.module))
            || facts.exprs.iter().any(|expr| match &expr.kind {
                ExprKind::Load(module) => retries(module),
                // Those of requests only change what is sent.
                ExprKind::Member { object, property } => property != "request" && is_interceptors(*object),
                _ => false,
            })
    })
}
