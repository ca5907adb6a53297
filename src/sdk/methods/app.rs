//! The methods of `APIClient` up to 5.0, and additions to them: messages, broadcasts, exports.

use super::Verb::{Get, Post};
use super::params::*;
use super::{Endpoint, Method, PathRoot, bodies};
use crate::sdk::param::{Check, Param, ParamType};
use crate::sdk::{History, Release, Shape, Versions};

const fn request(class: &'static str) -> Param {
    Param::new("req", ParamType::Request(class), "The request, made with `new`").checked(Check::Instance)
}

const fn send(name: &'static str, path: &'static str, params: &'static [Param], summary: &'static str) -> Method {
    app(name, Post, path, params, summary).slots(&[]).note(SENT_TWICE)
}

const SENT_TWICE: &str = "The API has no idempotency key: a retry after a timeout or a 5xx may send the message twice.";

const fn trigger(path: &'static str) -> Endpoint {
    Endpoint { verb: Post, root: PathRoot::App, path }
}

const PERSON: Param = Param::new("id", ParamType::PersonId, "The identifier of the person").checked(Check::NotEmpty);
const TRIGGER_DATA: Param = Param::new("data", ParamType::Data, "Data for the message's Liquid; no recipients");
const RECIPIENTS: Param =
    Param::new("recipients", ParamType::Recipients, "The audience: a filter, or one kind of list");

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    app(
        "createCustomersExport",
        Post,
        "/exports/customers",
        &[Param::new("filters", ParamType::Filter, "Which people").checked(Check::Present)],
        "Starts an export of people",
    )
    .versions(Versions::since(3, 4, 0)),
    app(
        "createDeliveriesExport",
        Post,
        "/exports/deliveries",
        &[NEWSLETTER, options(&bodies::DELIVERY_EXPORT_REQUEST_OPTIONS)],
        "Starts an export of the deliveries of a newsletter",
    )
    .versions(Versions::since(3, 4, 0))
    .slots(&[(1, RANGE)]),
    app("downloadExport", Get, "/exports/{id}/download", &[EXPORT], "Makes a link to an export that is ready")
        .versions(Versions::since(3, 4, 0)),
    app("getAttributes", Get, "/customers/{id}/attributes", &[], "Reads a person's attributes")
        .versions(Versions::since(3, 5, 0))
        .parameters(History::changed(
            &[PERSON.called("customerId"), ID_TYPE],
            &[(Release(5, 0, 0), &[PERSON, ID_TYPE])],
        )),
    app(
        "getCustomersByEmail",
        Get,
        "/customers",
        &[Param::new("email", ParamType::Email, "The whole address").checked(Check::Text)],
        "Lists the people with an address",
    )
    .versions(Versions::since(3, 4, 0))
    .note("3.4 dropped the query, so the call fails there. Before 5.0, `+` and `&` in the address are sent wrongly."),
    app("getExport", Get, "/exports/{id}", &[EXPORT], "Tells how far an export is").versions(Versions::since(3, 4, 0)),
    app("listExports", Get, "/exports", &[], "Lists the exports").versions(Versions::since(3, 4, 0)),
    send("sendEmail", "/send/email", &[request("SendEmailRequest")], "Sends a transactional email")
        .versions(Versions::since(1, 0, 0)),
    send("sendInApp", "/send/in_app", &[request("SendInAppRequest")], "Sends a transactional in-app message")
        .versions(Versions::since(4, 4, 0)),
    send(
        "sendInboxMessage",
        "/send/inbox_message",
        &[request("SendInboxMessageRequest")],
        "Sends a transactional inbox message",
    )
    .versions(Versions::since(4, 3, 0)),
    send("sendPush", "/send/push", &[request("SendPushRequest")], "Sends a transactional push notification")
        .versions(Versions::since(4, 1, 0)),
    send("sendSMS", "/send/sms", &[request("SendSMSRequest")], "Sends a transactional SMS")
        .versions(Versions::since(4, 2, 0)),
    send("sendWhatsApp", "/send/whatsapp", &[request("SendWhatsAppRequest")], "Sends a transactional WhatsApp message")
        .versions(Versions::SINCE_5_2),
    app("triggerBroadcast", Post, "/campaigns/{broadcastId}/triggers", &[], "Sends a broadcast")
        .versions(Versions::since(2, 0, 0))
        .parameters(History::changed(
            &[Param::new("id", ParamType::Id, "The broadcast's id"), TRIGGER_DATA, RECIPIENTS],
            &[
                (
                    Release(4, 5, 0),
                    &[Param::new("broadcastId", ParamType::Id, "The broadcast's id"), TRIGGER_DATA, RECIPIENTS],
                ),
                (
                    Release(5, 0, 1),
                    &[
                        Param::new("broadcastId", ParamType::Id, "The broadcast's id"),
                        TRIGGER_DATA.optional(),
                        RECIPIENTS.optional(),
                    ],
                ),
            ],
        ))
        .endpoint(History::changed(
            trigger("/api/campaigns/{id}/triggers"),
            &[(Release(4, 5, 0), trigger("/campaigns/{broadcastId}/triggers"))],
        ))
        .slots(&[(1, Shape::Payload)])
        .note(
            "One trigger every 10 seconds for each broadcast. The recipients are the third argument: in the second they \
             are data, and the broadcast goes to everyone it is set up for (before 5.0.1 the call throws a TypeError).",
        ),
];
