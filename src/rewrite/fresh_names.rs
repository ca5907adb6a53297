//! Names for inserted code.

use super::layout::has_word;
use crate::eval::units::Node;
use crate::model::{Call, Model};
use std::borrow::Cow;

/// Returns whether a call is made again and again.
pub fn in_loop(call: &Call) -> bool {
    !call.around.loops.is_empty()
}

/// A name for a variable in the function around `statement`: the first of `names` that occurs nowhere in it. Other
/// calls there, given by `rivals`, may be rewritten at the same time, so that each counts those before it.
pub fn variable(
    model: &Model<'_>,
    call: &Call,
    statement: Node,
    names: &[&str],
    rivals: impl Fn(&Call) -> bool,
) -> Option<String> {
    let promises = model.promises();
    let scope = promises.function_around(statement).map(|function| promises.body(function));
    let text = scope.map_or(Cow::Borrowed(model.file().whole_text()), |scope| Cow::Owned(model.text(scope)));
    let before = |other: &&Call| {
        other.range.end <= call.range.start && scope.is_none_or(|scope| scope.contains(other.range)) && rivals(other)
    };
    let free = |name: &String| !has_word(&text, name);
    match model.calls().of_sdk().iter().filter(before).count() {
        0 => names.iter().map(|name| (*name).to_owned()).find(free),
        others => names.iter().map(|name| format!("{name}{}", others + 1)).find(free),
    }
}
