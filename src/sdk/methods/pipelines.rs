//! The methods of `PipelinesClient`. Each takes one object in camel case: the payload in Segment's SDK.

use super::{ClientClass, Endpoint, Method, PathRoot, Verb};
use crate::sdk::param::{Check, Keys, Param, ParamKey, ParamType, key, needed};
use crate::sdk::{Shape, Versions};

// What every payload may carry. The client fills in what is missing of `messageId`, `timestamp` and `context`.
const USER: ParamKey = key("userId", ParamType::PersonId);
const ANONYMOUS: ParamKey = key("anonymousId", ParamType::Text);
const MESSAGE: ParamKey = key("messageId", ParamType::Text);
const TIMESTAMP: ParamKey = key("timestamp", ParamType::IsoTime);
const CONTEXT: ParamKey = key("context", ParamType::Data);
const INTEGRATIONS: ParamKey = key("integrations", ParamType::Data);

macro_rules! payload {
    ($name:ident, $ty:literal, $($key:expr),+) => {
        pub(super) static $name: Keys =
            Keys::open($ty, &[USER, ANONYMOUS, $($key,)+ MESSAGE, TIMESTAMP, CONTEXT, INTEGRATIONS]);
    };
}

payload!(IDENTIFY, "IdentifyPayload", key("traits", ParamType::Data));
payload!(TRACK, "TrackPayload", needed("event", ParamType::Text), key("properties", ParamType::Data));
payload!(
    PAGE,
    "PagePayload",
    key("name", ParamType::Text),
    key("category", ParamType::Text),
    key("properties", ParamType::Data)
);
payload!(
    SCREEN,
    "ScreenPayload",
    key("name", ParamType::Text),
    key("category", ParamType::Text),
    key("properties", ParamType::Data)
);
payload!(GROUP, "GroupPayload", needed("groupId", ParamType::Id), key("traits", ParamType::Data));

pub(super) static ALIAS: Keys = Keys::open(
    "AliasPayload",
    &[
        needed("userId", ParamType::PersonId),
        needed("previousId", ParamType::PersonId),
        MESSAGE,
        TIMESTAMP,
        CONTEXT,
        INTEGRATIONS,
    ],
);

const fn post(name: &'static str, path: &'static str, params: &'static [Param], summary: &'static str) -> Method {
    Method::new(name, ClientClass::Pipelines, params, Endpoint { verb: Verb::Post, root: PathRoot::Pipelines, path })
        .versions(Versions::since(5, 0, 0))
        .slots(&[(0, Shape::Pipelines)])
        .says(summary)
}

/// A payload that names the person, one way or another.
const fn payload(keys: &'static Keys, needed: &'static [&'static str]) -> Param {
    Param::new("payload", ParamType::Object(keys), "The call, in camel case")
        .checked(Check::Payload(&["userId", "anonymousId"], needed))
}

/// The methods, sorted by name. The API answers 200 to any of them, save in strict mode.
pub(super) static METHODS: &[Method] = &[
    post(
        "alias",
        "/alias",
        &[Param::new("payload", ParamType::Object(&ALIAS), "The call, in camel case")
            .checked(Check::Payload(&["userId"], &["previousId"]))],
        "Says that a person goes by another id now",
    ),
    post(
        "batch",
        "/batch",
        &[Param::new("items", ParamType::List, "The calls, each with its `type`").checked(Check::FilledList)],
        "Sends many calls at once",
    )
    .slots(&[])
    .note("At most 500 kB, and 32 kB for each call: what is too large is answered with 200 and dropped."),
    post("group", "/group", &[payload(&GROUP, &["groupId"])], "Says that a person belongs to a group"),
    post("identify", "/identify", &[payload(&IDENTIFY, &[])], "Adds a person, or changes their traits"),
    post("page", "/page", &[payload(&PAGE, &[])], "Records that a person saw a page"),
    post("screen", "/screen", &[payload(&SCREEN, &[])], "Records that a person saw a screen of an app"),
    post("track", "/track", &[payload(&TRACK, &["event"])], "Records an event of a person"),
];
