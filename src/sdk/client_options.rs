//! The options of the clients' constructors, and the effect of each.

use super::param::ParamType;
use super::{ClientKind, History, KnownVersion, Release, Versions, nearest};
use semver::Version;

/// The effect of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It does what it says.
    Works,
    /// It is taken and does nothing.
    Ignored,
    /// Not read by this version.
    Unread,
}

/// An option.
#[derive(Clone, Copy, Debug)]
pub struct ClientOption {
    /// Its name.
    pub name: &'static str,
    /// The type of its value.
    pub ty: ParamType,
    /// The only client that has it; `None` when all clients do.
    pub only: Option<ClientKind>,
    /// The effect over the versions.
    pub effect: History<Effect>,
    /// The description of its effect.
    pub what: &'static str,
    /// The alternative where it has no effect; may be empty.
    pub instead: &'static str,
}

use Effect::{Ignored, Unread, Works};

const fn option(name: &'static str, ty: ParamType, effect: History<Effect>, what: &'static str) -> ClientOption {
    ClientOption { name, ty, only: None, effect, what, instead: "" }
}

impl ClientOption {
    const fn only(mut self, kind: ClientKind) -> Self {
        self.only = Some(kind);
        self
    }
    const fn instead(mut self, instead: &'static str) -> Self {
        self.instead = instead;
        self
    }
}

/// Options of the `request` package, which sent the requests from 0.7 to 2.x.
const REQUEST_PACKAGE: History<Effect> =
    History::changed(Unread, &[(Release(0, 7, 0), Works), (Release(3, 0, 0), Ignored)]);
/// Options of `https.request`, which sent them from 3.0 to 4.x; the `request` package took them too.
const HTTPS: History<Effect> = History::changed(Unread, &[(Release(0, 7, 0), Works), (Release(5, 0, 0), Ignored)]);
/// Options of `fetch`, which sends them since 5.0.
const FETCH: History<Effect> = History::changed(Unread, &[(Release(5, 0, 0), Works)]);

const DISPATCHER: &str = "`dispatcher`, an `Agent` or `ProxyAgent` of undici";
const AGENT: &str = "`agent`; since 5.0 `dispatcher`";

/// The options, sorted by name. The constructor takes any other too and passes it to the HTTP layer: up to 2.x the
/// `request` package, from 3.0 `https.request`, since 5.0 `fetch`.
pub static CLIENT_OPTIONS: &[ClientOption] = &[
    option("agent", ParamType::Any, HTTPS, "The `https.Agent` that keeps connections or goes through a proxy")
        .instead(DISPATCHER),
    option(
        "apiUrl",
        ParamType::Text,
        History::changed(Unread, &[(Release(1, 0, 0), Works), (Release(3, 3, 4), Ignored)]),
        "The address at which the Track client finds the App API",
    )
    .only(ClientKind::Track),
    option("ca", ParamType::Any, HTTPS, "The certificate authorities to trust").instead(DISPATCHER),
    option("cert", ParamType::Any, HTTPS, "The client's certificate").instead(DISPATCHER),
    option("defaultContext", ParamType::Data, FETCH, "The `context` that every call carries")
        .only(ClientKind::Pipelines),
    option("dispatcher", ParamType::Any, FETCH, "The `Agent` or `ProxyAgent` of undici that connects"),
    option(
        "headers",
        ParamType::Data,
        History::changed(Unread, &[(Release(0, 7, 0), Works), (Release(3, 0, 0), Ignored), (Release(5, 0, 0), Works)]),
        "Further headers of every request",
    ),
    option("httpAgent", ParamType::Any, History::always(Ignored), "An option of axios").instead(AGENT),
    option("httpsAgent", ParamType::Any, History::always(Ignored), "An option of axios").instead(AGENT),
    option("keepAlive", ParamType::Flag, History::always(Ignored), "An option of `https.Agent`").instead(AGENT),
    option("keepalive", ParamType::Flag, FETCH, "Whether `fetch` may outlive the page; connections are kept anyway"),
    option("key", ParamType::Any, HTTPS, "The key of the client's certificate").instead(DISPATCHER),
    option("maxRedirects", ParamType::Number, REQUEST_PACKAGE, "The number of redirects to follow"),
    option("maxSockets", ParamType::Number, History::always(Ignored), "An option of `https.Agent`").instead(AGENT),
    option("proxy", ParamType::Any, REQUEST_PACKAGE, "The address of a proxy").instead(AGENT),
    option(
        "region",
        ParamType::Region,
        History::changed(Unread, &[(Release(1, 1, 0), Works)]),
        "`RegionUS`, which is the default, or `RegionEU`; anything else throws",
    ),
    option("rejectUnauthorized", ParamType::Flag, HTTPS, "Whether a certificate must be valid").instead(DISPATCHER),
    option(
        "retry",
        ParamType::Data,
        History::changed(Unread, &[(Release(5, 0, 0), Works)]),
        "How failed requests are repeated; `{ maxRetries: 0 }` turns that off",
    ),
    option("strictMode", ParamType::Flag, FETCH, "Whether the API says so when a call is wrong")
        .only(ClientKind::Pipelines),
    option(
        "timeout",
        ParamType::Milliseconds,
        History::changed(Unread, &[(Release(0, 7, 0), Works), (Release(3, 0, 0), Ignored), (Release(4, 5, 0), Works)]),
        "The time to wait for an answer, in milliseconds; 10,000 is the default",
    )
    .instead("4.5 or newer: from 3.0 to 4.4 a request without an answer hangs for ever"),
    option(
        "url",
        ParamType::Text,
        History::changed(Unread, &[(Release(1, 0, 0), Works)]),
        "The address of the API, instead of the region's host: for tests. From 3.0 to 4.5.1 only the host name and the path count",
    ),
];

/// The keys of `retry`, since 5.0.
pub static RETRY_OPTIONS: &[(&str, ParamType, &str)] = &[
    ("maxRetries", ParamType::Number, "The number of times that a request is repeated; 3"),
    ("maxTimeoutMs", ParamType::Milliseconds, "The longest pause; 5000"),
    ("maxTotalBackoffMs", ParamType::Milliseconds, "The longest sum of pauses in one call; 30,000"),
    ("minTimeoutMs", ParamType::Milliseconds, "The base of the first pause; 200"),
    ("respectRetryAfter", ParamType::Flag, "Whether the header Retry-After counts; it does"),
    ("retryAfterMaxSeconds", ParamType::Number, "The longest pause that Retry-After can ask for, in seconds; 300"),
    ("retryStatusCodes", ParamType::List, "The status codes that are repeated; 408, 429, 500, 502, 503, 504, 522, 524"),
];

impl ClientOption {
    /// The option of a client with this name.
    pub fn of(kind: ClientKind, name: &str) -> Option<&'static Self> {
        let kind = if kind == ClientKind::Legacy { ClientKind::Track } else { kind };
        CLIENT_OPTIONS.iter().find(|option| option.name == name && option.only.is_none_or(|only| only == kind))
    }
    /// Returns its effect in a version; `None` where that is not known.
    pub fn effect(&self, version: Option<&Version>) -> Option<Effect> {
        self.effect.at(version)
    }
}

/// The option that a key was most likely meant to be: for `Region` it is `region`. Only for keys that are not options;
/// `None` in versions newer than the table, and where nothing is near.
pub fn nearest_client_option(kind: ClientKind, name: &str, version: Option<&Version>) -> Option<&'static str> {
    if matches!(KnownVersion::of(version), KnownVersion::Newer(_)) || ClientOption::of(kind, name).is_some() {
        return None;
    }
    nearest(
        name,
        CLIENT_OPTIONS.iter().filter_map(|option| ClientOption::of(kind, option.name)).map(|option| option.name),
    )
}

/// The versions that send `url`'s requests over HTTPS to port 443, whatever scheme and port it names: measured with a
/// local server.
pub const URL_IS_HOST_AND_PATH: Versions = Versions::since(3, 0, 0).until(5, 0, 0);

/// The versions whose constructors throw for a `region` that is not a `Region`: a string, a plain object.
/// An empty string and `undefined` mean the US.
pub const REGION_IS_CHECKED: Versions = Versions::since(1, 1, 0);
