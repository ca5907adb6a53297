//! The limits that the API documents: lengths and numbers.

/// The unit of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitUnit {
    /// Bytes of UTF-8.
    Bytes,
    /// Characters.
    Characters,
    /// Entries of a list or keys of an object.
    Entries,
    /// Seconds ahead of now.
    SecondsAhead,
}

/// A limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The most that is taken.
    pub most: u64,
    /// The unit of the limit.
    pub unit: LimitUnit,
    /// The thing that is limited.
    pub of: &'static str,
}

const fn bytes(most: u64, of: &'static str) -> Limit {
    Limit { most, unit: LimitUnit::Bytes, of }
}
const fn entries(most: u64, of: &'static str) -> Limit {
    Limit { most, unit: LimitUnit::Entries, of }
}

/// An id of a person.
pub const PERSON_ID: Limit = bytes(150, "a person's id");
/// The name of an attribute.
pub const ATTRIBUTE_NAME: Limit = bytes(150, "an attribute's name");
/// The value of an attribute.
pub const ATTRIBUTE_VALUE: Limit = bytes(1000, "an attribute's value");
/// The attributes of a person or an object, and of one `identify`.
pub const ATTRIBUTES: Limit = entries(300, "the attributes of one call");
/// The attributes of an object or a relationship together.
pub const OBJECT_ATTRIBUTES: Limit = bytes(100_000, "the attributes of an object together");
/// The name of an event.
pub const EVENT_NAME: Limit = bytes(100, "an event's name");
/// The `data` of an event of the v1 API.
pub const EVENT_DATA: Limit = bytes(100_000, "an event's data");
/// An operation of `entity`, and one of `batch`; the same for a call of the Pipelines API.
pub const OPERATION: Limit = bytes(32_000, "an operation");
/// The body of `batch`, of both clients that have one.
pub const BATCH: Limit = bytes(500_000, "a batch");
/// The people in one call of `addCustomersToSegment`.
pub const SEGMENT_MEMBERS: Limit = entries(1000, "the people of one call");
/// `ids`, `emails` and `per_user_data` of a broadcast.
pub const BROADCAST_RECIPIENTS: Limit =
    entries(super::broadcast::MOST_RECIPIENTS as u64, "the recipients of a broadcast");
/// The addresses of `to`, `cc` and `bcc` together.
pub const EMAIL_RECIPIENTS: Limit = entries(15, "the addresses of a message");
/// The attachments of a message together.
pub const ATTACHMENTS: Limit = bytes(2_000_000, "the attachments of a message together");
/// The body of a transactional request.
pub const TRANSACTIONAL_BODY: Limit = bytes(2_048_000, "a transactional request");
/// The maximum time that `send_at` may lie ahead.
pub const SEND_AT: Limit = Limit { most: 90 * 24 * 60 * 60, unit: LimitUnit::SecondsAhead, of: "send_at" };
/// A snippet's name.
pub const SNIPPET_NAME: Limit = Limit { most: 150, unit: LimitUnit::Characters, of: "a snippet's name" };
/// A snippet's value.
pub const SNIPPET_VALUE: Limit = Limit { most: 16_000, unit: LimitUnit::Characters, of: "a snippet's value" };
/// A newsletter's name.
pub const NEWSLETTER_NAME: Limit = Limit { most: 190, unit: LimitUnit::Characters, of: "a newsletter's name" };
/// The entries of `batchUpdateAttributes` and `batchUpdateEvents`.
pub const DATA_INDEX: Limit = entries(100, "the entries of one call");

/// The number of requests that an API takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The most requests.
    pub requests: u32,
    /// In this many seconds.
    pub seconds: u32,
    /// True when requests over the limit fail with 429; otherwise they may be slowed down or dropped.
    pub enforced: bool,
}

/// Track API, v1 and v2.
pub const TRACK_RATE: Rate = Rate { requests: 1000, seconds: 1, enforced: false };
/// Pipelines API.
pub const PIPELINES_RATE: Rate = Rate { requests: 3000, seconds: 3, enforced: false };
/// App API, except for transactional messages and broadcasts, which have rates of their own.
pub const APP_RATE: Rate = Rate { requests: 10, seconds: 1, enforced: true };
/// Transactional messages: the App API documents a rate of their own ("API limits", both published OpenAPI documents).
pub const TRANSACTIONAL_RATE: Rate = Rate { requests: 100, seconds: 1, enforced: true };
/// Triggers of one broadcast.
pub const BROADCAST_RATE: Rate =
    Rate { requests: 1, seconds: super::broadcast::SECONDS_BETWEEN_TRIGGERS, enforced: true };
