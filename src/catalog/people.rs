//! Attributes of people, and the topics that they subscribe to.

use super::data::{self, Data};
use super::events::is;
use super::kind::{Kind, KnownName};
use super::usage::{By, NameUse};
use super::written;
use crate::model::{Argument, Call, Field, Fields, Model, PayloadOf};
use crate::sdk::ClientClass;
use smol_str::SmolStr;

/// The attribute that holds people's subscriptions.
const PREFERENCES: &str = "cio_subscription_preferences";

/// Finds the attributes that the calls of a file set.
pub(super) fn find(model: &Model<'_>, found: &mut Vec<NameUse>) {
    for payload in model.calls().payloads().iter().filter(|payload| payload.about == PayloadOf::Person) {
        if let Some(call) = model.calls().of_payload(payload) {
            add(model, call, &payload.fields, found);
        }
    }
    for call in model.calls().every().iter().filter(|call| ClientClass::of(call.client) == ClientClass::Pipelines) {
        for person in identified(model, call) {
            let traits = model.fields(&person).and_then(|fields| Some(model.cases(&fields.get("traits")?.value)));
            for traits in traits.unwrap_or_default() {
                add(model, call, &model.fields(&traits).unwrap_or_default(), found);
            }
        }
    }
}

/// The payloads of a call with many of them that identify people; that of a call of its own is seen with the others.
fn identified(model: &Model<'_>, call: &Call) -> Vec<Argument> {
    match call.method.as_deref() {
        Some("batch") => {
            let identifies = |item: &Argument| is(model, &model.fields(item).unwrap_or_default(), "type", "identify");
            model.calls().operations(call).into_iter().filter(identifies).collect()
        }
        _ => Vec::new(),
    }
}

fn add(model: &Model<'_>, call: &Call, fields: &Fields, found: &mut Vec<NameUse>) {
    for field in &fields.list {
        let (attribute, rest) = field.key.split_once('.').unwrap_or((&field.key, ""));
        if attribute == PREFERENCES {
            topics(model, call, field, rest, found);
            continue;
        }
        let value = data::of_value(model, &field.value);
        let data = Data { keys: [(field.key.clone(), value)].into(), open: false };
        found.push(NameUse { data: Some(data), ..named(model, Kind::Attribute, &field.key, call, field) });
    }
}

/// `cio_subscription_preferences: { topics: { topic_1: true } }`, or with the keys joined by dots.
fn topics(model: &Model<'_>, call: &Call, field: &Field, rest: &str, found: &mut Vec<NameUse>) {
    if let Some(topic) = rest.strip_prefix("topics.") {
        found.push(NameUse { written: None, ..named(model, Kind::Topic, topic, call, field) });
        return;
    }
    let under = |fields: Fields| match rest {
        "topics" => Some(fields),
        _ => model.fields(&fields.get("topics")?.value),
    };
    for field in model.fields(&field.value).and_then(under).unwrap_or_default().list {
        found.push(named(model, Kind::Topic, &field.key, call, &field));
    }
}

/// A key that is a name.
fn named(model: &Model<'_>, kind: Kind, name: &str, call: &Call, field: &Field) -> NameUse {
    NameUse {
        kind,
        name: KnownName::Text(SmolStr::from(name)),
        at: field.key_range.or(field.value.range).unwrap_or(call.name),
        written: written::of_key(model, call, field),
        origin: None,
        by: By::call(call),
        data: None,
    }
}
