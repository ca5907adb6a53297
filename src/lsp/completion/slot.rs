//! The meaning of the mark in a copy of the text.

use super::probe::MARK;
use crate::catalog::{self, Data, DataType, Kind, KnownName, NameUse};
use crate::engine::{self, FileInProject};
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::model::{Argument, Call, Given, Model, RegionGiven};
use crate::sdk::identifiers::{IDENTIFIER_TYPES, IDENTIFIERS, V2_IDENTIFIERS};
use crate::sdk::{ClientClass, Keys, ParamType, events};
use crate::source::Source;
use crate::text::TextEdit;
use smol_str::SmolStr;

/// The kind of word that is wanted at a place.
pub enum Slot {
    /// A name.
    Name(Kind),
    /// A key of the data that goes with a name.
    Data {
        /// The kind of thing.
        kind: Kind,
        /// Its name.
        name: KnownName,
        /// The keys that lead to the object.
        path: Vec<SmolStr>,
        /// The keys that it has.
        present: Vec<SmolStr>,
    },
    /// An attribute of a person; these are there.
    Attributes(Vec<SmolStr>),
    /// A topic; these are there.
    Topics(Vec<SmolStr>),
    /// An option of a class of requests.
    Options {
        /// The class.
        class: &'static str,
        /// The options that it has.
        present: Vec<SmolStr>,
    },
    /// One of these words.
    Words(Vec<(&'static str, &'static str)>),
    /// A region: each export, the text that names it, and the edits that this needs.
    Region(Vec<(&'static str, String, Vec<TextEdit>)>),
}

/// Looks for the mark in a copy of the document.
pub fn find(it: &NamesInSight<'_>, probe: &Source) -> Option<Slot> {
    let project = it.place.as_ref().map(FileInProject::modules);
    engine::inspect(probe, project, &it.settings.settings, |model| in_names(model).or_else(|| in_calls(model)))
}

fn in_names(model: &Model<'_>) -> Option<Slot> {
    let uses = catalog::symbols(model);
    let is_mark = |name: &KnownName| matches!(name, KnownName::Text(text) if text == MARK);
    if let Some(found) = uses.iter().find(|found| is_mark(&found.name)) {
        let beside = |kind| {
            let same = uses.iter().filter(|other| other.kind == kind && other.by.range == found.by.range);
            let text = |other: &NameUse| match &other.name {
                KnownName::Text(text) if text != MARK => Some(text.clone()),
                _ => None,
            };
            same.filter_map(text).collect()
        };
        return Some(match found.kind {
            Kind::Attribute => Slot::Attributes(beside(Kind::Attribute)),
            Kind::Topic => Slot::Topics(beside(Kind::Topic)),
            kind => Slot::Name(kind),
        });
    }
    uses.iter().find_map(|found| {
        let (path, present) = key_in(found.data.as_ref()?, &mut Vec::new())?;
        match &found.name {
            // An attribute that is an object.
            KnownName::Text(name) if found.kind == Kind::Attribute => {
                let path = path.get(1..).unwrap_or_default().to_vec();
                Some(Slot::Data { kind: found.kind, name: KnownName::Text(name.clone()), path, present })
            }
            name => Some(Slot::Data { kind: found.kind, name: name.clone(), path, present }),
        }
    })
}

/// The keys that lead to the object that has the mark for a key, and its other keys.
fn key_in(data: &Data, path: &mut Vec<SmolStr>) -> Option<(Vec<SmolStr>, Vec<SmolStr>)> {
    if data.keys.contains_key(MARK) {
        return Some((path.clone(), data.keys.keys().filter(|key| *key != MARK).cloned().collect()));
    }
    data.keys.iter().find_map(|(key, field)| {
        field.types.iter().find_map(|ty| {
            let DataType::Object(inner) = ty else { return None };
            path.push(key.clone());
            let found = key_in(inner, path);
            path.pop();
            found
        })
    })
}

fn in_calls(model: &Model<'_>) -> Option<Slot> {
    let passed = model.requests().passed();
    for request in model.requests().made().iter().chain(&passed) {
        let Some(fields) = request.options.as_ref().and_then(|options| model.fields(options)) else { continue };
        if fields.get(MARK).is_some() {
            let present = fields.list.iter().map(|field| field.key.clone()).filter(|key| key != MARK).collect();
            return Some(Slot::Options { class: request.class, present });
        }
        let has_mark = |key| fields.get(key).is_some_and(|field| has_key(model, &field.value));
        if has_mark("identifiers") {
            return Some(words(IDENTIFIERS));
        }
    }
    if let Some(slot) = model.calls().of_sdk().iter().find_map(|call| in_call(model, call)) {
        return Some(slot);
    }
    let is_marked = |region: &RegionGiven| matches!(region, RegionGiven::Text(text, _) if text == MARK);
    model.clients().made().iter().find(|client| is_marked(&client.region)).map(|_| {
        let export = |name| model.imports().symbol(name).map(|export| (name, export.text, export.edits));
        Slot::Region(["RegionUS", "RegionEU"].into_iter().filter_map(export).collect())
    })
}

fn words(words: &[&'static str]) -> Slot {
    Slot::Words(words.iter().map(|word| (*word, "")).collect())
}

fn is_mark(model: &Model<'_>, argument: &Argument) -> bool {
    model.cases(argument).iter().any(|case| matches!(model.given(case), Given::Text(text) if text == MARK))
}

fn has_key(model: &Model<'_>, argument: &Argument) -> bool {
    model.cases(argument).iter().any(|case| model.fields(case).is_some_and(|fields| fields.get(MARK).is_some()))
}

fn in_call(model: &Model<'_>, call: &Call) -> Option<Slot> {
    let method = ClientClass::of(call.client).method(call.method.as_deref()?)?;
    for (parameter, argument) in method.parameters.newest().iter().zip(&call.arguments) {
        let found = match parameter.ty {
            ParamType::Object(keys) => in_object(model, keys, method.name, argument),
            ParamType::Operation | ParamType::Operations => None,
            ty if is_mark(model, argument) => of_type(ty, ""),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    model.calls().operations(call).iter().find_map(|operation| in_operation(model, operation))
}

/// The values of a type that has few of them.
fn of_type(ty: ParamType, key: &str) -> Option<Slot> {
    match ty {
        ParamType::OneOf(list) => Some(words(list)),
        ParamType::IdentifierType => Some(words(IDENTIFIER_TYPES)),
        ParamType::ObjectIdType => Some(words(&["object_id", "cio_object_id"])),
        ParamType::Text if key == "metric" => {
            let mut all: Vec<(&str, &str)> = Vec::new();
            for (channel, metrics) in events::METRICS {
                for metric in *metrics {
                    if !all.iter().any(|(known, _)| known == metric) {
                        all.push((metric, channel));
                    }
                }
            }
            all.sort_unstable();
            Some(Slot::Words(all.into_iter().map(|(metric, _)| (metric, "")).collect()))
        }
        _ => None,
    }
}

fn in_object(model: &Model<'_>, keys: &Keys, method: &str, argument: &Argument) -> Option<Slot> {
    model.cases(argument).iter().find_map(|case| {
        model.fields(case)?.list.iter().find_map(|field| {
            let key = keys.key(&field.key)?;
            let is_report = method == "reportMetric" || !matches!(key.ty, ParamType::Text);
            if is_report && is_mark(model, &field.value) { of_type(key.ty, key.name) } else { None }
        })
    })
}

/// An operation of the second version of the Track API: identifiers of the person, the platform of a device.
fn in_operation(model: &Model<'_>, operation: &Argument) -> Option<Slot> {
    let fields = model.fields(operation)?;
    if fields.get("identifiers").is_some_and(|field| has_key(model, &field.value)) {
        return Some(words(V2_IDENTIFIERS));
    }
    let device = model.fields(&fields.get("device")?.value)?;
    device.get("platform").filter(|field| is_mark(model, &field.value)).map(|_| words(events::DEVICE_PLATFORMS))
}
