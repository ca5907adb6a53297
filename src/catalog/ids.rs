//! Broadcasts, campaigns, newsletters and segments, which calls name by their ids.

use super::data;
use super::kind::{Kind, KnownName};
use super::usage::{By, NameUse};
use super::written;
use crate::model::{Argument, Call, Given, Model, Numbered};

/// Finds the things that the calls of a file name by their ids.
pub(super) fn find(model: &Model<'_>, found: &mut Vec<NameUse>) {
    for call in model.calls().every() {
        for named in model.calls().named_by_id(call) {
            add(model, call, kind(named.kind), &named.id, found);
        }
    }
}

fn kind(of: Numbered) -> Kind {
    match of {
        Numbered::Broadcast => Kind::Broadcast,
        Numbered::Campaign => Kind::Campaign,
        Numbered::Message => Kind::Message,
        Numbered::Newsletter => Kind::Newsletter,
        Numbered::Segment => Kind::Segment,
    }
}

fn add(model: &Model<'_>, call: &Call, kind: Kind, argument: &Argument, found: &mut Vec<NameUse>) {
    let triggers = kind == Kind::Broadcast && call.method.as_deref() == Some("triggerBroadcast");
    for case in model.cases(argument) {
        let Some(name) = name(model, &case) else { continue };
        let data = triggers.then(|| call.argument(1).map(|data| data::of_argument(model, data)).unwrap_or_default());
        found.push(NameUse {
            kind,
            name,
            at: case.range.unwrap_or(call.name),
            written: written::of_value(model, &case),
            origin: model.origin(&case),
            by: By::call(call),
            data,
        });
    }
}

/// The name that an argument is, where something is known of it.
pub(super) fn name(model: &Model<'_>, argument: &Argument) -> Option<KnownName> {
    match model.given(argument) {
        Given::Number(Some(id)) if id >= 1.0 && id.fract() == 0.0 && id < 9e15 => Some(KnownName::Id(id as u64)),
        Given::Text(text) if text.trim().is_empty() => None,
        Given::Text(text) => Some(match text.trim().parse() {
            Ok(id) => KnownName::Id(id),
            Err(_) => KnownName::Text(text.trim().into()),
        }),
        Given::Environment(variable) => Some(KnownName::Environment(variable)),
        _ => None,
    }
}
