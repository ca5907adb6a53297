//! The address of a request, in pieces: the text that is known of it, and the values in between.

use crate::eval::units::{Lookup, Node};
use crate::eval::value::{Frame, Number, TimeUnit, Value, ValueKind};
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, BindingSource, Body, Element, ExprId, ExprKind, TemplatePart};
use smol_str::SmolStr;

/// The maximum number of expressions in an address.
const MAX_PARTS: u32 = 64;

/// A piece of an address.
#[derive(Clone, Debug)]
pub enum AddressPart {
    /// Known text, and where it is written.
    Text(SmolStr, Node),
    /// A value, and whether it is encoded for URLs.
    Value(Value, bool),
}

/// An address, from its beginning.
#[derive(Clone, Debug, Default)]
pub struct Address {
    /// Its pieces.
    pub pieces: Vec<AddressPart>,
    /// True when it is one of several that differ in their host.
    pub is_one_of_several: bool,
    parts: u32,
}

impl Address {
    /// The address that an expression is.
    pub fn of(eval: &Eval<'_>, node: Node, frame: &Frame) -> Self {
        let mut address = Self::default();
        address.add(eval, node, frame);
        address
    }

    /// The address `path` after `base`, with one slash in between, as libraries with a base URL join them.
    pub fn joined(base: Self, path: Self) -> Self {
        if path.begins_with_scheme() || base.pieces.is_empty() {
            return path;
        }
        let mut joined = base;
        if let Some(AddressPart::Text(last, _)) = joined.pieces.last_mut() {
            *last = last.trim_end_matches('/').into();
        }
        let mut rest = path.pieces.into_iter();
        match rest.next() {
            Some(AddressPart::Text(first, at)) => {
                let bare = first.trim_start_matches('/');
                let between = if bare.starts_with('?') || bare.is_empty() { "" } else { "/" };
                joined.pieces.push(AddressPart::Text(SmolStr::from_iter([between, bare]), at));
            }
            Some(value) => joined.pieces.push(value),
            None => {}
        }
        joined.pieces.extend(rest);
        joined
    }

    /// The address that `new URL(path, base)` is.
    fn resolved(base: Self, path: Self) -> Self {
        let is_absolute = matches!(path.pieces.first(), Some(AddressPart::Text(text, _)) if text.starts_with('/'));
        let (true, Some((_, rest))) = (!path.begins_with_scheme(), base.host()) else { return path };
        let host = base.pieces.len() - rest.len();
        let mut resolved = base.clone();
        if is_absolute {
            // Only the host stays.
            resolved.pieces.truncate(host.max(1));
            if let [.., AddressPart::Text(text, _)] = resolved.pieces.as_mut_slice()
                && let Some((scheme, rest)) = text.clone().split_once("://")
            {
                let end = rest.find('/').unwrap_or(rest.len());
                *text = SmolStr::from_iter([scheme, "://", &rest[..end]]);
            }
        } else if let Some(AddressPart::Text(text, _)) = resolved.pieces.last_mut()
            && let Some(end) = text.rfind('/').filter(|end| !text[..*end].ends_with('/'))
        {
            *text = text[..=end].into();
        }
        resolved.pieces.extend(path.pieces);
        resolved
    }

    fn begins_with_scheme(&self) -> bool {
        matches!(self.pieces.first(), Some(AddressPart::Text(text, _)) if text.contains("://"))
    }

    /// The host, and the pieces from the one on that it ends in; `None` while it is not known.
    pub fn host(&self) -> Option<(String, &[AddressPart])> {
        let Some(AddressPart::Text(first, _)) = self.pieces.first() else { return None };
        let (scheme, _) = first.split_once("://")?;
        let mut host = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            let AddressPart::Text(text, _) = piece else { return None };
            let text = if at == 0 { &text[scheme.len() + 3..] } else { text.as_str() };
            match text.find(['/', '?', '#', ':']) {
                Some(end) => {
                    host.push_str(&text[..end]);
                    return Some((host, &self.pieces[at..]));
                }
                None => host.push_str(text),
            }
        }
        Some((host, &[]))
    }

    /// Returns whether its beginning may be known where the function around it is called.
    pub fn may_be_told_by_caller(&self, eval: &Eval<'_>) -> bool {
        let Some(AddressPart::Value(value, _)) = self.pieces.iter().find(|piece| match piece {
            AddressPart::Text(text, _) => !text.is_empty() && !text.contains("://"),
            AddressPart::Value(..) => true,
        }) else {
            return false;
        };
        is_of_caller(eval, value.node)
    }

    fn add(&mut self, eval: &Eval<'_>, node: Node, frame: &Frame) {
        self.parts += 1;
        if self.parts > MAX_PARTS {
            return eval.hit(What::Steps, node);
        }
        let node = eval.units.peeled(node);
        let sibling = |expr: &ExprId| Node { unit: node.unit, expr: *expr };
        match eval.units.kind(node) {
            ExprKind::String(text) => self.text(text, node),
            ExprKind::Template(parts) => parts.iter().for_each(|part| match part {
                TemplatePart::Text(text) => self.text(text, node),
                TemplatePart::Value(expr) => self.add(eval, sibling(expr), frame),
            }),
            ExprKind::Binary(BinaryOp::Add, left, right) => {
                self.add(eval, sibling(left), frame);
                self.add(eval, sibling(right), frame);
            }
            ExprKind::Call { callee, arguments } => self.call(eval, node, sibling(callee), arguments, frame),
            ExprKind::New { callee, arguments, .. } if eval.units.global_name(sibling(callee)).is_some_and(is_url) => {
                let given: Vec<Node> = crate::eval::units::places(node.unit, arguments);
                let mut given = given.into_iter().map(|place| Self::of(eval, place, frame));
                let path = given.next().unwrap_or_default();
                let whole = match given.next() {
                    Some(base) => Self::resolved(base, path),
                    None => path,
                };
                self.is_one_of_several |= whole.is_one_of_several;
                self.pieces.extend(whole.pieces);
            }
            ExprKind::Member { object, property } if property == "href" => self.add(eval, sibling(object), frame),
            _ => self.value(eval, eval.eval(node, frame), frame),
        }
    }

    fn call(&mut self, eval: &Eval<'_>, node: Node, callee: Node, arguments: &[Element], frame: &Frame) {
        let sibling = |expr: &ExprId| Node { unit: node.unit, expr: *expr };
        let first = || match arguments.first() {
            Some(Element::Item(first)) => Some(sibling(first)),
            _ => None,
        };
        if let Some(name) = eval.units.global_name(eval.units.peeled(callee)) {
            match (name.as_str(), first()) {
                ("encodeURIComponent" | "encodeURI", Some(of)) => {
                    let encoded = name == "encodeURIComponent";
                    return self.pieces.push(AddressPart::Value(eval.eval(of, frame), encoded));
                }
                ("String", Some(of)) => return self.add(eval, of, frame),
                _ => {}
            }
        }
        if let ExprKind::Member { object, property } = eval.units.kind(eval.units.peeled(callee))
            && matches!(property.as_str(), "toString" | "trim")
        {
            return self.add(eval, sibling(object), frame);
        }
        // A function of the project that composes it.
        if let Some(own) = eval.own_call(node, frame)
            && !eval.is_under_evaluation(own.function, frame)
        {
            let (unit, function) = own.function;
            let facts = &eval.units.unit(unit).functions[function.index()];
            let returned = match facts.body {
                Body::Expr(expr) => Some(Node { unit, expr }),
                Body::Unit(ordinal) => {
                    let body = eval.units.child(unit, ordinal);
                    match &eval.units.unit(body).returns[..] {
                        [only] => Some(Node { unit: body, expr: *only }),
                        _ => None,
                    }
                }
                Body::None => None,
            };
            if let Some(returned) = returned {
                let frame = eval.enter(own, node, frame, 1);
                return self.add(eval, returned, &frame);
            }
        }
        self.value(eval, eval.eval(node, frame), frame);
    }

    fn value(&mut self, eval: &Eval<'_>, value: Value, frame: &Frame) {
        match &value.kind {
            ValueKind::Str(text) => self.text(text, value.node),
            ValueKind::Number(Number { value: Some(number), unit: TimeUnit::Plain, .. }) => {
                self.text(&number.to_string(), value.node);
            }
            ValueKind::Choice(cases)
                if self.pieces.is_empty() || self.host().is_none() && self.begins_with_scheme() =>
            {
                // Of several hosts one stands for all: they are of one API.
                let is_known = |case: &&Value| {
                    matches!(case.kind, ValueKind::Str(_)) || case.kind.is_unknown() && self.is_composed(eval, case)
                };
                match cases.iter().find(is_known) {
                    Some(case) => {
                        self.is_one_of_several = cases.len() > 1;
                        self.value(eval, case.clone(), frame);
                    }
                    None => self.pieces.push(AddressPart::Value(value, false)),
                }
            }
            ValueKind::Unknown if self.is_composed(eval, &value) => {
                let node = value.node;
                self.add(eval, node, &eval.frame_along(node, frame));
            }
            _ => self.pieces.push(AddressPart::Value(value, false)),
        }
    }

    /// Returns whether an unknown value is made by an expression that tells something of it.
    fn is_composed(&self, eval: &Eval<'_>, value: &Value) -> bool {
        let made = eval.units.peeled(value.node);
        match eval.units.kind(made) {
            ExprKind::Template(_) | ExprKind::Binary(BinaryOp::Add, ..) => true,
            ExprKind::New { callee, .. } => {
                eval.units.global_name(Node { unit: made.unit, expr: *callee }).is_some_and(is_url)
            }
            ExprKind::Call { callee, .. } => {
                let name = eval.units.global_name(eval.units.peeled(Node { unit: made.unit, expr: *callee }));
                value.place != value.node
                    && name.is_some_and(|name| matches!(name.as_str(), "encodeURIComponent" | "encodeURI"))
            }
            _ => false,
        }
    }

    fn text(&mut self, text: &str, at: Node) {
        if !text.is_empty() {
            self.pieces.push(AddressPart::Text(text.into(), at));
        }
    }
}

fn is_url(name: &SmolStr) -> bool {
    name == "URL"
}

/// Returns whether an expression begins with a parameter or `this`, whose value may be known at a call.
pub fn is_of_caller(eval: &Eval<'_>, node: Node) -> bool {
    let mut node = eval.units.peeled(node);
    loop {
        node.expr = match eval.units.kind(node) {
            ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
            ExprKind::Call { callee, .. } => *callee,
            ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, _) => *left,
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => *inner,
            ExprKind::This(_) | ExprKind::Super(_) => return true,
            ExprKind::Ident(name, scope) => {
                let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return false };
                return matches!(eval.units.binding(bound).source, BindingSource::Parameter { .. });
            }
            _ => return false,
        };
    }
}
