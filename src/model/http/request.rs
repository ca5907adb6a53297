//! Requests that code sends to Customer.io by itself, without the SDK.

use crate::eval::units::Node;
use crate::eval::value::{AddressPart, SenderOptions, SetOption, Value, ValueKind};
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, Element, ExprId, ExprKind, TemplatePart, Unit};
use crate::model::calls::sdk_calls::Call;
use crate::model::file::prefilter::Mentioned;
use crate::sdk::{CredentialForm, CredentialKind, PathRoot, Region, api_of_host, credential_kind};
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// The maximum number of expressions in an address.
const MAX_PARTS: u32 = 32;
/// Keys of options that hold an address.
const ADDRESSES: &[&str] = &["url", "uri", "baseURL", "baseUrl", "prefixUrl"];
/// A request that the analyzed file sends to an API of Customer.io.
#[derive(Clone, Debug)]
pub struct RawRequest {
    /// The API.
    pub api: PathRoot,
    /// Its region.
    pub region: Region,
    /// The host, as it is written.
    pub host: SmolStr,
    /// The known path after the host, up to the first unknown part.
    pub path: SmolStr,
    /// The address where it is used.
    pub address: TextRange,
    /// The text that the address begins with.
    pub begins: Place,
    /// The authorization of the request.
    pub authorization: Option<Authorization>,
}

/// The authorization of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// The scheme.
    pub scheme: Scheme,
    /// The kind of credential, when its name or its form reveals it.
    pub key: Option<CredentialKind>,
    /// The range where it is written; the options of the request, when that is in another file.
    pub range: TextRange,
}

/// A scheme of authorization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// User and password.
    Basic,
    /// A token.
    Bearer,
}

/// A call that gets an address of Customer.io.
pub struct AddressedCall {
    node: Node,
    /// The arguments.
    pub given: Vec<Value>,
    address: Address,
}

impl AddressedCall {
    /// The API that it calls; `None` for a host whose API is not described.
    pub fn api(&self) -> Option<PathRoot> {
        Some(api_of_host(host_and_path(&self.address.text)?.0)?.0)
    }
}

/// An address, as far as it is known.
struct Address {
    text: String,
    /// The expression that it begins with.
    begins: Node,
    /// The expression that stands for it.
    place: Node,
}

/// The calls of the analyzed file that get an address of Customer.io, in no order.
pub fn calls(eval: &Eval<'_>, mentioned: Mentioned) -> Vec<AddressedCall> {
    let names_a_host = mentioned.domain && names_a_host(eval);
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let (ExprKind::Call { callee, arguments } | ExprKind::New { callee, arguments, .. }) =
                &facts.exprs[call.index()].kind
            else {
                continue;
            };
            // A host of another file is only looked for where a request is sent by what is called so: nothing is
            // evaluated for all other calls.
            if !names_a_host && !is_of_library(facts, *callee) {
                continue;
            }
            let items = arguments.iter().filter_map(|argument| match argument {
                Element::Item(expr) => Some(eval.value(Node { unit, expr: *expr })),
                _ => None,
            });
            let given: Vec<Value> = items.collect();
            if let Some(address) = given.iter().find_map(|value| address_in(eval, value)) {
                found.push(AddressedCall { node: Node { unit, expr: *call }, given, address });
            }
        }
    }
    found
}

/// The requests that the analyzed file sends, in the order of the text.
pub fn requests(eval: &Eval<'_>, calls: &[AddressedCall], others: &[Call]) -> Vec<RawRequest> {
    let mut found: Vec<RawRequest> = calls.iter().filter_map(|call| request(eval, call)).collect();
    // What is written in the call itself was found above, but not what is set elsewhere.
    found.sort_by_key(|request| request.address);
    let written: Vec<TextRange> = found.iter().map(|request| request.address).collect();
    for call in others {
        let first = written.partition_point(|address| address.start() < call.range.start());
        match written.get(first).filter(|address| call.range.contains(**address)) {
            Some(_) => {
                let known = &mut found[first].authorization;
                let set = || call.request.as_ref().filter(|request| !request.options.set.is_empty());
                if known.is_none()
                    && let Some(request) = set()
                {
                    *known = authorization_of(eval, request.api, &request.options, call.callee);
                }
            }
            None => found.extend(composed(eval, call)),
        }
    }
    found.sort_by_key(|request| request.address);
    found
}

/// A request whose address is put together from the options of an instance, or from fields of a class.
fn composed(eval: &Eval<'_>, call: &Call) -> Option<RawRequest> {
    let request = call.request.as_ref()?;
    if call.through.is_some() {
        return None;
    }
    let Some(AddressPart::Text(_, begins, _)) = request.address.pieces.first() else { return None };
    let rest = request.address.after_host();
    let known = rest.iter().map_while(|piece| match piece {
        AddressPart::Text(text, ..) => Some(text.as_str()),
        AddressPart::Value(..) => None,
    });
    Some(RawRequest {
        api: request.api,
        region: request.region?,
        host: request.address.host()?.into(),
        path: known.collect(),
        address: call.callee,
        begins: eval.units.place(*begins),
        authorization: authorization_of(eval, request.api, &request.options, call.callee),
    })
}

fn request(eval: &Eval<'_>, call: &AddressedCall) -> Option<RawRequest> {
    // What gets a function answers requests, as tests do: `http.post("https://…", () => …)`.
    let answers = call.given.iter().any(|value| matches!(value.kind, ValueKind::Function(..)));
    let name = eval.called(call.node);
    let ExprKind::Call { callee, .. } = eval.units.kind(call.node) else { return None };
    let sends = match eval.units.kind(eval.units.peeled(Node { unit: call.node.unit, expr: *callee })) {
        ExprKind::Member { .. } => is_method(&name),
        _ => is_function(&name),
    };
    if answers || !sends || !call.address.place.is_here() {
        return None;
    }
    let (host, path) = host_and_path(&call.address.text)?;
    let (api, region) = api_of_host(host)?;
    Some(RawRequest {
        api,
        region,
        host: host.into(),
        path: path.into(),
        address: eval.units.range(call.address.place),
        begins: eval.units.place(call.address.begins),
        authorization: call.given.iter().find_map(|options| authorization(eval, api, options)),
    })
}

/// Returns whether a function has the name of one that sends requests, or that creates such functions. Asked of every
/// call.
fn is_function(name: &str) -> bool {
    matches!(name, "$fetch" | "axios" | "fetch" | "got" | "ky" | "needle" | "ofetch" | "request" | "superagent")
}

/// Returns whether a method is called as theirs are that send requests.
fn is_method(name: &str) -> bool {
    matches!(
        name,
        "$fetch"
            | "create"
            | "del"
            | "delete"
            | "extend"
            | "fetch"
            | "get"
            | "head"
            | "patch"
            | "post"
            | "put"
            | "request"
            | "stream"
    )
}

/// Returns whether the called function is a library for requests, or a method of one: `fetch`, `axios.get`.
fn is_of_library(facts: &Unit, callee: ExprId) -> bool {
    let kind = |expr: ExprId| &facts.exprs[expr.index()].kind;
    let callee = match kind(facts.peeled(callee)) {
        ExprKind::Member { object, .. } => kind(*object),
        callee => callee,
    };
    matches!(callee, ExprKind::Ident(name, _) if is_function(name))
}

/// Returns whether the file names a host of Customer.io at all.
fn names_a_host(eval: &Eval<'_>) -> bool {
    eval.units.iter().any(|(_, facts)| {
        facts.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::String(text) => is_address(text),
            ExprKind::Template(parts) => matches!(parts.first(), Some(TemplatePart::Text(text)) if is_address(text)),
            _ => false,
        })
    })
}

fn is_address(text: &str) -> bool {
    // A credential is one on every host of Customer.io, also on those whose API is not described.
    const PAGES: [&str; 3] = ["docs", "status", "www"];
    let is_theirs = |host: &str| host.strip_suffix(".customer.io").is_some_and(|name| !PAGES.contains(&name));
    host_and_path(text).is_some_and(|(host, _)| api_of_host(host).is_some() || is_theirs(host))
}

/// The host of an address, and the rest after it.
fn host_and_path(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("://")?;
    let end = rest.find(['/', ':', '?']).unwrap_or(rest.len());
    Some(rest.split_at(end))
}

/// The address of Customer.io that an argument is, or that options name.
fn address_in(eval: &Eval<'_>, value: &Value) -> Option<Address> {
    let whole = address(eval, value);
    whole.or_else(|| ADDRESSES.iter().find_map(|key| address(eval, &entry(eval, value, key)?)))
}

fn address(eval: &Eval<'_>, value: &Value) -> Option<Address> {
    let mut known = Known { text: String::new(), begins: None, parts: 0 };
    known.add(eval, value);
    let begins = known.begins?;
    if !is_address(&known.text) {
        return None;
    }
    Some(Address { text: known.text, begins, place: value.place })
}

/// A text, as far as it is known.
struct Known {
    text: String,
    begins: Option<Node>,
    parts: u32,
}

impl Known {
    /// Adds the known part of a value; whether that is all of it.
    fn add(&mut self, eval: &Eval<'_>, value: &Value) -> bool {
        self.parts += 1;
        if self.parts > MAX_PARTS {
            eval.hit(What::Steps, value.node);
            return false;
        }
        let made = value.node;
        let part = |expr| eval.value(Node { unit: made.unit, expr });
        match (&value.kind, eval.units.kind(made)) {
            (_, ExprKind::Template(parts)) => parts.iter().all(|it| match it {
                TemplatePart::Text(text) => self.push(made, text),
                TemplatePart::Value(expr) => self.add(eval, &part(*expr)),
            }),
            (_, ExprKind::Binary(BinaryOp::Add, left, right)) => {
                self.add(eval, &part(*left)) && self.add(eval, &part(*right))
            }
            (ValueKind::Str(text), _) => self.push(made, text),
            _ => false,
        }
    }

    fn push(&mut self, at: Node, text: &str) -> bool {
        self.text.push_str(text);
        self.begins.get_or_insert(at);
        true
    }
}

/// The authorization in the options of a request, of whatever kind. `call` is marked where another file sets it.
fn authorization_of(eval: &Eval<'_>, api: PathRoot, options: &SenderOptions, call: TextRange) -> Option<Authorization> {
    let given = options.layers.iter().rev().find_map(|options| authorization(eval, api, options));
    given.or_else(|| {
        if let Some(header) = options.set_to(SetOption::Authorization) {
            return in_header(eval, api, header, here(header).map_or(call, |node| eval.units.range(node)));
        }
        let basic = options.set_to(SetOption::Auth).or_else(|| options.set_to(SetOption::User))?;
        let range = here(basic).map_or(call, |node| eval.units.range(node));
        Some(Authorization { scheme: Scheme::Basic, key: None, range })
    })
}

fn in_header(eval: &Eval<'_>, api: PathRoot, header: &Value, range: TextRange) -> Option<Authorization> {
    let mut known = Known { text: String::new(), begins: None, parts: 0 };
    known.add(eval, header);
    let (scheme, _) = known.text.split_once(' ')?;
    let scheme = match scheme.to_ascii_lowercase().as_str() {
        "basic" => Scheme::Basic,
        "bearer" => Scheme::Bearer,
        _ => return None,
    };
    Some(Authorization { scheme, key: key(eval, api, header), range })
}

fn authorization(eval: &Eval<'_>, api: PathRoot, options: &Value) -> Option<Authorization> {
    if let Some(header) = header(eval, options, "authorization") {
        let at = here(&header).or_else(|| here(options))?;
        return in_header(eval, api, &header, eval.units.range(at));
    }
    // axios and got.
    let auth = entry(eval, options, "auth").filter(|auth| entry(eval, auth, "username").is_some());
    let username = || {
        let username = entry(eval, options, "username")?;
        entry(eval, options, "password").map(|_| username)
    };
    let basic = auth.or_else(username)?;
    Some(Authorization {
        scheme: Scheme::Basic,
        key: None,
        range: eval.units.range(here(&basic).or_else(|| here(options))?),
    })
}

/// The expression of the analyzed file that stands for a value, the one that makes it before others.
fn here(value: &Value) -> Option<Node> {
    [value.node, value.place].into_iter().find(|node| node.is_here())
}

/// The kind of the credential after a scheme, when its name or its form reveals it.
fn key(eval: &Eval<'_>, api: PathRoot, header: &Value) -> Option<CredentialKind> {
    let by_form = |text: &str| match CredentialForm::of_secret(text.as_bytes())? {
        CredentialForm::Hex20 if api == PathRoot::Pipelines => Some(CredentialKind::WriteKey),
        CredentialForm::Hex20 => Some(CredentialKind::TrackKey),
        CredentialForm::Hex32 => Some(CredentialKind::AppKey),
        _ => None,
    };
    let made = header.node;
    let last = match eval.units.kind(made) {
        ExprKind::String(text) => return by_form(text.split_once(' ')?.1),
        ExprKind::Template(parts) => match &parts[..] {
            [TemplatePart::Text(_), TemplatePart::Value(last)] => *last,
            _ => return None,
        },
        ExprKind::Binary(BinaryOp::Add, _, last) => *last,
        _ => return None,
    };
    let last = Node { unit: made.unit, expr: last };
    match eval.value(last).kind {
        ValueKind::Env(name) => credential_kind(&name),
        ValueKind::Str(text) => by_form(&text),
        _ => match eval.units.kind(eval.units.peeled(last)) {
            ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => credential_kind(name),
            _ => None,
        },
    }
}

/// A header that options set.
pub fn header(eval: &Eval<'_>, options: &Value, name: &str) -> Option<Value> {
    entry(eval, &listed(eval, entry(eval, options, "headers")?), name)
}

/// The value of an object's key, whatever its case.
fn entry(eval: &Eval<'_>, value: &Value, key: &str) -> Option<Value> {
    let ValueKind::Object(object) = &value.kind else { return None };
    let entries = eval.entries(object);
    let entry = entries.list.iter().rev().find(|entry| entry.key.eq_ignore_ascii_case(key))?;
    Some(eval.eval(entry.node, &entry.frame))
}

/// The object that headers are made of: `new Headers({ … })`.
fn listed(eval: &Eval<'_>, headers: Value) -> Value {
    match eval.units.kind(headers.node) {
        ExprKind::New { callee, arguments, .. } => {
            let at = |expr: ExprId| Node { unit: headers.node.unit, expr };
            let is_headers = eval.units.global_name(at(*callee)).is_some_and(|name| name == "Headers");
            match arguments.first() {
                Some(Element::Item(first)) if is_headers => eval.value(at(*first)),
                _ => headers,
            }
        }
        _ => headers,
    }
}
