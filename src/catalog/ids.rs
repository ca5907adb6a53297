//! Broadcasts, campaigns, newsletters and segments, which calls name by their ids.

use super::data;
use super::kind::{Kind, KnownName};
use super::usage::{By, NameUse};
use super::written;
use crate::model::{Argument, Call, Given, Model};
use crate::sdk::{ClientClass, ParamType};

/// The maximum depth to which filters inside one another are looked into.
const MOST_DEEP: u32 = 16;

/// Finds the things that the calls of a file name by their ids.
pub(super) fn find(model: &Model<'_>, found: &mut Vec<NameUse>) {
    for call in model.every_call() {
        let method = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name));
        let Some(method) = method else { continue };
        for (at, parameter) in method.parameters.newest().iter().enumerate() {
            let Some(argument) = call.argument(at) else { continue };
            match (parameter.name, parameter.ty) {
                (_, ParamType::Recipients | ParamType::Filter) => segments(model, call, argument, 0, found),
                (name, _) => {
                    if let Some(kind) = kind(name) {
                        add(model, call, kind, argument, found);
                    }
                }
            }
        }
    }
}

/// The kind of thing that a parameter names, by the parameter's name in the SDK.
fn kind(parameter: &str) -> Option<Kind> {
    match parameter {
        "broadcastId" => Some(Kind::Broadcast),
        "campaignId" => Some(Kind::Campaign),
        "newsletterId" => Some(Kind::Newsletter),
        "segmentId" => Some(Kind::Segment),
        "transactionalId" => Some(Kind::Message),
        _ => None,
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

/// The segments in a filter over people: `{ and: [{ segment: { id: 7 } }] }`.
fn segments(model: &Model<'_>, call: &Call, filter: &Argument, deep: u32, found: &mut Vec<NameUse>) {
    if deep > MOST_DEEP {
        return model.stops_at(filter, true);
    }
    for case in model.cases(filter) {
        for field in model.fields(&case).unwrap_or_default().list {
            match field.key.as_str() {
                "and" | "or" => {
                    for item in model.items(&field.value).map(|(items, _)| items).unwrap_or_default() {
                        segments(model, call, &item, deep + 1, found);
                    }
                }
                "not" => segments(model, call, &field.value, deep + 1, found),
                "segment" => {
                    let id = model.fields(&field.value).and_then(|fields| fields.get("id").cloned());
                    if let Some(id) = id {
                        add(model, call, Kind::Segment, &id.value, found);
                    }
                }
                _ => {}
            }
        }
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
