//! Calls of the SDK: methods on its clients, and requests made with `new`.

use super::eval::Eval;
use super::search::{Goes, Search};
use super::units::{Node, UnitId};
use super::value::{Frame, Kind, Value};
use crate::facts::{Element, ExprKind};
use crate::sdk::{Class, ClientKind, Export, Shape, method, methods_named};
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A call of the SDK some of whose arguments take times or names.
#[derive(Clone, Debug)]
pub struct SdkCall {
    /// The client; `None` for a request.
    pub client: Option<ClientKind>,
    /// The method, or the class of the request.
    pub method: SmolStr,
    /// The whole call; for one in a function of the project, the call of that function in the judged file.
    pub range: TextRange,
    /// What stands at `range`.
    pub site: Node,
    /// The call of the SDK itself, where it is written.
    pub node: Node,
    /// The arguments of interest.
    pub arguments: Vec<(Value, Shape)>,
    /// The function of the project that makes the call.
    pub through: Option<Through>,
}

/// A function of the project that hands its arguments on to the SDK.
#[derive(Clone, Debug, PartialEq)]
pub struct Through {
    /// What it is called by.
    pub name: SmolStr,
    /// The call of the SDK.
    pub call: Place,
}

/// The calls and constructions of the judged file that have to do with the SDK: methods of its clients, functions of the
/// project, and what is made of the SDK or the project. Every search for calls starts from these: most of a file is
/// something else.
pub fn of_interest(eval: &Eval<'_>) -> Vec<Node> {
    let interesting = |node: &&Node| match eval.units.kind(**node) {
        ExprKind::New { .. } => true,
        _ => on_client(eval, **node, &None).is_some() || eval.own_call(**node, &None).is_some(),
    };
    eval.candidates().iter().filter(interesting).copied().collect()
}

/// The calls among those of a file that are [`of_interest`], in the order of the text.
pub fn calls(eval: &Eval<'_>, nodes: &[Node]) -> Vec<SdkCall> {
    let mut calls = Vec::new();
    for node in nodes {
        match direct(eval, *node, &None) {
            Some(call) => calls.push(call),
            None => {
                let mut search = Search::of(eval, *node);
                through(&mut search, *node, &None, (1, 1), &mut calls);
            }
        }
    }
    calls.sort_by_key(|call| call.range);
    calls
}

/// The calls of the SDK that a call of a function of the project makes.
fn through(
    search: &mut Search<'_, '_>,
    node: Node,
    frame: &Frame,
    (rivals, depth): (u32, usize),
    calls: &mut Vec<SdkCall>,
) {
    let (eval, site) = (search.eval, search.site);
    // What is called where it is written has its calls there too.
    let Some(own) = eval.own_call(node, frame).filter(|_| !eval.is_in_place(node)) else { return };
    let inner = eval.calls_in(own.function);
    if inner.is_empty() || eval.is_under_evaluation(own.function, frame) {
        return;
    }
    // What is given nothing can pass nothing on.
    let frame @ Some(_) = eval.enter(own, node, frame, rivals) else { return };
    for call in inner.iter() {
        match search.goes_on(*call, &frame, depth) {
            Goes::On => {}
            Goes::By => continue,
            Goes::Out => return,
        }
        match direct(eval, *call, &frame) {
            Some(found) => {
                search.found += 1;
                calls.push(SdkCall {
                    range: eval.units.range(site),
                    site,
                    through: Some(Through { name: called(eval, site), call: eval.units.place(*call) }),
                    ..found
                });
            }
            None => through(search, *call, &frame, (inner.len() as u32, depth + 1), calls),
        }
    }
}

/// The name that a call or `new` calls; empty where it has none.
pub fn called(eval: &Eval<'_>, node: Node) -> SmolStr {
    let (ExprKind::Call { callee, .. } | ExprKind::New { callee, .. }) = eval.units.kind(node) else {
        return SmolStr::default();
    };
    // What stands for a callback is what is called, if it is one of the project's own.
    let callback = eval.called_for_each(node).filter(|_| eval.own_call(node, &None).is_some());
    let callee = callback.unwrap_or_else(|| peeled(eval, Node { unit: node.unit, expr: *callee }));
    match eval.units.kind(callee) {
        ExprKind::Ident(name, _) => name.clone(),
        ExprKind::Member { property, .. } => property.clone(),
        _ => SmolStr::default(),
    }
}

/// Returns whether something whose name begins with one of `names`, in any case, is called in a range of the judged
/// file.
pub fn calls_named(eval: &Eval<'_>, range: TextRange, names: &[&str]) -> bool {
    eval.units.iter().any(|(unit, facts)| {
        facts.calls.iter().any(|expr| {
            let node = Node { unit, expr: *expr };
            eval.units.is_within(node, range) && {
                let called = called(eval, node).to_lowercase();
                names.iter().any(|name| called.starts_with(name))
            }
        })
    })
}

/// The call of the SDK that an expression is by itself.
pub fn direct(eval: &Eval<'_>, node: Node, frame: &Frame) -> Option<SdkCall> {
    match eval.units.kind(node) {
        ExprKind::Call { callee, arguments } => {
            method_call(eval, node, Node { unit: node.unit, expr: *callee }, arguments, frame)
        }
        ExprKind::New { callee, arguments, .. } => {
            request(eval, node, Node { unit: node.unit, expr: *callee }, arguments, frame)
        }
        _ => None,
    }
}

fn method_call(eval: &Eval<'_>, node: Node, callee: Node, arguments: &[Element], frame: &Frame) -> Option<SdkCall> {
    let callee = peeled(eval, callee);
    let (object, name) = match eval.units.kind(callee) {
        ExprKind::Member { object, property } => (*object, property.clone()),
        ExprKind::Index { object, index } => {
            // Only what may be a client is worth knowing the index of.
            let key = eval.eval(Node { unit: node.unit, expr: *index }, frame);
            (*object, key.as_str()?.clone())
        }
        _ => return None,
    };
    let method = method(&name)?;
    let receiver = eval.narrowly(Node { unit: node.unit, expr: object }, frame);
    let kind = client_kind(&receiver)
        .or_else(|| eval.inherited_client(&receiver, &name))
        .or_else(|| by_request(eval, node, &receiver, &name, frame))?;
    if !method.is_of(kind) {
        return None;
    }
    let given = eval.arguments(node.unit, arguments, frame).list;
    let mut shaped: Vec<(Value, Shape)> =
        method.arguments.iter().filter_map(|(at, shape)| Some((given.get(*at)?.clone(), *shape))).collect();
    // Before 3.0 the event came first; since then the anonymous id does.
    if method.name == "trackAnonymous" && shaped.len() == 2 {
        shaped.remove(0);
    }
    Some(SdkCall {
        client: Some(kind),
        method: name,
        range: eval.units.range(node),
        site: node,
        node,
        arguments: shaped,
        through: None,
    })
}

/// The client that something unknown is, which a method for requests of the SDK is called on with one: only `APIClient`
/// takes these. `mailer.sendEmail(new SendEmailRequest(…))`
fn by_request(eval: &Eval<'_>, call: Node, receiver: &Value, method: &str, frame: &Frame) -> Option<ClientKind> {
    if !receiver.kind.is_unknown() || !crate::sdk::responses::is_transactional(method) {
        return None;
    }
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return None };
    let Some(Element::Item(first)) = arguments.first() else { return None };
    let request = eval.narrowly(Node { unit: call.unit, expr: *first }, frame);
    matches!(request.kind, Kind::Request(_)).then_some(ClientKind::App)
}

/// The client that a call calls a method of, and the method where it is known: every method that sends a request.
pub fn on_client(eval: &Eval<'_>, node: Node, frame: &Frame) -> Option<(ClientKind, Option<SmolStr>)> {
    let ExprKind::Call { callee, .. } = eval.units.kind(node) else { return None };
    let callee = peeled(eval, Node { unit: node.unit, expr: *callee });
    let value_of = |object| eval.narrowly(Node { unit: node.unit, expr: object }, frame);
    match eval.units.kind(callee) {
        ExprKind::Member { object, property } if methods_named(property).next().is_some() => {
            let receiver = value_of(*object);
            let kind = client_kind(&receiver)
                .or_else(|| eval.inherited_client(&receiver, property))
                .or_else(|| by_request(eval, node, &receiver, property, frame));
            let kind = kind.filter(|kind| Class::of(*kind).method(property).is_some())?;
            Some((kind, Some(property.clone())))
        }
        ExprKind::Index { object, index } => {
            let kind = client_kind(&value_of(*object))?;
            match eval.eval(Node { unit: node.unit, expr: *index }, frame).as_str() {
                Some(name) => Class::of(kind).method(name).map(|_| (kind, Some(name.clone()))),
                None => Some((kind, None)),
            }
        }
        _ => None,
    }
}

fn request(eval: &Eval<'_>, node: Node, callee: Node, arguments: &[Element], frame: &Frame) -> Option<SdkCall> {
    let Kind::Export(Export::Request(name)) = eval.narrowly(callee, frame).kind else { return None };
    let first = eval.arguments(node.unit, arguments, frame).list.into_iter().next();
    Some(SdkCall {
        client: None,
        method: SmolStr::new_static(name),
        range: eval.units.range(node),
        site: node,
        node,
        arguments: first.into_iter().map(|value| (value, Shape::Request)).collect(),
        through: None,
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
pub fn peeled(eval: &Eval<'_>, node: Node) -> Node {
    Node { expr: eval.units.unit(node.unit).peeled(node.expr), ..node }
}

/// The client that a value is, when all that is known of it is one kind of client. It may also be nothing, something that
/// is not known (`injected ?? new TrackClient(…)`), or what stands in for a client where there is none
/// (`enabled ? new TrackClient(…) : { identify() {} }`): calling a method on it means a client.
pub fn client_kind(value: &Value) -> Option<ClientKind> {
    let is_other =
        |kind: &Kind| kind.is_nothing() || kind.is_unknown() || matches!(kind, Kind::Object(_) | Kind::Instance(..));
    let mut kinds = value.cases().iter().filter(|case| !is_other(&case.kind));
    let Kind::Client(kind, _) = kinds.next()?.kind else { return None };
    kinds.all(|case| matches!(case.kind, Kind::Client(other, _) if other == kind)).then_some(kind)
}
