//! The methods of `CustomerIO`, the client for everything: on the main branch of the SDK's repository
//! (`lib/customerio.ts` at a9559f8), not on npm yet.

use super::Verb::{Post, Put};
use super::params::CUSTOMER;
use super::{ClientClass, Endpoint, Method, PathRoot, Verb};
use crate::sdk::param::{Param, ParamType};
use crate::sdk::{Shape, Versions};

const fn track(
    name: &'static str,
    verb: Verb,
    path: &'static str,
    params: &'static [Param],
    summary: &'static str,
) -> Method {
    Method::new(name, ClientClass::Unified, params, Endpoint { verb, root: PathRoot::Track, path })
        .versions(Versions::UNRELEASED)
        .says(summary)
}

/// It takes a plain object as well as an instance.
const REQUEST: Param = Param::new("req", ParamType::Data, "The request, or what it is made of");
const DATA: Param = Param::new("data", ParamType::Data, "The data of the call").optional();

const fn send(name: &'static str, path: &'static str, summary: &'static str) -> Method {
    Method::new(name, ClientClass::Unified, &[REQUEST], Endpoint { verb: Post, root: PathRoot::App, path })
        .versions(Versions::UNRELEASED)
        .says(summary)
}

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    track("identify", Put, "/customers/{customerId}", &[CUSTOMER, DATA], "Adds a person, or changes their attributes")
        .slots(&[(1, Shape::Attributes)]),
    send("sendEmail", "/send/email", "Sends a transactional email"),
    send("sendInApp", "/send/in_app", "Sends a transactional in-app message"),
    send("sendInboxMessage", "/send/inbox_message", "Sends a transactional inbox message"),
    send("sendPush", "/send/push", "Sends a transactional push notification"),
    send("sendSMS", "/send/sms", "Sends a transactional SMS"),
    send("sendWhatsApp", "/send/whatsapp", "Sends a transactional WhatsApp message"),
    track("track", Post, "/customers/{customerId}/events", &[CUSTOMER, DATA], "Records an event of a person")
        .slots(&[(1, Shape::Event)]),
    track(
        "trackAnonymous",
        Post,
        "/events",
        &[Param::new("anonymousId", ParamType::PersonId, "The identifier of the visitor"), DATA],
        "Records an event of someone not yet known",
    )
    .slots(&[(1, Shape::Event)]),
    track(
        "trackPageView",
        Post,
        "/customers/{customerId}/events",
        &[CUSTOMER, Param::new("path", ParamType::Text, "The page's path or address")],
        "Records that a person saw a page",
    ),
];
