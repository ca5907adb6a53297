//! The methods of `CustomerIO`, the class of `customerio-reactnative`: measured with 2.3.3 to 6.12.0.
//!
//! Up to 3.x it sends to the Track API, and `identify` takes an id and attributes; since 4.0 it sends to Pipelines, and
//! `identify` takes `{ userId, traits }`. Both forms are in the table: the attributes are what is an object.

use super::{ClientClass, Endpoint, Method, PathRoot, Verb};
use crate::sdk::Shape;
use crate::sdk::param::{Param, ParamType};

const fn method(
    name: &'static str,
    path: &'static str,
    params: &'static [Param],
    slots: &'static [(usize, Shape)],
    summary: &'static str,
) -> Method {
    Method::new(name, ClientClass::ReactNative, params, Endpoint { verb: Verb::Post, root: PathRoot::Pipelines, path })
        .slots(slots)
        .says(summary)
}

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    method(
        "identify",
        "/identify",
        &[
            Param::new("params", ParamType::Any, "`{ userId, traits }`; up to 3.x the id"),
            Param::new("traits", ParamType::Data, "Up to 3.x the attributes of the person").optional(),
        ],
        &[(0, Shape::Pipelines), (1, Shape::Traits)],
        "Adds a person, or changes their traits",
    ),
    method(
        "setProfileAttributes",
        "/identify",
        &[Param::new("attributes", ParamType::Data, "What is known of the person")],
        &[(0, Shape::Traits)],
        "Changes the attributes of the person",
    ),
    method(
        "track",
        "/track",
        &[
            Param::new("name", ParamType::Text, "The name of the event"),
            Param::new("properties", ParamType::Data, "What goes with it").optional(),
        ],
        &[(0, Shape::Name), (1, Shape::Properties)],
        "Records an event of the person",
    ),
];
