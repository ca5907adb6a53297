//! Templates, and values converted to strings.

use super::units::Node;
use super::value::{Frame, Kind, Number, Unit};
use super::{Eval, What};
use crate::facts::{ExprId, TemplatePart};

impl Eval<'_> {
    pub(super) fn template(&self, node: Node, parts: &[TemplatePart], frame: &Frame) -> Kind {
        let value = |expr: &ExprId| self.eval(Node { unit: node.unit, expr: *expr }, frame).kind;
        if let [TemplatePart::Value(only)] = parts {
            return text_of(value(only));
        }
        let mut text = String::new();
        for part in parts {
            match part {
                TemplatePart::Text(part) => text.push_str(part),
                TemplatePart::Value(expr) => match value(expr) {
                    Kind::Str(part) => text.push_str(&part),
                    Kind::Number(Number { value: Some(number), unit: Unit::Plain, .. }) => {
                        text.push_str(&number.to_string());
                    }
                    _ => return Kind::Unknown,
                },
            }
            if text.len() > self.bounds.text {
                self.hit(What::Text, node);
                return Kind::Unknown;
            }
        }
        Kind::Str(text.into())
    }
}

/// Returns a value converted to a string.
pub(super) fn text_of(kind: Kind) -> Kind {
    match kind {
        Kind::Number(plain @ Number { value: Some(number), unit: Unit::Plain, text: false, .. })
            if number.abs() < 1e15 =>
        {
            Kind::Number(Number { text: true, ..plain })
        }
        Kind::Number(number) => Kind::Number(Number { text: true, ..number }),
        Kind::Str(_) | Kind::Env(_) | Kind::DateText { .. } => kind,
        Kind::Date(..) => Kind::DateText { iso: false, day: false, from: None },
        _ => Kind::Unknown,
    }
}
