//! The methods of `PipelinesClient`. Each takes one object in camel case: the payload in Segment's SDK.

use super::{Class, Endpoint, Method, Root, Verb};
use crate::sdk::Versions;
use crate::sdk::param::{Check, Key, Keys, Param, Type, key, needed};

// What every payload may carry. The client fills in what is missing of `messageId`, `timestamp` and `context`.
const USER: Key = key("userId", Type::PersonId);
const ANONYMOUS: Key = key("anonymousId", Type::Text);
const MESSAGE: Key = key("messageId", Type::Text);
const TIMESTAMP: Key = key("timestamp", Type::IsoTime);
const CONTEXT: Key = key("context", Type::Data);
const INTEGRATIONS: Key = key("integrations", Type::Data);

macro_rules! payload {
    ($name:ident, $ty:literal, $($key:expr),+) => {
        static $name: Keys =
            Keys::open($ty, &[USER, ANONYMOUS, $($key,)+ MESSAGE, TIMESTAMP, CONTEXT, INTEGRATIONS]);
    };
}

payload!(IDENTIFY, "IdentifyPayload", key("traits", Type::Data));
payload!(TRACK, "TrackPayload", needed("event", Type::Text), key("properties", Type::Data));
payload!(PAGE, "PagePayload", key("name", Type::Text), key("category", Type::Text), key("properties", Type::Data));
payload!(SCREEN, "ScreenPayload", key("name", Type::Text), key("category", Type::Text), key("properties", Type::Data));
payload!(GROUP, "GroupPayload", needed("groupId", Type::Id), key("traits", Type::Data));

static ALIAS: Keys = Keys::open(
    "AliasPayload",
    &[
        needed("userId", Type::PersonId),
        needed("previousId", Type::PersonId),
        MESSAGE,
        TIMESTAMP,
        CONTEXT,
        INTEGRATIONS,
    ],
);

const fn post(name: &'static str, path: &'static str, params: &'static [Param], summary: &'static str) -> Method {
    Method::new(name, Class::Pipelines, params, Endpoint { verb: Verb::Post, root: Root::Pipelines, path })
        .versions(Versions::since(5, 0, 0))
        .says(summary)
}

/// A payload that names the person, one way or another.
const fn payload(keys: &'static Keys, needed: &'static [&'static str]) -> Param {
    Param::new("payload", Type::Object(keys), "The call, in camel case")
        .checked(Check::Payload(&["userId", "anonymousId"], needed))
}

/// The methods, sorted by name. The API answers 200 to any of them, save in strict mode.
pub(super) static METHODS: &[Method] = &[
    post(
        "alias",
        "/alias",
        &[Param::new("payload", Type::Object(&ALIAS), "The call, in camel case")
            .checked(Check::Payload(&["userId"], &["previousId"]))],
        "Says that a person goes by another id now",
    ),
    post(
        "batch",
        "/batch",
        &[Param::new("items", Type::List, "The calls, each with its `type`").checked(Check::FilledList)],
        "Sends many calls at once",
    )
    .note("At most 500 kB, and 32 kB for each call: what is too large is answered with 200 and dropped."),
    post("group", "/group", &[payload(&GROUP, &["groupId"])], "Says that a person belongs to a group"),
    post("identify", "/identify", &[payload(&IDENTIFY, &[])], "Adds a person, or changes their traits"),
    post("page", "/page", &[payload(&PAGE, &[])], "Records that a person saw a page"),
    post("screen", "/screen", &[payload(&SCREEN, &[])], "Records that a person saw a screen of an app"),
    post("track", "/track", &[payload(&TRACK, &["event"])], "Records an event of a person"),
];
