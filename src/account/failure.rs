//! The reason why a request failed.

use super::key::Access;
use crate::secrecy::mask;
use crate::text::plain;
use serde_json::Value;
use std::fmt::{self, Display, Formatter};

/// So many characters of what a server says are shown.
const MOST_SHOWN: usize = 300;

/// A longer reference is something else.
const LONGEST_REFERENCE: usize = 40;

/// A request that gave nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestFailure {
    /// The path that was asked for.
    pub path: String,
    /// The reason.
    pub why: Why,
}

/// The reason why a request failed.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The API refused it, with this status and what it says.
    Status(u16, String),
    /// The answer is no JSON, or not what it should be.
    Shape(&'static str),
    /// The answer is larger than this program reads.
    TooLarge,
    /// No answer came.
    Network(String),
}

impl RequestFailure {
    /// Returns whether the API refuses the key, or sends it to the other region.
    pub fn is_refused_key(&self) -> bool {
        matches!(self.why, Why::Status(401 | 301 | 302 | 307 | 308, _))
    }

    /// The status of the response, if one came.
    pub fn status(&self) -> Option<u16> {
        match self.why {
            Why::Status(status, _) => Some(status),
            _ => None,
        }
    }

    /// The outcome in a word or two: the status of the response, or what became of it.
    pub fn outcome(&self) -> String {
        match self.why {
            Why::Status(status, _) => status.to_string(),
            Why::Shape(_) => "not readable".to_owned(),
            Why::TooLarge => "too large".to_owned(),
            Why::Network(_) => "no response".to_owned(),
        }
    }

    /// The words of the API, if it said any.
    pub fn said(&self) -> Option<&str> {
        match &self.why {
            Why::Status(_, said) if !said.is_empty() => Some(said),
            _ => None,
        }
    }

    /// The reference at the end of them, by which Customer.io's support finds the request.
    pub fn reference(&self) -> Option<&str> {
        let (_, rest) = self.said()?.rsplit_once("(reference ")?;
        let (reference, _) = rest.split_once(')')?;
        let is_plain = !reference.is_empty() && reference.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (is_plain && reference.len() <= LONGEST_REFERENCE).then_some(reference)
    }

    /// The failure without the words of the API, which may hold anything.
    pub fn brief(&self) -> String {
        match &self.why {
            Why::Status(status, _) => {
                let why = Why::Status(*status, String::new());
                RequestFailure { path: self.path.clone(), why }.to_string()
            }
            _ => self.to_string(),
        }
    }

    /// Returns whether this request alone is refused: the key may not read this, or the account has no such thing.
    pub fn is_of_this_alone(&self) -> bool {
        matches!(self.why, Why::Status(403 | 404 | 405 | 410, _))
    }
}

impl Display for RequestFailure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "GET {}: ", self.path)?;
        match &self.why {
            Why::Status(status, said) => {
                write!(f, "{status}")?;
                if !said.is_empty() {
                    write!(f, " \"{said}\"")?;
                }
                f.write_str(match status {
                    401 => "; the key is wrong or revoked, or the account's IP allowlist excludes this machine",
                    403 => "; the key may lack the scope for this",
                    429 => "; the daily quota of the account may be used up",
                    300..=399 => "; redirects are not followed, the account may be in the other region",
                    _ => "",
                })
            }
            Why::Shape(what) => write!(f, "the response {what}"),
            Why::TooLarge => f.write_str("the response is too large"),
            Why::Network(what) => f.write_str(what),
        }
    }
}

/// Returns the message in the body of a refusal, in each of the forms that Customer.io's APIs have. Credentials are
/// hidden before anything is cut off, and no word is cut in two: a part of a key must not be left, nor one of an address
/// that is hidden later.
pub(super) fn said(body: &[u8], access: &Access) -> String {
    let Ok(body) = serde_json::from_slice::<Value>(body) else { return String::new() };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let listed = |list: &Value, key: &str| -> Vec<String> {
        let items = list.as_array().into_iter().flatten();
        items.filter_map(|item| text(item).or_else(|| text(item.get(key)?))).collect()
    };
    let mut all = listed(&body["errors"], "detail");
    all.extend(text(&body["meta"]["error"]));
    all.extend(listed(&body["meta"]["errors"], "detail"));
    let said = access.scrubbed(&all.join("; "));
    plain(beginning(&mask(&said))).into_owned()
}

/// The first words of a text; of one long word, its beginning.
fn beginning(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(MOST_SHOWN) else { return text };
    let (shown, rest) = text.split_at(end);
    match shown.rfind(char::is_whitespace) {
        Some(last) if !rest.starts_with(char::is_whitespace) => shown[..last].trim_end(),
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use crate::account::{Access, AppKey};
    use zeroize::Zeroizing;

    fn said(body: &[u8]) -> String {
        super::said(body, &Access::Open)
    }

    #[test]
    fn every_form_of_errors_is_read() {
        assert_eq!(
            said(br#"{"errors":[{"detail":"rate limited (reference a1)","status":"429"}]}"#),
            "rate limited (reference a1)"
        );
        assert_eq!(said(br#"{"meta":{"error":"unauthorized"}}"#), "unauthorized");
        assert_eq!(said(br#"{"meta":{"errors":["a","b"]}}"#), "a; b");
        for other in ["", "<html>", "[]", "{\"errors\":null}", "{\"errors\":[1]}"] {
            assert_eq!(said(other.as_bytes()), "");
        }
        assert_eq!(said(format!("{{\"meta\":{{\"error\":\"{}\"}}}}", "x".repeat(1000)).as_bytes()).len(), 300);
    }

    #[test]
    fn what_is_hidden_later_is_not_cut_in_two() {
        let body = |words: &str| format!("{{\"meta\":{{\"error\":\"{words}\"}}}}");
        for (before, hidden) in
            [(290, "ada@person.example"), (290, "5d41402abc4b2a76b9719d911017c592"), (290, "user-4711-of-the-shop")]
        {
            let head = format!("{} ", "x".repeat(before));
            let shown = said(body(&format!("{head}{hidden} was not found")).as_bytes());
            assert_eq!(shown, head.trim_end(), "{hidden}");
        }
        // A key that is not of this request.
        let shown = said(body(&format!("{}5d41402abc4b2a76b9719d911017c592", "x ".repeat(10))).as_bytes());
        assert!(shown.ends_with(&"*".repeat(32)), "{shown}");
        // At the end of a word nothing is lost.
        let words = format!("{} {}", "x".repeat(200), "y".repeat(99));
        assert_eq!(said(body(&format!("{words} z")).as_bytes()), words);
    }

    #[test]
    fn a_key_is_hidden_wherever_the_message_is_cut_off() {
        let key = "5d41402abc4b2a76b9719d911017c592";
        let access = Access::from(AppKey::of(Zeroizing::new(key.to_owned())).unwrap());
        for before in 260..=300 {
            let body = format!("{{\"meta\":{{\"error\":\"{}{key}\"}}}}", "x".repeat(before));
            let shown = super::said(body.as_bytes(), &access);
            assert_eq!(shown.trim_start_matches('x'), &"***"[..3.min(300 - before)], "{before}: {shown}");
        }
    }
}
