//! The way to distinguish a reporting webhook from a forgery: `verifyRequestSignature`, since 5.1.

use super::param::{Check, Keys, Param, ParamType, key, needed};

static KEYS: Keys = Keys::closed(
    "VerifyRequestSignatureOptions",
    &[
        needed("signingSecret", ParamType::Text),
        needed("timestamp", ParamType::Any),
        needed("body", ParamType::Bytes),
        key("signature", ParamType::Text),
    ],
);

/// The parameter of `verifyRequestSignature`. The function returns whether the signature is right, and throws only
/// without a secret; `body` is the raw body: a parsed object throws a TypeError. The age of the timestamp is not
/// checked.
pub static VERIFY_REQUEST_SIGNATURE: Param =
    Param::new("options", ParamType::Object(&KEYS), "The secret, and what came in")
        .checked(Check::Payload(&["signingSecret"], &[]));

/// The headers of a webhook, as Node.js writes them: when it was sent, in Unix seconds, and the signature, an
/// HMAC-SHA256 in hexadecimal of `v0:<timestamp>:<body>`.
pub const HEADERS: [&str; 2] = ["x-cio-timestamp", "x-cio-signature"];

/// Two of the fields that every reporting webhook has: the event, and its object.
pub const FIELDS: [&str; 2] = ["metric", "object_type"];

/// The number of seconds that Customer.io waits for the answer, which must be a 2xx. Otherwise it tries again, for a
/// week.
pub const SECONDS_TO_ANSWER: u32 = 4;
