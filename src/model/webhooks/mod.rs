//! Checks that distinguish webhooks of Customer.io from forgeries.

mod by_hand;
mod payload;
mod presence;
pub(super) mod questions;
mod routes;
mod unchecked;

pub use payload::{UnknownInWebhook, UnknownPart, unknown};

use crate::eval::Eval;
use crate::eval::units::places;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::ValueKind;
use crate::facts::{BinaryOp, BindingSource, Element, ExprKind, Imported, PatternStep};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::model::file::prefilter::Mentioned;
use crate::model::file::statement::own_lines;
use crate::sdk::webhook;
use crate::text::TextRange;
use ropey::Rope;

/// The function of the SDK.
const VERIFY: &str = "verifyRequestSignature";

/// Something that is wrong with a check of a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebhookFault {
    /// The range to mark.
    pub range: TextRange,
    /// The kind of fault.
    pub kind: WebhookFaultKind,
    /// The end of the marked range as a statement that has its lines to itself.
    pub statement_end: Option<u32>,
}

/// The handling of webhooks in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebhookHandling {
    /// The faults in it, in the order of the text.
    pub faults: Vec<WebhookFault>,
    /// True when it installs something before the routes of other files that may check signatures.
    pub checks_for_others: bool,
}

/// The kind of fault in a check of a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebhookFaultKind {
    /// The result of `verifyRequestSignature` is ignored.
    Ignored,
    /// The body is recreated from the parsed one: `JSON.stringify(req.body)`.
    Serialized,
    /// The body is an object: the function throws.
    Parsed,
    /// The body that is signed by hand is created from the parsed one: `update(JSON.stringify(req.body))`.
    SerializedByHand,
    /// The body is signed by hand without `v0:<timestamp>:` before it.
    Unprefixed,
    /// `timingSafeEqual` is called without a look at the lengths.
    LengthUnchecked,
    /// The signature is compared by an operator.
    Compared,
    /// The signature is only looked at for whether it is there. Another file may check it.
    LookedFor,
    /// A route takes webhooks and never looks at a header. Another file may do that for it.
    Unchecked,
}

/// The handling of webhooks in the analyzed file.
pub fn webhooks(eval: &Eval<'_>, rope: &Rope, mentioned: Mentioned) -> WebhookHandling {
    let mut faults = faults(eval, mentioned);
    for fault in &mut faults {
        fault.statement_end = own_lines(rope, fault.range).map(|lines| lines.end);
    }
    WebhookHandling { faults, checks_for_others: unchecked::checks_for_others(eval) }
}

/// Something wrong, of which it is not yet asked whether it is a statement.
fn fault(range: TextRange, kind: WebhookFaultKind) -> WebhookFault {
    WebhookFault { range, kind, statement_end: None }
}

fn faults(eval: &Eval<'_>, mentioned: Mentioned) -> Vec<WebhookFault> {
    let mut found = Vec::new();
    if mentioned.signature {
        verifications(eval, &mut found);
    }
    let [_, signature] = webhook::HEADERS;
    let names_header = |kind: &ExprKind| matches!(kind, ExprKind::String(text) if text.eq_ignore_ascii_case(signature));
    if mentioned.signature
        && eval.units.iter().any(|(_, facts)| facts.exprs.iter().any(|expr| names_header(&expr.kind)))
    {
        comparisons(eval, |node| is_signature(eval, node), &mut found);
        let looked_for = presence::looked_for(eval).into_iter();
        found.extend(looked_for.map(|range| fault(range, WebhookFaultKind::LookedFor)));
    }
    if mentioned.signature {
        by_hand::by_hand(eval, &mut found);
    }
    if mentioned.webhook {
        let unchecked = unchecked::unchecked(eval).into_iter();
        found.extend(unchecked.map(|route| fault(route.at, WebhookFaultKind::Unchecked)));
    }
    found.sort_by_key(|fault| fault.range);
    found
}

fn verifications(eval: &Eval<'_>, found: &mut Vec<WebhookFault>) {
    let promises = PromiseAnalysis::new(eval);
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let node = Node { unit, expr: *call };
            if is_verification(eval, node) {
                if is_ignored(eval, &promises, node) {
                    found.push(fault(eval.units.range(node), WebhookFaultKind::Ignored));
                }
                found.extend(body(eval, node));
            }
        }
    }
}

/// `expected === signature`, where `is_theirs` recognizes the signature.
fn comparisons(eval: &Eval<'_>, is_theirs: impl Fn(Node) -> bool, found: &mut Vec<WebhookFault>) {
    for (node, kind) in eval.units.expressions() {
        let ExprKind::Binary(BinaryOp::Equal | BinaryOp::Unequal, left, right) = *kind else { continue };
        let (left, right) = (Node { unit: node.unit, expr: left }, Node { unit: node.unit, expr: right });
        let is_check = |digest, signature| is_digest(eval, digest) && is_theirs(signature);
        if is_check(left, right) || is_check(right, left) {
            found.push(fault(eval.units.range(node), WebhookFaultKind::Compared));
        }
    }
}

fn is_verification(eval: &Eval<'_>, call: Node) -> bool {
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return false };
    let callee = eval.units.peeled(Node { unit: call.unit, expr: *callee });
    match eval.units.kind(callee) {
        ExprKind::Member { object, property } if property == VERIFY => {
            matches!(eval.narrowly(Node { unit: callee.unit, expr: *object }, &None).kind, ValueKind::Sdk(_))
        }
        ExprKind::Ident(name, scope) => match eval.units.lookup(callee.unit, *scope, name) {
            Lookup::One(bound) => is_imported(eval, bound),
            _ => false,
        },
        _ => false,
    }
}

fn is_imported(eval: &Eval<'_>, bound: Bound) -> bool {
    let facts = eval.units.unit(bound.unit);
    match &eval.units.binding(bound).source {
        BindingSource::Import { import, what: Imported::Named(name) } => {
            name == VERIFY && eval.units.files.sdk_module(&facts.imports[*import as usize].module).is_some()
        }
        BindingSource::Variable { value: Some(value), path, .. } => {
            matches!(&path[..], [PatternStep::Key(name)] if name == VERIFY)
                && matches!(eval.narrowly(Node { unit: bound.unit, expr: *value }, &None).kind, ValueKind::Sdk(_))
        }
        _ => false,
    }
}

/// Returns whether the result of a call is unused.
fn is_ignored(eval: &Eval<'_>, promises: &PromiseAnalysis<'_, '_>, call: Node) -> bool {
    let mut expr = call.expr;
    loop {
        match promises.uses(call.unit).get(expr) {
            Use::In(outer, Role::Around | Role::Await | Role::Void) => expr = outer,
            Use::Dropped => return true,
            Use::Initial(binding) => {
                let bound = Bound { unit: call.unit, binding };
                return eval.units.references(bound).next().is_none() && !eval.units.is_exported(bound);
            }
            _ => return false,
        }
    }
}

/// Returns the fault of the given body.
fn body(eval: &Eval<'_>, call: Node) -> Option<WebhookFault> {
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return None };
    let options = eval.value(*places(call.unit, arguments).first()?);
    let ValueKind::Object(object) = &options.kind else { return None };
    let entries = eval.entries(object);
    let entry = entries.list.iter().rev().find(|entry| entry.key == "body")?;
    let value = eval.eval(entry.node, &entry.frame);
    let kind = match eval.units.kind(value.node) {
        ExprKind::Call { callee, .. } => {
            let callee = Node { unit: value.node.unit, expr: *callee };
            let callee = eval.units.peeled(callee);
            let ExprKind::Member { object, property } = eval.units.kind(callee) else { return None };
            let object = Node { unit: callee.unit, expr: *object };
            match (eval.units.kind(object), property.as_str()) {
                (ExprKind::Ident(name, _), "stringify") if name == "JSON" => WebhookFaultKind::Serialized,
                (ExprKind::Ident(name, _), "parse") if name == "JSON" => WebhookFaultKind::Parsed,
                // `await request.json()`
                (_, "json") => WebhookFaultKind::Parsed,
                _ => return None,
            }
        }
        ExprKind::Object(_) => WebhookFaultKind::Parsed,
        _ => return None,
    };
    let within = eval.units.is_within(entry.node, eval.units.range(call));
    within.then(|| fault(eval.units.range(entry.node), kind))
}

/// Returns whether an expression is a digest that was computed: `createHmac(…).update(…).digest("hex")`.
fn is_digest(eval: &Eval<'_>, node: Node) -> bool {
    let made = eval.value(node).node;
    matches!(eval.units.kind(made), ExprKind::Call { .. }) && eval.called(made) == "digest"
}

/// Returns whether an expression is the signature of a webhook: `req.headers["x-cio-signature"]`,
/// `req.get("X-CIO-Signature")`.
fn is_signature(eval: &Eval<'_>, node: Node) -> bool {
    let made = eval.units.peeled(eval.value(node).node);
    let name = match eval.units.kind(made) {
        ExprKind::Index { index, .. } => Some(*index),
        ExprKind::Call { arguments, .. } if matches!(eval.called(made).as_str(), "get" | "header") => {
            match arguments.first() {
                Some(Element::Item(first)) => Some(*first),
                _ => None,
            }
        }
        _ => None,
    };
    name.is_some_and(|name| is_header(eval, Node { unit: made.unit, expr: name }))
}

/// Returns whether an expression is the name of the header with the signature.
fn is_header(eval: &Eval<'_>, name: Node) -> bool {
    let [_, signature] = webhook::HEADERS;
    eval.value(name).as_str().is_some_and(|name| name.eq_ignore_ascii_case(signature))
}
