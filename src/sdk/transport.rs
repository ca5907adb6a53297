//! The transport of requests: retries, success, and redirects.

use super::{History, Release};

/// The policy that repeats failed requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// The number of retries after the first attempt.
    pub most: u32,
    /// The status codes that are repeated. Network errors and timeouts are too; an answer that is no JSON is not.
    pub statuses: &'static [u16],
    /// The longest sum of pauses in one call, in milliseconds: a longer Retry-After gives up at once.
    pub most_pause: u32,
}

/// The SDK's own retries of a failed request, by version.
pub const RETRY: History<Option<Retry>> = History::changed(
    None,
    &[(
        Release(5, 0, 0),
        Some(Retry { most: 3, statuses: &[408, 429, 500, 502, 503, 504, 522, 524], most_pause: 30_000 }),
    )],
);

/// The status codes that resolve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Success {
    /// 200 and 201 alone: 202, 204 and 207 reject, as "Unknown error".
    TwoOnly,
    /// All from 200 to 299. A batch of which a part failed (207) resolves.
    All2xx,
}

impl Success {
    /// Returns whether a status code resolves.
    pub fn resolves(self, status: u16) -> bool {
        match self {
            Self::TwoOnly => matches!(status, 200 | 201),
            Self::All2xx => (200..300).contains(&status),
        }
    }
}

/// The status codes that resolve, by version.
pub const SUCCESS: History<Success> = History::changed(Success::TwoOnly, &[(Release(5, 0, 0), Success::All2xx)]);

/// The handling of a redirect, which is how a host of the wrong region responds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// It rejects with the status code 301. (Before 3.0 a GET would be followed; the SDK had none.)
    Rejected,
    /// It is followed with the wrong body: writes are lost.
    Mangled,
    /// It is followed.
    Followed,
}

/// The handling of a redirect, by version.
pub const REDIRECT: History<Redirect> = History::changed(
    Redirect::Rejected,
    &[(Release(3, 5, 1), Redirect::Mangled), (Release(4, 5, 1), Redirect::Followed)],
);

/// The time that a request waits for an answer without a `timeout`, in milliseconds.
pub const DEFAULT_TIMEOUT: u32 = 10_000;
