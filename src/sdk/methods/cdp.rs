//! The methods of `Analytics`, the class of `@customerio/cdp-analytics-node`: measured with 0.2.3 and 0.5.9, which agree.
//!
//! Each takes one object, the payload of `PipelinesClient`, and picks the keys it knows out of it: any other is dropped
//! without a word. What it makes of them is checked at once (`validateEvent` of `@customerio/cdp-analytics-core`), and a
//! call that fails throws and sends nothing. It returns nothing: events are sent in batches, later, and what becomes of
//! one is told to a callback.

use super::pipelines::{ALIAS, GROUP, IDENTIFY, PAGE, SCREEN, TRACK};
use super::{ClientClass, Method, PathRoot};
use crate::sdk::Shape;
use crate::sdk::param::{Check, Keys, Param, ParamType};

const fn payload(keys: &'static Keys, any: &'static [&'static str], all: &'static [&'static str]) -> Param {
    Param::new("params", ParamType::Object(keys), "The call, in camel case").checked(Check::Payload(any, all))
}

/// Called when the event was sent, or could not be.
const CALLBACK: Param = Param::new("callback", ParamType::Any, "Called when the event was sent or failed").optional();

const PERSON: &[&str] = &["userId", "anonymousId"];

const fn event(name: &'static str, params: &'static [Param], summary: &'static str) -> Method {
    Method::posting(
        name,
        ClientClass::CdpNode,
        (PathRoot::Pipelines, "/batch"),
        params,
        &[(0, Shape::Pipelines)],
        summary,
    )
}

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    event(
        "alias",
        &[payload(&ALIAS, &["userId", "previousId"], &[]), CALLBACK],
        "Says that a person goes by another id now",
    ),
    event(
        "group",
        &[payload(&GROUP, &["userId", "anonymousId", "groupId"], &[]), CALLBACK],
        "Says that a person belongs to a group",
    ),
    event("identify", &[payload(&IDENTIFY, PERSON, &[]), CALLBACK], "Adds a person, or changes their traits"),
    event("page", &[payload(&PAGE, PERSON, &[]), CALLBACK], "Records that a person saw a page"),
    event("screen", &[payload(&SCREEN, PERSON, &[]), CALLBACK], "Records that a person saw a screen of an app"),
    event("track", &[payload(&TRACK, PERSON, &["event"]), CALLBACK], "Records an event of a person"),
];
