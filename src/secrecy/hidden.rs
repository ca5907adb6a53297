//! The secrets in the code of a file: literals that are passed to a client or a header, that have the name of a secret,
//! or that are composed into one.

use super::multi_search::Needles;
use super::names::{is_secret_name, stands_for_itself};
use super::secrets::Secrets;
use super::shapes;
use crate::facts::{
    BinaryOp, BindingSource, Element, Expr, ExprId, ExprKind, FileFacts, Key, Property, Target, TemplatePart, Unit,
};
use crate::text::{Nest, TextRange};
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::OnceCell;
use std::sync::Arc;

/// Methods whose result contains their object.
const CHANGES: [&str; 20] = [
    "at",
    "concat",
    "filter",
    "flat",
    "join",
    "map",
    "normalize",
    "padEnd",
    "padStart",
    "repeat",
    "replace",
    "replaceAll",
    "reverse",
    "slice",
    "split",
    "substring",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
];

/// The secrets of a file.
pub fn secrets(facts: &FileFacts, rope: &Rope) -> Secrets {
    let mut search = Search {
        rope,
        units: units(facts),
        hidden: FxHashSet::default(),
        values: Vec::new(),
        variables: OnceCell::new(),
        properties: OnceCell::new(),
        clients: OnceCell::new(),
        seen: FxHashSet::default(),
        followed: FxHashSet::default(),
    };
    for unit in 0..search.units.len() {
        search.unit(unit);
    }
    if facts.manifest().is_some() {
        search.json();
    } else {
        search.written();
    }
    let mut plain = Vec::new();
    for (unit, start) in &search.units {
        plain.extend(unit.imports.iter().map(|import| import.range.shifted(*start as usize)));
        let loads = unit.exprs.iter().filter(|expr| matches!(expr.kind, ExprKind::Load(_)));
        plain.extend(loads.map(|expr| expr.range.shifted(*start as usize)));
    }
    let mut ranges: Vec<TextRange> = search.hidden.into_iter().collect();
    ranges.sort();
    let plain = Nest::of(plain.into_iter().map(|range| (range, ())));
    Secrets { ranges, plain, values: Needles::new(search.values) }
}

/// An expression: its unit, and its number there.
pub(super) type At = (usize, ExprId);

fn units(facts: &FileFacts) -> Vec<(Arc<Unit>, u32)> {
    let mut list = vec![(facts.root.clone(), 0)];
    let mut at = 0;
    while at < list.len() {
        let (unit, start) = list[at].clone();
        list.extend(unit.children.iter().map(|child| (child.unit.clone(), start + child.start)));
        at += 1;
    }
    list
}

pub(super) struct Search<'a> {
    rope: &'a Rope,
    pub(super) units: Vec<(Arc<Unit>, u32)>,
    hidden: FxHashSet<TextRange>,
    pub(super) values: Vec<String>,
    /// The values of variables, by name.
    pub(super) variables: OnceCell<FxHashMap<String, Vec<At>>>,
    /// The values of properties, by key.
    pub(super) properties: OnceCell<FxHashMap<String, Vec<At>>>,
    /// The names under which clients are imported.
    pub(super) clients: OnceCell<FxHashSet<SmolStr>>,
    /// The hidden places, each with whether the arguments of calls in it were hidden too.
    seen: FxHashSet<(At, bool)>,
    /// The names whose values were hidden, and whether the arguments of calls in them were: many share one.
    followed: FxHashSet<(SmolStr, Named, bool)>,
}

/// The thing that is named.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Named {
    Variable,
    Property,
}

impl Search<'_> {
    pub(super) fn expr(&self, (unit, expr): At) -> &Expr {
        &self.units[unit].0.exprs[expr.index()]
    }

    pub(super) fn range(&self, at: At) -> TextRange {
        self.expr(at).range.shifted(self.units[at.0].1 as usize)
    }

    /// The whole text.
    pub(super) fn whole(&self) -> String {
        self.rope.to_string()
    }

    pub(super) fn text(&self, range: TextRange) -> String {
        self.rope.get_byte_slice(range.start()..range.end()).map(|slice| slice.to_string()).unwrap_or_default()
    }

    /// Looks at everything in a unit that may hold a secret.
    fn unit(&mut self, at: usize) {
        let unit = self.units[at].0.clone();
        // A part of a longer text is looked at with it.
        let mut parts: FxHashSet<ExprId> = FxHashSet::default();
        for expr in &unit.exprs {
            match &expr.kind {
                ExprKind::Binary(BinaryOp::Add, left, right) => parts.extend([unit.peeled(*left), unit.peeled(*right)]),
                ExprKind::Template(pieces) => parts.extend(pieces.iter().filter_map(|piece| match piece {
                    TemplatePart::Value(value) => Some(unit.peeled(*value)),
                    TemplatePart::Text(_) => None,
                })),
                _ => {}
            }
        }
        for (number, expr) in unit.exprs.iter().enumerate() {
            let id = ExprId(number as u32);
            match &expr.kind {
                ExprKind::String(text) => self.literal((at, id), text),
                ExprKind::Template(_) | ExprKind::Binary(BinaryOp::Add, ..) if !parts.contains(&id) => {
                    self.put_together((at, id));
                }
                ExprKind::Object(properties) => {
                    self.field(at, properties);
                    for property in properties {
                        if let Property::Entry { key: Key::Name(key), value, shorthand: false, .. } = property
                            && is_secret_name(key)
                        {
                            self.named(key, (at, *value), is_deep(key));
                        }
                    }
                }
                ExprKind::Call { callee, arguments } => {
                    self.call(at, *callee, arguments, false);
                    self.put_together((at, id));
                }
                ExprKind::New { callee, arguments, .. } => self.call(at, *callee, arguments, true),
                ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) => {
                    if let ExprKind::Member { property, .. } = &unit.exprs[unit.peeled(*left).index()].kind
                        && is_secret_name(property)
                    {
                        self.named(property, (at, *right), false);
                    }
                }
                _ => {}
            }
        }
        for binding in &unit.bindings {
            if let BindingSource::Variable { value: Some(value), path, .. } = &binding.source
                && path.is_empty()
                && is_secret_name(&binding.name)
            {
                self.named(&binding.name, (at, *value), is_deep(&binding.name));
            }
        }
        for write in &unit.writes {
            let (Target::Name(name, _) | Target::Member(_, Key::Name(name))) = &write.target else { continue };
            if let Some(value) = write.value
                && is_secret_name(name)
            {
                self.named(name, (at, value), is_deep(name));
            }
        }
    }

    /// A literal that reveals its kind by itself: written with escapes, or after the name of a scheme.
    fn literal(&mut self, at: At, text: &str) {
        let scheme = text.split_once(' ').filter(|(scheme, token)| {
            ["bearer", "basic"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
                && token.len() >= 8
                && !token.contains([' ', '<', '>'])
                && token.contains(['-', '_', '.', '=', '/', '+'])
        });
        if scheme.is_some() {
            let content = self.content(at);
            let start = content.start + self.text(content).find(' ').map_or(0, |blank| blank as u32 + 1);
            self.hide(TextRange { start, ..content }, text.split_once(' ').map(|(_, token)| token));
        }
        if shapes::holds_secret(text) && self.text(self.range(at)).contains('\\') {
            let content = self.content(at);
            self.hide(content, Some(text));
        } else if shapes::holds_secret(text) {
            for range in shapes::found(text) {
                self.values.extend(text.get(range).map(str::to_owned));
            }
        }
    }

    /// Hides a value that is named like a secret.
    fn named(&mut self, name: &str, value: At, deep: bool) {
        if let ExprKind::String(text) = &self.expr((value.0, self.units[value.0].0.peeled(value.1))).kind
            && stands_for_itself(name, text)
        {
            return;
        }
        self.mark(value, deep);
    }

    /// Hides the literals that an expression gets its text from; when `deep`, also the arguments of calls.
    pub(super) fn mark(&mut self, at: At, deep: bool) {
        let mut left = vec![at];
        while let Some(at) = left.pop() {
            if self.seen.insert((at, deep)) {
                self.mark_one(at, deep, &mut left);
            }
        }
    }

    /// Hides an expression that is a literal; `inner` gets those that the text of another one comes from.
    fn mark_one(&mut self, at: At, deep: bool, inner: &mut Vec<At>) {
        let unit = at.0;
        let kind = self.expr(at).kind.clone();
        match kind {
            ExprKind::String(text) => {
                if deep && is_placeholder(&text) {
                    return;
                }
                let content = self.content(at);
                self.hide(content, Some(&text));
            }
            ExprKind::Template(parts) => {
                for (range, text) in self.pieces_of(at, &parts) {
                    // The name of the scheme, and what stands between the parts of a pair.
                    if text.trim().len() > 1
                        && !["basic", "bearer"].contains(&text.trim().to_ascii_lowercase().as_str())
                    {
                        self.hide(range, Some(&text));
                    }
                }
                inner.extend(parts.iter().filter_map(|part| match part {
                    TemplatePart::Value(value) => Some((unit, *value)),
                    TemplatePart::Text(_) => None,
                }));
            }
            // Long sums lean to the left.
            ExprKind::Binary(BinaryOp::Add, left, right) => {
                inner.push((unit, right));
                let mut left = left;
                while let ExprKind::Binary(BinaryOp::Add, next, right) = &self.expr((unit, left)).kind {
                    inner.push((unit, *right));
                    left = self.units[unit].0.peeled(*next);
                }
                inner.push((unit, left));
            }
            ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) => {
                inner.extend([(unit, left), (unit, right)]);
            }
            ExprKind::Conditional(_, then, otherwise) => inner.extend([(unit, then), (unit, otherwise)]),
            ExprKind::Paren(value) | ExprKind::Cast(value, _) | ExprKind::Await(value) => inner.push((unit, value)),
            ExprKind::Assign { value, .. } => inner.push((unit, value)),
            ExprKind::Call { callee, arguments } => {
                let name = match &self.expr((unit, self.units[unit].0.peeled(callee))).kind {
                    // A text or a list, made into another one.
                    ExprKind::Member { object, property } => {
                        if CHANGES.contains(&property.as_str()) {
                            inner.push((unit, *object));
                        }
                        property.clone()
                    }
                    ExprKind::Ident(name, _) => name.clone(),
                    _ => SmolStr::default(),
                };
                let values = arguments.iter().filter_map(|argument| match argument {
                    Element::Item(value) | Element::Spread(Some(value)) => Some((unit, *value)),
                    _ => None,
                });
                if deep || matches!(name.as_str(), "atob" | "from") {
                    // Base64 may look like a word.
                    let decoded = if matches!(name.as_str(), "atob" | "from") { values.clone().next() } else { None };
                    if let Some(decoded) = decoded
                        && let ExprKind::String(text) = &self.expr(decoded).kind.clone()
                        && text.len() >= 8
                    {
                        let content = self.content(decoded);
                        self.hide(content, Some(text));
                    }
                    inner.extend(values);
                }
                inner.extend(self.returned((unit, callee)));
            }
            ExprKind::Array(items) => inner.extend(items.iter().filter_map(|item| match item {
                Element::Item(value) | Element::Spread(Some(value)) => Some((unit, *value)),
                _ => None,
            })),
            // Which of them is meant is not known.
            ExprKind::Index { object, .. } if deep => inner.push((unit, object)),
            ExprKind::Object(properties) if deep => {
                inner.extend(properties.iter().filter_map(|property| match property {
                    Property::Entry { value, .. } => Some((unit, *value)),
                    _ => None,
                }));
            }
            ExprKind::Ident(name, _) => {
                let name = name.clone();
                if self.followed.insert((name.clone(), Named::Variable, deep)) {
                    inner.extend(self.variables().get(name.as_str()).into_iter().flatten().copied());
                }
            }
            ExprKind::Member { property, .. } => {
                let name = property.clone();
                if self.followed.insert((name.clone(), Named::Property, deep)) {
                    inner.extend(self.properties().get(name.as_str()).into_iter().flatten().copied());
                }
            }
            _ => {}
        }
    }

    /// Returns the text between the quotes of a literal.
    pub(super) fn content(&self, at: At) -> TextRange {
        let range = self.range(at);
        let quoted = self.text(range).starts_with(['"', '\'', '`']) && range.end - range.start >= 2;
        if quoted { TextRange { start: range.start + 1, end: range.end - 1 } } else { range }
    }

    pub(super) fn hide(&mut self, range: TextRange, meaning: Option<&str>) {
        if range.start >= range.end || !self.hidden.insert(range) {
            return;
        }
        let written = self.text(range);
        self.values.extend(meaning.filter(|meaning| *meaning != written).map(str::to_owned));
        self.values.push(written);
    }
}

/// Names whose value is a secret in all its parts.
fn is_deep(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("authorization") || name == "auth"
}

/// Returns the usual placeholders of keys in examples and tests: words, one letter over and over, and names of
/// algorithms and encodings.
pub(super) fn is_placeholder(text: &str) -> bool {
    let mut letters: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
    letters.sort_unstable();
    letters.dedup();
    let wordy = text.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-' | b' ' | b'.' | b'<' | b'>'));
    letters.len() < 4 || (wordy && text.len() < 32) || matches!(text, "base64" | "utf8" | "utf-8" | "sha256" | "latin1")
}
