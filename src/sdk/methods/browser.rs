//! The methods of code that runs in browsers: `AnalyticsBrowser` of `@customerio/cdp-analytics-browser` (measured with
//! 0.2.3 and 0.5.11), which is the global `cioanalytics` of its snippet too, and `_cio`, the snippet for the Track API
//! (<https://docs.customer.io/sdk/javascript/identify/>).
//!
//! Both remember who was identified, so that events name nobody. Leading arguments may be left out where the next one is
//! of another type: `identify(traits)`.

use super::{ClientClass, Endpoint, Method, PathRoot, Verb};
use crate::sdk::Shape;
use crate::sdk::param::{Param, ParamType};

const fn cdp(
    name: &'static str,
    path: &'static str,
    params: &'static [Param],
    slots: Slots,
    summary: &'static str,
) -> Method {
    Method::new(name, ClientClass::CdpBrowser, params, Endpoint { verb: Verb::Post, root: PathRoot::Pipelines, path })
        .slots(slots)
        .says(summary)
}

type Slots = &'static [(usize, Shape)];

const EVENT: Param = Param::new("event", ParamType::Text, "The name of the event");
const PROPERTIES: Param = Param::new("properties", ParamType::Data, "What goes with it").optional();
const TRAITS: Param = Param::new("traits", ParamType::Data, "What is known of the person").optional();
const OPTIONS: Param =
    Param::new("options", ParamType::Data, "`timestamp` as a `Date` or ISO 8601, `context`, `anonymousId`").optional();

/// The methods of `AnalyticsBrowser`, sorted by name.
pub(super) static CDP: &[Method] = &[
    cdp(
        "identify",
        "/identify",
        &[Param::new("userId", ParamType::PersonId, "What identifies the person").optional(), TRAITS, OPTIONS],
        &[(0, Shape::Traits), (1, Shape::Traits), (2, Shape::Pipelines)],
        "Adds a person, or changes their traits",
    ),
    cdp(
        "track",
        "/track",
        &[EVENT, PROPERTIES, OPTIONS],
        &[(0, Shape::Name), (1, Shape::Properties), (2, Shape::Pipelines)],
        "Records an event of the person",
    ),
];

const fn snippet(
    name: &'static str,
    path: &'static str,
    params: &'static [Param],
    slots: Slots,
    summary: &'static str,
) -> Method {
    Method::new(name, ClientClass::Snippet, params, Endpoint { verb: Verb::Post, root: PathRoot::Track, path })
        .slots(slots)
        .says(summary)
}

/// The methods of `_cio`, sorted by name.
pub(super) static SNIPPET: &[Method] = &[
    snippet(
        "identify",
        "/customers",
        &[Param::new("attributes", ParamType::Data, "`id`, and the attributes of the person")],
        &[(0, Shape::Attributes)],
        "Adds a person, or changes their attributes",
    ),
    snippet(
        "track",
        "/events",
        &[EVENT, Param::new("data", ParamType::Data, "What goes with it").optional()],
        &[(0, Shape::Name), (1, Shape::Payload)],
        "Records an event of the person",
    ),
];
