//! Names of globals that a file gives a meaning of its own: `function f(Math) { … }`, `class Date {}`.

use crate::eval::Eval;
use crate::facts::{Binding, BindingSource, ExprKind, Unit};
use crate::text::{TextEdit, TextRange};

/// The globals that fixes write.
const GLOBALS: [&str; 13] = [
    "Array",
    "BigInt",
    "Date",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
    "String",
    "console",
    "setTimeout",
    "undefined",
];

/// The globals by whose names the file means something else.
pub fn taken_globals(eval: &Eval<'_>) -> Vec<&'static str> {
    let takes_it =
        |unit: &Unit, name: &str| unit.bindings.iter().any(|binding| binding.name == name && takes(unit, binding));
    GLOBALS.into_iter().filter(|name| eval.units.iter().any(|(_, unit)| takes_it(unit, name))).collect()
}

/// Returns whether one of the edits says such a name that was not there before. `text`: the text of a range.
pub fn writes(taken: &[&str], edits: &[TextEdit], text: &dyn Fn(TextRange) -> String) -> bool {
    !taken.is_empty()
        && edits.iter().any(|edit| {
            let before = text(edit.range);
            words(&edit.text).any(|word| taken.contains(&word) && !words(&before).any(|it| it == word))
        })
}

/// Returns whether a binding gives a name another meaning. Packages that are called like a global
/// (`import Promise from "bluebird"`) do the same, and more; a type is not a value.
fn takes(unit: &Unit, binding: &Binding) -> bool {
    match &binding.source {
        BindingSource::Import { .. } | BindingSource::Type(_) => false,
        BindingSource::Variable { value: Some(value), .. } => {
            !matches!(unit.exprs[value.index()].kind, ExprKind::Load(_))
        }
        _ => true,
    }
}

/// The names in code, and whatever else looks like one.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$')))
}
