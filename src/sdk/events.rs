//! Events: their possible names, and the keys that are read.

/// The keys of an event that the Track API reads beside each other. Every other key belongs into `data`.
pub const EVENT_KEYS: &[&str] = &["name", "data", "type", "timestamp", "id", "anonymous_id"];

/// The types of events; any other means `event`.
pub const EVENT_TYPES: &[&str] = &["event", "page", "screen"];

/// Keys of an event's `data` that override the content of the campaign.
pub const OVERRIDING_DATA_KEYS: &[&str] = &["from_address", "recipient", "reply_to"];

/// Events of the Pipelines API that do something: the names are exact, and most of them destroy.
pub const SEMANTIC_EVENTS: &[&str] = &[
    "Device Created or Updated",
    "Device Deleted",
    "Object Deleted",
    "Relationship Deleted",
    "Report Delivery Event",
    "User Deleted",
    "User Suppressed",
    "User Unsuppressed",
];

/// The platforms of devices. `iOS`, `web` and `fcm` are not among them.
pub const DEVICE_PLATFORMS: &[&str] = &["android", "ios"];

/// The values of `event` that `trackPush` reports.
pub const PUSH_EVENTS: &[&str] = &["converted", "delivered", "opened"];

/// The values of `metric` that `reportMetric` reports, by channel.
pub const METRICS: &[(&str, &[&str])] = &[
    ("email", &["bounced", "clicked", "converted", "deferred", "delivered", "dropped", "opened", "spammed"]),
    ("in-app", &["clicked", "converted", "opened"]),
    ("push", &["converted", "delivered", "opened"]),
    ("slack", &["clicked", "converted", "delivered", "opened"]),
    ("sms", &["bounced", "clicked", "delivered", "opened"]),
];
