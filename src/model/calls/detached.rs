//! Methods that are taken off their client: `const { identify } = cio`, `ids.map(cio.identify)`. Without their client
//! they have no `this`, and the first thing that each of them does is to read `this.request`.

use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Node};
use crate::eval::{Eval, ListMethod};
use crate::facts::{BindingId, BindingSource, Element, ExprId, ExprKind, Key, MemberKind, PatternStep, TypeId};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::sdk::{ClientClass, ClientKind, Door, methods_named};
use crate::text::Repair;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use smol_str::SmolStr;

/// Functions that call their argument without a `this` that would help.
const CALLERS: &[&str] = &[
    "addEventListener",
    "addListener",
    "catch",
    "finally",
    "nextTick",
    "on",
    "once",
    "queueMicrotask",
    "reduce",
    "setImmediate",
    "setInterval",
    "setTimeout",
    "subscribe",
    "then",
];

/// A method that is taken off its client.
#[derive(Clone, Debug)]
pub struct Detached {
    /// The client.
    pub client: ClientKind,
    /// The method.
    pub method: SmolStr,
    /// The expression that detaches it: `cio.identify`, the name in a pattern.
    pub at: TextRange,
    /// The caller that calls it without its client.
    pub by: CalledBy,
    /// The fix that binds it.
    pub repair: Option<Repair>,
}

/// The caller of a method without its client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalledBy {
    /// The analyzed file, by a name of its own.
    Name(SmolStr, TextRange),
    /// Something that surely calls its argument: `map`, `setTimeout`.
    Caller(SmolStr),
    /// A function that may call it.
    Function(SmolStr),
    /// The object that it is put into, as a method of that.
    Object,
    /// The caller of the function that returns it.
    Returned,
}

/// The methods that the analyzed file takes off their clients, in the order of the text.
pub fn detached(promises: &PromiseAnalysis<'_, '_>, rope: &Rope) -> Vec<Detached> {
    let eval = promises.eval();
    let finder = Finder { promises, rope };
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for (at, expr) in facts.exprs.iter().enumerate() {
            if let ExprKind::Member { object, property } = &expr.kind
                && methods_named(property).next().is_some()
            {
                let node = Node { unit, expr: ExprId(at as u32) };
                found.extend(finder.member(node, Node { unit, expr: *object }, property));
            }
        }
        let fields = facts.classes.iter().flat_map(|class| &class.members);
        for field in fields {
            if let (MemberKind::Field { value: Some(value), .. }, Key::Name(name)) = (&field.kind, &field.key) {
                found.extend(finder.field(name, Node { unit, expr: *value }));
            }
        }
        for (at, binding) in facts.bindings.iter().enumerate() {
            if let BindingSource::Variable { value: Some(value), path, .. } = &binding.source
                && let [PatternStep::Key(key)] = &path[..]
                && methods_named(key).next().is_some()
            {
                let bound = Bound { unit, binding: BindingId(at as u32) };
                found.extend(finder.destructured(bound, Node { unit, expr: *value }, key));
            }
            if let BindingSource::Parameter { path, .. } = &binding.source
                && let ([PatternStep::Key(key)], Some(ty)) = (&path[..], binding.ty)
                && methods_named(key).next().is_some()
            {
                let bound = Bound { unit, binding: BindingId(at as u32) };
                found.extend(finder.destructured_parameter(bound, ty, key));
            }
        }
    }
    found.sort_by_key(|it| it.at);
    found
}

struct Finder<'f, 'e, 'a> {
    promises: &'f PromiseAnalysis<'e, 'a>,
    rope: &'f Rope,
}

impl<'a> Finder<'_, '_, 'a> {
    fn eval(&self) -> &Eval<'a> {
        self.promises.eval()
    }

    /// The client of the SDK that a method is surely one of, unless the file puts another one in its place.
    fn client(&self, object: Node, method: &str) -> Option<ClientKind> {
        let eval = self.eval();
        if !eval.may_matter(object, &None) {
            return None;
        }
        let value = eval.narrowly(object, &None);
        let kind = value.client_kind()?;
        // The other SDKs bind their methods.
        if value.is_partial() || kind.door() != Door::Sdk {
            return None;
        }
        ClientClass::of(kind).method(method)?;
        let is_written = eval.units.writes_naming(LocalFile::HERE, method).next().is_some();
        (!is_written).then_some(kind)
    }

    fn member(&self, node: Node, object: Node, method: &SmolStr) -> Option<Detached> {
        let (by, is_list) = match self.promises.use_of(node) {
            Use::In(call, Role::Argument(at)) => self.given_to(Node { unit: node.unit, expr: call }, at, object)?,
            Use::In(holder, Role::Kept) if self.is_object(Node { unit: node.unit, expr: holder }) => {
                (CalledBy::Object, false)
            }
            Use::Initial(binding) => (self.name(Bound { unit: node.unit, binding })?, false),
            Use::Returned => (CalledBy::Returned, false),
            _ => return None,
        };
        self.taken(node, object, method, by, is_list)
    }

    /// `send = api.sendEmail`, where nothing gives the field its client later.
    fn field(&self, name: &SmolStr, value: Node) -> Option<Detached> {
        let eval = self.eval();
        let node = eval.units.peeled(value);
        let ExprKind::Member { object, property } = eval.units.kind(node) else { return None };
        let is_bound = |node: Node| !matches!(self.promises.use_of(node), Use::In(_, Role::Callee));
        let mut named = eval.units.expressions().filter_map(|(node, kind)| match kind {
            ExprKind::Member { property, .. } if property == name => Some(node),
            _ => None,
        });
        if methods_named(property).next().is_none() || named.any(|other| other != node && is_bound(other)) {
            return None;
        }
        self.taken(node, Node { unit: node.unit, expr: *object }, property, CalledBy::Object, false)
    }

    fn taken(&self, node: Node, object: Node, method: &SmolStr, by: CalledBy, is_list: bool) -> Option<Detached> {
        let eval = self.eval();
        let client = self.client(object, method)?;
        let at = eval.units.range(node);
        let text = self.text(eval.units.range(object));
        let is_simple = is_simple(&text);
        let repair = match (is_simple, is_list) {
            (false, _) => None,
            // A list gives the place of the element too, which would become the second argument.
            (true, true) => takes_one(client, method).then(|| Repair {
                title: format!("Wrap `{text}.{method}` in an arrow function"),
                edits: vec![TextEdit::replace(at, format!("({0}) => {text}.{method}({0})", parameter(&text, method)))],
                safe: false,
            }),
            (true, false) => Some(Repair {
                title: format!("Bind to `{text}`"),
                edits: vec![TextEdit::insert(at.end(), format!(".bind({text})"))],
                safe: false,
            }),
        };
        Some(Detached { client, method: method.clone(), at, by, repair })
    }

    /// The caller of an argument of a call; `None` where it may be called with its client after all.
    fn given_to(&self, call: Node, at: u32, object: Node) -> Option<(CalledBy, bool)> {
        let eval = self.eval();
        let (ExprKind::Call { callee, arguments } | ExprKind::New { callee, arguments, .. }) = eval.units.kind(call)
        else {
            return None;
        };
        let name = eval.called(call);
        let is_method = self.promises.method_called(call).is_some();
        // They take `this` as the next argument.
        let is_list = is_method && at == 0 && ListMethod::hands_each(&name);
        // `ids.map(cio.identify, cio)`, `wrap(cio, cio.identify)`
        let client = self.text(eval.units.range(object));
        let has_client = arguments.iter().any(|it| match it {
            Element::Item(expr) => self.text(eval.units.range(Node { unit: call.unit, expr: *expr })) == client,
            _ => true,
        });
        // `cio.identify.apply(cio, …)` is no argument; `Reflect.apply(cio.identify, …)` names the client.
        if has_client || matches!(name.as_str(), "expect" | "mocked" | "is" | "log") || is_list && arguments.len() > 1 {
            return None;
        }
        // What only takes it as data, to compare or to keep it.
        let is_known = is_list || CALLERS.contains(&name.as_str()) && (is_method || !name.is_empty());
        let is_own = eval.own_call(call, &None).is_some();
        let callee = eval.units.peeled(Node { unit: call.unit, expr: *callee });
        let is_function = matches!(eval.units.kind(callee), ExprKind::Ident(..)) || is_own;
        let by = match (is_known, is_function) {
            (true, _) => CalledBy::Caller(name),
            (false, true) => CalledBy::Function(name),
            (false, false) => return None,
        };
        Some((by, is_list))
    }

    fn is_object(&self, node: Node) -> bool {
        matches!(self.eval().units.kind(node), ExprKind::Object(_))
    }

    /// The name of a variable that holds the method.
    fn name(&self, bound: Bound) -> Option<CalledBy> {
        let eval = self.eval();
        let is_called = |node: &Node| matches!(self.promises.use_of(*node), Use::In(_, Role::Callee)) && node.is_here();
        let call = eval.units.references(bound).find(is_called)?;
        let is_written = eval.units.writes_to(bound).next().is_some();
        let name = eval.units.binding(bound).name.clone();
        (!is_written).then(|| CalledBy::Name(name, eval.units.range(call)))
    }

    fn destructured(&self, bound: Bound, value: Node, method: &SmolStr) -> Option<Detached> {
        let by = self.name(bound)?;
        let client = self.client(value, method)?;
        let units = &self.eval().units;
        let at = units.absolute(bound.unit, units.binding(bound).range);
        Some(Detached { client, method: method.clone(), at, by, repair: self.bound_one_by_one(client, value, at) })
    }

    /// `function send({ track }: TrackClient)`
    fn destructured_parameter(&self, bound: Bound, ty: TypeId, method: &SmolStr) -> Option<Detached> {
        let by = self.name(bound)?;
        let client = self.eval().client_of_type(bound.unit, ty).filter(|client| client.door() == Door::Sdk)?;
        ClientClass::of(client).method(method)?;
        let units = &self.eval().units;
        if units.writes_naming(LocalFile::HERE, method).next().is_some() {
            return None;
        }
        let at = units.absolute(bound.unit, units.binding(bound).range);
        Some(Detached { client, method: method.clone(), at, by, repair: None })
    }

    /// The edit that writes `const { identify, track: send } = cio` as variables that are bound.
    fn bound_one_by_one(&self, client: ClientKind, value: Node, at: TextRange) -> Option<Repair> {
        let units = &self.eval().units;
        let object = units.range(value);
        let text = self.text(object);
        if !is_simple(&text) {
            return None;
        }
        // The pattern stands right before its value.
        let before = self.rope.byte_slice(..object.start()).to_string();
        let open = before.rfind('{')?;
        let (inside, rest) = before[open + 1..].split_once('}')?;
        if rest.trim() != "=" || open > at.start() {
            return None;
        }
        let keys = inside.split(',').map(str::trim).filter(|key| !key.is_empty());
        let bound: Option<Vec<String>> = keys
            .map(|key| {
                let (method, name) = key.split_once(':').map_or((key, key), |(key, name)| (key.trim(), name.trim()));
                let is_name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
                let fits = is_name(name) && ClientClass::of(client).method(method).is_some();
                fits.then(|| format!("{name} = {text}.{method}.bind({text})"))
            })
            .collect();
        let whole = TextRange { start: open as u32, end: object.end };
        Some(Repair {
            title: format!("Bind to `{text}`"),
            edits: vec![TextEdit::replace(whole, bound?.join(", "))],
            safe: false,
        })
    }

    fn text(&self, range: TextRange) -> String {
        self.rope.byte_slice(range.as_range()).to_string()
    }
}

/// Returns whether naming something twice is the same as naming it once.
fn is_simple(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '#'))
}

/// Returns whether a method is done with one argument.
fn takes_one(client: ClientKind, method: &str) -> bool {
    let parameters = ClientClass::of(client).method(method).map(|method| method.parameters.newest());
    parameters.is_some_and(|list| !list.is_empty() && list.iter().skip(1).all(|parameter| !parameter.required))
}

/// A name for the argument of a method.
fn parameter(client: &str, method: &str) -> &'static str {
    let name = if method.starts_with("send") { "request" } else { "id" };
    let root = client.split('.').next().unwrap_or_default();
    if root == name { "item" } else { name }
}
