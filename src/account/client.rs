//! Requests to Customer.io's APIs: GET alone, one after the other, within their rate limits, without
//! redirects.

use super::failure::{RequestFailure, Why, said};
use super::key::Access;
use super::pace::{Pace, wait};
use serde_json::Value;
use std::collections::HashSet;
use std::time::{Duration, SystemTime};
use ureq::Agent;
use ureq::http::Response;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Body, Error};

/// So large may a response be.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// So many pages may a list have.
const MOST_PAGES: usize = 1000;
/// So long is waited when the API asks for it.
const MOST_WAIT: u64 = 60;

/// How long a client waits, and how often it tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For one request, from the name of the host to the end of the response.
    pub timeout: Duration,
    /// So often is one request sent.
    pub tries: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(30), tries: 4 }
    }
}

/// A client of one of the APIs.
pub struct Client {
    agent: Agent,
    base: String,
    access: Access,
    patience: Patience,
    pace: Pace,
    skew: Option<i64>,
}

/// The request for a list, and its place in the response.
#[derive(Clone, Copy, Debug)]
pub(super) struct List<'a> {
    /// The path, with its parameters.
    pub path: &'a str,
    /// The key of the list in the response.
    pub key: &'static str,
}

/// Checks the address of an API.
///
/// # Errors
/// When it is no address, or one to which a key would be sent without encryption.
pub fn base_of(address: &str) -> Result<String, String> {
    let url = url::Url::parse(address).map_err(|error| format!("is not a URL: {error}"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("must not contain a user or a password".to_owned());
    }
    let is_local = match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => Ok(address.trim_end_matches('/').to_owned()),
        "http" if is_local => Ok(address.trim_end_matches('/').to_owned()),
        "http" => Err("must begin with https://, because the key is sent there".to_owned()),
        _ => Err("must begin with https://".to_owned()),
    }
}

impl Client {
    /// A client of the API at `base`, such as `https://api.customer.io/v1`.
    pub fn new(base: String, access: impl Into<Access>, patience: Patience) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(patience.timeout))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .max_idle_connections(1)
            .max_idle_connections_per_host(1)
            .user_agent(concat!("customerio-ls/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into(), base, access: access.into(), patience, pace: Pace::default(), skew: None }
    }

    /// Sends the next requests to another address.
    pub fn go_to(&mut self, base: String) {
        self.base = base;
    }

    /// The seconds that this machine's clock is ahead of the server's, as the last response had it.
    pub fn skew(&self) -> Option<i64> {
        self.skew
    }

    /// Asks for what is at a path.
    ///
    /// # Errors
    /// When the API refuses it, or gives no JSON.
    pub fn get(&mut self, path: &str) -> Result<Value, RequestFailure> {
        let fail = |why| RequestFailure { path: path.to_owned(), why };
        let mut tries = 0;
        loop {
            tries += 1;
            self.pace.next();
            let last = tries >= self.patience.tries;
            let mut response = match self.send(path) {
                Ok(response) => response,
                Err(_) if !last => {
                    wait(Duration::from_secs(u64::from(tries)));
                    continue;
                }
                Err(error) => return Err(fail(Why::Network(self.access.scrubbed(&self.describe(&error))))),
            };
            let status = response.status().as_u16();
            let date = response.headers().get("date").and_then(|value| value.to_str().ok());
            self.skew = date.and_then(ahead_of).or(self.skew);
            let retry_after: Option<u64> =
                response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
            let body = response.body_mut().with_config().limit(MOST_BYTES).read_to_vec();
            match (status, retry_after, body) {
                // Without the header a daily quota is used up, which no waiting helps.
                (429, Some(seconds), _) if !last && seconds <= MOST_WAIT => wait(Duration::from_secs(seconds.max(1))),
                (500.., _, _) if !last => wait(Duration::from_secs(u64::from(tries))),
                (200, _, Ok(body)) => {
                    return serde_json::from_slice(&body).map_err(|_| fail(Why::Shape("is not JSON")));
                }
                (200, _, Err(Error::BodyExceedsLimit(_))) => return Err(fail(Why::TooLarge)),
                (200, _, Err(_)) if !last => wait(Duration::from_secs(u64::from(tries))),
                (200, _, Err(error)) => return Err(fail(Why::Network(self.access.scrubbed(&self.describe(&error))))),
                (status, _, body) => {
                    return Err(fail(Why::Status(status, said(&body.unwrap_or_default(), &self.access))));
                }
            }
        }
    }

    fn send(&self, path: &str) -> Result<Response<Body>, Error> {
        let url = format!("{}{path}", self.base);
        let request = self.agent.get(url);
        match self.access.header() {
            Some(header) => request.header("Authorization", header.as_str()).call(),
            None => request.call(),
        }
    }

    /// Returns the error, without an address: that may contain a secret.
    fn describe(&self, error: &Error) -> String {
        match error {
            Error::Timeout(_) => format!("no response within {} seconds", self.patience.timeout.as_secs()),
            Error::HostNotFound => "the host was not found".to_owned(),
            Error::ConnectionFailed => "the connection failed".to_owned(),
            Error::Io(error) => format!("the connection failed: {}", error.kind()),
            Error::Tls(what) => format!("TLS: {what}"),
            Error::Rustls(error) => format!("TLS: {error}"),
            Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => "the proxy refused the connection".to_owned(),
            _ => "the request failed".to_owned(),
        }
    }

    /// Asks for a list, all pages of it.
    ///
    /// # Errors
    /// When one of its pages cannot be had.
    pub(super) fn list(&mut self, list: List<'_>) -> Result<Vec<Value>, RequestFailure> {
        all_pages(list, |path| self.get(path))
    }
}

/// The items of all pages of a list.
fn all_pages(
    list: List<'_>,
    mut get: impl FnMut(&str) -> Result<Value, RequestFailure>,
) -> Result<Vec<Value>, RequestFailure> {
    let fail = |why| RequestFailure { path: list.path.to_owned(), why };
    let (mut all, mut start) = (Vec::new(), String::new());
    let mut known = HashSet::new();
    while known.insert(start.clone()) {
        if known.len() > MOST_PAGES {
            return Err(fail(Why::TooLarge));
        }
        let path = match (start.is_empty(), list.path.contains('?')) {
            (true, _) => list.path.to_owned(),
            (false, has) => format!("{}{}start={start}", list.path, if has { '&' } else { '?' }),
        };
        let mut page = get(&path)?;
        let items = match page.get_mut(list.key).map(Value::take) {
            Some(Value::Array(items)) => items,
            Some(Value::Null) => Vec::new(),
            _ => return Err(fail(Why::Shape("does not contain the expected list"))),
        };
        // One list gives a further page after its last one.
        let is_last = items.is_empty();
        all.extend(items);
        match page["next"].as_str().filter(|next| !next.is_empty()) {
            Some(next) if !is_last => start = url::form_urlencoded::byte_serialize(next.as_bytes()).collect(),
            _ => return Ok(all),
        }
    }
    Err(fail(Why::Shape("repeats a page")))
}

/// A time as headers have it: `Sun, 06 Nov 1994 08:49:37 GMT`.
pub fn http_date(time: SystemTime) -> String {
    httpdate::fmt_http_date(time)
}

/// The seconds that this machine's clock is ahead of a time in a header.
fn ahead_of(date: &str) -> Option<i64> {
    let theirs = httpdate::parse_http_date(date).ok()?;
    let seconds = |time: Duration| i64::try_from(time.as_secs()).ok();
    match SystemTime::now().duration_since(theirs) {
        Ok(ahead) => seconds(ahead),
        Err(behind) => seconds(behind.duration()).map(|seconds| -seconds),
    }
}

#[cfg(test)]
mod tests {
    use super::{List, MOST_PAGES, all_pages, base_of};
    use crate::account::failure::Why;
    use serde_json::json;

    #[test]
    fn pages_of_a_list() {
        let pages = |count: usize| {
            let mut given = 0;
            let list = all_pages(List { path: "/x", key: "all" }, |_| {
                given += 1;
                Ok(json!({ "all": [given], "next": if given < count { given.to_string() } else { String::new() } }))
            });
            (given, list)
        };
        let (given, list) = pages(MOST_PAGES);
        assert_eq!((given, list.map(|list| list.len())), (MOST_PAGES, Ok(MOST_PAGES)));
        let (given, list) = pages(MOST_PAGES + 1);
        assert_eq!((given, list.map_err(|failure| failure.why)), (MOST_PAGES, Err(Why::TooLarge)));
    }

    #[test]
    fn keys_are_sent_encrypted() {
        assert_eq!(base_of("https://proxy.example/v1/").as_deref(), Ok("https://proxy.example/v1"));
        assert!(base_of("http://127.0.0.1:8080").is_ok() && base_of("http://localhost:1/v1").is_ok());
        for wrong in ["http://api.customer.io", "ftp://x", "x", "https://user:secret@x"] {
            assert!(base_of(wrong).is_err_and(|error| !error.contains("secret")), "{wrong}");
        }
    }
}
