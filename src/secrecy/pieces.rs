//! Strings that are composed of pieces: sums, templates, lists that are joined.

use super::hidden::{At, Search};
use super::shapes;
use crate::facts::{BinaryOp, Element, ExprKind, TemplatePart};
use crate::text::{TextRange, deep};

/// The maximum number of names that are followed for one string, because each may double it. A name beyond them counts
/// as an unknown part. The literals in the text itself are looked at to the end, and the literal that a name stands for
/// is looked at by itself.
const MOST_NAMES: u32 = 256;

/// The pieces of a string that were found.
#[derive(Default)]
struct Pieces {
    /// The literals, with their contents; an unknown part is a line break, which is never in a credential.
    list: Vec<(TextRange, String)>,
    /// The number of names that were followed.
    names: u32,
    /// The values that are being followed: one that mentions itself ends there.
    open: Vec<At>,
}

impl Pieces {
    fn unknown(&mut self) {
        self.list.push((TextRange::default(), "\n".to_owned()));
    }
}

impl Search<'_> {
    /// A text of several pieces, which together may have the shape of a credential.
    pub(super) fn put_together(&mut self, at: At) {
        let mut pieces = Pieces::default();
        self.pieces(at, &mut pieces);
        let pieces = pieces.list;
        if pieces.len() < 2 {
            return;
        }
        let whole: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
        for secret in shapes::found(&whole) {
            let mut start = 0;
            for (range, text) in &pieces {
                let end = start + text.len();
                if start < secret.end && secret.start < end && *range != TextRange::default() {
                    self.hide(*range, Some(text));
                }
                start = end;
            }
            self.values.extend(whole.get(secret).map(str::to_owned));
        }
    }

    /// Collects the pieces that a string is composed of.
    fn pieces(&self, at: At, into: &mut Pieces) {
        deep(|| self.pieces_here(at, into));
    }

    fn pieces_here(&self, at: At, into: &mut Pieces) {
        let unit = at.0;
        match &self.expr(at).kind {
            ExprKind::String(text) => into.list.push((self.content(at), text.to_string())),
            ExprKind::Template(parts) => {
                let mut texts = self.pieces_of(at, parts).into_iter();
                for part in parts {
                    match part {
                        TemplatePart::Text(text) if text.is_empty() => {}
                        TemplatePart::Text(_) => into.list.extend(texts.next()),
                        TemplatePart::Value(value) => self.pieces((unit, *value), into),
                    }
                }
            }
            // Long sums lean to the left.
            ExprKind::Binary(BinaryOp::Add, ..) => {
                let (mut left, mut rights) = (at.1, Vec::new());
                while let ExprKind::Binary(BinaryOp::Add, next, right) = &self.expr((unit, left)).kind {
                    rights.push(*right);
                    left = self.units[unit].0.peeled(*next);
                }
                self.pieces((unit, left), into);
                for right in rights.into_iter().rev() {
                    self.pieces((unit, right), into);
                }
            }
            ExprKind::Paren(value) | ExprKind::Cast(value, _) => self.pieces((unit, *value), into),
            ExprKind::Call { callee, arguments } => match &self.expr((unit, *callee)).kind {
                ExprKind::Member { object, property } if matches!(property.as_str(), "join" | "concat") => {
                    let separator = match arguments.first() {
                        Some(Element::Item(first)) => match &self.expr((unit, *first)).kind {
                            ExprKind::String(text) => text.to_string(),
                            _ => return into.unknown(),
                        },
                        _ => ",".to_owned(),
                    };
                    self.pieces((unit, *object), into);
                    if property == "concat" {
                        for argument in arguments {
                            if let Element::Item(value) = argument {
                                self.pieces((unit, *value), into);
                            }
                        }
                    } else if !separator.is_empty() {
                        into.unknown();
                    }
                }
                _ => into.unknown(),
            },
            ExprKind::Array(items) => {
                for item in items {
                    match item {
                        Element::Item(value) => self.pieces((unit, *value), into),
                        _ => into.unknown(),
                    }
                }
            }
            ExprKind::Ident(name, _) => match self.variables().get(name.as_str()).map(Vec::as_slice) {
                Some([one]) if into.names < MOST_NAMES && !into.open.contains(one) => {
                    into.names += 1;
                    into.open.push(*one);
                    self.pieces(*one, into);
                    into.open.pop();
                }
                _ => into.unknown(),
            },
            _ => into.unknown(),
        }
    }

    /// The texts of a template that are not empty, where they are written.
    pub(super) fn pieces_of(&self, at: At, parts: &[TemplatePart]) -> Vec<(TextRange, String)> {
        let range = self.range(at);
        let mut pieces = Vec::new();
        let mut start = range.start + 1;
        let values = parts.iter().enumerate().filter_map(|(index, part)| match part {
            TemplatePart::Value(value) => Some((index, self.range((at.0, *value)))),
            TemplatePart::Text(_) => None,
        });
        let values: Vec<(usize, TextRange)> = values.collect();
        let mut push = |range: TextRange, before: Option<&TemplatePart>| {
            if let Some(TemplatePart::Text(text)) = before
                && !text.is_empty()
                && range.start < range.end
            {
                pieces.push((range, text.to_string()));
            }
        };
        for (nth, (index, value)) in values.iter().copied().enumerate() {
            let between = TextRange { start, end: value.start.max(start) };
            let opened = self.text(between).rfind("${").map_or(between.end, |open| start + open as u32);
            push(TextRange { start, end: opened }, index.checked_sub(1).and_then(|before| parts.get(before)));
            let next = values.get(nth + 1).map_or(range.end, |(_, next)| next.start);
            let rest = TextRange { start: value.end, end: next.max(value.end) };
            start = value.end + self.text(rest).find('}').map_or(0, |close| close as u32 + 1);
        }
        push(TextRange { start, end: range.end.saturating_sub(1).max(start) }, parts.last());
        pieces
    }
}
