//! Attachments of requests: `request.attach(name, data, options)`.

use crate::eval::units::places;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, is_file_system};
use crate::facts::{Element, ExprKind};
use crate::flow::promise::{Around, PromiseAnalysis};
use crate::model::arguments::argument::Argument;
use crate::text::TextRange;

/// The contents of an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// Bytes: `readFileSync(path)`, `Buffer.from(…)`.
    Bytes,
    /// Text in base64: `bytes.toString("base64")`, `readFileSync(path, "base64")`.
    Base64,
    /// Not to be known by how it is made.
    Unknown,
}

/// A call of `attach` on a request of the SDK.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The whole call.
    pub range: TextRange,
    /// The variable that holds the request, and where that is made.
    request: (Option<Bound>, Node),
    /// The arguments, up to the first spread: name, data, options.
    pub arguments: Vec<Argument>,
    /// True when these are all of them.
    pub closed: bool,
    /// The kind of data.
    pub contents: Contents,
    /// The surroundings of the call.
    pub around: Around,
}

impl Attachment {
    /// Returns whether this one is surely there already when `other` is added to the same request.
    pub fn comes_before(&self, other: &Self) -> bool {
        // A function that makes requests makes another one at each call.
        let is_same = self.request.0.is_some() && self.request == other.request;
        is_same && self.around.comes_before(self.range, &other.around, other.range)
    }
}

/// The attachments that the analyzed file adds to requests, in the order of the text.
pub fn attachments(eval: &Eval<'_>) -> Vec<Attachment> {
    let promises = PromiseAnalysis::new(eval);
    let mut found = Vec::new();
    for node in eval.candidates().iter().copied() {
        let unit = node.unit;
        let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { continue };
        let callee = eval.units.peeled(Node { unit, expr: *callee });
        let ExprKind::Member { object, property } = eval.units.kind(callee) else { continue };
        if property != "attach" {
            continue;
        }
        let object = eval.units.peeled(Node { unit, expr: *object });
        let request = eval.narrowly(object, &None);
        let ValueKind::Request(_) = request.kind else { continue };
        let range = eval.units.range(node);
        let given = eval.arguments(unit, arguments, &None);
        let contents = given.list.get(1).map_or(Contents::Unknown, |data| contents(eval, data.node));
        let places = places(unit, arguments);
        let arguments = given.list.into_iter().zip(places);
        found.push(Attachment {
            range,
            request: (variable(eval, object), request.node),
            arguments: arguments
                .map(|(value, place)| Argument::new(Some(eval.units.range(place)), value, range))
                .collect(),
            closed: given.closed,
            contents,
            around: promises.around(node),
        });
    }
    found.sort_by_key(|attachment| attachment.range);
    found
}

fn variable(eval: &Eval<'_>, node: Node) -> Option<Bound> {
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    match eval.units.lookup(node.unit, *scope, name) {
        Lookup::One(bound) => Some(bound),
        _ => None,
    }
}

/// Returns the contents that an expression creates, by the call that it is.
fn contents(eval: &Eval<'_>, node: Node) -> Contents {
    let mut node = eval.units.peeled(node);
    if let ExprKind::Await(inner) = eval.units.kind(node) {
        node = eval.units.peeled(Node { unit: node.unit, expr: *inner });
    }
    let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return Contents::Unknown };
    let callee = eval.units.peeled(Node { unit: node.unit, expr: *callee });
    let in_base64 = |at: usize| match arguments.get(at) {
        Some(Element::Item(expr)) => {
            let encoding = eval.value(Node { unit: node.unit, expr: *expr });
            encoding.as_str().is_some_and(|encoding| encoding == "base64")
        }
        _ => false,
    };
    if let ExprKind::Member { property, .. } = eval.units.kind(callee)
        && property == "toString"
        && in_base64(0)
    {
        return Contents::Base64;
    }
    match eval.narrowly(callee, &None).kind {
        ValueKind::Package(module, path)
            if is_file_system(&module) && matches!(path.rsplit('.').next(), Some("readFile" | "readFileSync")) =>
        {
            match arguments.len() {
                1 => Contents::Bytes,
                2 if in_base64(1) => Contents::Base64,
                _ => Contents::Unknown,
            }
        }
        ValueKind::Global(name) if name == "Buffer.from" || name == "Buffer.concat" => Contents::Bytes,
        _ => Contents::Unknown,
    }
}
