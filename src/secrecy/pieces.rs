//! Strings that are composed of pieces: sums, templates, lists that are joined.

use super::hidden::{At, MOST_DEPTH, Search};
use super::shapes;
use crate::facts::{BinaryOp, Element, ExprKind, TemplatePart};
use crate::text::TextRange;

/// The number of pieces of one string from which on names are no longer followed, because each may double it. The
/// literals in the text itself are looked at to the end, and the literal that a name stands for is looked at by itself.
const MOST_PIECES: usize = 256;

impl Search<'_> {
    /// A text of several pieces, which together may have the shape of a credential.
    pub(super) fn put_together(&mut self, at: At) {
        let mut pieces = Vec::new();
        self.pieces(at, &mut pieces, 0);
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

    /// The literals that a string is composed of, with their contents; an unknown part is a line break, which is never
    /// in a credential.
    fn pieces(&self, at: At, into: &mut Vec<(TextRange, String)>, depth: u32) {
        let unknown = |into: &mut Vec<(TextRange, String)>| into.push((TextRange::default(), "\n".to_owned()));
        if depth > MOST_DEPTH {
            return unknown(into);
        }
        let unit = at.0;
        match &self.expr(at).kind {
            ExprKind::String(text) => into.push((self.content(at), text.to_string())),
            ExprKind::Template(parts) => {
                let mut texts = self.pieces_of(at, parts).into_iter();
                for part in parts {
                    match part {
                        TemplatePart::Text(text) if text.is_empty() => {}
                        TemplatePart::Text(_) => into.extend(texts.next()),
                        TemplatePart::Value(value) => self.pieces((unit, *value), into, depth + 1),
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
                self.pieces((unit, left), into, depth + 1);
                for right in rights.into_iter().rev() {
                    self.pieces((unit, right), into, depth + 1);
                }
            }
            ExprKind::Paren(value) | ExprKind::Cast(value, _) => self.pieces((unit, *value), into, depth + 1),
            ExprKind::Call { callee, arguments } => match &self.expr((unit, *callee)).kind {
                ExprKind::Member { object, property } if matches!(property.as_str(), "join" | "concat") => {
                    let separator = match arguments.first() {
                        Some(Element::Item(first)) => match &self.expr((unit, *first)).kind {
                            ExprKind::String(text) => text.to_string(),
                            _ => return unknown(into),
                        },
                        _ => ",".to_owned(),
                    };
                    self.pieces((unit, *object), into, depth + 1);
                    if property == "concat" {
                        for argument in arguments {
                            if let Element::Item(value) = argument {
                                self.pieces((unit, *value), into, depth + 1);
                            }
                        }
                    } else if !separator.is_empty() {
                        unknown(into);
                    }
                }
                _ => unknown(into),
            },
            ExprKind::Array(items) => {
                for item in items {
                    match item {
                        Element::Item(value) => self.pieces((unit, *value), into, depth + 1),
                        _ => unknown(into),
                    }
                }
            }
            ExprKind::Ident(name, _) => match self.variables().get(name.as_str()).map(Vec::as_slice) {
                Some([one]) if into.len() < MOST_PIECES => self.pieces(*one, into, depth + 1),
                _ => unknown(into),
            },
            _ => unknown(into),
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
