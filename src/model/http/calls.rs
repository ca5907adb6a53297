//! Calls that send requests without the SDK: where they go, and what becomes of the response.

use crate::eval::Eval;
use crate::eval::http::AddressPart;
use crate::eval::units::{Bound, Node};
use crate::facts::{BindingId, BindingSource, Element, ExprKind, FunctionId};
use crate::flow::promise::{Fates, Role, Use};
use crate::model::calls::sdk_calls::Call;
use crate::sdk::{PathRoot, Routed};
use crate::text::TextRange;
use smol_str::SmolStr;

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
    let mut path = String::new();
    for (at, piece) in request.address.pieces.iter().enumerate() {
        match piece {
            AddressPart::Text(text, _) if at == 0 => {
                let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
                path.push_str(rest.find('/').map_or("", |at| &rest[at..]));
            }
            AddressPart::Text(text, _) => path.push_str(text),
            AddressPart::Value(..) => path.push('…'),
        }
    }
    let path = path.split(['?', '#']).next().unwrap_or_default().to_owned();
    let in_call = request.address.pieces.iter().rev().find_map(|piece| match piece {
        AddressPart::Text(_, node) if eval.units.is_within(*node, call.range) => Some(eval.units.range(*node)),
        _ => None,
    });
    let here = request.address.pieces.iter().rev().find_map(|piece| match piece {
        AddressPart::Text(_, node) if node.is_here() => Some(eval.units.range(*node)),
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
                AddressPart::Text(text, _) => before = text,
                AddressPart::Value(value, is_encoded) => {
                    let is_person = before.ends_with("/customers/") || before.ends_with("email=");
                    let name = crate::model::arguments::composed::name_of(eval, value.node);
                    let is_email =
                        crate::model::file::name_words::words(&name).last().is_some_and(|word| word == "email");
                    let place = [value.place, value.node].into_iter().find(|node| node.is_here());
                    if let Some(place) = place.filter(|_| is_person && is_email && !is_encoded) {
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

/// Members of a response that only read its body.
const READING: &[&str] = &["arrayBuffer", "blob", "body", "bodyUsed", "bytes", "formData", "json", "text"];

/// Returns whether nothing looks at the status of the response of a call whose promise resolves whatever that is.
pub fn is_unchecked(fates: &Fates<'_, '_>, call: &Call) -> bool {
    let resolves = call.request.as_ref().is_some_and(|request| request.resolves_always);
    if !resolves || call.through.is_some() {
        return false;
    }
    let here = |expr| Node { unit: call.site.unit, expr };
    match fates.use_of(call.site) {
        Use::In(then, Role::Object) => callback_of_then(fates, here(then)).is_some_and(|it| !it.looks(fates)),
        Use::In(wait, Role::Await) => is_ignored(fates, here(wait)),
        _ => false,
    }
}

/// Returns whether nothing looks at the status of a response.
fn is_ignored(fates: &Fates<'_, '_>, response: Node) -> bool {
    match fates.use_of(response) {
        Use::Dropped => true,
        Use::In(member, Role::Object) => reads_body(fates, Node { expr: member, ..response }),
        Use::Initial(binding) => {
            let bound = Bound { unit: response.unit, binding };
            let is_plain = matches!(
                &fates.eval().units.binding(bound).source,
                BindingSource::Variable { path, constant: true, .. } if path.is_empty()
            );
            is_plain && is_never_looked_at(fates, bound)
        }
        _ => false,
    }
}

/// Returns whether every use of a variable only reads the body of the response in it.
fn is_never_looked_at(fates: &Fates<'_, '_>, bound: Bound) -> bool {
    let mut names = fates.eval().units.references(bound);
    names.all(|name| match fates.use_of(name) {
        Use::In(member, Role::Object) => reads_body(fates, Node { expr: member, ..name }),
        _ => false,
    })
}

fn reads_body(fates: &Fates<'_, '_>, member: Node) -> bool {
    matches!(fates.eval().units.kind(member), ExprKind::Member { property, .. } if READING.contains(&property.as_str()))
}

/// The callback of a `then`.
struct Callback {
    at: Node,
    function: FunctionId,
}

fn callback_of_then(fates: &Fates<'_, '_>, member: Node) -> Option<Callback> {
    let eval = fates.eval();
    let ExprKind::Member { property, .. } = eval.units.kind(member) else { return None };
    let Use::In(then, Role::Callee) = fates.use_of(member) else { return None };
    let then = Node { expr: then, ..member };
    let ExprKind::Call { arguments, .. } = eval.units.kind(then) else { return None };
    let Some(Element::Item(first)) = arguments.first() else { return None };
    let at = eval.units.peeled(Node { expr: *first, ..then });
    match eval.units.kind(at) {
        ExprKind::Function(function) if property == "then" => Some(Callback { at, function: *function }),
        _ => None,
    }
}

impl Callback {
    /// Returns whether it looks at the response that it gets.
    fn looks(&self, fates: &Fates<'_, '_>) -> bool {
        let facts = fates.eval().units.unit(self.at.unit);
        let mut taken = facts.bindings.iter().enumerate().filter_map(|(at, binding)| match &binding.source {
            BindingSource::Parameter { function, index: 0, path } if *function == self.function => {
                Some((path.is_empty(), Bound { unit: self.at.unit, binding: BindingId(at as u32) }))
            }
            _ => None,
        });
        taken.any(|(is_whole, bound)| !is_whole || !is_never_looked_at(fates, bound))
    }
}
