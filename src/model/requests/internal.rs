//! Requests that are sent with the SDK's internal client: `cio.request.post(…)`.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::facts::{Element, ExprKind};
use crate::sdk::ClientKind;
use crate::text::TextRange;
use smol_str::SmolStr;

/// A call of `client.request`.
#[derive(Clone, Debug)]
pub struct InternalRequest {
    /// The client.
    pub client: ClientKind,
    /// The method of it: `post`.
    pub method: SmolStr,
    /// The called expression: `cio.request.post`.
    pub at: TextRange,
    /// The address, where it is known and has no host.
    pub relative: Option<TextRange>,
}

/// Those of the analyzed file, in the order of the text.
pub fn requests(eval: &Eval<'_>) -> Vec<InternalRequest> {
    let mut found: Vec<InternalRequest> = eval.candidates().iter().filter_map(|node| request(eval, *node)).collect();
    found.sort_by_key(|it| it.at);
    found
}

fn request(eval: &Eval<'_>, node: Node) -> Option<InternalRequest> {
    let sibling = |expr| Node { unit: node.unit, expr };
    let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return None };
    let callee = eval.units.peeled(sibling(*callee));
    let ExprKind::Member { object, property } = eval.units.kind(callee) else { return None };
    let ExprKind::Member { object: client, property: name } = eval.units.kind(eval.units.peeled(sibling(*object)))
    else {
        return None;
    };
    if name != "request" {
        return None;
    }
    let client = eval.narrowly(sibling(*client), &None).client_kind()?;
    let address = match arguments.first() {
        Some(Element::Item(first)) => Some(eval.value(sibling(*first))),
        _ => None,
    };
    let relative = address.and_then(|address| {
        let text = address.as_str()?;
        (!text.contains("://")).then_some(match arguments.first() {
            Some(Element::Item(first)) => eval.units.range(sibling(*first)),
            _ => eval.units.range(callee),
        })
    });
    Some(InternalRequest { client, method: property.clone(), at: eval.units.range(callee), relative })
}
