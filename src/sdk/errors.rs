//! The rejection of a failed call.

use super::{Has, History, KnownVersion, Release, Versions};
use semver::Version;

/// The value that represents the API's refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A text, up to 0.2.
    Text,
    /// A plain object, no `Error`: `{ message, statusCode, response, body }`, up to 2.x.
    Object,
    /// A `CustomerIORequestError` whose `response` is the answer as `http` knows it: from 3.0.
    Error,
    /// A `CustomerIORequestError` whose `response` is `{ statusCode, headers, ok }`: since 5.0.
    ErrorWithPlainResponse,
}

/// The value that represents the API's refusal, by version.
pub const REFUSAL: History<Refusal> = History::changed(
    Refusal::Text,
    &[
        (Release(0, 3, 0), Refusal::Object),
        (Release(3, 0, 0), Refusal::Error),
        (Release(5, 0, 0), Refusal::ErrorWithPlainResponse),
    ],
);

impl Refusal {
    /// Returns whether it is an `Error`, so that `instanceof Error` and a stack make sense.
    pub fn is_error(self) -> bool {
        matches!(self, Self::Error | Self::ErrorWithPlainResponse)
    }
    /// Returns its properties, as paths from the error.
    pub fn properties(self) -> &'static [&'static str] {
        match self {
            Self::Text => &[],
            Self::Object => &["body", "message", "response", "response.headers", "response.statusCode", "statusCode"],
            Self::Error => &[
                "body",
                "message",
                "name",
                "response",
                "response.headers",
                "response.rawHeaders",
                "response.socket",
                "response.statusCode",
                "response.statusMessage",
                "stack",
                "statusCode",
            ],
            Self::ErrorWithPlainResponse => &[
                "body",
                "message",
                "name",
                "response",
                "response.headers",
                "response.ok",
                "response.statusCode",
                "stack",
                "statusCode",
            ],
        }
    }
}

/// A property that people expect on the error and that is never set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeverSet {
    /// The path from the error.
    pub path: &'static str,
    /// The property to read instead.
    pub instead: &'static str,
    /// The origin of the habit; may be empty.
    pub habit: &'static str,
    /// The versions that never set it.
    pub versions: Versions,
}

const fn never(path: &'static str, instead: &'static str, habit: &'static str) -> NeverSet {
    NeverSet { path, instead, habit, versions: Versions::ALL }
}

/// The properties that are never set on the refusal of the API, sorted by path.
pub static NEVER_SET: &[NeverSet] = &[
    never("data", "JSON.parse(err.body)", ""),
    never("headers", "err.response.headers", "the handbooks of other services"),
    // The `request` package, up to 2.x, sets it.
    NeverSet { path: "response.body", instead: "err.body", habit: "SendGrid", versions: Versions::since(3, 0, 0) },
    never("response.data", "JSON.parse(err.body)", "axios"),
    never("response.headers.get", "err.response.headers[\"retry-after\"]", "fetch"),
    never("response.json", "JSON.parse(err.body)", "fetch"),
    never("response.status", "err.statusCode", "axios"),
    never("response.statusText", "err.message", "axios"),
    never("response.text", "err.body", "fetch"),
    never("retryAfter", "err.response.headers[\"retry-after\"]", ""),
    never("status", "err.statusCode", "axios"),
    never("statusText", "err.message", "fetch"),
];

impl NeverSet {
    /// The entry for a path from the error; `None` when a version may set the property.
    pub fn of(path: &str, version: Option<&Version>) -> Option<&'static Self> {
        let newer = matches!(KnownVersion::of(version), KnownVersion::Newer(_));
        NEVER_SET.iter().find(|never| !newer && never.path == path && never.versions.has(version) == Has::Yes)
    }
}

/// The path of the header Retry-After since 0.3. Its name is written in lower case.
pub const RETRY_AFTER: &str = "err.response?.headers?.[\"retry-after\"]";

/// The form of a failure below HTTP: no connection, no name, no answer in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetworkError {
    /// The path of its code (`ECONNREFUSED`, `ENOTFOUND`, `ECONNRESET`), from the error.
    pub code: &'static str,
    /// The way to recognize a timeout; `None` where none is ever reported.
    pub timeout: Option<&'static str>,
}

/// The form of a failure below HTTP, by version.
pub const NETWORK_ERROR: History<NetworkError> = History::changed(
    NetworkError { code: "code", timeout: Some("err.code === \"ESOCKETTIMEDOUT\"") },
    &[
        (Release(3, 0, 0), NetworkError { code: "code", timeout: None }),
        (
            Release(4, 5, 0),
            NetworkError { code: "code", timeout: Some("err.message starts with \"Request timed out\"") },
        ),
        (Release(5, 0, 0), NetworkError { code: "cause.code", timeout: Some("err.name === \"TimeoutError\"") }),
    ],
);

/// The name that errors of missing arguments carry. They are thrown, not rejected, and say `… is required`.
pub const MISSING_ARGUMENT_NAME: History<&str> = History::changed("Error", &[(Release(5, 0, 0), "MissingParamError")]);

/// The values that count as empty, and so throw, where the SDK requires something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// Nothing is asked.
    Unasked,
    /// `null`, `undefined` and blank text. Anything else is made text and sent: `[object Object]`, `NaN`.
    BlankText,
    /// All but text that is not blank and finite numbers: an `ObjectId`, a `Date`, a bigint, a boolean, `NaN`.
    NoTextNoNumber,
}

/// The values that count as empty, by version.
pub const EMPTY: History<Empty> = History::changed(
    Empty::Unasked,
    &[(Release(1, 0, 0), Empty::BlankText), (Release(5, 0, 0), Empty::NoTextNoNumber)],
);
