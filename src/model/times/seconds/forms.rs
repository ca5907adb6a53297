//! The forms of time that an expression may be.

use super::written::Writer;
use crate::facts::{BinaryOp, ExprKind};

use crate::eval::units::Node;
use crate::eval::value::{Number, ValueKind};
use crate::model::times::slots::time_of;
use crate::model::times::time::{DateLibrary, Time};

/// The possible forms of an expression.
#[derive(Default)]
pub(super) struct Kinds {
    /// Times that are not in whole seconds, each form once.
    pub(super) wrong: Vec<Form>,
    /// True when it may be right: seconds, or a number that is not a time.
    pub(super) right: bool,
    /// True when it may be something unknown.
    pub(super) unknown: bool,
}

/// A form of a time.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// Milliseconds, as a number or as a string of digits.
    Milliseconds { text: bool },
    /// Seconds with a fraction, as a number or as a string.
    Fraction { text: bool },
    /// A date object.
    Date(DateLibrary),
    /// A date as a string.
    Text,
    /// A literal in a smaller unit.
    Finer,
}

impl Writer<'_, '_> {
    /// Returns the possible forms of an expression.
    pub(super) fn kinds(&self, node: Node) -> Kinds {
        let mut kinds = Kinds::default();
        let value = self.eval.eval(node, self.frame);
        // `a && b` is `a` where that is nothing, which stays.
        let guard = matches!(self.eval.units.kind(self.eval.units.peeled(node)), ExprKind::Binary(BinaryOp::And, ..));
        for case in value.cases() {
            let is_text = matches!(case.kind, ValueKind::Number(Number { text: true, .. }));
            let form = match time_of(self.eval, case) {
                Some(Time::Seconds) => {
                    kinds.right = true;
                    continue;
                }
                Some(Time::Milliseconds { text, .. }) => Form::Milliseconds { text },
                Some(Time::FractionalSeconds { .. }) => Form::Fraction { text: is_text },
                Some(Time::Finer { .. }) => Form::Finer,
                Some(Time::Date(library)) => Form::Date(library),
                Some(Time::DateText { .. }) => Form::Text,
                None => {
                    kinds.right |= !case.kind.is_nothing() && !case.kind.is_unknown();
                    kinds.unknown |= case.kind.is_unknown() && !guard;
                    continue;
                }
            };
            if !kinds.wrong.contains(&form) {
                kinds.wrong.push(form);
            }
        }
        kinds
    }
}
