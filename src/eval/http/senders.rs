//! The functions that send requests: libraries, instances of them, and methods by their names.

use crate::eval::units::{Bound, Lookup, Node, places};
use crate::eval::value::{Frame, Sender, Value, ValueKind};
use crate::eval::{Eval, ObjectEntry};
use crate::facts::{BindingSource, Element, ExprKind};
use smol_str::SmolStr;
use std::rc::Rc;

/// The function that a call sends its request with, and what it is given.
pub(super) struct Via {
    /// The library, where that is known.
    pub library: Option<Rc<Sender>>,
    /// The method of it; empty for the function that the library is.
    pub method: SmolStr,
    /// The arguments, up to the first spread.
    pub arguments: Vec<Node>,
    /// True when it gives no promise, as far as that is known: something that is sent when it is subscribed to, or nothing
    /// to wait for.
    pub is_observable: bool,
    /// True when that is certain, by the declared type of the service.
    pub is_cold: bool,
    /// True when it is the `fetch` of the platform.
    pub is_fetch: bool,
}

impl Via {
    /// Returns whether its promise resolves whatever the status is. Other functions that are called so may reject.
    pub fn resolves_always(&self) -> bool {
        match &self.library {
            None => self.is_fetch,
            Some(library) if library.module == "undici" => matches!(self.method.as_str(), "" | "fetch" | "request"),
            Some(library) => is_fetch(&library.module) && matches!(self.method.as_str(), "" | "fetch"),
        }
    }
    /// Returns whether it is known to send a request once, whatever the response is.
    pub fn sends_once(&self) -> bool {
        match &self.library {
            // n8n's helpers do as axios does.
            None => self.is_fetch || self.method.starts_with("httpRequest"),
            // The others repeat requests by themselves, or on demand.
            Some(library) => {
                !matches!(library.module.as_str(), "got" | "ky" | "ky-universal" | "ofetch" | "superagent")
            }
        }
    }
    /// Returns whether it is of a package.
    pub fn is_of(&self, package: &str) -> bool {
        self.library.as_ref().is_some_and(|library| library.module == package)
    }
}

/// A chain of superagent that ends in `send`.
pub(super) struct Chain {
    /// The call that it begins with: `superagent.post(…)`.
    pub base: Node,
    /// The argument of `send`.
    pub body: Node,
}

/// A method that is called on a request of superagent.
pub(super) struct Link {
    /// Its name.
    pub method: SmolStr,
    /// Its arguments, up to the first spread.
    pub arguments: Vec<Node>,
}

impl Eval<'_> {
    /// Returns whether a call may send a request, by the name of what it calls. Asked of every call.
    pub fn may_send(&self, node: Node) -> bool {
        let ExprKind::Call { callee, arguments } = self.units.kind(node) else { return false };
        if arguments.is_empty() {
            return false;
        }
        let callee = self.units.peeled(Node { unit: node.unit, expr: *callee });
        match self.units.kind(callee) {
            ExprKind::Member { property, object } => match property.as_str() {
                "send" => self.chain(node).is_some(),
                "call" => {
                    let called = Node { unit: callee.unit, expr: *object };
                    matches!(self.units.kind(called), ExprKind::Member { property, .. } if is_helper(property))
                }
                property => is_method(property),
            },
            ExprKind::Ident(name, _) => is_function(name) || self.is_library_or_instance(callee),
            _ => false,
        }
    }

    /// Returns whether a name is that of a library for requests, or of an instance that is made by one:
    /// `const api = got.extend(…)`.
    fn is_library_or_instance(&self, name: Node) -> bool {
        let ExprKind::Ident(text, scope) = self.units.kind(name) else { return false };
        let Lookup::One(bound) = self.units.lookup(name.unit, *scope, text) else { return false };
        if let Some(module) = self.module_behind(bound) {
            return Sender::of_package(module, SmolStr::default()).is_some();
        }
        let BindingSource::Variable { value: Some(value), constant: true, .. } = &self.units.binding(bound).source
        else {
            return false;
        };
        let made = self.units.peeled(Node { unit: bound.unit, expr: *value });
        match self.units.kind(made) {
            ExprKind::Call { callee, .. } => matches!(
                self.units.kind(Node { unit: made.unit, expr: *callee }),
                ExprKind::Member { property, .. } if matches!(property.as_str(), "create" | "extend" | "instance")
            ),
            _ => false,
        }
    }

    /// The module that a name stands for, or that it is taken from: by an import, or a variable that `require` fills.
    pub(super) fn module_behind(&self, bound: Bound) -> Option<&SmolStr> {
        match &self.units.binding(bound).source {
            BindingSource::Import { import, .. } => Some(&self.units.unit(bound.unit).imports[*import as usize].module),
            BindingSource::Variable { value: Some(value), constant: true, .. } => {
                match self.units.kind(self.units.peeled(Node { unit: bound.unit, expr: *value })) {
                    ExprKind::Load(module) => Some(module),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The function that a call sends its request with.
    pub(super) fn via(&self, node: Node, frame: &Frame) -> Option<Via> {
        let ExprKind::Call { callee, arguments } = self.units.kind(node) else { return None };
        let arguments = places(node.unit, arguments);
        let callee = self.units.peeled(Node { unit: node.unit, expr: *callee });
        let unknown = |method: &str, arguments: Vec<Node>| Via {
            library: None,
            method: SmolStr::new(method),
            arguments,
            is_observable: false,
            is_cold: false,
            is_fetch: false,
        };
        match self.units.kind(callee) {
            ExprKind::Ident(name, _) => {
                if self.units.global_name(callee).is_some() {
                    let is_fetch = name == "fetch";
                    return is_function(name).then(|| Via { is_fetch, ..unknown("", arguments) });
                }
                match self.narrowly(callee, frame).kind {
                    ValueKind::Global(global) if is_function(name) => {
                        Some(Via { is_fetch: global == "fetch", ..unknown("", arguments) })
                    }
                    ValueKind::Unknown if is_function(name) => Some(unknown("", arguments)),
                    ValueKind::Sender(sender) => of_library(sender, arguments),
                    _ => None,
                }
            }
            ExprKind::Member { object, property } => {
                let object = Node { unit: callee.unit, expr: *object };
                // `this.helpers.request.call(this, { … })` of n8n.
                if property == "call" {
                    return Some(unknown("request", arguments.get(1..)?.to_vec()));
                }
                let receiver = self.narrowly(object, frame);
                match &receiver.kind {
                    ValueKind::Sender(_) => match self.member(&receiver, property, callee).kind {
                        ValueKind::Sender(sender) => of_library(sender, arguments),
                        _ => None,
                    },
                    ValueKind::Unknown | ValueKind::Typed(..) | ValueKind::Global(_) if is_method(property) => {
                        let is_observable = match self.units.kind(object) {
                            ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => {
                                name.to_lowercase().contains("http")
                            }
                            _ => false,
                        };
                        let is_fetch = property == "fetch"
                            && self.units.global_name(self.units.peeled(object)).is_some_and(|name| has_globals(name));
                        let is_cold = self.is_cold(object);
                        let is_observable = is_observable || is_cold || self.is_promiseless(object);
                        Some(Via { is_observable, is_cold, is_fetch, ..unknown(property, arguments) })
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The chain that ends in a call of `send`: `superagent.post(…).set(…).send(…)`.
    pub(super) fn chain(&self, node: Node) -> Option<Chain> {
        let mut chain = self.called_on(node, "send")?;
        let ExprKind::Call { arguments, .. } = self.units.kind(node) else { return None };
        let Some(Element::Item(body)) = arguments.first() else { return None };
        loop {
            let ExprKind::Call { callee, .. } = self.units.kind(chain) else { return None };
            match self.units.kind(Node { unit: node.unit, expr: *callee }) {
                ExprKind::Member { property, .. } if is_link(property) => chain = self.called_on(chain, property)?,
                ExprKind::Member { property, .. } if is_method(property) => {
                    return Some(Chain { base: chain, body: Node { unit: node.unit, expr: *body } });
                }
                _ => return None,
            }
        }
    }

    /// The call on whose result a method is called.
    fn called_on(&self, node: Node, method: &str) -> Option<Node> {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return None };
        let callee = self.units.peeled(Node { unit: node.unit, expr: *callee });
        match self.units.kind(callee) {
            ExprKind::Member { object, property } if property == method => {
                let object = self.units.peeled(Node { unit: node.unit, expr: *object });
                matches!(self.units.kind(object), ExprKind::Call { .. }).then_some(object)
            }
            _ => None,
        }
    }

    /// The methods that are called on a request of superagent, one on the result of the other.
    pub(super) fn links(&self, base: Node) -> Vec<Link> {
        let facts = self.units.unit(base.unit);
        let mut links: Vec<Link> = Vec::new();
        let mut at = base;
        loop {
            let about = self.units.about(base.unit).get(at.expr);
            let mut calls = about.into_iter().flat_map(|about| &about.calls);
            let next = calls.find_map(|call| {
                let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { return None };
                let ExprKind::Member { object, property } = &facts.exprs[facts.peeled(*callee).index()].kind else {
                    return None;
                };
                let is_link = (is_link(property) || property == "send") && facts.peeled(*object) == at.expr;
                is_link.then(|| (*call, Link { method: property.clone(), arguments: places(base.unit, arguments) }))
            });
            let Some((call, link)) = next else { return links };
            links.push(link);
            at.expr = call;
        }
    }

    /// Returns whether the second argument of `post`, `put` and `patch` is the body, as axios has it; `None` where it may
    /// as well be options.
    pub(super) fn takes_data(&self, via: &Via, second: Option<&Value>) -> Option<bool> {
        let Some(library) = &via.library else {
            let Some(second) = second else { return Some(false) };
            let ValueKind::Object(object) = &second.kind else { return Some(true) };
            let entries = self.entries(object);
            let is = |entry: &ObjectEntry, names: &[&str]| names.contains(&entry.key.as_str());
            if entries.list.iter().any(|entry| !entry.uncertain && is(entry, OPTIONS)) {
                return Some(false);
            }
            // `request.post(url, { data })` of Playwright: bodies have such keys, too, but not alone.
            let is_unsure = !entries.list.is_empty() && entries.list.iter().all(|entry| is(entry, UNSURE_OPTIONS));
            return if is_unsure { None } else { Some(true) };
        };
        Some(matches!(library.module.as_str(), "axios" | "needle" | "@pipedream/platform"))
    }
}

/// Keys that only options of requests have.
const OPTIONS: &[&str] = &["body", "form", "headers", "json", "method", "multipart", "prefixUrl", "searchParams"];
/// Keys that options of requests have, and bodies for Customer.io as well.
const UNSURE_OPTIONS: &[&str] = &["data", "failOnStatusCode", "maxRetries", "params", "query", "retry", "timeout"];

/// Returns whether a name is one of the object that has all globals.
pub(super) fn has_globals(name: &str) -> bool {
    matches!(name, "global" | "globalThis" | "self" | "window")
}

/// Something of a library, where that sends a request.
fn of_library(library: Rc<Sender>, arguments: Vec<Node>) -> Option<Via> {
    let method = SmolStr::new(library.function());
    let sends = method.is_empty() || is_method(&method);
    sends.then_some(Via {
        library: Some(library),
        method,
        arguments,
        is_observable: false,
        is_cold: false,
        is_fetch: false,
    })
}

/// Returns whether a package's default function is `fetch`.
pub(super) fn is_fetch(module: &str) -> bool {
    matches!(
        module,
        "@whatwg-node/fetch"
            | "cross-fetch"
            | "isomorphic-fetch"
            | "isomorphic-unfetch"
            | "node-fetch"
            | "node-fetch-native"
            | "undici"
    )
}

/// Returns whether a function has the name of one that sends requests.
pub(super) fn is_function(name: &str) -> bool {
    matches!(name, "$fetch" | "axios" | "fetch" | "got" | "ky" | "ofetch" | "request" | "superagent")
}

/// Returns whether a method is called as theirs are that send requests.
fn is_method(name: &str) -> bool {
    matches!(
        name,
        "$fetch" | "ajax" | "del" | "delete" | "fetch" | "get" | "head" | "patch" | "post" | "put" | "request"
    ) || is_helper(name)
}

/// Returns whether a method is called as the helpers of n8n that send requests.
pub(in crate::eval) fn is_helper(name: &str) -> bool {
    matches!(name, "httpRequest" | "httpRequestWithAuthentication" | "request" | "requestWithAuthentication")
}

/// Returns whether a method of superagent only adds something to the request.
fn is_link(name: &str) -> bool {
    matches!(name, "accept" | "auth" | "query" | "retry" | "set" | "timeout" | "type")
}
