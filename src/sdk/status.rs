//! What the status codes of Customer.io's APIs mean, whether to try again, and what to look at.

use super::transport::{RETRY, SUCCESS};
use std::fmt::Write;

/// Whether the same request may succeed later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It succeeded.
    NotNeeded,
    /// Later it may, unchanged.
    Later,
    /// Never, unless something is changed.
    Never,
}

/// A status code.
#[derive(Clone, Copy, Debug)]
pub struct Status {
    /// The code.
    pub code: u16,
    /// Its name in HTTP.
    pub name: &'static str,
    /// Whether the same request may succeed later.
    pub again: Again,
    /// What it means, in a sentence or two.
    pub meaning: &'static str,
    /// What it means in particular: where it comes from, and what it says there.
    pub places: &'static [(&'static str, &'static str)],
    /// What to look at.
    pub check: &'static [&'static str],
}

const NO_ANSWER: &[&str] = &[
    "https://status.customer.io",
    "Whether the call may be repeated: an email or a broadcast may have gone out all the same.",
];

/// The status codes that the APIs answer, and those that stand between them and the code, sorted.
pub static STATUSES: &[Status] = &[
    Status {
        code: 200,
        name: "OK",
        again: Again::NotNeeded,
        meaning: "The request was taken. That is no promise that it did something.",
        places: &[
            (
                "Track API",
                "also for identifiers that cannot be used and for times that are none: the activity log then has a \
                 \"Failed attribute change\", or the time is replaced by now.",
            ),
            (
                "Pipelines API",
                "for everything, even what is too large and dropped, unless the client has `strictMode`.",
            ),
        ],
        check: &["The person's activity log, when something that was accepted does not show."],
    },
    Status {
        code: 204,
        name: "No Content",
        again: Again::NotNeeded,
        meaning: "The request was taken; there is nothing to say.",
        places: &[(
            "customerio-node up to 4.5.1",
            "rejects all the same, as \"Unknown error\": only 200 and 201 resolve.",
        )],
        check: &["The SDK's version, when it rejects."],
    },
    Status {
        code: 207,
        name: "Multi-Status",
        again: Again::Never,
        meaning: "Some operations of a batch failed, the others were taken.",
        places: &[(
            "TrackClient.batch",
            "resolves; `errors` tells for each failed operation its `batch_index` and why.",
        )],
        check: &["`errors` of the result. Send those operations again, corrected; not the whole batch."],
    },
    Status {
        code: 301,
        name: "Moved Permanently",
        again: Again::Never,
        meaning: "The account is in the other region. The body says \"wrong datacenter\". Documented for the Track API; the App API \
                  has answered 301 and 401 in reports.",
        places: &[
            ("customerio-node up to 3.5.0", "rejects with this status."),
            ("customerio-node 3.5.1 to 4.5.0", "follows the redirect with the wrong body: reads and writes fail."),
            ("customerio-node since 4.5.1", "follows the redirect; the data passes through the other region."),
        ],
        check: &["`region` of the client: it is `RegionUS` unless you say `RegionEU`."],
    },
    Status {
        code: 400,
        name: "Bad Request",
        again: Again::Never,
        meaning: "The request is not well formed, or says something that is not so.",
        places: &[
            ("Track API", "invalid JSON, a missing name, an event that is too large."),
            ("TrackClient.mergeCustomers", "two identifiers on one side."),
            (
                "Transactional messages",
                "a message that does not exist, a missing field, a sender whose domain is not verified, an attachment \
                 that is not in base64, a body that is too large (the documentation says 2048 KB in one place, and \
                 1 MB without attachments in another). These are 400, not 422.",
            ),
            ("Pipelines API", "only with `strictMode`."),
        ],
        check: &[
            "`err.body`: its JSON has the reason, which `err.message` often has not.",
            "For transactional messages: `transactional_message_id`, `to` and `identifiers`.",
        ],
    },
    Status {
        code: 401,
        name: "Unauthorized",
        again: Again::Never,
        meaning: "The credentials are missing, wrong, or of the wrong kind.",
        places: &[
            ("Track API", "wants the Site ID and the Track API key."),
            (
                "App API",
                "expects an App API key. Also for an account in the other region. A key that allows other IP addresses \
                 only is denied; with which status is not documented.",
            ),
            ("Pipelines API", "wants the write key of the source; with `strictMode` only."),
        ],
        check: &[
            "The kind of the key: `new TrackClient(siteId, trackApiKey)`, `new APIClient(appApiKey)`.",
            "Whether the environment variable is set: the SDK sends `undefined` without a word.",
            "The region, when the account is in the US and the client says `RegionEU`.",
        ],
    },
    Status {
        code: 403,
        name: "Forbidden",
        again: Again::Never,
        meaning: "The key is known, but what is asked is not allowed.",
        places: &[
            (
                "Transactional messages",
                "the account is not approved yet, the workspace is set not to send, the channel is not switched on, or \
                 the attachment is of a forbidden type.",
            ),
            ("Broadcasts", "the file with the recipients cannot be fetched."),
            ("App API", "possibly a key without the scope: scopes are mentioned, their status is not documented."),
        ],
        check: &["The state of the account and the workspace.", "The scopes of the App API key."],
    },
    Status {
        code: 404,
        name: "Not Found",
        again: Again::Never,
        meaning: "There is nothing with this id, or no such endpoint.",
        places: &[
            (
                "App API",
                "documented for most operations: people, campaigns, broadcasts, newsletters, segments, messages, senders, \
                 exports and snippets without this id.",
            ),
            ("Track API", "not for unknown people: these are added, or ignored, with 200."),
            ("Transactional messages", "not for an unknown message: that is 400."),
        ],
        check: &["The id, and the workspace that the key belongs to.", "`url`, when the client has one."],
    },
    Status {
        code: 405,
        name: "Method Not Allowed",
        again: Again::Never,
        meaning: "The endpoint does not know this verb.",
        places: &[("Requests without the SDK", "a GET where a POST is wanted.")],
        check: &["The verb and the path of hand-made requests."],
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
        check: &["`err.body`, which has the reason.", "What else uses the same resource."],
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
        meaning: "The request is well formed and makes no sense.",
        places: &[
            (
                "Broadcasts",
                "people who are not in the workspace, several kinds of recipients, an empty filter (`{}` as recipients \
                 up to 5.0.0), mistyped keys.",
            ),
            ("Newsletters", "a schedule that cannot be."),
            ("Transactional messages", "not documented: what is wrong with them is 400."),
        ],
        check: &[
            "The recipients: one of a filter, `ids`, `emails`, `per_user_data` and `data_file_url`.",
            "`getBroadcastTriggerErrors(broadcastId, triggerId)`, since 5.1: what went wrong for whom.",
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
        meaning: "Something broke at Customer.io's.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 502,
        name: "Bad Gateway",
        again: Again::Later,
        meaning: "A gateway had no answer. Often the body is HTML: then the error says \"Unable to parse JSON\", has no \
                  `statusCode`, and the SDK does not repeat the request.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 503,
        name: "Service Unavailable",
        again: Again::Later,
        meaning: "The API does not answer right now. Often the body is HTML: then the error says \"Unable to parse JSON\", \
                  has no `statusCode`, and the SDK does not repeat the request.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 504,
        name: "Gateway Timeout",
        again: Again::Later,
        meaning: "A gateway waited too long for the answer.",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 522,
        name: "Connection Timed Out",
        again: Again::Later,
        meaning: "A gateway could not connect (a code of Cloudflare's).",
        places: &[],
        check: NO_ANSWER,
    },
    Status {
        code: 524,
        name: "A Timeout Occurred",
        again: Again::Later,
        meaning: "A gateway waited too long for the answer (a code of Cloudflare's).",
        places: &[],
        check: NO_ANSWER,
    },
];

impl Status {
    /// The entry of a code that the APIs answer.
    pub fn of(code: u16) -> Option<&'static Self> {
        STATUSES.binary_search_by_key(&code, |status| status.code).ok().map(|at| &STATUSES[at])
    }
}

/// Whether the same request may succeed later, for any code. A code that is not in the table goes with its family.
pub fn again(code: u16) -> Option<Again> {
    match (Status::of(code), code) {
        (Some(status), _) => Some(status.again),
        (None, 200..=299) => Some(Again::NotNeeded),
        (None, 300..=499) => Some(Again::Never),
        (None, 500..=599) => Some(Again::Later),
        (None, _) => None,
    }
}

/// What a status code means, as Markdown that begins with a heading: for `explain` and for a hover. `None` for a number
/// that is no status code of HTTP.
pub fn explain(code: u16) -> Option<String> {
    let advice = again(code)?;
    let Some(status) = Status::of(code) else { return Some(unlisted(code, advice)) };
    let mut text = format!("# {code} {}\n\n{}\n\n", status.name, status.meaning);
    let _ = writeln!(text, "- retry: {}", advice_text(advice));
    let _ = writeln!(text, "- customerio-node: {}", of_the_sdk(code));
    for (place, meaning) in status.places {
        let _ = writeln!(text, "- {place}: {meaning}");
    }
    let _ = writeln!(text, "\n## What to look at\n");
    for check in status.check {
        let _ = writeln!(text, "- {check}");
    }
    Some(text)
}

fn unlisted(code: u16, advice: Again) -> String {
    let family = match code {
        200..=299 => "success",
        300..=399 => "a redirect",
        400..=499 => "a refusal",
        _ => "a failure of a server, or of what stands before it",
    };
    format!(
        "# {code}\n\nNone of Customer.io's APIs is documented to answer {code}; by its number it is {family}. It may come \
         from a proxy in between.\n\n- retry: {}\n- customerio-node: {}\n\n## What to look at\n\n- `err.body`, which \
         has what was answered.\n- `url` and `dispatcher` or `agent` of the client, when it has one.\n",
        advice_text(advice),
        of_the_sdk(code),
    )
}

fn advice_text(advice: Again) -> &'static str {
    match advice {
        Again::NotNeeded => "no need",
        Again::Later => "yes, with exponential backoff",
        Again::Never => "no: the same request fails again",
    }
}

/// What the SDK makes of a code, in every version.
fn of_the_sdk(code: u16) -> String {
    let resolves: Vec<bool> = SUCCESS.states().map(|(_, success)| success.resolves(code)).collect();
    match (resolves.as_slice(), RETRY.newest()) {
        ([true, .., true], _) => "resolves".to_owned(),
        ([.., true], _) => "resolves since 5.0; rejects before".to_owned(),
        (_, Some(retry)) if retry.statuses.contains(&code) => {
            format!(
                "since 5.0 it repeats the request by itself, up to {} times; before, it rejects at once",
                retry.most
            )
        }
        _ if matches!(code, 301 | 302 | 307 | 308) => {
            "follows since 3.5.1, rightly since 4.5.1; rejects before".to_owned()
        }
        _ => "rejects at once".to_owned(),
    }
}
