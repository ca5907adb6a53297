//! The arguments of an SDK call, as far as rules need them.

use super::argument::Argument;

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::value::{Value, ValueKind};
use crate::facts::ExprKind;
use crate::model::calls::sdk_calls::Call;
use crate::text::TextRange;
use smol_str::SmolStr;

/// The kind of an argument.
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
    /// A bigint.
    BigInt,
    /// A date object.
    Date,
    /// A text that holds a date.
    DateText,
    /// An environment variable: a text or nothing.
    Environment(SmolStr),
    /// An object literal; its fields are asked for by themselves.
    Object,
    /// An array.
    Array,
    /// A request of this class: `SendEmailRequest`.
    Request(&'static str),
    /// A function.
    Function,
    /// An object that `new` makes of a class which is not the SDK's and not known better.
    Made,
    /// One of these.
    OneOf(Vec<Given>),
}

impl Given {
    /// Returns whether it may be nothing or an empty text, which the SDK treats as missing.
    pub fn may_be_missing(&self) -> bool {
        match self {
            Self::Nothing | Self::Environment(_) => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::OneOf(cases) => cases.iter().any(Self::may_be_missing),
            _ => false,
        }
    }
}

/// Returns the kind of an argument.
pub fn given(eval: &Eval<'_>, argument: &Argument) -> Given {
    match of_value(&argument.value) {
        Given::Unknown if is_made(eval, &argument.value) => Given::Made,
        given => given,
    }
}

/// Returns whether a value is the result of `new`: an object, whatever the class.
fn is_made(eval: &Eval<'_>, value: &Value) -> bool {
    match value.kind {
        ValueKind::Instance(..) => true,
        ValueKind::Unknown => matches!(eval.units.kind(eval.units.peeled(value.node)), ExprKind::New { .. }),
        _ => false,
    }
}

fn of_value(value: &Value) -> Given {
    match &value.kind {
        ValueKind::Undefined | ValueKind::Null => Given::Nothing,
        ValueKind::Bool(it) => Given::Bool(*it),
        ValueKind::Str(text) => Given::Text(text.clone()),
        ValueKind::Number(number) => Given::Number(number.value),
        ValueKind::BigInt => Given::BigInt,
        ValueKind::Date(..) => Given::Date,
        ValueKind::DateText { .. } => Given::DateText,
        ValueKind::Env(name) => Given::Environment(name.clone()),
        ValueKind::Object(_) => Given::Object,
        ValueKind::Array(..) | ValueKind::List(_) | ValueKind::Many(_) => Given::Array,
        ValueKind::Request(class) => Given::Request(class),
        ValueKind::Function(..) => Given::Function,
        ValueKind::Choice(cases) => Given::OneOf(cases.iter().map(of_value).collect()),
        _ => Given::Unknown,
    }
}

/// Returns whether an argument is a member of something that may be missing: `user?.id`.
pub fn is_optional(eval: &Eval<'_>, rope: &ropey::Rope, argument: &Argument) -> bool {
    let place = eval.units.peeled(argument.value.place);
    let ExprKind::Member { object, property } = eval.units.kind(place) else { return false };
    if !place.is_here() {
        return false;
    }
    let object = eval.units.range(Node { unit: place.unit, expr: *object });
    let between = object.end()..eval.units.range(place).end() - property.len();
    rope.byte_slice(between).to_string().contains("?.")
}

/// The member that an argument of unknown value is.
pub fn member(eval: &Eval<'_>, argument: &Argument) -> Option<SmolStr> {
    let value = &argument.value;
    let node = eval.units.peeled(value.node);
    match eval.units.kind(node) {
        ExprKind::Member { property, .. } if value.kind.is_unknown() => Some(property.clone()),
        _ => None,
    }
}

/// The places in the analyzed file that name the person of a call: its ids and addresses.
pub fn persons(eval: &Eval<'_>, call: &Call) -> Vec<TextRange> {
    let Some(method) = call.method.as_deref() else { return Vec::new() };
    let at = |at: usize| call.argument(at).and_then(|argument| argument.range);
    match method {
        "mergeCustomers" => [at(1), at(3)].into_iter().flatten().collect(),
        "batch" | "entity" | "trackAnonymous" | "trackPush" => Vec::new(),
        _ if method.starts_with("send") => {
            let Some(request) = call.argument(0) else { return Vec::new() };
            let fields = request.fields(eval).unwrap_or_default();
            let ids = fields.get("identifiers").and_then(|field| field.value.fields(eval)).unwrap_or_default();
            // The id itself, and not the variable that carries the request into the call.
            let written = |argument: &Argument| {
                let place = argument.value.place;
                if place.is_here() { Some(eval.units.range(place)) } else { argument.range }
            };
            ids.list.iter().filter_map(|field| written(&field.value)).collect()
        }
        _ => at(0).into_iter().collect(),
    }
}
