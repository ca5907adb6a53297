//! What the arguments of a call of the SDK are, as far as rules ask.

use super::call::peeled;
use super::entries::carried;
use super::eval::Eval;
use super::sdk_calls::{Argument, Call};
use super::units::Node;
use super::value::{Kind, Value};
use crate::facts::{Element, ExprKind};
use crate::text::TextRange;
use smol_str::SmolStr;

/// What an argument is.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Not to be known.
    Unknown,
    /// `undefined` or `null`
    Nothing,
    /// `true` or `false`
    Bool(bool),
    /// A known text.
    Text(SmolStr),
    /// A number, or a text of digits, with its value where that is known.
    Number(Option<f64>),
    /// A date object.
    Date,
    /// A text that holds a date.
    DateText,
    /// A variable of the environment: a text or nothing.
    Environment(SmolStr),
    /// An object literal; its fields are asked for by themselves.
    Object,
    /// An array.
    Array,
    /// A request of this class: `SendEmailRequest`.
    Request(&'static str),
    /// A function.
    Function,
    /// One of these.
    OneOf(Vec<Given>),
}

impl Given {
    /// Whether it may be nothing or an empty text, which the SDK takes for missing.
    pub fn may_be_missing(&self) -> bool {
        match self {
            Self::Nothing | Self::Environment(_) => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::OneOf(cases) => cases.iter().any(Self::may_be_missing),
            _ => false,
        }
    }
}

/// A field of an object that is given.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key.
    pub key: SmolStr,
    /// Where the key is written in the judged file.
    pub key_range: Option<TextRange>,
    /// What it holds.
    pub value: Argument,
    /// Whether it may be missing: it comes by a conditional spread or a conditional write.
    pub uncertain: bool,
}

/// What an argument is.
pub fn given(argument: &Argument) -> Given {
    of_value(&argument.value)
}

fn of_value(value: &Value) -> Given {
    match &value.kind {
        Kind::Undefined | Kind::Null => Given::Nothing,
        Kind::Bool(it) => Given::Bool(*it),
        Kind::Str(text) => Given::Text(text.clone()),
        Kind::Number(number) => Given::Number(number.value),
        Kind::Date(..) => Given::Date,
        Kind::DateText { .. } => Given::DateText,
        Kind::Env(name) => Given::Environment(name.clone()),
        Kind::Object(_) => Given::Object,
        Kind::Array(..) | Kind::List(_) => Given::Array,
        Kind::Request(class) => Given::Request(class),
        Kind::Function(..) => Given::Function,
        Kind::Choice(cases) => Given::OneOf(cases.iter().map(of_value).collect()),
        _ => Given::Unknown,
    }
}

/// The fields of an argument that is an object, or a request made of one; of equal keys the last one counts.
pub fn fields(eval: &Eval<'_>, call: &Call, argument: &Argument) -> Vec<Field> {
    let options = match argument.value.kind {
        Kind::Request(_) => request_options(eval, &argument.value),
        _ => Some(argument.value.clone()),
    };
    let Some(options) = options else { return Vec::new() };
    let entries = carried(eval, &options, call.range).into_iter();
    let field = |carried: super::entries::Carried| {
        let entry = carried.entry;
        let range = entry.node.is_here().then(|| eval.units.range(entry.node));
        let value = Argument { range, value: eval.eval(entry.node, &entry.frame) };
        Field {
            key: entry.key,
            key_range: entry.key_range.filter(|_| entry.node.is_here()),
            value,
            uncertain: entry.uncertain,
        }
    };
    entries.map(field).collect()
}

fn request_options(eval: &Eval<'_>, request: &Value) -> Option<Value> {
    let ExprKind::New { arguments, .. } = eval.units.kind(request.node) else { return None };
    let Some(Element::Item(first)) = arguments.first() else { return None };
    Some(eval.value(Node { unit: request.node.unit, expr: *first }))
}

/// Whether an argument is a member of something that may be missing: `user?.id`.
pub fn is_optional(eval: &Eval<'_>, rope: &ropey::Rope, argument: &Argument) -> bool {
    let place = peeled(eval, argument.value.place);
    let ExprKind::Member { object, property } = eval.units.kind(place) else { return false };
    if !place.is_here() {
        return false;
    }
    let object = eval.units.range(Node { unit: place.unit, expr: *object });
    let between = object.end()..eval.units.range(place).end() - property.len();
    rope.byte_slice(between).to_string().contains("?.")
}

/// Where the person is named that a call is about: the places of its ids and addresses in the judged file.
pub fn persons(eval: &Eval<'_>, call: &Call) -> Vec<TextRange> {
    let Some(method) = call.method.as_deref() else { return Vec::new() };
    let at = |at: usize| call.argument(at).and_then(|argument| argument.range);
    match method {
        "mergeCustomers" => [at(1), at(3)].into_iter().flatten().collect(),
        "batch" | "entity" | "trackAnonymous" | "trackPush" => Vec::new(),
        _ if method.starts_with("send") => {
            let Some(request) = call.argument(0) else { return Vec::new() };
            let identifiers = fields(eval, call, request).into_iter().filter(|field| field.key == "identifiers");
            let ids = identifiers.flat_map(|field| fields(eval, call, &field.value));
            ids.filter_map(|field| field.value.range).collect()
        }
        _ => at(0).into_iter().collect(),
    }
}
