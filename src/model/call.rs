//! Calls of the SDK: methods on its clients, and requests made with `new`.

use super::eval::Eval;
use super::units::{Node, UnitId};
use super::value::{Kind, Value};
use crate::facts::{Element, ExprKind};
use crate::sdk::{ClientKind, Export, Shape, method};
use crate::text::TextRange;
use smol_str::SmolStr;

/// A call of the SDK some of whose arguments take times or names.
#[derive(Clone, Debug)]
pub struct SdkCall {
    /// The client; `None` for a request.
    pub client: Option<ClientKind>,
    /// The method, or the class of the request.
    pub method: SmolStr,
    /// The whole call.
    pub range: TextRange,
    /// The arguments of interest.
    pub arguments: Vec<(Node, Shape)>,
}

/// The calls of a file, in the order of the text.
pub fn calls(eval: &Eval<'_>) -> Vec<SdkCall> {
    let mut calls = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for expr in &facts.calls {
            let node = Node { unit, expr: *expr };
            let call = match eval.units.kind(node) {
                ExprKind::Call { callee, arguments } => {
                    method_call(eval, node, Node { unit, expr: *callee }, arguments)
                }
                ExprKind::New { callee, arguments, .. } => request(eval, node, Node { unit, expr: *callee }, arguments),
                _ => None,
            };
            calls.extend(call);
        }
    }
    calls.sort_by_key(|call| call.range);
    calls
}

fn method_call(eval: &Eval<'_>, node: Node, callee: Node, arguments: &[Element]) -> Option<SdkCall> {
    let callee = peeled(eval, callee);
    let (object, name) = match eval.units.kind(callee) {
        ExprKind::Member { object, property } => (*object, property.clone()),
        ExprKind::Index { object, index } => {
            // Only what may be a client is worth knowing the index of.
            let key = eval.value(Node { unit: node.unit, expr: *index });
            (*object, key.as_str()?.clone())
        }
        _ => return None,
    };
    let method = method(&name)?;
    let kind = client_kind(&eval.value(Node { unit: node.unit, expr: object }))?;
    if !method.is_of(kind) {
        return None;
    }
    let places = places(node.unit, arguments);
    let mut shaped: Vec<(Node, Shape)> =
        method.arguments.iter().filter_map(|(at, shape)| Some((*places.get(*at)?, *shape))).collect();
    // Before 3.0 the event came first; since then the anonymous id does.
    if method.name == "trackAnonymous" && shaped.len() == 2 {
        shaped.remove(0);
    }
    Some(SdkCall { client: Some(kind), method: name, range: eval.units.range(node), arguments: shaped })
}

fn request(eval: &Eval<'_>, node: Node, callee: Node, arguments: &[Element]) -> Option<SdkCall> {
    let Kind::Export(Export::Request(name)) = eval.value(callee).kind else { return None };
    let first = places(node.unit, arguments).into_iter().next();
    Some(SdkCall {
        client: None,
        method: SmolStr::new_static(name),
        range: eval.units.range(node),
        arguments: first.into_iter().map(|node| (node, Shape::Request)).collect(),
    })
}

/// The arguments before the first spread.
pub fn places(unit: UnitId, arguments: &[Element]) -> Vec<Node> {
    arguments
        .iter()
        .map_while(|element| match element {
            Element::Item(expr) => Some(Node { unit, expr: *expr }),
            Element::Spread(_) | Element::Hole => None,
        })
        .collect()
}

/// An expression without the parentheses and casts around it.
pub fn peeled(eval: &Eval<'_>, mut node: Node) -> Node {
    while let ExprKind::Paren(inner) | ExprKind::Cast(inner, _) = eval.units.kind(node) {
        node.expr = *inner;
    }
    node
}

/// The client that a value is, when all that is known of it is one kind of client. It may also be nothing, or something
/// that is not known (`injected ?? new TrackClient(…)`): whoever calls a method on it means a client.
pub fn client_kind(value: &Value) -> Option<ClientKind> {
    let mut kinds = value.cases().iter().filter(|case| !case.kind.is_nothing() && !case.kind.is_unknown());
    let Kind::Client(kind, _) = kinds.next()?.kind else { return None };
    kinds.all(|case| matches!(case.kind, Kind::Client(other, _) if other == kind)).then_some(kind)
}
