//! The methods of `TrackClient`, and of the default class that was it up to 2.x.

use super::Verb::{Delete, Get, Post, Put};
use super::params::{CUSTOMER, SEGMENT};
use super::{ClientClass, Endpoint, Method, PathRoot, Verb};
use crate::sdk::param::{Check, Keys, Param, ParamType, key, needed};
use crate::sdk::{History, Release, Shape, Versions};

const fn track(name: &'static str, verb: Verb, path: &'static str, summary: &'static str) -> Method {
    at(PathRoot::Track, name, verb, path, summary)
}

const fn at(root: PathRoot, name: &'static str, verb: Verb, path: &'static str, summary: &'static str) -> Method {
    Method::new(name, ClientClass::Track, &[], Endpoint { verb, root, path }).says(summary)
}

/// Up to 0.7 nothing is checked.
const OLD_ID: Param = Param::new("id", ParamType::PersonId, "The identifier of the person");
const EVENT: Param = Param::new("data", ParamType::Object(&EVENT_KEYS), "The event").checked(Check::Keys(&["name"]));
const OLD_EVENT: Param = Param::new("data", ParamType::Object(&EVENT_KEYS), "The event");
const ATTRIBUTES: Param = Param::new("data", ParamType::Data, "The person's attributes").optional();
const PATH: Param = Param::new("path", ParamType::Text, "The page's path or address");
const PLATFORM: Param = Param::new("platform", ParamType::OneOf(&["ios", "android"]), "The device's platform");
const DEVICE: Param = Param::new("device_id", ParamType::Text, "The device's token");
const TOKEN: Param = Param::new("token", ParamType::Text, "The device's token");
const ABOUT_DEVICE: Param = Param::new("data", ParamType::Data, "`last_used` and the device's attributes").optional();
const MEMBERS: Param =
    Param::new("customerIds", ParamType::Ids, "Up to 1000 people, all by the same kind of identifier");
const ID_TYPE: Param = Param::new("idType", ParamType::IdentifierType, "The kind of identifier of the people")
    .checked(Check::MemberIfGiven)
    .optional();

const fn merged(name: &'static str) -> Param {
    Param::new(name, ParamType::PersonId, "The identifier of the person").checked(Check::NotEmpty)
}
const fn merged_by(name: &'static str) -> Param {
    Param::new(name, ParamType::IdentifierType, "The kind of that identifier")
}

const OPERATION: Endpoint = Endpoint { verb: Post, root: PathRoot::App, path: "/merge_customers" };
const BROADCAST: Endpoint = Endpoint { verb: Post, root: PathRoot::App, path: "/api/campaigns/{id}/triggers" };

/// The keys of an event of the v1 API. The SDK passes on any key; the API reads these.
static EVENT_KEYS: Keys = Keys::open(
    "RequestData",
    &[
        needed("name", ParamType::Text),
        key("data", ParamType::Data),
        key("type", ParamType::OneOf(&["event", "page", "screen"])),
        key("timestamp", ParamType::Seconds),
        key("id", ParamType::Text),
        key("anonymous_id", ParamType::Text),
    ],
);

static PUSH_KEYS: Keys = Keys::open(
    "PushRequestData",
    &[
        key("delivery_id", ParamType::Text),
        key("device_id", ParamType::Text),
        key("event", ParamType::OneOf(&["delivered", "opened", "converted"])),
        key("timestamp", ParamType::Seconds),
    ],
);

static METRIC_KEYS: Keys = Keys::open(
    "MetricRequestData",
    &[
        needed("delivery_id", ParamType::Text),
        key("metric", ParamType::Text),
        key("timestamp", ParamType::Seconds),
        key("recipient", ParamType::Text),
        key("reason", ParamType::Text),
        key("href", ParamType::Text),
    ],
);

/// The methods, sorted by name.
pub(super) static METHODS: &[Method] = &[
    track("addCustomersToSegment", Post, "/segments/{segmentId}/add_customers", "Adds people to a manual segment")
        .versions(Versions::SINCE_5_2)
        .parameters(History::always(&[SEGMENT, MEMBERS.checked(Check::FilledList), ID_TYPE]))
        .note("Entries that do not fit the kind of identifier are ignored."),
    track("addDevice", Put, "/customers/{customerId}/devices", "Adds a device to a person, or changes it")
        .versions(Versions::since(0, 4, 0))
        .parameters(History::changed(
            &[OLD_ID, DEVICE, PLATFORM, ABOUT_DEVICE],
            &[(
                Release(1, 0, 0),
                &[CUSTOMER, DEVICE.checked(Check::NotEmpty), PLATFORM.checked(Check::NotEmpty), ABOUT_DEVICE],
            )],
        ))
        .endpoint(History::changed(
            Endpoint { verb: Put, root: PathRoot::Track, path: "/customers/{id}/devices" },
            &[(
                Release(1, 0, 0),
                Endpoint { verb: Put, root: PathRoot::Track, path: "/customers/{customerId}/devices" },
            )],
        ))
        .slots(&[(3, Shape::Device)])
        .note("Since 3.3.6 other keys than `last_used` become attributes of the device; before, they stood beside it."),
    track("addToSegment", Post, "/segments/{segmentId}/add_customers", "Adds people to a manual segment")
        .versions(Versions::since(0, 5, 0).until(1, 0, 0))
        .parameters(History::always(&[Param::new("segmentId", ParamType::Id, "The segment's id"), MEMBERS.optional()]))
        .instead(ClientClass::Track, "addCustomersToSegment")
        .note("Removed in 1.0; back as `addCustomersToSegment` since 5.1."),
    at(PathRoot::TrackV2, "batch", Post, "/batch", "Sends many operations of the v2 API at once")
        .versions(Versions::since(5, 0, 0))
        .parameters(History::always(&[
            Param::new("operations", ParamType::Operations, "The operations").checked(Check::FilledList)
        ]))
        .slots(&[(0, Shape::Operations)])
        .note(
            "At most 500 kB, and 32 kB for each operation. When only some of them fail the API answers 207 and the \
             promise resolves: what failed is in `errors`.",
        ),
    track("deleteDevice", Delete, "/customers/{customerId}/devices/{deviceToken}", "Takes a device from a person")
        .versions(Versions::since(0, 4, 0))
        .parameters(History::changed(
            &[OLD_ID, TOKEN],
            &[(
                Release(1, 0, 0),
                &[CUSTOMER, Param::new("deviceToken", ParamType::Id, "The device's token").checked(Check::NotEmpty)],
            )],
        ))
        .endpoint(History::changed(
            Endpoint { verb: Delete, root: PathRoot::Track, path: "/customers/{id}/devices/{token}" },
            &[(
                Release(1, 0, 0),
                Endpoint { verb: Delete, root: PathRoot::Track, path: "/customers/{customerId}/devices/{deviceToken}" },
            )],
        )),
    track("destroy", Delete, "/customers/{customerId}", "Deletes a person")
        .parameters(History::changed(&[OLD_ID], &[(Release(1, 0, 0), &[CUSTOMER])]))
        .endpoint(History::changed(
            Endpoint { verb: Delete, root: PathRoot::Track, path: "/customers/{id}" },
            &[(Release(1, 0, 0), Endpoint { verb: Delete, root: PathRoot::Track, path: "/customers/{customerId}" })],
        ))
        .note("The person can come back with the next `identify` or event; `suppress` prevents that."),
    at(PathRoot::TrackV2, "entity", Post, "/entity", "Sends one operation of the v2 API")
        .versions(Versions::SINCE_5_2)
        .parameters(History::always(&[
            Param::new("operation", ParamType::Operation, "The operation").checked(Check::Filled)
        ]))
        .slots(&[(0, Shape::Operation)])
        .note("At most 32 kB."),
    track("getAccountRegion", Get, "/accounts/region", "Tells which region the account belongs to")
        .versions(Versions::SINCE_5_2)
        .note("Answers on the hosts of both regions."),
    track("identify", Put, "/customers/{customerId}", "Adds a person, or changes their attributes")
        .parameters(History::changed(&[OLD_ID, ATTRIBUTES], &[(Release(1, 0, 0), &[CUSTOMER, ATTRIBUTES])]))
        .endpoint(History::changed(
            Endpoint { verb: Put, root: PathRoot::Track, path: "/customers/{id}" },
            &[(Release(1, 0, 0), Endpoint { verb: Put, root: PathRoot::Track, path: "/customers/{customerId}" })],
        ))
        .slots(&[(1, Shape::Attributes)])
        .note("At most 300 attributes, names up to 150 bytes, values up to 1000 bytes."),
    track("mergeCustomers", Post, "/merge_customers", "Merges the second person into the first one")
        .versions(Versions::since(3, 1, 0))
        .parameters(History::changed(
            &[merged_by("primaryIdType"), merged("primaryId"), merged_by("secondaryIdType"), merged("secondaryId")],
            &[(
                Release(3, 5, 0),
                &[
                    merged_by("primaryIdType").checked(Check::Member),
                    merged("primaryId"),
                    merged_by("secondaryIdType").checked(Check::Member),
                    merged("secondaryId"),
                ],
            )],
        ))
        .endpoint(History::changed(
            OPERATION,
            &[(Release(3, 3, 4), Endpoint { verb: Post, root: PathRoot::Track, path: "/merge_customers" })],
        ))
        .note("Up to 3.3.3 it goes to the host of the App API and never works. The second person is deleted."),
    track(
        "removeCustomersFromSegment",
        Post,
        "/segments/{segmentId}/remove_customers",
        "Takes people out of a manual segment",
    )
    .versions(Versions::SINCE_5_2)
    .parameters(History::always(&[SEGMENT, MEMBERS.checked(Check::FilledList), ID_TYPE]))
    .note("Entries that do not fit the kind of identifier are ignored."),
    track("removeFromSegment", Post, "/segments/{segmentId}/remove_customers", "Takes people out of a manual segment")
        .versions(Versions::since(0, 5, 0).until(1, 0, 0))
        .parameters(History::always(&[Param::new("segmentId", ParamType::Id, "The segment's id"), MEMBERS.optional()]))
        .instead(ClientClass::Track, "removeCustomersFromSegment")
        .note("Removed in 1.0; back as `removeCustomersFromSegment` since 5.1."),
    track("reportMetric", Post, "/metrics", "Reports what became of a delivery")
        .versions(Versions::SINCE_5_2)
        .parameters(History::always(&[
            Param::new("data", ParamType::Object(&METRIC_KEYS), "The metric").checked(Check::Keys(&["delivery_id"]))
        ]))
        .slots(&[(0, Shape::Seconds(&["timestamp"]))]),
    track("submitForm", Post, "/forms/{formId}/submit", "Hands in a form for a person")
        .versions(Versions::SINCE_5_2)
        .parameters(History::always(&[
            Param::new("formId", ParamType::Id, "The form's id").checked(Check::NotEmpty),
            Param::new("data", ParamType::Data, "The fields, all text, with exactly one of `id` and `email`")
                .checked(Check::Filled),
        ])),
    track("suppress", Post, "/customers/{customerId}/suppress", "Deletes a person for good and blocks the identifier")
        .versions(Versions::since(0, 7, 0))
        .parameters(History::changed(&[OLD_ID], &[(Release(1, 0, 0), &[CUSTOMER])]))
        .endpoint(History::changed(
            Endpoint { verb: Post, root: PathRoot::Track, path: "/customers/{id}/suppress" },
            &[(
                Release(1, 0, 0),
                Endpoint { verb: Post, root: PathRoot::Track, path: "/customers/{customerId}/suppress" },
            )],
        ))
        .note("Nothing brings the profile back. Who only wants no messages is `unsubscribed: true`."),
    track("track", Post, "/customers/{customerId}/events", "Records an event of a person")
        .parameters(History::changed(&[OLD_ID, OLD_EVENT.optional()], &[(Release(1, 0, 0), &[CUSTOMER, EVENT])]))
        .endpoint(History::changed(
            Endpoint { verb: Post, root: PathRoot::Track, path: "/customers/{id}/events" },
            &[(
                Release(1, 0, 0),
                Endpoint { verb: Post, root: PathRoot::Track, path: "/customers/{customerId}/events" },
            )],
        ))
        .slots(&[(1, Shape::Event)])
        .note("The name has at most 100 bytes, `data` 100 kB. Keys beside `name` and `data` are ignored by the API."),
    track("trackAnonymous", Post, "/events", "Records an event of someone not yet known")
        .versions(Versions::since(0, 3, 0))
        .parameters(History::changed(
            &[OLD_EVENT.optional()],
            &[
                (Release(1, 0, 0), &[EVENT]),
                (
                    Release(3, 0, 0),
                    &[
                        Param::new("anonymousId", ParamType::PersonId, "The identifier of the visitor")
                            .checked(Check::NotEmpty),
                        EVENT,
                    ],
                ),
                (
                    Release(3, 3, 0),
                    &[
                        Param::new(
                            "anonymousId",
                            ParamType::PersonId,
                            "The identifier of the visitor; empty for an invitation",
                        ),
                        EVENT,
                    ],
                ),
            ],
        ))
        .slots(&[(0, Shape::Event), (1, Shape::Event)])
        .note("Up to 2.x the event is the only argument; since 3.0 the anonymous id comes first."),
    track("trackPageView", Post, "/customers/{customerId}/events", "Records that a person saw a page")
        .parameters(History::changed(
            &[OLD_ID, PATH],
            &[(Release(1, 0, 0), &[CUSTOMER, PATH.checked(Check::NotEmpty)])],
        ))
        .endpoint(History::changed(
            Endpoint { verb: Post, root: PathRoot::Track, path: "/customers/{id}/events" },
            &[(
                Release(1, 0, 0),
                Endpoint { verb: Post, root: PathRoot::Track, path: "/customers/{customerId}/events" },
            )],
        )),
    track("trackPush", Post, "/push/events", "Reports what became of a push notification")
        .versions(Versions::since(3, 2, 0))
        .parameters(History::always(&[Param::new("data", ParamType::Object(&PUSH_KEYS), "The event").optional()]))
        .slots(&[(0, Shape::Seconds(&["timestamp"]))])
        .instead(ClientClass::Track, "reportMetric")
        .note("Works on; `reportMetric` is the newer way and knows every channel."),
    track("triggerBroadcast", Post, "/campaigns/{id}/triggers", "Sends a broadcast")
        .versions(Versions::since(0, 3, 0).until(2, 0, 0))
        .parameters(History::always(&[
            Param::new("id", ParamType::Id, "The broadcast's id"),
            Param::new("data", ParamType::Data, "Data for the message's Liquid; no recipients"),
            Param::new("recipients", ParamType::Recipients, "The audience"),
        ]))
        .endpoint(History::always(BROADCAST))
        .instead(ClientClass::App, "triggerBroadcast")
        .note("Moved to `APIClient` in 2.0: broadcasts need the App API key."),
    track("unsubscribe", Post, "/unsubscribe/{deliveryId}", "Unsubscribes whoever got a delivery")
        .versions(Versions::SINCE_5_2)
        .parameters(History::always(&[
            Param::new("deliveryId", ParamType::Id, "The delivery's id: the message's header CIO-Delivery-ID")
                .checked(Check::NotEmpty),
            Param::new("unsubscribe", ParamType::Flag, "`false` subscribes again").optional(),
        ]))
        .endpoint(History::always(Endpoint {
            verb: Post,
            root: PathRoot::TrackHost,
            path: "/unsubscribe/{deliveryId}",
        })),
    track(
        "unsuppress",
        Post,
        "/customers/{customerId}/unsuppress",
        "Lifts the block that `suppress` put on an identifier",
    )
    .versions(Versions::since(3, 4, 0))
    .parameters(History::always(&[CUSTOMER])),
];
