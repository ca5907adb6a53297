//! Values that are `NaN` in every run.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::value::{Value, ValueKind};
use crate::facts::{Element, ExprKind};

/// Returns whether a value is certainly `NaN`: by its name, or because the converted value may not be one
/// (`Number(undefined)`, `parseInt("welcome")`).
pub fn is_nan(eval: &Eval<'_>, value: &Value) -> bool {
    if let ValueKind::Global(path) = &value.kind {
        return matches!(path.as_str(), "NaN" | "Number.NaN");
    }
    let node = eval.units.peeled(value.node);
    let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return false };
    let sibling = |expr| Node { unit: node.unit, expr };
    let ValueKind::Global(path) = eval.value(sibling(*callee)).kind else { return false };
    let no_number = match path.as_str() {
        "Number" => no_number,
        "parseInt" | "Number.parseInt" => begins_with_no_digit,
        "parseFloat" | "Number.parseFloat" => begins_with_no_number,
        _ => return false,
    };
    let mut given = arguments.iter().map(|element| match element {
        Element::Item(expr) => Some(eval.value(sibling(*expr))),
        Element::Spread(_) | Element::Hole => None,
    });
    let Some(Some(first)) = given.next() else { return false };
    // Letters are digits to another base than ten.
    let is_ten = |base: Option<Value>| {
        base.is_some_and(|base| matches!(base.kind, ValueKind::Number(number) if number.value == Some(10.0)))
    };
    given.next().is_none_or(is_ten)
        && first.cases().iter().all(|case| match &case.kind {
            ValueKind::Undefined => true,
            ValueKind::Null => path != "Number",
            ValueKind::Str(text) => no_number(text),
            _ => false,
        })
}

/// A text without its sign.
fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

/// Returns whether `Number` makes `NaN` of a text. Of an empty one it makes 0.
fn no_number(text: &str) -> bool {
    let text = text.trim();
    let in_another_base = ["0x", "0o", "0b"].iter().any(|base| text.to_lowercase().starts_with(base));
    let known = text.is_empty() || in_another_base || unsigned(text) == "Infinity";
    !known && (begins_with_no_number(text) || text.parse::<f64>().is_err())
}

/// Returns whether `parseInt` finds no digit at the beginning of a text.
fn begins_with_no_digit(text: &str) -> bool {
    !unsigned(text.trim_start()).starts_with(|c: char| c.is_ascii_digit())
}

/// Returns whether `parseFloat` finds no number at the beginning of a text.
fn begins_with_no_number(text: &str) -> bool {
    let text = unsigned(text.trim_start());
    let digits = text.strip_prefix('.').unwrap_or(text);
    !digits.starts_with(|c: char| c.is_ascii_digit()) && !text.starts_with("Infinity")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_no_numbers() {
        for (text, number, int, float) in [
            ("welcome", true, true, true),
            ("12", false, false, false),
            (" -12 ", false, false, false),
            ("12 apples", true, false, false),
            (".5", false, true, false),
            ("", false, true, true),
            ("nan", true, true, true),
            ("inf", true, true, true),
            ("Infinity", false, true, false),
            ("0x1f", false, false, false),
            ("1e3", false, false, false),
            ("-", true, true, true),
        ] {
            assert_eq!(no_number(text), number, "Number({text:?})");
            assert_eq!(begins_with_no_digit(text), int, "parseInt({text:?})");
            assert_eq!(begins_with_no_number(text), float, "parseFloat({text:?})");
        }
    }
}
