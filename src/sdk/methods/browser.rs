//! The methods of code that runs in browsers: `AnalyticsBrowser` of `@customerio/cdp-analytics-browser` (measured with
//! 0.2.3 and 0.5.11), which is the global `cioanalytics` of its snippet too, and `_cio`, the snippet for the Track API
//! (<https://docs.customer.io/sdk/javascript/identify/>).
//!
//! Both remember who was identified, so that events name nobody. Leading arguments may be left out where the next one is
//! of another type: `identify(traits)`.

use super::{ClientClass, Method, PathRoot};
use crate::sdk::Shape;
use crate::sdk::param::{Param, ParamType};

const EVENT: Param = Param::new("event", ParamType::Text, "The name of the event");
const PROPERTIES: Param = Param::new("properties", ParamType::Data, "The properties of the event").optional();
const TRAITS: Param = Param::new("traits", ParamType::Data, "The traits of the person").optional();
const OPTIONS: Param =
    Param::new("options", ParamType::Data, "`timestamp` as a `Date` or ISO 8601, `context`, `anonymousId`").optional();

/// The methods of `AnalyticsBrowser`, sorted by name.
pub(super) static CDP: &[Method] = &[
    Method::posting(
        "identify",
        ClientClass::CdpBrowser,
        (PathRoot::Pipelines, "/identify"),
        &[Param::new("userId", ParamType::PersonId, "The identifier of the person").optional(), TRAITS, OPTIONS],
        &[(0, Shape::Traits), (1, Shape::Traits), (2, Shape::Pipelines)],
        "Adds a person, or changes their traits",
    ),
    Method::posting(
        "track",
        ClientClass::CdpBrowser,
        (PathRoot::Pipelines, "/track"),
        &[EVENT, PROPERTIES, OPTIONS],
        &[(0, Shape::Name), (1, Shape::Properties), (2, Shape::Pipelines)],
        "Records an event of the person",
    ),
];

/// The methods of `_cio`, sorted by name.
pub(super) static SNIPPET: &[Method] = &[
    Method::posting(
        "identify",
        ClientClass::Snippet,
        (PathRoot::Track, "/customers"),
        &[Param::new("attributes", ParamType::Data, "`id`, and the attributes of the person")],
        &[(0, Shape::Attributes)],
        "Adds a person, or changes their attributes",
    ),
    Method::posting(
        "track",
        ClientClass::Snippet,
        (PathRoot::Track, "/events"),
        &[EVENT, Param::new("data", ParamType::Data, "The data of the event").optional()],
        &[(0, Shape::Name), (1, Shape::Payload)],
        "Records an event of the person",
    ),
];
