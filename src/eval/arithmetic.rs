//! Arithmetic with units: milliseconds that are added to, divided and rounded.

use super::Eval;
use super::limits::What;
use super::units::Node;
use super::value::DateLibrary;
use super::value::Frame;
use super::value::{Grain, Number, TimeUnit, Value, ValueKind};
use crate::facts::{BinaryOp, UnaryOp};

/// Returns a value as a number.
pub(super) fn number(kind: &ValueKind) -> Option<Number> {
    match kind {
        ValueKind::Number(number) => Some(Number { text: false, ..*number }),
        // An operand of arithmetic is likely to be a number after all.
        ValueKind::Date(DateLibrary::Prisma, _) => None,
        ValueKind::Date(_, grain) => Some(Number::of(TimeUnit::Milliseconds(*grain))),
        ValueKind::Str(text) => text.trim().parse().ok().map(|value| Number::plain(Some(value))),
        ValueKind::Global(name) if name == "performance.timeOrigin" => {
            Some(Number::of(TimeUnit::Milliseconds(Grain::Fine)))
        }
        _ => None,
    }
}

/// Returns a value after its fraction is cut off or rounded away.
pub(super) fn rounded(kind: &ValueKind) -> ValueKind {
    match number(kind) {
        Some(Number { unit: TimeUnit::Fraction(_), ahead, .. }) => {
            ValueKind::Number(Number { ahead, ..Number::of(TimeUnit::Seconds) })
        }
        Some(Number { value: Some(value), unit: TimeUnit::Plain, .. }) => {
            ValueKind::Number(Number::plain(Some(value.floor())))
        }
        Some(number) => ValueKind::Number(number),
        None => ValueKind::Unknown,
    }
}

/// The maximum number of ways to combine two values that may each be several things.
const MOST_PAIRS: usize = 1_024;

/// Returns a value truncated to 32 bits: `x | 0`, `~x`. Milliseconds do not fit.
pub(super) fn whole(kind: &ValueKind) -> ValueKind {
    match number(kind) {
        Some(Number { unit: TimeUnit::Fraction(_) | TimeUnit::Seconds, ahead, .. }) => {
            ValueKind::Number(Number { ahead, ..Number::of(TimeUnit::Seconds) })
        }
        _ => ValueKind::Unknown,
    }
}

impl Eval<'_> {
    pub(super) fn unary(&self, op: UnaryOp, argument: Node, frame: &Frame) -> ValueKind {
        let value = self.eval(argument, frame);
        if let (UnaryOp::Plus, ValueKind::Choice(cases)) = (op, &value.kind) {
            let numbers = cases.iter().map(|case| Some(Value::at(argument, ValueKind::Number(number(&case.kind)?))));
            let numbers: Option<Vec<Value>> = numbers.collect();
            return numbers.and_then(super::value::agreement).map_or(ValueKind::Unknown, |value| value.kind);
        }
        match op {
            UnaryOp::Plus => number(&value.kind).map_or(ValueKind::Unknown, ValueKind::Number),
            UnaryOp::Minus if matches!(value.kind, ValueKind::BigInt) => ValueKind::BigInt,
            UnaryOp::Minus => match number(&value.kind) {
                Some(Number { value: Some(number), unit: TimeUnit::Plain, .. }) => {
                    ValueKind::Number(Number::plain(Some(-number)))
                }
                _ => ValueKind::Unknown,
            },
            UnaryOp::BitNot => whole(&value.kind),
            UnaryOp::Not | UnaryOp::Other => ValueKind::Unknown,
        }
    }

    /// `left op right`
    pub(super) fn binary(&self, op: BinaryOp, left: &Value, right: &Value, node: Node) -> ValueKind {
        // A choice on either side: what all agree on.
        let mut results = Vec::new();
        if left.cases().len() * right.cases().len() > MOST_PAIRS {
            self.hit(What::Cases, node);
            return ValueKind::Unknown;
        }
        for a in left.cases() {
            for b in right.cases() {
                let kind = one(op, &a.kind, &b.kind);
                if matches!(&kind, ValueKind::Str(text) if text.len() > self.bounds.text) {
                    self.hit(What::Text, node);
                    return ValueKind::Unknown;
                }
                results.push(Value::at(left.node, kind));
            }
        }
        if results.iter().any(|value| value.kind.is_unknown()) {
            return ValueKind::Unknown;
        }
        super::value::agreement(results).map_or(ValueKind::Unknown, |value| value.kind)
    }
}

fn one(op: BinaryOp, left: &ValueKind, right: &ValueKind) -> ValueKind {
    if op == BinaryOp::Add && (is_text(left) || is_text(right)) {
        return match (left, right) {
            (ValueKind::Str(a), ValueKind::Str(b)) => ValueKind::Str(format!("{a}{b}").into()),
            (ValueKind::Str(empty), other) | (other, ValueKind::Str(empty)) if empty.is_empty() => {
                super::template::text_of(other.clone())
            }
            _ => ValueKind::Unknown,
        };
    }
    if matches!((left, right), (ValueKind::BigInt, ValueKind::BigInt)) {
        use BinaryOp::{Add, Div, Mul, Pow, Rem, Sub};
        return if matches!(op, Add | Sub | Mul | Div | Rem | Pow) { ValueKind::BigInt } else { ValueKind::Unknown };
    }
    let (a, b) = match (number(left), number(right)) {
        (Some(a), Some(b)) => (a, b),
        // An offset that is not known leaves a time a time (`Date.now() + ttl`). Before the time it may as well be text
        // (`id + Date.now()`); subtracted, it may be another time, and the difference none.
        (Some(a), None) if op == BinaryOp::Add && right.is_unknown() => return shifted(a),
        (Some(a), None) => return bits(op, a, None),
        _ => return ValueKind::Unknown,
    };
    use TimeUnit::{Fraction, Milliseconds, Plain, Seconds};
    let unit = match (op, a.unit, b.unit) {
        (_, Plain, Plain) => return plain(op, a, b),
        (BinaryOp::Add | BinaryOp::Sub, unit, Plain) | (BinaryOp::Add, Plain, unit) => match unit {
            Milliseconds(Grain::Whole) => {
                let offset = if b.unit == Plain { b.value } else { a.value };
                let whole = offset.is_some_and(|n| n % 1000.0 == 0.0);
                Milliseconds(if whole { Grain::Whole } else { Grain::Unknown })
            }
            unit => unit,
        },
        (BinaryOp::Mul, unit, Plain) | (BinaryOp::Mul, Plain, unit) => {
            let factor = if b.unit == Plain { b.value } else { a.value };
            match (unit, factor) {
                (unit, Some(1.0)) => unit,
                (Milliseconds(grain), Some(0.001)) => divided(grain),
                (Seconds, Some(1000.0)) => Milliseconds(Grain::Whole),
                (Fraction(grain), Some(1000.0)) => Milliseconds(grain),
                _ => return ValueKind::Unknown,
            }
        }
        (BinaryOp::Div, unit, Plain) => match (unit, b.value) {
            (unit, Some(1.0)) => unit,
            (Milliseconds(grain), Some(1000.0)) => divided(grain),
            _ => return ValueKind::Unknown,
        },
        _ => return bits(op, a, Some(b)),
    };
    ValueKind::Number(Number { ahead: ahead(op, a, b), ..Number::of(unit) })
}

/// The time by which a value lies ahead of the clock after a plain number is added to it, or after it is converted to
/// another unit.
fn ahead(op: BinaryOp, a: Number, b: Number) -> Option<f64> {
    let (time, plain) = if a.unit == TimeUnit::Plain { (b, a) } else { (a, b) };
    let ahead = time.ahead?;
    let per_second = if matches!(time.unit, TimeUnit::Milliseconds(_)) { 1000.0 } else { 1.0 };
    match op {
        BinaryOp::Add => Some(ahead + plain.value? / per_second),
        BinaryOp::Sub => Some(ahead - plain.value? / per_second),
        BinaryOp::Mul | BinaryOp::Div => Some(ahead),
        _ => None,
    }
}

/// Milliseconds divided by 1000.
fn divided(grain: Grain) -> TimeUnit {
    match grain {
        Grain::Whole => TimeUnit::Seconds,
        grain => TimeUnit::Fraction(grain),
    }
}

fn shifted(number: Number) -> ValueKind {
    match number.unit {
        TimeUnit::Plain => ValueKind::Unknown,
        TimeUnit::Milliseconds(Grain::Whole) => ValueKind::Number(Number::of(TimeUnit::Milliseconds(Grain::Unknown))),
        unit => ValueKind::Number(Number::of(unit)),
    }
}

/// `x | 0`, `x >> 0`, `x >>> 0`
fn bits(op: BinaryOp, a: Number, b: Option<Number>) -> ValueKind {
    let by_zero = b.is_some_and(|b| b.value == Some(0.0));
    match op {
        BinaryOp::BitOr | BinaryOp::Shr | BinaryOp::UShr if by_zero => whole(&ValueKind::Number(a)),
        _ => ValueKind::Unknown,
    }
}

fn plain(op: BinaryOp, a: Number, b: Number) -> ValueKind {
    let value = a.value.zip(b.value).and_then(|(a, b)| {
        Some(match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::Mul => a * b,
            BinaryOp::Div => a / b,
            BinaryOp::Rem => a % b,
            BinaryOp::Pow => a.powf(b),
            BinaryOp::BitOr if b == 0.0 && a.abs() < 2_147_483_648.0 => a.trunc(),
            _ => return None,
        })
    });
    match (op, value) {
        (_, Some(value)) if value.is_finite() => ValueKind::Number(Number::plain(Some(value))),
        (BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul, _) => ValueKind::Number(Number::plain(None)),
        _ => ValueKind::Unknown,
    }
}

fn is_text(kind: &ValueKind) -> bool {
    match kind {
        ValueKind::Str(_) | ValueKind::DateText { .. } | ValueKind::Env(_) | ValueKind::Date(..) => true,
        ValueKind::Number(number) => number.text,
        _ => false,
    }
}
