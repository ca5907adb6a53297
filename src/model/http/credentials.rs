//! The credentials in the authorization of requests that are sent without the SDK.

use super::request::header;
use crate::eval::Eval;
use crate::eval::units::Node;
use crate::facts::{BinaryOp, Element, ExprKind, TemplatePart};
use crate::model::calls::sdk_calls::Call;
use crate::model::clients::client::Credential;
use crate::model::credentials::names::credential;
use crate::sdk::{Authentication, PathRoot};
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// The credentials of a request that is sent without the SDK.
#[derive(Clone, Debug)]
pub struct HttpCredentials {
    /// The API that they are sent to.
    pub api: PathRoot,
    /// The call.
    pub call: TextRange,
    /// The credentials, as far as they are seen.
    pub credentials: Vec<Credential>,
}

/// The credentials of the requests that the analyzed file sends, each place once.
pub fn http_credentials(eval: &Eval<'_>, calls: &[Call]) -> Vec<HttpCredentials> {
    let mut known = FxHashSet::default();
    let found = calls.iter().filter_map(|call| {
        let request = call.request.as_ref()?;
        let nodes = request.options.layers.iter().rev().find_map(|options| given(eval, options))?;
        let wanted = match request.api.authentication() {
            Authentication::Basic(user, password) => vec![Some(user), password],
            Authentication::Bearer(key) => vec![Some(key)],
            Authentication::None => Vec::new(),
        };
        let credentials = nodes.into_iter().zip(wanted).filter_map(|(node, wanted)| {
            let node = node.filter(|node| node.is_here())?;
            known.insert(node).then_some(credential(eval, node, wanted?))
        });
        Some(HttpCredentials { api: request.api, call: call.range, credentials: credentials.collect() })
    });
    found.filter(|found| !found.credentials.is_empty()).collect()
}

/// The expressions of a user and a password, or of a token, that options hold.
fn given(eval: &Eval<'_>, options: &crate::eval::value::Value) -> Option<Vec<Option<Node>>> {
    use crate::eval::http::entry;
    let of = |object: &crate::eval::value::Value, key: &str| entry(eval, object, key).value().map(|value| value.place);
    if let Some(auth) = entry(eval, options, "auth").value() {
        return Some(vec![of(&auth, "username"), of(&auth, "password")]);
    }
    if let (Some(user), password @ Some(_)) = (of(options, "username"), of(options, "password")) {
        return Some(vec![Some(user), password]);
    }
    let header = header(eval, options, "authorization")?;
    let (scheme, rest) = split(eval, header.node)?;
    match scheme.trim().to_ascii_lowercase().as_str() {
        "bearer" => Some(vec![Some(rest)]),
        "basic" => {
            let pair = encoded(eval, eval.value(rest).node)?;
            let pair = eval.value(pair).node;
            let (user, password) = around_colon(eval, pair)?;
            Some(vec![Some(user), password])
        }
        _ => None,
    }
}

/// A part of a composed string.
#[derive(Debug)]
enum Part {
    /// Text that is written there.
    Text(String),
    /// Something else.
    Value(Node),
}

/// The parts of a string that templates and sums compose.
fn parts(eval: &Eval<'_>, node: Node) -> Vec<Part> {
    let mut open = vec![Part::Value(node)];
    let mut parts: Vec<Part> = Vec::new();
    while let Some(next) = open.pop() {
        let node = match next {
            Part::Value(node) => eval.units.peeled(node),
            Part::Text(text) => {
                match parts.last_mut() {
                    Some(Part::Text(before)) => before.push_str(&text),
                    _ => parts.push(Part::Text(text)),
                }
                continue;
            }
        };
        let sibling = |expr| Node { unit: node.unit, expr };
        match eval.units.kind(node) {
            ExprKind::String(text) => open.push(Part::Text(text.to_string())),
            ExprKind::Template(all) => open.extend(all.iter().rev().map(|part| match part {
                TemplatePart::Text(text) => Part::Text(text.to_string()),
                TemplatePart::Value(expr) => Part::Value(sibling(*expr)),
            })),
            ExprKind::Binary(BinaryOp::Add, left, right) => {
                open.extend([Part::Value(sibling(*right)), Part::Value(sibling(*left))]);
            }
            _ => parts.push(Part::Value(node)),
        }
    }
    parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
    parts
}

/// The text that an expression begins with, and the one value after it.
fn split(eval: &Eval<'_>, node: Node) -> Option<(String, Node)> {
    match parts(eval, node).as_slice() {
        [Part::Text(text), Part::Value(rest)] => Some((text.clone(), *rest)),
        [Part::Value(first), Part::Value(rest)] => Some((eval.value(*first).as_str()?.to_string(), *rest)),
        _ => None,
    }
}

/// The expression that `btoa(…)` and `Buffer.from(…).toString("base64")` encode.
fn encoded(eval: &Eval<'_>, node: Node) -> Option<Node> {
    let node = eval.units.peeled(node);
    let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return None };
    let callee = eval.units.peeled(Node { unit: node.unit, expr: *callee });
    let first = |arguments: &[Element]| match arguments.first() {
        Some(Element::Item(first)) => Some(Node { unit: node.unit, expr: *first }),
        _ => None,
    };
    match eval.units.kind(callee) {
        ExprKind::Ident(name, _) if matches!(name.as_str(), "btoa" | "encode" | "base64") => first(arguments),
        ExprKind::Member { object, property } if property == "toString" => {
            let from = eval.units.peeled(Node { unit: node.unit, expr: *object });
            match eval.units.kind(from) {
                ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. } => first(arguments),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The expressions before and after the colon of a composed text.
fn around_colon(eval: &Eval<'_>, node: Node) -> Option<(Node, Option<Node>)> {
    match parts(eval, node).as_slice() {
        [Part::Value(user), Part::Text(colon)] if colon == ":" => Some((*user, None)),
        [Part::Value(user), Part::Text(colon), Part::Value(password)] if colon == ":" => Some((*user, Some(*password))),
        _ => None,
    }
}
