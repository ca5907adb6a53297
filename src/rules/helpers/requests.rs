//! Code shared by the rules about transactional requests.

use crate::model::{Call, Field, Fields, Given, Model, RequestMade};
use crate::rules::covers;
use crate::sdk::{ClientClass, ClientKind, Door, Has, Instead, KnownVersion, OptionState, RequestClass, same_words};

/// The request class that a call expects. `None` for a version that lacks the method, which is another error, and for a
/// version newer than the tables: the next client accepts plain objects too.
pub fn taken_by(model: &Model<'_>, call: &Call) -> Option<&'static RequestClass> {
    let class = RequestClass::taken_by(call.method.as_deref()?)?;
    if call.client != ClientKind::App {
        return None;
    }
    let is_newer = matches!(KnownVersion::of(model.version()), KnownVersion::Newer(_));
    (!is_newer && class.versions.has(model.version()) != Has::No).then_some(class)
}

/// A request, its class, and its fields.
pub type Seen = (RequestMade, &'static RequestClass, Fields);

/// The requests that a file creates from a visible object, with their classes and fields; empty in files that mock
/// modules.
pub fn seen(model: &Model<'_>) -> Vec<Seen> {
    if model.file().is_mocked() {
        return Vec::new();
    }
    model.requests().made().iter().cloned().filter_map(|request| of_object(model, request)).collect()
}

/// Returns [`seen`] and the requests of this kind that are sent as plain objects, as far as a rule judges them.
pub fn seen_through_every_door(model: &Model<'_>, rule: &'static str) -> Vec<Seen> {
    let mut seen = seen(model);
    seen.extend(sent(model, rule));
    seen
}

/// The requests for transactional messages that are sent as plain objects.
fn sent(model: &Model<'_>, rule: &'static str) -> Vec<Seen> {
    if model.file().is_mocked() {
        return Vec::new();
    }
    let judged = |request: &RequestMade| request.door != Door::Unified || covers(rule, ClientKind::Unified);
    model.requests().sent().into_iter().filter(judged).filter_map(|request| of_object(model, request)).collect()
}

/// The name of a request in a message: its class, the endpoint that it is sent to, or the method that makes it.
pub fn name(request: &RequestMade, class: &RequestClass) -> String {
    let path = || ClientClass::App.method(class.method).map(|method| method.endpoint.newest().path);
    match path() {
        Some(path) if request.door == Door::Http => format!("request to `{path}`"),
        _ if request.door == Door::Unified => format!("call of `{}`", class.method),
        _ => format!("`{}`", class.name),
    }
}

/// Returns [`seen`] and the requests that functions of the project create for the file. The ranges of the latter are
/// those of the values that the file passes; values that the function adds itself have none.
pub fn seen_anywhere(model: &Model<'_>, rule: &'static str) -> Vec<Seen> {
    let mut seen = seen(model);
    if !model.file().is_mocked() {
        seen.extend(model.requests().passed().into_iter().filter_map(|request| of_object(model, request)));
        seen.extend(sent(model, rule));
    }
    seen
}

fn of_object(model: &Model<'_>, request: RequestMade) -> Option<Seen> {
    let class = RequestClass::of(request.class)?;
    let mut fields = model.fields(request.options.as_ref()?)?;
    fields.open |= request.is_changed;
    Some((request, class, fields))
}

/// Returns whether a field certainly has no value, so that it is not sent.
pub fn is_nothing(model: &Model<'_>, field: &Field) -> bool {
    model.given(&field.value) == Given::Nothing
}

/// The SDK option that a dropped key stands for: one with another name, or with other capitalization and underscores.
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

/// The SDK option that a dropped key was most likely meant to be.
pub fn likely(model: &Model<'_>, class: &RequestClass, key: &str) -> Option<&'static str> {
    match class.state(key, model.version()) {
        OptionState::Unlisted(near) => near,
        _ => meant(model, class, key),
    }
}
