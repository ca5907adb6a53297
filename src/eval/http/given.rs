//! The parts of a request in the arguments of the call that sends it.

use super::senders::{Link, Via};
use super::{OptionOf, entry};
use crate::eval::Eval;
use crate::eval::units::{Bound, Node};
use crate::eval::value::{Address, AddressPart, Frame, Sender, SenderOptions, SetOption, Value, ValueKind};
use crate::facts::{Element, ExprKind};
use smol_str::SmolStr;
use std::rc::Rc;

/// The parts of a request, as they are given.
pub(super) struct Given {
    /// The verb, in capitals.
    pub verb: Option<SmolStr>,
    /// The address.
    pub address: Address,
    /// The body, before what is turned into JSON is taken out of it.
    pub body: Option<Value>,
    /// The options.
    pub options: SenderOptions,
    /// True when nothing in the arguments is hidden.
    pub is_understood: bool,
    /// True when the promise resolves whatever the status is.
    pub resolves_always: bool,
    /// True when the request is known to be sent once, whatever the response is.
    pub sends_once: bool,
    /// The library.
    pub sender: Option<Rc<Sender>>,
    /// True when there is no promise.
    pub is_observable: bool,
    /// True when it certainly is an Observable.
    pub is_cold: bool,
    /// The `new Request(…)`, where it does not stand in the call.
    pub made: Option<Node>,
}

/// Keys that tell that an object is a whole request.
const OF_REQUEST: &[&str] = &["url", "uri", "baseURL", "hostname", "host", "method"];
/// Those that say where it goes.
const OF_ADDRESS: &[&str] = &["url", "uri", "baseURL", "hostname", "host"];

impl Eval<'_> {
    /// The parts of a request in the arguments of the call that sends it.
    pub(super) fn given_to_sender(&self, node: Node, frame: &Frame) -> Option<Given> {
        if let Some(chain) = self.chain(node) {
            let via = self.via(chain.base, frame).filter(|via| via.is_of("superagent"))?;
            let mut given = self.given_via(via, frame)?;
            self.set_by_links(&self.links(chain.base), &mut given.options, frame);
            return Some(Given { body: Some(self.eval(chain.body, frame)), ..given });
        }
        let via = self.via(node, frame)?;
        if via.is_of("superagent") {
            let links = self.links(node);
            if links.iter().any(|link| link.method == "send") {
                return None;
            }
            let mut given = self.given_via(via, frame)?;
            self.set_by_links(&links, &mut given.options, frame);
            return Some(given);
        }
        let is_node = via.is_of("https");
        let mut given = self.given_via(via, frame)?;
        if is_node && given.body.is_none() {
            // The call stands for what is written to its result.
            let call = Value::at(node, ValueKind::Unknown);
            given.body = self.written_to_request(node).map(|body| self.eval(body, frame).part_of(&call));
        }
        Some(given)
    }

    /// Adds the options that the methods of a request in superagent set.
    fn set_by_links(&self, links: &[Link], options: &mut SenderOptions, frame: &Frame) {
        for link in links {
            match (link.method.as_str(), link.arguments.as_slice()) {
                ("auth", [user, password, ..]) => {
                    options.set.push((SetOption::User, self.eval(*user, frame)));
                    options.set.push((SetOption::Password, self.eval(*password, frame)));
                }
                ("set", [headers]) => {
                    if let OptionOf::Is(value) = entry(self, &self.eval(*headers, frame), "authorization") {
                        options.set.push((SetOption::Authorization, value));
                    }
                }
                ("set", [name, value, ..]) => {
                    let name = self.eval(*name, frame);
                    if name.as_str().is_some_and(|name| name.eq_ignore_ascii_case("authorization")) {
                        options.set.push((SetOption::Authorization, self.eval(*value, frame)));
                    }
                }
                _ => {}
            }
        }
    }

    fn given_via(&self, mut via: Via, frame: &Frame) -> Option<Given> {
        // `axios($, { … })` of Pipedream.
        if via.is_of("@pipedream/platform") {
            via.arguments = via.arguments.get(1..)?.to_vec();
        }
        // `needle("put", …)`, `needle.request("put", …)`
        if via.is_of("needle")
            && matches!(via.method.as_str(), "" | "request")
            && let Some(verb) = self.eval(*via.arguments.first()?, frame).as_str().map(|verb| verb.to_lowercase())
        {
            via.method = verb.into();
            via.arguments.remove(0);
        }
        let mut request = None;
        if let ([only], "" | "fetch") = (&via.arguments[..], via.method.as_str())
            && let Some((made, of_request)) = self.given_to_request(*only, frame)
        {
            request = Some(made).filter(|made| *made != self.units.peeled(*only));
            via.arguments = of_request;
        }
        let is_node = via.is_of("https");
        // They take a callback, and give nothing that could be awaited.
        let takes_callback = is_node || via.is_of("request") || via.is_of("needle");
        let values: Vec<Value> = via.arguments.iter().map(|place| self.eval(*place, frame)).collect();
        // What gets a function answers requests, as tests do: `http.post("https://…", () => …)`.
        if !takes_callback && values.iter().any(|value| matches!(value.kind, ValueKind::Function(..))) {
            return None;
        }
        let made = via.library.as_ref().and_then(|library| library.made.clone());
        let mut options = SenderOptions::of_instance(self, made.as_deref());
        let has = |value: &Value, keys: &[&str]| {
            matches!(value.kind, ValueKind::Object(_))
                && keys.iter().any(|key| matches!(entry(self, value, key), OptionOf::Is(_)))
        };
        let is_request = |value: &Value| has(value, OF_REQUEST);
        let mut rest = values.as_slice();
        let mut path = None;
        // `requestWithAuthentication.call(this, "credentials", { … })`
        if let [_, second] = rest
            && via.method == "request"
            && has(second, OF_ADDRESS)
            && !matches!(rest.first().and_then(Value::as_str), Some(text) if text.contains('/'))
        {
            rest = &values[1..];
        }
        if !is_request(rest.first()?) {
            path = Some(Address::of(self, via.arguments[0], frame));
            rest = &values[1..];
        }
        let is_write = matches!(via.method.as_str(), "post" | "put" | "patch");
        let mut body = None;
        let mut is_clear = true;
        if is_write && path.is_some() {
            match self.takes_data(&via, rest.first()) {
                Some(true) => body = rest.first().cloned(),
                Some(false) => {}
                None => is_clear = false,
            }
            if body.is_some() || !is_clear {
                rest = rest.get(1..).unwrap_or_default();
            }
        }
        let is_known = |case: &Value| {
            matches!(case.kind, ValueKind::Object(_) | ValueKind::Undefined | ValueKind::Null)
                || takes_callback && matches!(case.kind, ValueKind::Function(..))
        };
        let is_understood = is_clear && rest.iter().all(|value| value.cases().iter().all(is_known));
        let handed = rest.iter().filter(|value| !matches!(value.kind, ValueKind::Function(..))).cloned();
        options.layers.extend(handed);
        if let (Some(library), Some(first)) = (&via.library, via.arguments.first()) {
            let around = made.as_ref().map_or(frame, |made| &made.frame);
            let set = self.set_on_sender(library, *first).into_iter();
            options.set.extend(set.map(|(option, node)| (option, self.eval(node, &self.frame_along(node, around)))));
        }
        let address = self.address(path, &options, frame)?;
        let verb = self.verb(&via, &options, is_understood);
        let body = body.or_else(|| {
            let given = options.get(self, &["json", "data", "body", "payload"]).value()?;
            // `{ json: true, body: { … } }`
            match given.kind {
                ValueKind::Bool(true) => options.get(self, &["body"]).value(),
                _ => Some(given),
            }
        });
        let is = |key: &str| matches!(options.get(self, &[key]), OptionOf::Is(_));
        // What a dispatcher does with a response is its own.
        let is_plain = !is("dispatcher") && !is("throwOnError");
        let sends_once = is_plain && (via.sends_once() || self.is_told_to_send_once(&via, &options, verb.as_deref()));
        Some(Given {
            verb,
            address,
            body,
            options,
            is_understood,
            resolves_always: is_plain && via.resolves_always(),
            sends_once,
            is_observable: via.is_observable || takes_callback,
            is_cold: via.is_cold,
            made: request,
            sender: via.library,
        })
    }

    /// Returns whether a library that may send requests again does not: it leaves `POST` and `PATCH` alone, and `retry`
    /// turns that off.
    fn is_told_to_send_once(&self, via: &Via, options: &SenderOptions, verb: Option<&str>) -> bool {
        if !["got", "ky", "ky-universal"].iter().any(|package| via.is_of(package)) {
            return false;
        }
        let is_none = |value: &Value| matches!(&value.kind, ValueKind::Number(number) if number.value == Some(0.0));
        match options.get(self, &["retry"]) {
            OptionOf::Is(retry) => {
                is_none(&retry) || entry(self, &retry, "limit").value().is_some_and(|it| is_none(&it))
            }
            OptionOf::Absent => matches!(verb, Some("POST" | "PATCH")),
            OptionOf::Unknown => false,
        }
    }

    /// The `new Request(…)` that `fetch` is called with, and its arguments, where what they are worth is known here.
    fn given_to_request(&self, only: Node, frame: &Frame) -> Option<(Node, Vec<Node>)> {
        let made = self.units.peeled(self.eval(only, frame).node);
        let ExprKind::New { callee, arguments, .. } = self.units.kind(made) else { return None };
        let class = self.units.global_name(Node { unit: made.unit, expr: *callee })?;
        let is_beside = made.unit == only.unit || frame.is_none() && made.unit.file == only.unit.file;
        (class == "Request" && is_beside).then(|| (made, crate::eval::units::places(made.unit, arguments)))
    }

    fn verb(&self, via: &Via, options: &SenderOptions, is_understood: bool) -> Option<SmolStr> {
        match via.method.as_str() {
            method @ ("get" | "post" | "put" | "patch" | "delete" | "head") => Some(method.to_uppercase().into()),
            "del" => Some(SmolStr::new_static("DELETE")),
            method => match options.get(self, if method == "ajax" { &["method", "type"] } else { &["method"] }) {
                OptionOf::Is(value) => value.as_str().map(|verb| verb.to_uppercase().into()),
                OptionOf::Absent if is_understood => Some(SmolStr::new_static("GET")),
                _ => None,
            },
        }
    }

    /// The address, of which `path` is the argument; the rest is among the options.
    fn address(&self, path: Option<Address>, options: &SenderOptions, frame: &Frame) -> Option<Address> {
        let of = |value: Value| Address::of(self, value.node, &self.frame_along(value.node, frame));
        let base = options.base(self).value().map(of);
        let path = path.or_else(|| options.get(self, &["url", "uri"]).value().map(of));
        if let (Some(base), Some(path)) = (&base, &path) {
            return Some(Address::joined(base.clone(), path.clone()));
        }
        path.or(base).or_else(|| {
            let host = options.get(self, &["hostname", "host"]).value()?;
            let at = host.node;
            let scheme = AddressPart::plain(SmolStr::new_static("https://"), at);
            let mut address = Address { pieces: vec![scheme], ..Address::default() };
            address.append(of(host));
            address.pieces.extend(options.get(self, &["path"]).value().map(of).unwrap_or_default().into_path());
            Some(address)
        })
    }

    /// The argument of `write` or `end` on the request that a variable holds: `const req = https.request(…)`.
    fn written_to_request(&self, node: Node) -> Option<Node> {
        let facts = self.units.unit(node.unit);
        let binding = *self.units.functions(node.unit).initial(node.expr).first()?;
        let names = self.units.references(Bound { unit: node.unit, binding }).filter(|name| name.unit == node.unit);
        let calls = names.flat_map(|name| {
            let about = self.units.about(name.unit).get(name.expr);
            about.into_iter().flat_map(|about| &about.calls).map(move |call| (name.expr, *call))
        });
        let mut written = calls.filter_map(|(name, call)| {
            let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { return None };
            let ExprKind::Member { object, property } = &facts.exprs[callee.index()].kind else { return None };
            match arguments.first() {
                Some(Element::Item(body))
                    if facts.peeled(*object) == name && matches!(property.as_str(), "write" | "end") =>
                {
                    Some(Node { unit: node.unit, expr: *body })
                }
                _ => None,
            }
        });
        match (written.next(), written.next()) {
            (only, None) => only,
            _ => None,
        }
    }
}
