//! Templates, and values converted to strings.

use super::units::Node;
use super::value::{Frame, Number, TimeUnit, Value, ValueKind};
use super::{Eval, What};
use crate::facts::{Element, ExprId, TemplatePart};

impl Eval<'_> {
    pub(super) fn template(&self, node: Node, parts: &[TemplatePart], frame: &Frame) -> ValueKind {
        let value = |expr: &ExprId| self.eval(Node { unit: node.unit, expr: *expr }, frame).kind;
        if let [TemplatePart::Value(only)] = parts {
            return text_of(value(only));
        }
        let mut text = String::new();
        for part in parts {
            match part {
                TemplatePart::Text(part) => text.push_str(part),
                TemplatePart::Value(expr) => match value(expr) {
                    ValueKind::Str(part) => text.push_str(&part),
                    ValueKind::Number(Number { value: Some(number), unit: TimeUnit::Plain, .. }) => {
                        text.push_str(&number.to_string());
                    }
                    _ => return ValueKind::Unknown,
                },
            }
            if text.len() > self.bounds.text {
                self.hit(What::Text, node);
                return ValueKind::Unknown;
            }
        }
        ValueKind::Str(text.into())
    }

    /// Returns the text that a list which is written in place is joined to: `["order", "placed"].join("_")`.
    pub(super) fn joined(
        &self,
        list: &Value,
        elements: &[Element],
        (node, frame): (Node, &Frame),
    ) -> Option<ValueKind> {
        // What a variable holds may have grown.
        if list.place != list.node || !matches!(list.kind, ValueKind::Array(..)) {
            return None;
        }
        let between = match elements {
            [] => ",".into(),
            [Element::Item(between)] => self.eval(Node { unit: node.unit, expr: *between }, frame).as_str()?.clone(),
            _ => return None,
        };
        let mut text = String::new();
        for (at, element) in self.elements(list)?.iter().enumerate() {
            if at > 0 {
                text.push_str(&between);
            }
            text.push_str(element.as_str()?);
            if text.len() > self.bounds.text {
                self.hit(What::Text, node);
                return None;
            }
        }
        Some(ValueKind::Str(text.into()))
    }
}

/// Returns a value converted to a string.
pub(super) fn text_of(kind: ValueKind) -> ValueKind {
    match kind {
        ValueKind::Number(plain @ Number { value: Some(number), unit: TimeUnit::Plain, text: false, .. })
            if number.abs() < 1e15 =>
        {
            ValueKind::Number(Number { text: true, ..plain })
        }
        ValueKind::Number(number) => ValueKind::Number(Number { text: true, ..number }),
        ValueKind::Str(_) | ValueKind::Env(_) | ValueKind::DateText { .. } => kind,
        ValueKind::Date(..) => ValueKind::DateText { iso: false, day: false, from: None },
        _ => ValueKind::Unknown,
    }
}
