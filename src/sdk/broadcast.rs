//! The recipients of a broadcast: the third argument of `triggerBroadcast`.

use super::{History, Release};

/// A key that names the audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The key.
    pub key: &'static str,
    /// The flags that the SDK passes on beside it. It drops every other key.
    pub flags: &'static [&'static str],
}

const ALL_FLAGS: &[&str] = &["id_ignore_missing", "email_ignore_missing", "email_add_duplicates"];

const fn audience(key: &'static str, flags: &'static [&'static str]) -> Audience {
    Audience { key, flags }
}

const IDS: Audience = audience("ids", &["id_ignore_missing"]);
const EMAILS: Audience = audience("emails", &["email_ignore_missing", "email_add_duplicates"]);

/// The keys that name an audience, in the order in which the SDK looks for them: of several, it sends the first one
/// that is there and drops the others. Up to 0.5 it passed everything on as a filter.
pub const AUDIENCES: History<&[Audience]> = History::changed(
    &[],
    &[
        (Release(0, 6, 0), &[IDS, EMAILS, audience("per_user_data", &[]), audience("data_file_url", &[])]),
        (Release(1, 0, 0), &[IDS, EMAILS, audience("per_user_data", ALL_FLAGS), audience("data_file_url", ALL_FLAGS)]),
    ],
);

/// The keys of a filter over people. One of them at each level.
pub const FILTER_KEYS: &[&str] = &["and", "attribute", "not", "or", "segment"];

/// The operators of a filter on an attribute.
pub const FILTER_OPERATORS: &[&str] = &["eq", "exists"];

/// The most entries of `ids` and of `per_user_data`.
pub const MOST_RECIPIENTS: usize = 10_000;

/// The minimum number of seconds between two triggers of a broadcast.
pub const SECONDS_BETWEEN_TRIGGERS: u32 = 10;

/// Every key for the recipients of a broadcast: in the second argument it is treated as data.
pub fn is_recipient_key(key: &str) -> bool {
    FILTER_KEYS.contains(&key) || ALL_FLAGS.contains(&key) || AUDIENCES.newest().iter().any(|a| a.key == key)
}
