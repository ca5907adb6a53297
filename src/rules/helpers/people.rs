//! The ways in which calls identify people.

use crate::model::{Argument, Call, Model, words};
use crate::sdk::{ClientClass, Method, Param, ParamType};
use rustc_hash::FxHashSet;

/// The SDK method that is called.
pub fn method(call: &Call) -> Option<&'static Method> {
    call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name))
}

/// An argument that identifies a person, with its call, the method and the parameter.
type PersonId<'m> = (&'m Call, &'static Method, &'static Param, &'m Argument);

/// The arguments of a file's calls of the SDK that identify people, with their calls; empty in files that mock modules.
pub fn ids<'m>(model: &'m Model<'_>) -> Vec<PersonId<'m>> {
    ids_of(model, model.calls().of_sdk())
}

/// The same of the calls through every door.
pub fn ids_of_every_door<'m>(model: &'m Model<'_>) -> Vec<PersonId<'m>> {
    ids_of(model, model.calls().every())
}

fn ids_of<'m>(model: &Model<'_>, calls: &'m [Call]) -> Vec<PersonId<'m>> {
    let mut ids = Vec::new();
    if model.file().is_mocked() {
        return ids;
    }
    for call in calls {
        let Some(method) = method(call) else { continue };
        let parameters = method.parameters.at(model.version()).unwrap_or_else(|| method.parameters.newest());
        for (parameter, argument) in parameters.iter().zip(&call.arguments) {
            if parameter.ty == ParamType::PersonId {
                ids.push((call, method, parameter, argument));
            }
        }
    }
    ids
}

/// The arguments of the Track client's calls that identify a person in the path, where the form of a value determines
/// its type: an address, a `cio_id` with its prefix, or an id. Each place once.
pub fn ids_in_path<'m>(model: &'m Model<'_>) -> Vec<(&'m Call, &'m Argument)> {
    let (mut found, mut known) = (Vec::new(), FxHashSet::default());
    for (call, method, parameter, argument) in ids_of_every_door(model) {
        let is_path = method.class == ClientClass::Track && matches!(parameter.name, "customerId" | "id");
        if is_path && method.name != "trackAnonymous" && argument.range.is_some_and(|at| known.insert(at)) {
            found.push((call, argument));
        }
    }
    found
}

/// Words for events that happen to existing people.
const LATER: &[&str] = &[
    "cancel",
    "cancelled",
    "change",
    "changed",
    "checkout",
    "downgrade",
    "downgraded",
    "invoice",
    "login",
    "logout",
    "paid",
    "payment",
    "purchase",
    "purchased",
    "renew",
    "renewal",
    "renewed",
    "signin",
    "update",
    "updated",
    "upgrade",
    "upgraded",
    "visit",
    "visited",
    "webhook",
];

/// Returns whether the name of a function says that it is about existing people: `onLogin`, `planUpgraded`.
pub fn is_about_known_people(function: &str) -> bool {
    let words = words(function);
    let later = |word: &String| LATER.contains(&word.as_str());
    let pair = |pair: &[String]| {
        matches!(pair[0].as_str(), "log" | "logged" | "sign" | "signed") && matches!(pair[1].as_str(), "in" | "out")
    };
    words.iter().any(later) || words.windows(2).any(pair)
}
