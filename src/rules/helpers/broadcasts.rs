//! Shared parts of the rules about broadcasts.

use crate::model::{Call, Field, Fields, Given, Model};
use crate::sdk::broadcast::{AUDIENCES, Audience, FILTER_KEYS, is_recipient_key};
use crate::sdk::{ClientKind, Door, KnownVersion};
use smol_str::SmolStr;

/// The calls of `triggerBroadcast`; none in files that replace modules, and none for versions that are newer than the
/// tables.
pub fn triggers<'m>(model: &'m Model<'_>) -> impl Iterator<Item = &'m Call> {
    triggers_of_every_door(model).filter(|call| call.door == Door::Sdk)
}

/// The same of the calls through every door.
pub fn triggers_of_every_door<'m>(model: &'m Model<'_>) -> impl Iterator<Item = &'m Call> {
    let is_judged = !matches!(KnownVersion::of(model.version()), KnownVersion::Newer(_)) && !model.file().is_mocked();
    model.calls().every().iter().filter(move |call| {
        let has_it = match call.client {
            ClientKind::App => true,
            ClientKind::Track | ClientKind::Legacy => model.below(2, 0, 0),
            _ => false,
        };
        is_judged && has_it && call.method.as_deref() == Some("triggerBroadcast")
    })
}

/// The keys that name an audience in the installed version; if that is not known, those since 1.0.
pub fn audiences(model: &Model<'_>) -> &'static [Audience] {
    match KnownVersion::of(model.version()) {
        KnownVersion::Nothing => AUDIENCES.newest(),
        _ => AUDIENCES.at(model.version()).unwrap_or_default(),
    }
}

/// The fields that name an audience, in the order in which the SDK checks them, filters last. The SDK sends only the
/// first.
pub fn named<'f>(model: &Model<'_>, fields: &'f Fields) -> Vec<&'f Field> {
    let keys = audiences(model).iter().map(|audience| audience.key).chain(FILTER_KEYS.iter().copied());
    keys.filter_map(|key| fields.get(key)).collect()
}

/// Returns whether a field certainly holds something.
pub fn is_there(model: &Model<'_>, field: &Field) -> bool {
    let holds = match model.given(&field.value) {
        Given::Array | Given::Object => true,
        Given::Text(text) => !text.is_empty(),
        _ => false,
    };
    holds && !field.uncertain
}

/// An audience passed as the data of a broadcast.
pub struct Misplaced {
    /// Its key.
    pub key: SmolStr,
    /// `true` if that is certain.
    pub sure: bool,
    /// `true` if there is nothing else beside it.
    pub only: bool,
}

/// The audience in the data of a call that has none as its third argument.
pub fn misplaced(model: &Model<'_>, call: &Call) -> Option<Misplaced> {
    let data = call.argument(1)?;
    if !call.closed || call.arguments.len() != 2 {
        return None;
    }
    let fields = model.fields(data)?;
    let only = !fields.open && fields.list.iter().all(|field| is_recipient_key(&field.key));
    let audience = fields.list.iter().find_map(|field| Some((field, names_people(model, field, only)?)));
    audience.map(|(field, sure)| Misplaced { key: field.key.clone(), sure, only })
}

/// Returns whether a field is an audience, and whether that is certain. `only`: all keys beside it are of that kind.
fn names_people(model: &Model<'_>, field: &Field, only: bool) -> Option<bool> {
    if field.uncertain {
        return None;
    }
    let has = |key: &str| model.fields(&field.value).is_some_and(|inner| inner.get(key).is_some());
    match (field.key.as_str(), model.given(&field.value)) {
        ("emails" | "ids" | "per_user_data", Given::Array) => Some(only),
        ("data_file_url", Given::Text(_)) if only => Some(true),
        ("emails" | "ids" | "per_user_data" | "data_file_url", Given::Unknown) if only => Some(false),
        ("segment", _) if only && has("id") => Some(true),
        ("attribute", _) if only && has("field") && has("operator") => Some(true),
        ("and" | "or", Given::Array) | ("not", Given::Object) if only => Some(true),
        _ => None,
    }
}
