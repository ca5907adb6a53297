//! The operations of the v2 API: the arguments of `batch` and `entity` of `TrackClient`.

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The subject: the key `type`.
    pub about: &'static str,
    /// The action: the key `action`.
    pub action: &'static str,
    /// The keys that must be there besides these two.
    pub required: &'static [&'static str],
    /// The keys that may be there.
    pub optional: &'static [&'static str],
}

const fn operation(
    about: &'static str,
    action: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
) -> Operation {
    Operation { about, action, required, optional }
}

const WHO: &[&str] = &["identifiers"];
const EVENT: &[&str] = &["attributes", "id", "timestamp"];
const PERSON_EVENT: &[&str] = &["identifiers", "name"];
const RELATED: &[&str] = &["cio_relationships", "identifiers"];

/// The operations, sorted. Data of an event or a person is in `attributes`, not in `data`; a device has a `token`, not
/// an `id`.
pub static OPERATIONS: &[Operation] = &[
    operation("delivery", "event", &["attributes", "identifiers", "name"], &["timestamp"]),
    operation("object", "add_relationships", RELATED, &[]),
    operation("object", "delete", WHO, &[]),
    operation("object", "delete_relationships", RELATED, &[]),
    operation("object", "identify", WHO, &["attributes", "cio_relationships"]),
    operation("object", "identify_anonymous", WHO, &["attributes", "cio_relationships"]),
    operation("person", "add_device", &["device", "identifiers"], &[]),
    operation("person", "add_relationships", RELATED, &[]),
    operation("person", "delete", WHO, &[]),
    operation("person", "delete_device", &["device", "identifiers"], &[]),
    operation("person", "delete_relationships", RELATED, &[]),
    operation("person", "event", PERSON_EVENT, EVENT),
    operation("person", "identify", WHO, &["attributes", "cio_relationships", "timestamp"]),
    operation("person", "merge", &["primary", "secondary"], &[]),
    operation("person", "page", PERSON_EVENT, EVENT),
    operation("person", "screen", PERSON_EVENT, EVENT),
    operation("person", "suppress", WHO, &[]),
    operation("person", "unsuppress", WHO, &[]),
];

/// Keys by their names in the v1 API and other SDKs, with the names here.
pub const RENAMED_KEYS: &[(&str, &str)] =
    &[("data", "attributes"), ("event", "name"), ("properties", "attributes"), ("traits", "attributes")];

impl Operation {
    /// The operation with this `type` and `action`.
    pub fn of(about: &str, action: &str) -> Option<&'static Self> {
        OPERATIONS.iter().find(|operation| operation.about == about && operation.action == action)
    }
    /// Returns whether some operation is about this: `person`, `object`, `delivery`.
    pub fn is_about(about: &str) -> bool {
        OPERATIONS.iter().any(|operation| operation.about == about)
    }
    /// Returns the actions on this.
    pub fn actions(about: &str) -> impl Iterator<Item = &'static str> {
        OPERATIONS.iter().filter(move |operation| operation.about == about).map(|operation| operation.action)
    }
}
