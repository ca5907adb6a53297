//! The status codes of Customer.io's APIs: their meaning, whether to retry, and what to check.

use super::transport::{RETRY, SUCCESS};
use std::fmt::Write;

/// The chance that the same request succeeds later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It succeeded.
    NotNeeded,
    /// It may succeed later, unchanged.
    Later,
    /// It fails until something is changed.
    Never,
}

/// A status code.
#[derive(Clone, Copy, Debug)]
pub struct Status {
    /// The code.
    pub code: u16,
    /// Its name in HTTP.
    pub name: &'static str,
    /// The chance that the same request succeeds later.
    pub again: Again,
    /// Its meaning, in a sentence or two.
    pub meaning: &'static str,
    /// Its particular meanings: an API or a method, and the meaning there.
    pub places: &'static [(&'static str, &'static str)],
    /// Things to check.
    pub check: &'static [&'static str],
}

const NO_ANSWER: &[&str] =
    &["https://status.customer.io", "Whether a retry is safe: an email or a broadcast may have been sent anyway."];

/// The status codes of the APIs and of the gateways in front of them, sorted.
pub static STATUSES: &[Status] = &[
    Status {
        code: 200,
        name: "OK",
        again: Again::NotNeeded,
        meaning: "The request was accepted. That does not guarantee that it had an effect.",
        places: &[
            (
                "Track API",
                "also for invalid identifiers and timestamps: the activity log then shows a \"Failed attribute change\", \
                 or the time is replaced with the current one.",
            ),
            (
                "Pipelines API",
                "for every request, even one that is too large and dropped, unless the client sets `strictMode`.",
            ),
        ],
        check: &["The person's activity log, if an accepted request has no visible effect."],
    },
    Status {
        code: 204,
        name: "No Content",
        again: Again::NotNeeded,
        meaning: "The request was accepted; the response has no body.",
        places: &[("customerio-node up to 4.5.1", "rejects anyway, with \"Unknown error\": only 200 and 201 resolve.")],
        check: &["The version of the SDK, if the call rejects."],
    },
    Status {
        code: 207,
        name: "Multi-Status",
        again: Again::Never,
        meaning: "Some operations of a batch failed, the others were accepted.",
        places: &[(
            "TrackClient.batch",
            "resolves; `errors` has the `batch_index` and the reason of each failed operation.",
        )],
        check: &["`errors` in the result. Correct and resend only those operations, not the whole batch."],
    },
    Status {
        code: 301,
        name: "Moved Permanently",
        again: Again::Never,
        meaning: "The account is in the other region. The body says \"wrong datacenter\". Documented for the Track API; users \
                  report 301 and 401 from the App API.",
        places: &[
            ("customerio-node up to 3.5.0", "rejects with this status."),
            ("customerio-node 3.5.1 to 4.5.0", "follows the redirect with the wrong body: reads and writes fail."),
            ("customerio-node since 4.5.1", "follows the redirect; the data passes through the other region."),
        ],
        check: &["`region` of the client: the default is `RegionUS`; an EU account needs `RegionEU`."],
    },
    Status {
        code: 400,
        name: "Bad Request",
        again: Again::Never,
        meaning: "The request is malformed, or refers to something that does not exist.",
        places: &[
            ("Track API", "invalid JSON, a missing name, an event that is too large."),
            ("TrackClient.mergeCustomers", "two identifiers on one side."),
            (
                "Transactional messages",
                "a message that does not exist, a missing field, a sender whose domain is not verified, an attachment \
                 that is not base64, a body that is too large (the documentation says 2048 KB in one place, and 1 MB \
                 without attachments in another). These are 400, not 422.",
            ),
            ("Pipelines API", "only with `strictMode`."),
        ],
        check: &[
            "`err.body`: its JSON has the reason, which `err.message` often lacks.",
            "For transactional messages: `transactional_message_id`, `to` and `identifiers`.",
        ],
    },
    Status {
        code: 401,
        name: "Unauthorized",
        again: Again::Never,
        meaning: "The credentials are missing, wrong, or of the wrong kind.",
        places: &[
            ("Track API", "expects the Site ID and the Track API key."),
            (
                "App API",
                "expects an App API key. Also for an account in the other region. A key restricted to other IP addresses \
                 is denied; the status is not documented.",
            ),
            ("Pipelines API", "expects the write key of the source; only with `strictMode`."),
        ],
        check: &[
            "The kind of the key: `new TrackClient(siteId, trackApiKey)`, `new APIClient(appApiKey)`.",
            "Whether the environment variable is set: the SDK silently sends `undefined`.",
            "The region: the account may be in the US while the client uses `RegionEU`.",
        ],
    },
    Status {
        code: 403,
        name: "Forbidden",
        again: Again::Never,
        meaning: "The key is valid, but the operation is not allowed.",
        places: &[
            (
                "Transactional messages",
                "the account is not approved yet, sending is turned off for the workspace, the channel is not enabled, \
                 or the attachment has a forbidden type.",
            ),
            ("Broadcasts", "the file with the recipients cannot be fetched."),
            ("App API", "possibly a key without the required scope: scopes exist, but the status is not documented."),
        ],
        check: &["The state of the account and the workspace.", "The scopes of the App API key."],
    },
    Status {
        code: 404,
        name: "Not Found",
        again: Again::Never,
        meaning: "The id or the endpoint does not exist.",
        places: &[
            (
                "App API",
                "documented for most operations: the person, campaign, broadcast, newsletter, segment, message, sender, \
                 export or snippet does not exist.",
            ),
            ("Track API", "not for unknown people: they are created, or ignored, with 200."),
            ("Transactional messages", "not for an unknown message: that is 400."),
        ],
        check: &["The id, and the workspace that the key belongs to.", "`url`, if the client sets it."],
    },
    Status {
        code: 405,
        name: "Method Not Allowed",
        again: Again::Never,
        meaning: "The endpoint does not support this method.",
        places: &[("Requests without the SDK", "a GET where the endpoint expects a POST.")],
        check: &["The method and the path of requests without the SDK."],
    },
    Status {
        code: 408,
        name: "Request Timeout",
        again: Again::Later,
        meaning: "The request did not arrive in time.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 409,
        name: "Conflict",
        again: Again::Never,
        meaning: "A linked resource or another constraint blocks the operation: an email that a journey uses cannot be \
                  deleted. No call that sends or tracks is documented to respond with it.",
        places: &[],
        check: &["`err.body`, which has the reason.", "Whether the resource is used elsewhere."],
    },
    Status {
        code: 413,
        name: "Content Too Large",
        again: Again::Never,
        meaning: "The request is too large.",
        places: &[
            ("Transactional messages", "attachments over 2 MB."),
            (
                "TrackClient.batch",
                "possibly: the limits (500 kB, and 32 kB for one operation) are documented, the status is not.",
            ),
        ],
        check: &["The size of attachments and batches."],
    },
    Status {
        code: 422,
        name: "Unprocessable Content",
        again: Again::Never,
        meaning: "The request is well formed, but its contents are invalid.",
        places: &[
            (
                "Broadcasts",
                "people who are not in the workspace, several kinds of recipients, an empty filter (`{}` as recipients \
                 up to 5.0.0), mistyped keys.",
            ),
            ("Newsletters", "an impossible schedule."),
            ("Transactional messages", "not documented: their mistakes are 400."),
        ],
        check: &[
            "The recipients: one of a filter, `ids`, `emails`, `per_user_data` and `data_file_url`.",
            "`getBroadcastTriggerErrors(broadcastId, triggerId)`, since 5.1: the error of each recipient.",
        ],
    },
    Status {
        code: 429,
        name: "Too Many Requests",
        again: Again::Later,
        meaning: "Too many requests in too short a time.",
        places: &[
            (
                "App API",
                "10 requests per second. The response has `Retry-After` in seconds, but not for a daily quota.",
            ),
            ("Transactional messages", "100 requests per second."),
            ("Broadcasts", "one trigger of a broadcast every 10 seconds."),
            ("Track API", "1000 requests per second (soft limit): more may also be slowed down or dropped."),
            ("Pipelines API", "3000 requests per 3 seconds (soft limit)."),
        ],
        check: &[
            "`err.response?.headers?.[\"retry-after\"]`, which may be missing. `err.headers` is always undefined.",
            "Loops that send one request per person: `batch` and `per_user_data` take many people at once.",
            "Your own retry loop around a client that already retries: 4 × 4 = 16 requests.",
        ],
    },
    Status {
        code: 500,
        name: "Internal Server Error",
        again: Again::Later,
        meaning: "Customer.io failed to process the request.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 502,
        name: "Bad Gateway",
        again: Again::Later,
        meaning: "A gateway got no valid response. The body is often HTML: the error then says \"Unable to parse JSON\" and \
                  has no `statusCode`, and the SDK does not retry.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 503,
        name: "Service Unavailable",
        again: Again::Later,
        meaning: "The API is temporarily unavailable. The body is often HTML: the error then says \"Unable to parse JSON\" \
                  and has no `statusCode`, and the SDK does not retry.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 504,
        name: "Gateway Timeout",
        again: Again::Later,
        meaning: "A gateway waited too long for the response.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 522,
        name: "Connection Timed Out",
        again: Again::Later,
        meaning: "A gateway could not connect (a Cloudflare code).",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 524,
        name: "A Timeout Occurred",
        again: Again::Later,
        meaning: "A gateway waited too long for the response (a Cloudflare code).",
        places: &[],
        check: NO_ANSWER,
    },
];

impl Status {
    /// The entry of a code that the APIs respond with.
    pub fn of(code: u16) -> Option<&'static Self> {
        STATUSES.binary_search_by_key(&code, |status| status.code).ok().map(|at| &STATUSES[at])
    }
}

/// Returns whether the same request may succeed later, for any code. A code that is not in the table is treated like
/// its family.
pub fn again(code: u16) -> Option<Again> {
    match (Status::of(code), code) {
        (Some(status), _) => Some(status.again),
        (None, 200..=299) => Some(Again::NotNeeded),
        (None, 300..=499) => Some(Again::Never),
        (None, 500..=599) => Some(Again::Later),
        (None, _) => None,
    }
}

/// The explanation of a status code, as Markdown that begins with a heading: for `explain` and for a hover. `None` for
/// a number that is not an HTTP status code.
pub fn explain(code: u16) -> Option<String> {
    let advice = again(code)?;
    let Some(status) = Status::of(code) else { return Some(unlisted(code, advice)) };
    let mut text = format!("# {code} {}\n\n{}\n\n", status.name, status.meaning);
    let _ = writeln!(text, "- retry: {}", advice_text(advice));
    let _ = writeln!(text, "- customerio-node: {}", of_the_sdk(code));
    for (place, meaning) in status.places {
        let _ = writeln!(text, "- {place}: {meaning}");
    }
    let _ = writeln!(text, "\n## What to check\n");
    for check in status.check {
        let _ = writeln!(text, "- {check}");
    }
    Some(text)
}

fn unlisted(code: u16, advice: Again) -> String {
    let family = match code {
        200..=299 => "success",
        300..=399 => "a redirect",
        400..=499 => "a client error",
        _ => "a server or gateway error",
    };
    format!(
        "# {code}\n\nNone of Customer.io's APIs is documented to respond with {code}; the number means {family}. It may \
         come from a proxy.\n\n- retry: {}\n- customerio-node: {}\n\n## What to check\n\n- `err.body`, which has the \
         response.\n- `url` and `dispatcher` or `agent` of the client, if it sets them.\n",
        advice_text(advice),
        of_the_sdk(code),
    )
}

fn advice_text(advice: Again) -> &'static str {
    match advice {
        Again::NotNeeded => "not needed",
        Again::Later => "yes, with exponential backoff",
        Again::Never => "no: the same request fails again",
    }
}

/// The reaction of the SDK to a code, in every version.
fn of_the_sdk(code: u16) -> String {
    let resolves: Vec<bool> = SUCCESS.states().map(|(_, success)| success.resolves(code)).collect();
    match (resolves.as_slice(), RETRY.newest()) {
        ([true, .., true], _) => "resolves".to_owned(),
        ([.., true], _) => "resolves since 5.0; rejects before".to_owned(),
        (_, Some(retry)) if retry.statuses.contains(&code) => {
            format!("retries up to {} times since 5.0; rejects immediately before", retry.most)
        }
        _ if matches!(code, 301 | 302 | 307 | 308) => {
            "follows the redirect since 3.5.1, correctly since 4.5.1; rejects before".to_owned()
        }
        _ => "rejects immediately".to_owned(),
    }
}
