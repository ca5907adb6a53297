//! The retry options of a client.

use crate::eval::Eval;
use crate::eval::units::places;
use crate::eval::value::{Number, ValueKind};
use crate::facts::ExprKind;
use crate::model::calls::sdk_calls::Call;
use crate::text::TextRange;

/// Returns whether the client of a call repeats failed requests, since the version that does: `Some(false)` for `retry:
/// { maxRetries: 0 }`, `None` where that is not known.
pub fn repeats(eval: &Eval<'_>, call: &Call) -> Option<bool> {
    let made = call.made?;
    let ExprKind::New { arguments, .. } = eval.units.kind(made) else { return None };
    let given = places(made.unit, arguments);
    if given.len() != arguments.len() {
        return None;
    }
    let Some(options) = given.get(call.client.options_index()) else { return Some(true) };
    let options = match eval.value(*options).kind {
        ValueKind::Undefined => return Some(true),
        ValueKind::Object(object) => eval.entries(&object),
        _ => return None,
    };
    let entry = |list: &[crate::eval::ObjectEntry], key: &str| {
        list.iter().rev().find(|entry| entry.key == key).map(|entry| (entry.node, entry.frame.clone(), entry.uncertain))
    };
    let Some((node, frame, uncertain)) = entry(&options.list, "retry") else { return (!options.open).then_some(true) };
    let ValueKind::Object(retry) = eval.eval(node, &frame).kind else { return None };
    let retry = eval.entries(&retry);
    let Some((node, frame, _)) = entry(&retry.list, "maxRetries") else { return (!retry.open).then_some(true) };
    match eval.eval(node, &frame).kind {
        ValueKind::Number(Number { value: Some(most), .. }) if !uncertain => Some(most > 0.0),
        _ => None,
    }
}

/// The place where the client of a call is created, when that is in the analyzed file and its options do not configure
/// retries.
pub fn silent_options(eval: &Eval<'_>, call: &Call) -> Option<TextRange> {
    let made = call.made.filter(|made| made.is_here())?;
    let ExprKind::New { arguments, .. } = eval.units.kind(made) else { return None };
    let options = places(made.unit, arguments).get(call.client.options_index()).map(|node| eval.value(*node).kind);
    let said = match options {
        Some(ValueKind::Object(object)) => eval.entries(&object).list.iter().any(|entry| entry.key == "retry"),
        _ => false,
    };
    (!said).then(|| eval.units.range(made))
}
