//! The parts of an argument that are written: through templates, objects, arrays and conversions to strings.

use super::known::Known;
use super::passed_on::passes_on;
use super::sinks;
use super::thing::{Logged, LoggedThing, Sink};
use crate::facts::{BinaryOp, BindingSource, Element, ExprId, ExprKind, Property, TemplatePart};

use crate::eval::units::{Lookup, Node};
use crate::eval::value::{EnvironmentObject, Value, ValueKind};
use crate::eval::{Eval, What};
use crate::sdk::CredentialForm;
use rustc_hash::FxHashSet;

/// The maximum depth to which values are followed into objects, and names to their values.
const MAX_DEPTH: u32 = 128;

/// The depth to which an expression is looked into before it is evaluated; what is deeper is evaluated.
const SHALLOW: u32 = 8;

/// A search through one argument of a call.
pub(super) struct Walk<'w, 'a> {
    eval: &'w Eval<'a>,
    known: &'w Known,
    sink: &'w Sink,
    pub(super) found: Vec<Logged>,
    /// The visited nodes, as a string and not: this ends the search in a value that contains itself.
    seen: FxHashSet<(Node, bool)>,
    /// The place of this search in the call: a value created elsewhere is marked by the expression that stands for it
    /// there.
    marked: Option<Node>,
    /// True when the value becomes a part of a string: objects are only `[object Object]` then.
    in_text: bool,
    /// True while it looks at the entries of an object.
    in_object: bool,
    shorthand: bool,
    /// True when a value of any type may occur at this place.
    takes_anything: bool,
    depth: u32,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) fn new(eval: &'w Eval<'a>, known: &'w Known, sink: &'w Sink) -> Self {
        Self {
            eval,
            known,
            sink,
            found: Vec::new(),
            seen: FxHashSet::default(),
            marked: None,
            // What an error is made of otherwise is kept in it, and not told.
            in_text: *sink == Sink::Error,
            in_object: false,
            shorthand: false,
            takes_anything: matches!(sink, Sink::Log(name) if name.starts_with("console.")),
            depth: 0,
        }
    }

    /// Looks at an expression whose value is written.
    pub(super) fn value(&mut self, node: Node) {
        if !self.seen.insert((node, self.in_text)) {
            return;
        }
        if self.depth > MAX_DEPTH {
            return self.eval.hit(What::Depth, node);
        }
        self.depth += 1;
        self.expression(node);
        self.depth -= 1;
    }

    fn expression(&mut self, node: Node) {
        let sibling = |expr| Node { unit: node.unit, expr };
        match self.eval.units.kind(node) {
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => self.value(sibling(*inner)),
            ExprKind::Template(parts) => {
                let parts: Vec<Node> = parts
                    .iter()
                    .filter_map(|part| match part {
                        TemplatePart::Value(value) => Some(sibling(*value)),
                        TemplatePart::Text(_) => None,
                    })
                    .collect();
                self.as_text(parts, true);
            }
            // Long sums lean to the left.
            ExprKind::Binary(BinaryOp::Add, left, right) => {
                let mut parts = vec![sibling(*right)];
                let mut left = *left;
                while let ExprKind::Binary(BinaryOp::Add, next, right) = self.eval.units.kind(sibling(left)) {
                    parts.push(sibling(*right));
                    left = *next;
                }
                parts.push(sibling(left));
                let is_literal =
                    |node: &Node| matches!(self.eval.units.kind(*node), ExprKind::String(_) | ExprKind::Template(_));
                let sum = parts.iter().any(is_literal);
                self.as_text(parts, sum);
            }
            ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) => {
                let before = std::mem::replace(&mut self.takes_anything, false);
                self.value(sibling(*left));
                self.value(sibling(*right));
                self.takes_anything = before;
            }
            // What is left of it is written only where it is empty.
            ExprKind::Binary(BinaryOp::And, _, right) => self.value(sibling(*right)),
            ExprKind::Conditional(_, then, other) => {
                self.value(sibling(*then));
                self.value(sibling(*other));
            }
            ExprKind::Array(elements) => {
                for element in elements {
                    if let Element::Item(expr) | Element::Spread(Some(expr)) = element {
                        self.value(sibling(*expr));
                    }
                }
            }
            ExprKind::Object(properties) if !self.in_text => {
                let before = (self.in_object, self.shorthand, self.takes_anything);
                for property in properties {
                    let (value, shorthand) = match property {
                        Property::Entry { value, shorthand, .. } => (*value, Some(*shorthand)),
                        Property::Spread(Some(value)) => (*value, None),
                        _ => continue,
                    };
                    let is_entry = shorthand.is_some();
                    (self.in_object, self.shorthand, self.takes_anything) =
                        (true, shorthand.unwrap_or_default(), is_entry);
                    self.value(sibling(value));
                }
                (self.in_object, self.shorthand, self.takes_anything) = before;
            }
            ExprKind::Call { callee, arguments } => self.call(self.eval.units.peeled(sibling(*callee)), arguments),
            ExprKind::Ident(..) | ExprKind::Member { .. } | ExprKind::Index { .. } | ExprKind::String(_) => {
                self.named(node);
            }
            _ => {}
        }
    }

    fn as_text(&mut self, parts: Vec<Node>, takes_anything: bool) {
        let before = (self.in_text, self.shorthand, self.takes_anything);
        (self.in_text, self.shorthand, self.takes_anything) = (true, false, takes_anything);
        parts.into_iter().for_each(|part| self.value(part));
        (self.in_text, self.shorthand, self.takes_anything) = before;
    }

    /// A call that passes on all of its argument. Any other one may have hidden it.
    fn call(&mut self, callee: Node, arguments: &[Element]) {
        let unit = callee.unit;
        let item = |at: usize| match arguments.get(at) {
            Some(Element::Item(expr)) => Some(Node { unit, expr: *expr }),
            _ => None,
        };
        let first = item(0);
        let before = (self.in_text, self.shorthand, self.takes_anything);
        (self.shorthand, self.takes_anything) = (false, false);
        match self.eval.units.kind(callee) {
            ExprKind::Member { object, property } => {
                let object = Node { unit, expr: *object };
                let called = sinks::last_name(self.eval, self.eval.units.peeled(object)).unwrap_or_default();
                match (called.as_str(), property.as_str()) {
                    // A replacer may leave something out.
                    ("JSON", "stringify") | ("util", "inspect" | "format") => {
                        let replaces = property == "stringify" && item(1).is_some_and(|it| !self.is_nothing(it));
                        (self.in_text, self.takes_anything) = (false, true);
                        let given = if property == "format" { arguments.len() } else { 1 };
                        let given = if replaces { 0 } else { given };
                        (0..given).filter_map(item).for_each(|it| self.value(it));
                    }
                    ("Object", "values" | "entries" | "assign" | "freeze" | "fromEntries")
                    | ("Buffer" | "Array", "from")
                    | ("chalk" | "pc" | "kleur" | "colors" | "picocolors", _) => {
                        self.in_text = self.in_text && called != "Object";
                        arguments.iter().enumerate().filter_map(|(at, _)| item(at)).for_each(|it| self.value(it));
                    }
                    (
                        _,
                        "trim" | "toString" | "valueOf" | "concat" | "join" | "flat" | "toUpperCase" | "toLowerCase",
                    ) => {
                        // Of an object this makes `[object Object]`.
                        self.in_text = true;
                        self.value(object);
                        if property == "concat" {
                            first.into_iter().for_each(|it| self.value(it));
                        }
                    }
                    // `Object.entries(keys).map(([name, key]) => `${name}=${key}`)`
                    (_, "map" | "flatMap") if first.is_some_and(|it| passes_on(self.eval, it)) => {
                        self.in_text = false;
                        self.value(object);
                    }
                    // It may be a method that gives a variable: `config.get("…")`.
                    _ => {}
                }
            }
            ExprKind::Ident(name, _)
                if matches!(
                    name.as_str(),
                    "String" | "inspect" | "btoa" | "encodeURIComponent" | "structuredClone"
                ) =>
            {
                self.in_text = name != "inspect" && (self.in_text || name != "structuredClone");
                first.into_iter().for_each(|it| self.value(it));
            }
            _ => {}
        }
        (self.in_text, self.shorthand, self.takes_anything) = before;
    }

    fn is_nothing(&self, node: Node) -> bool {
        self.eval.value(node).kind.is_nothing()
    }

    /// A name, a member or a literal.
    fn named(&mut self, node: Node) {
        if self.known.is_given(self.eval, node) {
            return self.add(node, LoggedThing::Key, node);
        }
        let value = self.eval.value(node);
        if let Some(case) = value.cases().iter().find(|case| self.known.is_key(case)) {
            let made = case.node;
            return self.add(node, LoggedThing::Key, made);
        }
        if !self.in_text {
            if let Some((kind, made)) = only_client(&value) {
                return self.add(node, LoggedThing::Client(kind), made.unwrap_or(node));
            }
            if self.is_environment(&value) {
                if self.known.is_in_environment() {
                    self.add(node, LoggedThing::Environment, node);
                }
                return;
            }
            if self.known.is_holder(self.eval, node) {
                return self.add(node, LoggedThing::Holder, node);
            }
        }
        self.inside(node, &value);
    }

    /// Looks at the value that a name holds.
    fn inside(&mut self, node: Node, value: &Value) {
        let (marked, shorthand) = (self.marked, self.shorthand);
        self.marked = marked.or(Some(node));
        self.shorthand = false;
        match &value.kind {
            ValueKind::Object(object) if !self.in_text => {
                let entries = self.eval.entries(object);
                let before = std::mem::replace(&mut self.in_object, true);
                for entry in &entries.list {
                    self.value(entry.node);
                }
                // What gets it may change it, but hardly ever takes something out of it.
                if entries.open && entries.list.is_empty() && !self.eval.loses_keys(object) {
                    self.value(object.node);
                }
                self.in_object = before;
            }
            ValueKind::Array(..) => {
                for item in self.eval.items(value) {
                    self.value(item.node);
                }
            }
            _ => {
                if let Some(initial) = self.initial(node) {
                    self.value(initial);
                }
            }
        }
        (self.marked, self.shorthand) = (marked, shorthand);
    }

    /// Returns the value of a constant of the analyzed file.
    fn initial(&self, node: Node) -> Option<Node> {
        let ExprKind::Ident(name, scope) = self.eval.units.kind(node) else { return None };
        let Lookup::One(bound) = self.eval.units.lookup(node.unit, *scope, name) else { return None };
        match &self.eval.units.binding(bound).source {
            BindingSource::Variable { constant: true, value: Some(value), path } if path.is_empty() => {
                Some(Node { unit: bound.unit, expr: *value })
            }
            _ => None,
        }
    }

    fn is_environment(&self, value: &Value) -> bool {
        match &value.kind {
            ValueKind::Global(name) => matches!(name.as_str(), "process.env" | "Bun.env" | "import.meta.env"),
            ValueKind::Environment(environment) => *environment == EnvironmentObject::Checked,
            _ => false,
        }
    }

    fn add(&mut self, node: Node, what: LoggedThing, made: Node) {
        let units = &self.eval.units;
        let at = self.marked.unwrap_or(node);
        if !at.is_here() {
            return;
        }
        let in_place = self.marked.is_none();
        // What holds it is more than it.
        let what = if in_place || what != LoggedThing::Key || self.in_text { what } else { LoggedThing::Holder };
        let range = units.range(at);
        self.found.push(Logged {
            at: range,
            what,
            into: self.sink.clone(),
            origin: (!units.is_within(made, range)).then(|| units.place(made)),
            // The text of a literal is the credential: no fix may name it. Whether there is a key is no replacement for
            // the key.
            is_replaceable: in_place
                && !matches!(self.sink, Sink::Response(_))
                && self.takes_anything
                && what == LoggedThing::Key
                && !matches!(units.kind(at), ExprKind::String(_)),
            is_shorthand: in_place && self.shorthand,
            is_by_key: self.in_object || matches!(what, LoggedThing::Holder | LoggedThing::Client(_)),
        });
    }
}

/// Returns whether a search through an expression may find something, by what is written alone.
pub(super) fn may_hold(eval: &Eval<'_>, node: Node, depth: u32) -> bool {
    if depth > SHALLOW {
        return true;
    }
    let of = |expr: &ExprId| may_hold(eval, Node { unit: node.unit, expr: *expr }, depth + 1);
    match eval.units.kind(node) {
        ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => of(inner),
        ExprKind::Template(parts) => parts.iter().any(|part| matches!(part, TemplatePart::Value(value) if of(value))),
        ExprKind::Binary(BinaryOp::Add | BinaryOp::Or | BinaryOp::Nullish, left, right) => of(left) || of(right),
        ExprKind::Binary(BinaryOp::And, _, right) => of(right),
        ExprKind::Conditional(_, then, other) => of(then) || of(other),
        ExprKind::Array(elements) => elements
            .iter()
            .any(|element| matches!(element, Element::Item(expr) | Element::Spread(Some(expr)) if of(expr))),
        ExprKind::Object(properties) => properties.iter().any(
            |property| matches!(property, Property::Entry { value, .. } | Property::Spread(Some(value)) if of(value)),
        ),
        ExprKind::String(text) => CredentialForm::of_secret(text.as_bytes()).is_some(),
        ExprKind::Call { .. } | ExprKind::Ident(..) | ExprKind::Member { .. } | ExprKind::Index { .. } => true,
        _ => false,
    }
}

/// The client that a value surely is.
fn only_client(value: &Value) -> Option<(crate::sdk::ClientKind, Option<Node>)> {
    let mut cases = value.cases().iter().filter(|case| !case.kind.is_nothing());
    let ValueKind::Client(kind, made) = cases.next()?.kind else { return None };
    // Of another SDK it is not known what is in it.
    let all = cases.all(|case| matches!(case.kind, ValueKind::Client(..)));
    (all && kind.door() == crate::sdk::Door::Sdk).then_some((kind, made))
}
