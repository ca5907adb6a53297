//! Finds the names of events.

use super::event::{ComposedName, EventName};
use crate::eval::Eval;
use crate::eval::sdk_call::SdkCall;
use crate::eval::units::Node;
use crate::eval::value::{Value, ValueKind};
use crate::facts::ExprKind;
use crate::model::arguments::composed::pieces;
use crate::model::arguments::datum::{ToldApart, datum};
use crate::model::arguments::entries::carried;
use crate::sdk::Shape;
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// The names of events that the calls send, in the order of the text: the known ones, and the composed ones.
pub fn event_names(eval: &Eval<'_>, calls: &[SdkCall]) -> Names {
    let (mut names, told_apart) = (Names::default(), ToldApart::default());
    let told = &told_apart;
    for call in calls {
        for (value, shape) in &call.arguments {
            match shape {
                Shape::Event => named(eval, call, value, told, &mut names),
                Shape::Pipelines if call.method == "track" => under(eval, call, (value, "event"), told, &mut names),
                Shape::Name => {
                    let in_call = |node: &Node| eval.units.is_within(*node, call.range);
                    for case in value.cases() {
                        if let Some(at) = case.places().find(in_call).or_else(|| value.places().find(in_call)) {
                            add(eval, call, (case, eval.units.range(at)), told, &mut names);
                        }
                    }
                }
                Shape::Operation => operation(eval, call, value, told, &mut names),
                Shape::Operations => {
                    eval.items(value).iter().for_each(|item| operation(eval, call, item, told, &mut names));
                }
                _ => {}
            }
        }
    }
    names.0.sort_by_key(|name| name.at);
    names.1.sort_by_key(|name| name.at);
    names
}

/// Known names, and composed names.
type Names = (Vec<EventName>, Vec<ComposedName>);

/// `{ type: "person", action: "event", name }`
fn operation(eval: &Eval<'_>, call: &SdkCall, value: &Value, told_apart: &ToldApart, names: &mut Names) {
    let is = |key: &str, wanted: &str| {
        let entries = carried(eval, value, call.range);
        let mut found = entries.iter().filter(|c| c.entry.key == key).peekable();
        found.peek().is_some()
            && found.all(|c| eval.eval(c.entry.node, &c.entry.frame).as_str().is_some_and(|text| text == wanted))
    };
    if is("type", "person") && is("action", "event") {
        under(eval, call, (value, "name"), told_apart, names);
    }
}

/// The event of a `track` call; names that are, or may be, pages or screens are left out.
fn named(eval: &Eval<'_>, call: &SdkCall, value: &Value, told_apart: &ToldApart, names: &mut Names) {
    let entries = carried(eval, value, call.range);
    let mut types = entries.iter().filter(|c| c.entry.key == "type");
    let plain = types.all(|c| {
        let ty = eval.eval(c.entry.node, &c.entry.frame);
        ty.kind.is_nothing() || ty.as_str().is_some_and(|text| text == "event")
    });
    if plain {
        under(eval, call, (value, "name"), told_apart, names);
    }
}

/// The names under a key of an object.
fn under(eval: &Eval<'_>, call: &SdkCall, (value, key): (&Value, &str), told_apart: &ToldApart, names: &mut Names) {
    for carried in carried(eval, value, call.range) {
        if carried.entry.key != key {
            continue;
        }
        let value = eval.eval(carried.entry.node, &carried.entry.frame);
        for case in value.cases() {
            if let Some(at) = carried.mark(eval, case) {
                add(eval, call, (case, at), told_apart, names);
            }
        }
    }
}

/// A name, and the range to mark for it.
fn add(eval: &Eval<'_>, call: &SdkCall, (case, at): (&Value, TextRange), told_apart: &ToldApart, names: &mut Names) {
    let Some(client) = call.client else { return };
    let made_there = eval.units.is_within(case.node, at);
    let origin = (!made_there).then(|| eval.units.place(case.node));
    let ValueKind::Str(name) = &case.kind else {
        let composed = match pieces(eval, case) {
            Some((pieces, text)) => Some((pieces, text, None)),
            None => datum(eval, case, told_apart).map(|(piece, whole)| (vec![piece], String::new(), Some(whole))),
        };
        let named = |(pieces, text, whole)| ComposedName { client, at, origin, text, pieces, whole };
        names.1.extend(composed.map(named));
        return;
    };
    names.0.push(EventName {
        client,
        method: call.method.clone(),
        name: name.clone(),
        at,
        origin,
        literal: inside(eval, case),
        through: call.through.clone(),
    });
}

/// Returns the text between the quotes of the literal that makes a name.
fn inside(eval: &Eval<'_>, value: &Value) -> Option<Place> {
    let ExprKind::String(text) = eval.units.kind(value.node) else { return None };
    let Place { file, range } = eval.units.place(value.node);
    let known: Option<&SmolStr> = value.as_str();
    // A value computed from the literal (`"X".toLowerCase()`) is not the literal.
    (known == Some(text) && range.len() >= 2)
        .then(|| Place { file, range: TextRange { start: range.start + 1, end: range.end - 1 } })
}
