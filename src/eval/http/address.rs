//! The address of a request, in pieces: the text that is known of it, and the values in between.

use crate::eval::units::Node;
use crate::eval::value::{Address, AddressPart, Frame, Number, TimeUnit, Value, ValueKind};
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, Body, Element, ExprId, ExprKind, TemplatePart};
use smol_str::SmolStr;
use std::rc::Rc;

/// The maximum number of expressions in an address.
const MAX_PARTS: u32 = 64;

impl AddressPart {
    /// Text in whose place nothing else may stand.
    pub fn plain(text: SmolStr, at: Node) -> Self {
        Self::Text(text, at, Rc::default())
    }

    /// Puts a part of it in the place of a text, and of the others that may stand there.
    fn change(&mut self, part: impl Fn(&str) -> &str) {
        if let Self::Text(text, _, others) = self {
            *text = SmolStr::new(part(text));
            *others = others.iter().map(|text| SmolStr::new(part(text))).collect();
        }
    }
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
        if let Some(last) = joined.pieces.last_mut() {
            last.change(|text| text.trim_end_matches('/'));
        }
        let mut rest = path.into_path().into_iter();
        match rest.next() {
            Some(AddressPart::Text(first, at, _)) => {
                let bare = first.trim_start_matches('/');
                let between = if bare.starts_with('?') || bare.is_empty() { "" } else { "/" };
                joined.pieces.push(AddressPart::plain(SmolStr::from_iter([between, bare]), at));
            }
            Some(value @ AddressPart::Value(..)) => joined.pieces.push(value),
            None => {}
        }
        joined.pieces.extend(rest);
        joined
    }

    /// The address that `new URL(path, base)` is.
    fn resolved(base: Self, path: Self) -> Self {
        let is_absolute = matches!(path.pieces.first(), Some(AddressPart::Text(text, ..)) if text.starts_with('/'));
        let (false, Some((end, _))) = (path.begins_with_scheme(), base.end_of_host()) else { return path };
        let mut resolved = base;
        if is_absolute {
            // Only the host stays.
            resolved.pieces.truncate(end + 1);
            if let Some(last) = resolved.pieces.get_mut(end) {
                last.change(|text| {
                    let from = text.find("://").map_or(0, |at| at + 3);
                    let end = text[from..].find(['/', '?', '#']).map_or(text.len(), |at| from + at);
                    &text[..end]
                });
            }
        } else if let Some(last) = resolved.pieces.last_mut() {
            // The last segment is the name of a file.
            last.change(|text| match text.rfind('/') {
                Some(end) if !text[..end].ends_with('/') => &text[..=end],
                _ => text,
            });
        }
        resolved.pieces.extend(path.into_path());
        resolved
    }

    /// The pieces of a path: a text in whose place others may stand is not known there.
    pub fn into_path(self) -> Vec<AddressPart> {
        let known = |piece: AddressPart| match piece {
            AddressPart::Text(_, at, others) if !others.is_empty() => {
                AddressPart::Value(Value::at(at, ValueKind::Unknown), false)
            }
            piece => piece,
        };
        self.pieces.into_iter().map(known).collect()
    }

    fn begins_with_scheme(&self) -> bool {
        matches!(self.pieces.first(), Some(AddressPart::Text(text, ..)) if text.contains("://"))
    }

    /// The place where the host ends: a piece, and a place in its text. `None` while the host is not known.
    fn end_of_host(&self) -> Option<(usize, usize)> {
        let Some(AddressPart::Text(first, ..)) = self.pieces.first() else { return None };
        let mut from = first.find("://")? + 3;
        for (at, piece) in self.pieces.iter().enumerate() {
            let AddressPart::Text(text, ..) = piece else { return None };
            if let Some(end) = text[from..].find(['/', '?', '#', ':']) {
                return Some((at, from + end));
            }
            from = 0;
        }
        Some((self.pieces.len(), 0))
    }

    /// Returns whether what is added next belongs to the host, or comes before it.
    fn is_before_path(&self) -> bool {
        self.pieces.is_empty() || self.end_of_host() == Some((self.pieces.len(), 0))
    }

    /// The host; `None` while it is not known.
    pub fn host(&self) -> Option<String> {
        let (piece, end) = self.end_of_host()?;
        let mut host = String::new();
        for (at, part) in self.pieces.iter().enumerate().take(piece + 1) {
            let AddressPart::Text(text, ..) = part else { return None };
            let from = if at == 0 { text.find("://")? + 3 } else { 0 };
            host.push_str(&text[from..if at == piece { end } else { text.len() }]);
        }
        Some(host)
    }

    /// The pieces after the host; all of them while that is not known.
    pub fn after_host(&self) -> Vec<AddressPart> {
        let Some((piece, end)) = self.end_of_host() else { return self.pieces.clone() };
        let mut rest: Vec<AddressPart> = self.pieces.get(piece..).unwrap_or_default().to_vec();
        if let Some(AddressPart::Text(text, _, others)) = rest.first_mut() {
            // A port is no part of the path.
            let after = &text[end..];
            *text = after.find(['/', '?', '#']).map_or("", |at| &after[at..]).into();
            *others = Rc::default();
        }
        rest
    }

    /// The path and the query as they are known: `/api/v1/customers/…/events`.
    pub fn written_after_host(&self) -> String {
        let pieces = self.after_host();
        let written = pieces.iter().map(|piece| match piece {
            AddressPart::Text(text, ..) => text.as_str(),
            AddressPart::Value(..) => "…",
        });
        written.collect()
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
                let mut given = given.into_iter().map(|place| self.within(|part| part.add(eval, place, frame)));
                let path = given.next().unwrap_or_default();
                let whole = match given.next() {
                    Some(base) => Self::resolved(base, path),
                    None => path,
                };
                drop(given);
                self.append(whole);
            }
            ExprKind::Member { object, property } if property == "href" => self.add(eval, sibling(object), frame),
            ExprKind::Index { object, index } if self.is_before_path() => {
                let value = eval.eval(node, frame);
                let table = if value.kind.is_unknown() {
                    any_of_table(eval, node, (sibling(object), sibling(index)), frame)
                } else {
                    None
                };
                self.value(eval, table.unwrap_or(value), frame);
            }
            _ => self.value(eval, eval.eval(node, frame), frame),
        }
    }

    /// An address that is a part of this one: what it takes counts for both.
    fn within(&mut self, fill: impl FnOnce(&mut Self)) -> Self {
        let mut part = Self { parts: self.parts, ..Self::default() };
        fill(&mut part);
        self.parts = part.parts;
        part
    }

    /// Adds the pieces of another one.
    pub fn append(&mut self, other: Self) {
        self.is_one_of_several |= other.is_one_of_several;
        self.pieces.extend(other.pieces);
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
            let inner = eval.enter(own, node, frame, 1);
            let returned = match eval.units.unit(unit).functions[function.index()].body {
                Body::Expr(expr) => Some(Node { unit, expr }),
                Body::Unit(ordinal) => {
                    let body = eval.units.child(unit, ordinal);
                    match eval.live_returns(body, &inner).as_slice() {
                        [only] => Some(Node { unit: body, expr: *only }),
                        _ => None,
                    }
                }
                Body::None => None,
            };
            if let Some(returned) = returned {
                return self.add(eval, returned, &inner);
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
            ValueKind::Choice(cases) if self.is_before_path() => self.one_of(eval, &value, cases, frame),
            ValueKind::Unknown if self.is_composed(eval, &value) => {
                let node = value.node;
                self.add(eval, node, &eval.frame_along(node, frame));
            }
            _ => self.pieces.push(AddressPart::Value(value, false)),
        }
    }

    /// Adds one of the values that the host, or a part of it, may be. The others are kept, to see whether they are of the
    /// same API.
    fn one_of(&mut self, eval: &Eval<'_>, value: &Value, cases: &[Value], frame: &Frame) {
        let is_known = |case: &&Value| {
            matches!(case.kind, ValueKind::Str(_)) || case.kind.is_unknown() && self.is_composed(eval, case)
        };
        let known: Vec<&Value> = cases.iter().filter(is_known).collect();
        let texts: Vec<SmolStr> = known.iter().filter_map(|case| case.as_str().cloned()).collect();
        let is_one_of_several = self.is_one_of_several || cases.len() > 1;
        let first = match known.as_slice() {
            [only] => self.within(|part| part.value(eval, (*only).clone(), frame)),
            [first, ..] if texts.len() == known.len() => Self {
                pieces: vec![AddressPart::Text(texts[0].clone(), first.node, texts[1..].into())],
                ..Self::default()
            },
            [first, others @ ..] if self.pieces.is_empty() => {
                let first = self.within(|part| part.value(eval, (*first).clone(), frame));
                let is_like_first = |other: &&Value| {
                    let other = self.within(|part| part.value(eval, (*other).clone(), frame));
                    let apis = (first.api(), other.api());
                    matches!(apis, (Some((one, _)), Some((other, _))) if one == other)
                        && other.written_after_host() == first.written_after_host()
                };
                if others.iter().all(is_like_first) {
                    first
                } else {
                    return self.pieces.push(AddressPart::Value(value.clone(), false));
                }
            }
            _ => return self.pieces.push(AddressPart::Value(value.clone(), false)),
        };
        self.append(first);
        self.is_one_of_several = is_one_of_several;
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
            self.pieces.push(AddressPart::plain(text.into(), at));
        }
    }
}

/// Returns any one of the texts in a table whose key is not known: `HOSTS[region]`.
fn any_of_table(eval: &Eval<'_>, node: Node, (table, key): (Node, Node), frame: &Frame) -> Option<Value> {
    let ValueKind::Object(table) = eval.eval(table, frame).kind else { return None };
    let entries = eval.entries(&table);
    if entries.open || eval.eval(key, frame).as_str().is_some() {
        return None;
    }
    let values: Vec<Value> = entries.list.iter().map(|entry| eval.eval(entry.node, &entry.frame)).collect();
    let is_text = |value: &Value| matches!(value.kind, ValueKind::Str(_));
    (!values.is_empty() && values.iter().all(is_text)).then(|| Value::choice(node, values))
}

fn is_url(name: &SmolStr) -> bool {
    name == "URL"
}
