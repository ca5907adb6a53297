//! Events: of the Track API, of operations of its second version, of the Pipelines API, and of the other SDKs.

use super::data::{self, Data};
use super::kind::{Kind, KnownName};
use super::usage::{By, NameUse};
use super::written;
use crate::model::{Argument, Call, Fields, Given, Model};
use crate::sdk::{ClientClass, Shape};
use smol_str::SmolStr;

/// Finds the events that the calls of a file send.
pub(super) fn find(model: &Model<'_>, found: &mut Vec<NameUse>) {
    for call in model.calls().of_every_door() {
        named_by_place(model, call, found);
        for (event, keys) in events(model, call) {
            for event in model.cases(&event) {
                let Some(fields) = model.fields(&event) else { continue };
                if is_plain(model, &fields) {
                    add(model, call, &fields, keys, found);
                }
            }
        }
    }
    for name in model.events().composed_names() {
        let Some(call) = model.calls().of_every_door().iter().find(|call| call.range.contains(name.at)) else {
            continue;
        };
        let written = SmolStr::from(model.text(name.at));
        // A variable by itself says nothing: where it is a parameter of a wrapper, the calls of that have the names.
        if name.text.is_empty() && written.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$')) {
            continue;
        }
        found.push(NameUse {
            kind: Kind::Event,
            name: KnownName::Written(written),
            at: name.at,
            written: None,
            origin: name.origin.clone(),
            by: By::call(call),
            data: Some(Data::unseen()),
        });
    }
}

/// The keys of an event that hold its name and its data.
type Keys = (&'static str, &'static str);

/// The objects in a call that are events.
fn events(model: &Model<'_>, call: &Call) -> Vec<(Argument, Keys)> {
    let class = ClientClass::of(call.client);
    let Some(method) = call.method.as_deref().and_then(|name| class.method(name)) else { return Vec::new() };
    match class {
        ClientClass::Track | ClientClass::Unified => {
            let mut events = Vec::new();
            for (place, shape) in method.arguments {
                match shape {
                    Shape::Event => {
                        events.extend(call.argument(*place).cloned().map(|event| (event, ("name", "data"))))
                    }
                    Shape::Operation | Shape::Operations => {
                        let of_people = |operation: &Argument| {
                            let fields = model.fields(operation).unwrap_or_default();
                            is(model, &fields, "type", "person") && is(model, &fields, "action", "event")
                        };
                        let operations = model.calls().operations(call).into_iter().filter(of_people);
                        events.extend(operations.map(|operation| (operation, ("name", "attributes"))));
                    }
                    _ => {}
                }
            }
            events
        }
        ClientClass::Pipelines | ClientClass::CdpNode => {
            let keys = ("event", "properties");
            match method.name {
                "track" => call.argument(0).cloned().map(|event| (event, keys)).into_iter().collect(),
                "batch" => {
                    let track = |item: &Argument| {
                        let fields = model.fields(item).unwrap_or_default();
                        is(model, &fields, "type", "track")
                    };
                    model.calls().operations(call).into_iter().filter(track).map(|item| (item, keys)).collect()
                }
                _ => Vec::new(),
            }
        }
        ClientClass::App | ClientClass::CdpBrowser | ClientClass::Snippet | ClientClass::ReactNative => Vec::new(),
    }
}

/// The events of calls that take the name and the data by place: `track("signed_up", { plan })`.
fn named_by_place(model: &Model<'_>, call: &Call, found: &mut Vec<NameUse>) {
    let method = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name));
    let Some(place) = method.and_then(|method| method.arguments.iter().find(|(_, shape)| *shape == Shape::Name)) else {
        return;
    };
    let Some(name) = call.argument(place.0) else { return };
    for case in model.cases(name) {
        let Given::Text(text) = model.given(&case) else { continue };
        let data = match call.argument(place.0 + 1) {
            Some(data) => data::of_argument(model, data),
            None => data::Data { open: !call.closed, ..Data::default() },
        };
        found.push(NameUse {
            kind: Kind::Event,
            name: KnownName::Text(text),
            at: case.range.unwrap_or(call.name),
            written: written::of_value(model, &case),
            origin: model.origin(&case),
            by: By::call(call),
            data: Some(data),
        });
    }
}

/// Returns whether a key certainly holds a string.
pub(super) fn is(model: &Model<'_>, fields: &Fields, key: &str, wanted: &str) -> bool {
    let given = fields.get(key).map(|field| model.given(&field.value));
    matches!(given, Some(Given::Text(text)) if text == wanted)
}

/// Returns whether an event is neither a page nor a screen.
fn is_plain(model: &Model<'_>, fields: &Fields) -> bool {
    let Some(ty) = fields.get("type") else { return true };
    match model.given(&ty.value) {
        Given::Nothing => true,
        Given::Text(text) => matches!(text.as_str(), "event" | "person" | "track"),
        _ => false,
    }
}

fn add(model: &Model<'_>, call: &Call, fields: &Fields, (name, data): Keys, found: &mut Vec<NameUse>) {
    let Some(field) = fields.get(name) else { return };
    for case in model.cases(&field.value) {
        let Given::Text(name) = model.given(&case) else { continue };
        found.push(NameUse {
            kind: Kind::Event,
            name: KnownName::Text(name),
            at: case.range.unwrap_or(call.name),
            written: written::of_value(model, &case),
            origin: model.origin(&case),
            by: By::call(call),
            data: Some(data::under(model, fields, data)),
        });
    }
}
