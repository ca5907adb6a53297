//! The methods of `CustomerIO`, the class of `customerio-reactnative`: measured with 2.3.3 to 6.12.0.
//!
//! Up to 3.x it sends to the Track API, and `identify` takes an id and attributes; since 4.0 it sends to Pipelines, and
//! `identify` takes `{ userId, traits }`. Both forms are in the table: the attributes are what is an object.

use super::{ClientClass, Method, PathRoot};
use crate::sdk::Shape;
use crate::sdk::param::{Param, ParamType};

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    Method::posting(
        "identify",
        ClientClass::ReactNative,
        (PathRoot::Pipelines, "/identify"),
        &[
            Param::new("params", ParamType::Any, "`{ userId, traits }`; up to 3.x the id"),
            Param::new("traits", ParamType::Data, "Up to 3.x the attributes of the person").optional(),
        ],
        &[(0, Shape::Pipelines), (1, Shape::Traits)],
        "Adds a person, or changes their traits",
    ),
    Method::posting(
        "setProfileAttributes",
        ClientClass::ReactNative,
        (PathRoot::Pipelines, "/identify"),
        &[Param::new("attributes", ParamType::Data, "The attributes of the person")],
        &[(0, Shape::Traits)],
        "Changes the attributes of the person",
    ),
    Method::posting(
        "track",
        ClientClass::ReactNative,
        (PathRoot::Pipelines, "/track"),
        &[
            Param::new("name", ParamType::Text, "The name of the event"),
            Param::new("properties", ParamType::Data, "The properties of the event").optional(),
        ],
        &[(0, Shape::Name), (1, Shape::Properties)],
        "Records an event of the person",
    ),
];
