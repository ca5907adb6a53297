//! What the rules about transactional requests share.

use crate::model::{Call, Field, Fields, Given, Model, RequestMade};
use crate::sdk::{ClientKind, Has, Instead, Known, OptionState, RequestClass, same_words};

/// The class of requests that a call takes. Nothing for a version that lacks the method, which is another error, and for
/// one that is newer than the tables: the client that comes next takes plain objects too.
pub fn taken_by(model: &Model<'_>, call: &Call) -> Option<&'static RequestClass> {
    let class = RequestClass::taken_by(call.method.as_deref()?).filter(|_| call.client == ClientKind::App)?;
    let is_newer = matches!(Known::of(model.version()), Known::Newer(_));
    (!is_newer && class.versions.has(model.version()) != Has::No).then_some(class)
}

/// A request, its class, and its fields.
pub type Seen = (RequestMade, &'static RequestClass, Fields);

/// The requests that a file makes of an object that is seen, with their classes and their fields; nothing in files that
/// replace modules.
pub fn seen(model: &Model<'_>) -> Vec<Seen> {
    if model.is_mocked() {
        return Vec::new();
    }
    model.requests().iter().cloned().filter_map(|request| of_object(model, request)).collect()
}

/// As [`seen`], with those that functions of the project make for the file: the ranges of these are of what the file hands
/// over, and what such a function says by itself has none.
pub fn seen_anywhere(model: &Model<'_>) -> Vec<Seen> {
    let mut seen = seen(model);
    if !model.is_mocked() {
        seen.extend(model.passed_requests().into_iter().filter_map(|request| of_object(model, request)));
    }
    seen
}

fn of_object(model: &Model<'_>, request: RequestMade) -> Option<Seen> {
    let class = RequestClass::of(request.class)?;
    let mut fields = model.fields(request.options.as_ref()?)?;
    fields.open |= request.is_changed;
    Some((request, class, fields))
}

/// Whether a field surely comes without a value, so that it is not sent.
pub fn is_nothing(model: &Model<'_>, field: &Field) -> bool {
    model.given(&field.value) == Given::Nothing
}

/// The option of the SDK that a key which the constructor drops stands for: it is known by another name, or spelt with
/// other capitals and underscores.
pub fn meant(model: &Model<'_>, class: &RequestClass, key: &str) -> Option<&'static str> {
    match class.state(key, model.version()) {
        OptionState::Dropped(dropped) => match dropped.instead {
            Instead::Option(option) => Some(option),
            _ => None,
        },
        OptionState::Unlisted(Some(option)) if same_words(key, option) => Some(option),
        _ => None,
    }
}

/// The option of the SDK that a key which the constructor drops was most likely meant to be.
pub fn likely(model: &Model<'_>, class: &RequestClass, key: &str) -> Option<&'static str> {
    match class.state(key, model.version()) {
        OptionState::Unlisted(near) => near,
        _ => meant(model, class, key),
    }
}
