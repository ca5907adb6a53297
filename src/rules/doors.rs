//! The rules that judge the calls of other dialects than that of the Track and the App API: of `PipelinesClient`, and of
//! the other SDKs of Customer.io. A rule that is not in the table is silent about them.
//!
//! A rule is in it where what it says holds there too: by the published packages, or by Customer.io's documentation.
//! Whatever is known of the Track API alone (limits, attributes that it reserves, times in seconds) is not said of
//! Pipelines.

use crate::sdk::ClientKind::{self, CdpBrowser, CdpNode, Pipelines, ReactNative, Snippet, Unified};

/// Every client that is not one of the Track or the App API's in a release of `customerio-node`.
pub const OTHERS: [ClientKind; 6] = [Pipelines, CdpNode, CdpBrowser, Snippet, ReactNative, Unified];

/// The rules, sorted, with the clients whose calls they judge besides.
pub const DOORS: &[(&str, &[ClientKind])] = &[
    ("attribute-count", &[Snippet, Unified]),
    ("attribute-name-length", &[Snippet, Unified]),
    ("attribute-name-style", &OTHERS),
    ("attribute-value-length", &[Snippet, Unified]),
    ("created-at-overwritten", &[Snippet, Unified]),
    ("dynamic-event-name", &OTHERS),
    ("event-name-inconsistent", &OTHERS),
    ("event-name-length", &[Snippet, Unified]),
    // The vocabulary of Pipelines has names of its own in Title Case.
    ("event-name-snake-case", &[Snippet, ReactNative, Unified]),
    ("event-name-unknown", &[Snippet, ReactNative, Unified]),
    ("event-name-whitespace", &OTHERS),
    ("fractional-unix-seconds", &[Snippet, Unified]),
    ("identifiers-cardinality", &[Unified]),
    ("ignored-agent-option", &[CdpNode, CdpBrowser]),
    ("inline-email-without-template-id", &[Unified]),
    ("message-data-mismatch", &[Unified]),
    ("non-string-id", &[CdpNode]),
    ("pii-in-event-name", &OTHERS),
    ("pipelines-payload-case", &[Pipelines, CdpNode]),
    ("pipelines-positional-args", &[Pipelines, CdpNode]),
    // In browsers `@segment/facade` makes a date of any number before it is sent.
    ("pipelines-timestamp", &[Pipelines, CdpNode]),
    ("queue-draft-true", &[Unified]),
    ("reserved-attribute", &[Snippet, Unified]),
    ("reserved-event-data-key", &[Snippet, Unified]),
    ("send-at-out-of-range", &[Unified]),
    ("sensitive-attribute", &OTHERS),
    ("subscription-preferences-shape", &[Snippet, Unified]),
    ("timestamp-milliseconds", &[Snippet, Unified]),
    ("timestamp-not-unix", &[Snippet, Unified]),
    ("timezone-invalid", &[Snippet, Unified]),
    ("transactional-invalid-recipient", &[Unified]),
    ("transactional-missing-required", &[Unified]),
    ("transactional-unknown-template", &[Unified]),
    ("unsubscribed-value", &[Snippet, Unified]),
    ("wrong-api-key", &[Pipelines, CdpNode, CdpBrowser]),
];

/// Returns whether a rule judges the calls of a client.
pub fn covers(rule: &str, client: ClientKind) -> bool {
    !OTHERS.contains(&client)
        || DOORS.binary_search_by_key(&rule, |(id, _)| id).is_ok_and(|at| DOORS[at].1.contains(&client))
}
