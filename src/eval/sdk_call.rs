//! The SDK call that an expression is: a method on one of its clients, or a request created with `new`.

use super::Eval;
use super::units::Node;
use super::value::{Frame, Value, ValueKind};
use crate::facts::{Element, ExprKind};
use crate::sdk::{ClientClass, ClientKind, Door, Export, Shape, methods_named, takes_names_or_times};
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A call of the SDK some of whose arguments take times or names.
#[derive(Clone, Debug)]
pub struct SdkCall {
    /// The client; `None` for a request.
    pub client: Option<ClientKind>,
    /// The way in which it reaches Customer.io.
    pub door: Door,
    /// The method, or the class of the request.
    pub method: SmolStr,
    /// The whole call; for one in a function of the project, the call of that function in the analyzed file.
    pub range: TextRange,
    /// The expression at `range`.
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
    /// The name it is called by.
    pub name: SmolStr,
    /// The call of the SDK.
    pub call: Place,
    /// True when there is no such function, but the method bound to its client: `call` is where that is done.
    pub is_bound: bool,
}

impl Eval<'_> {
    /// The call of the SDK that an expression is by itself.
    pub fn sdk_call(&self, node: Node, frame: &Frame) -> Option<SdkCall> {
        match self.units.kind(node) {
            ExprKind::Call { callee, arguments } => {
                let callee = Node { unit: node.unit, expr: *callee };
                self.method_call(node, callee, arguments, frame).or_else(|| self.requested(node, frame))
            }
            ExprKind::New { callee, arguments, .. } => {
                self.request(node, Node { unit: node.unit, expr: *callee }, arguments, frame)
            }
            _ => None,
        }
    }

    fn method_call(&self, node: Node, callee: Node, arguments: &[Element], frame: &Frame) -> Option<SdkCall> {
        let callee = self.units.peeled(callee);
        if let Some((kind, name)) = self.plainly_on_client(callee, frame) {
            return self.shaped(node, kind, name, arguments, frame);
        }
        let (object, name) = match self.units.kind(callee) {
            _ if let Some((client, Some(name))) = self.indirectly_on_client(node, frame) => {
                return self.shaped(node, client, name, self.given_to_method(node), frame);
            }
            ExprKind::Member { object, property } => (*object, property.clone()),
            ExprKind::Index { object, index } => {
                // Only what may be a client is worth knowing the index of.
                let key = self.eval(Node { unit: node.unit, expr: *index }, frame);
                (*object, key.as_str()?.clone())
            }
            _ => return None,
        };
        if !takes_names_or_times(&name) {
            return None;
        }
        let receiver = self.narrowly(Node { unit: node.unit, expr: object }, frame);
        let kind = receiver
            .client_kind()
            .or_else(|| self.inherited_client(&receiver, &name))
            .or_else(|| self.by_request(node, &receiver, &name, frame))?;
        self.shaped(node, kind, name, arguments, frame)
    }

    fn shaped(
        &self,
        node: Node,
        kind: ClientKind,
        name: SmolStr,
        arguments: &[Element],
        frame: &Frame,
    ) -> Option<SdkCall> {
        let method = ClientClass::of(kind).method(&name).filter(|method| !method.arguments.is_empty())?;
        let given = self.arguments(node.unit, arguments, frame).list;
        let mut shaped: Vec<(Value, Shape)> =
            method.arguments.iter().filter_map(|(at, shape)| Some((given.get(*at)?.clone(), *shape))).collect();
        // Before 3.0 the event came first; since then the anonymous id does.
        if method.name == "trackAnonymous" && shaped.len() == 2 {
            shaped.remove(0);
        }
        Some(SdkCall {
            client: Some(kind),
            door: kind.door(),
            method: name,
            range: self.units.range(node),
            site: node,
            node,
            arguments: shaped,
            through: None,
        })
    }

    /// The client that something unknown is, which a method for requests of the SDK is called on with one: only
    /// `APIClient` takes these. `mailer.sendEmail(new SendEmailRequest(…))`
    fn by_request(&self, call: Node, receiver: &Value, method: &str, frame: &Frame) -> Option<ClientKind> {
        if !receiver.kind.is_unknown() || !crate::sdk::responses::is_transactional(method) {
            return None;
        }
        let ExprKind::Call { arguments, .. } = self.units.kind(call) else { return None };
        let Some(Element::Item(first)) = arguments.first() else { return None };
        let request = self.narrowly(Node { unit: call.unit, expr: *first }, frame);
        matches!(request.kind, ValueKind::Request(_)).then_some(ClientKind::App)
    }

    /// The client that a call calls a method of, and the method where it is known: every method that sends a request.
    pub fn on_client(&self, node: Node, frame: &Frame) -> Option<(ClientKind, Option<SmolStr>)> {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return None };
        let callee = self.units.peeled(Node { unit: node.unit, expr: *callee });
        let value_of = |object| self.narrowly(Node { unit: node.unit, expr: object }, frame);
        if let Some((kind, name)) = self.plainly_on_client(callee, frame) {
            return ClientClass::of(kind).method(&name).map(|_| (kind, Some(name)));
        }
        if let Some(found) = self.indirectly_on_client(node, frame) {
            return Some(found);
        }
        match self.units.kind(callee) {
            ExprKind::Member { object, property } if methods_named(property).next().is_some() => {
                let receiver = value_of(*object);
                let kind = receiver
                    .client_kind()
                    .or_else(|| self.inherited_client(&receiver, property))
                    .or_else(|| self.by_request(node, &receiver, property, frame));
                let kind = kind.filter(|kind| ClientClass::of(*kind).method(property).is_some())?;
                Some((kind, Some(property.clone())))
            }
            ExprKind::Index { object, index } => {
                let kind = value_of(*object).client_kind()?;
                match self.eval(Node { unit: node.unit, expr: *index }, frame).as_str() {
                    Some(name) => ClientClass::of(kind).method(name).map(|_| (kind, Some(name.clone()))),
                    None => Some((kind, None)),
                }
            }
            _ => None,
        }
    }

    /// The client and the name of the usual call of a method on its client: there is nothing more to be evaluated.
    fn plainly_on_client(&self, callee: Node, frame: &Frame) -> Option<(ClientKind, SmolStr)> {
        let ExprKind::Member { object, property } = self.units.kind(callee) else { return None };
        methods_named(property).next()?;
        let receiver = self.narrowly(Node { unit: callee.unit, expr: *object }, frame);
        let is_client = matches!(receiver.kind, ValueKind::Client(..));
        if is_client { Some((receiver.client_kind()?, property.clone())) } else { None }
    }

    /// The same of a call that does not name the client and its method in one: `cio.track.call(cio, …)`, or `track(…)` where
    /// that is `cio.track.bind(cio)`.
    pub fn indirectly_on_client(&self, node: Node, frame: &Frame) -> Option<(ClientKind, Option<SmolStr>)> {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return None };
        if let Some(applied) = self.applied(node) {
            let ExprKind::Member { object, .. } = self.units.kind(applied.named) else { return None };
            let owner = self.narrowly(Node { unit: node.unit, expr: *object }, frame).client_kind()?;
            let client = self.narrowly(applied.object, frame).client_kind().filter(|client| *client == owner)?;
            return ClientClass::of(client).method(applied.method).map(|_| (client, Some(applied.method.clone())));
        }
        if let Some(ValueKind::Method(client, method, _)) = self.bound_for_each(node, frame) {
            return Some((client, Some(method)));
        }
        match self.bound_callee(Node { unit: node.unit, expr: *callee }, frame)?.kind {
            ValueKind::Method(client, method, _) => Some((client, Some(method))),
            _ => None,
        }
    }

    /// The place where the method is bound to its client that a call calls by another name.
    pub fn bound_at(&self, node: Node, frame: &Frame) -> Option<Node> {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return None };
        let bound = self.bound_callee(Node { unit: node.unit, expr: *callee }, frame)?;
        matches!(bound.kind, ValueKind::Method(..)).then_some(bound.node)
    }

    fn bound_callee(&self, callee: Node, frame: &Frame) -> Option<Value> {
        let callee = self.units.peeled(callee);
        let is_named = matches!(self.units.kind(callee), ExprKind::Ident(..) | ExprKind::Member { .. });
        (is_named && self.may_matter(callee, frame)).then(|| self.narrowly(callee, frame))
    }

    fn request(&self, node: Node, callee: Node, arguments: &[Element], frame: &Frame) -> Option<SdkCall> {
        let ValueKind::Export(Export::Request(name)) = self.narrowly(callee, frame).kind else { return None };
        let first = self.arguments(node.unit, arguments, frame).list.into_iter().next();
        Some(SdkCall {
            client: None,
            door: Door::Sdk,
            method: SmolStr::new_static(name),
            range: self.units.range(node),
            site: node,
            node,
            arguments: first.into_iter().map(|value| (value, Shape::Request)).collect(),
            through: None,
        })
    }

    /// The name that a call or `new` calls; empty where it has none.
    pub fn called(&self, node: Node) -> SmolStr {
        let (ExprKind::Call { callee, .. } | ExprKind::New { callee, .. }) = self.units.kind(node) else {
            return SmolStr::default();
        };
        // What stands for a callback is what is called, if it is one of the project's own.
        let callee = match self.called_for_each(node) {
            Some(callback) if self.own_call(node, &None).is_some() => callback,
            _ => self.units.peeled(Node { unit: node.unit, expr: *callee }),
        };
        let name = |callee: Node| match self.units.kind(callee) {
            ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => name.clone(),
            _ => SmolStr::default(),
        };
        match self.units.kind(callee) {
            // `request.call(this, path)`
            ExprKind::Member { object, property } if property == "call" => {
                let function = name(self.units.peeled(Node { unit: node.unit, expr: *object }));
                if function.is_empty() { property.clone() } else { function }
            }
            _ => name(callee),
        }
    }
}
