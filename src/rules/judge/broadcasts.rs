//! What the rules about broadcasts share.

use crate::model::{Call, Field, Fields, Given, Model};
use crate::sdk::broadcast::{AUDIENCES, Audience, FILTER_KEYS};
use crate::sdk::{ClientKind, Known};

/// The calls of `triggerBroadcast`; none in files that replace modules, and none for versions that are newer than the
/// tables.
pub fn triggers<'m>(model: &'m Model<'_>) -> impl Iterator<Item = &'m Call> {
    let is_judged = !matches!(Known::of(model.version()), Known::Newer(_)) && !model.is_mocked();
    model.sdk_calls().iter().filter(move |call| {
        let has_it = match call.client {
            ClientKind::App => true,
            ClientKind::Track | ClientKind::Legacy => model.below(2, 0, 0),
            ClientKind::Pipelines => false,
        };
        is_judged && has_it && call.method.as_deref() == Some("triggerBroadcast")
    })
}

/// The keys that name an audience, as the SDK looks for them in the installed version. Without one, as it does since 1.0.
pub fn audiences(model: &Model<'_>) -> &'static [Audience] {
    match Known::of(model.version()) {
        Known::Nothing => AUDIENCES.newest(),
        _ => AUDIENCES.at(model.version()).unwrap_or_default(),
    }
}

/// The fields that name an audience, in the order in which the SDK looks for them, filters last. Of several the SDK sends
/// the first one.
pub fn named<'f>(model: &Model<'_>, fields: &'f Fields) -> Vec<&'f Field> {
    let keys = audiences(model).iter().map(|audience| audience.key).chain(FILTER_KEYS.iter().copied());
    keys.filter_map(|key| fields.get(key)).collect()
}

/// Whether a field surely holds something.
pub fn is_there(model: &Model<'_>, field: &Field) -> bool {
    let holds = match model.given(&field.value) {
        Given::Array | Given::Object => true,
        Given::Text(text) => !text.is_empty(),
        _ => false,
    };
    holds && !field.uncertain
}
