//! An argument of a call of the SDK, or a part of one: the handle with which rules ask the model.

use super::entries::{Carried, carried};
use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::value::{Value, ValueKind};
use crate::facts::{Element, ExprKind};
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// An argument of a call of the SDK, or a part of one.
#[derive(Clone, Debug)]
pub struct Argument {
    /// The range to mark for it: the expression in the call, or what carries it in there. `None` when the call has no
    /// part in it, because a function of the project supplies it.
    pub range: Option<TextRange>,
    /// The value.
    pub(crate) value: Value,
    /// The entry of an object that it is the value of.
    entry: Option<Carried>,
    /// The call in the analyzed file.
    within: TextRange,
    /// True when it is a part of a request or an operation, which may be created long before the call: it is marked
    /// where it is written.
    in_request: bool,
}

/// The fields of a given object.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// The fields in the order of the text; of equal keys the last one counts.
    pub list: Vec<Field>,
    /// True when there may be more of them.
    pub open: bool,
}

/// A field of a given object.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key.
    pub key: SmolStr,
    /// The range of the key in the analyzed file; `None` for one that is written elsewhere, or by an assignment.
    pub key_range: Option<TextRange>,
    /// True when key and value are one word.
    pub shorthand: bool,
    /// The value.
    pub value: Argument,
    /// True when it may be missing: it comes from a conditional spread or a conditional write.
    pub uncertain: bool,
}

impl Fields {
    /// The field with a key: of several, the one that counts.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.list.iter().rev().find(|field| field.key == key)
    }
    /// Returns whether there is certainly no field with a key.
    pub fn lacks(&self, key: &str) -> bool {
        !self.open && self.get(key).is_none()
    }
}

impl Argument {
    pub(in crate::model) fn new(range: Option<TextRange>, value: Value, within: TextRange) -> Self {
        Self { range, value, entry: None, within, in_request: false }
    }

    /// The expression that carries the object that it is an entry of into the call.
    pub(in crate::model) fn carrier(&self) -> Option<Node> {
        self.entry.as_ref().and_then(|entry| entry.carrier)
    }

    /// The same place with another value: one of those that it may be, or a part of it.
    fn with(&self, eval: &Eval<'_>, value: Value) -> Self {
        let in_call = |node: &Node| eval.units.is_within(*node, self.within);
        let own = value.places().find(in_call).map(|node| eval.units.range(node));
        let carrier = self.entry.as_ref().and_then(|entry| entry.carrier).map(|node| eval.units.range(node));
        Self { range: carrier.or(own).or(self.range), value, ..self.clone() }
    }

    /// A part of it that is marked where it is written, if that is `in_place` and in the analyzed file.
    pub(in crate::model) fn part(&self, eval: &Eval<'_>, value: Value, in_place: bool) -> Self {
        let in_place = in_place && value.node.is_here();
        let written = in_place.then(|| eval.units.range(value.node));
        let part = self.with(eval, value);
        Self { range: written.or(part.range), in_request: in_place || part.in_request, ..part }
    }

    /// The place where it is created, when that is not where it is marked.
    pub(in crate::model) fn origin(&self, eval: &Eval<'_>) -> Option<Place> {
        let marked = self.range.is_some_and(|at| eval.units.is_within(self.value.node, at));
        (!marked).then(|| eval.units.place(self.value.node))
    }

    /// Returns whether it is a request of one of the SDK's classes.
    pub(in crate::model) fn is_request(&self) -> bool {
        matches!(self.value.kind, ValueKind::Request(_))
    }

    /// Returns the possible values, one by one; itself when it is one thing.
    pub(in crate::model) fn cases(&self, eval: &Eval<'_>) -> Vec<Argument> {
        self.value.cases().iter().map(|case| self.with(eval, case.clone())).collect()
    }

    /// The fields, when it is one known object, or a request created from one.
    pub(in crate::model) fn fields(&self, eval: &Eval<'_>) -> Option<Fields> {
        let options = match self.value.kind {
            ValueKind::Request(_) => request_options(eval, &self.value)?,
            _ => self.value.clone(),
        };
        let ValueKind::Object(object) = &options.kind else { return None };
        let outer = self.entry.as_ref().and_then(|entry| entry.carrier);
        let list = carried(eval, &options, self.within).into_iter().map(|mut carried| {
            let here = carried.entry.node.is_here();
            // What carries an object into the call carries its entries as well; a request that is made before the call
            // is marked where it is made.
            if !eval.units.is_within(carried.entry.node, self.within) && carried.carrier.is_none() {
                carried.carrier = outer;
            }
            let value = eval.eval(carried.entry.node, &carried.entry.frame);
            let in_request = self.in_request || self.is_request();
            let written = || eval.units.range(carried.entry.node);
            let range = if in_request && here { Some(written()) } else { carried.mark(eval, &value) };
            Field {
                key: carried.entry.key.clone(),
                key_range: if here { carried.entry.key_range } else { None },
                shorthand: carried.entry.shorthand,
                uncertain: carried.entry.uncertain,
                value: Argument { range, value, within: self.within, entry: Some(carried), in_request },
            }
        });
        Some(Fields { list: list.collect(), open: eval.entries(object).open })
    }

    /// The elements of an array: those that are seen, and whether these are all.
    pub(in crate::model) fn items(&self, eval: &Eval<'_>) -> Option<(Vec<Argument>, bool)> {
        if !matches!(self.value.kind, ValueKind::Array(..) | ValueKind::List(_)) {
            return None;
        }
        let all = eval.elements(&self.value);
        let closed = all.is_some();
        let values = all.unwrap_or_else(|| eval.items(&self.value));
        Some((values.into_iter().map(|value| self.with(eval, value)).collect(), closed))
    }

    /// The literal of the analyzed file that makes it: a text with its quotes, a number, a bigint, an object, an array.
    pub(in crate::model) fn literal(&self, eval: &Eval<'_>) -> Option<TextRange> {
        let node = self.value.node;
        let is_literal = matches!(
            eval.units.kind(node),
            ExprKind::String(_)
                | ExprKind::Number(_)
                | ExprKind::BigInt
                | ExprKind::Bool(_)
                | ExprKind::Null
                | ExprKind::Undefined
                | ExprKind::Object(_)
                | ExprKind::Array(_)
        );
        (is_literal && node.is_here()).then(|| eval.units.range(node))
    }

    /// The text of the literal that makes it, wherever that is, and whether it is a string.
    pub(in crate::model) fn one_literal(&self, eval: &Eval<'_>) -> Option<(Place, bool)> {
        let Place { file, range } = eval.units.place(self.value.node);
        match (eval.units.kind(self.value.node), &self.value.kind) {
            (ExprKind::String(text), _) if self.value.as_str() == Some(text) && range.len() >= 2 => {
                Some((Place { file, range: TextRange { start: range.start + 1, end: range.end - 1 } }, true))
            }
            (ExprKind::Number(written), ValueKind::Number(number)) if number.value == Some(*written) => {
                Some((Place { file, range }, false))
            }
            _ => None,
        }
    }

    /// The expression that reads the environment variable that it is.
    pub(in crate::model) fn environment_read(&self, eval: &Eval<'_>) -> Option<Place> {
        matches!(self.value.kind, ValueKind::Env(_)).then(|| eval.units.place(self.value.node))
    }

    /// Returns the text between the quotes, when it is one string literal of the analyzed file.
    pub(in crate::model) fn inside_quotes(&self, eval: &Eval<'_>) -> Option<TextRange> {
        let ExprKind::String(text) = eval.units.kind(self.value.node) else { return None };
        let range = self.literal(eval).filter(|range| range.len() >= 2)?;
        // What is computed from the literal (`"X".toLowerCase()`) is not the literal.
        (self.value.as_str() == Some(text)).then(|| TextRange { start: range.start + 1, end: range.end - 1 })
    }
}

/// The options that a request is created with.
fn request_options(eval: &Eval<'_>, request: &Value) -> Option<Value> {
    let ExprKind::New { arguments, .. } = eval.units.kind(request.node) else { return None };
    let Some(Element::Item(first)) = arguments.first() else { return None };
    Some(eval.value(Node { unit: request.node.unit, expr: *first }))
}
