//! The forms of credentials.

use std::borrow::Cow;
use std::ops::Range;

/// Prefixes of keys that tell whose they are, and how many characters follow at least. Those of Customer.io come first.
const PREFIXES: &[(&[u8], usize)] = &[
    (b"sa_live_", 8),
    (b"sa_test_", 8),
    (b"ak_", 8),
    (b"wk_", 8),
    (b"sk_live_", 8),
    (b"sk_test_", 8),
    (b"rk_live_", 8),
    (b"rk_test_", 8),
    (b"whsec_", 8),
    (b"ghp_", 16),
    (b"gho_", 16),
    (b"ghs_", 16),
    (b"github_pat_", 16),
    (b"glpat-", 16),
    (b"npm_", 30),
    (b"xoxb-", 10),
    (b"xoxp-", 10),
    (b"shpat_", 16),
    (b"sk-", 20),
    (b"AKIA", 16),
    (b"AIza", 30),
    (b"eyJ", 12),
];

/// Site IDs and Track API keys have 20 hexadecimal digits, App API keys 32, signing keys 64.
const SHORTEST_HEX: usize = 20;

/// Ids of MongoDB, which are in nearly every code that sends ids.
const OBJECT_ID: usize = 24;

/// A prefix with what follows it has this length at least: nothing shorter is looked at.
const SHORTEST_WITH_PREFIX: usize = 11;

/// Shorter runs of Base64 may be words.
const SHORTEST_BASE64: usize = 24;

/// `text` with all that has the shape of a credential replaced by asterisks, byte for byte, so that offsets stay true:
/// long hexadecimal numbers, keys with a known prefix, what follows `Basic` and `Bearer`, the user and the password of
/// an address, and long runs of Base64.
pub fn mask(text: &str) -> Cow<'_, str> {
    let found = found(text);
    if found.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(starred(text, found)) }
}

/// Returns whether `text` holds something that [`mask`] hides.
pub fn holds_secret(text: &str) -> bool {
    !found(text).is_empty()
}

/// Returns the part of a misplaced value that may be shown: words and versions; all else may be a credential that
/// slipped into the wrong line.
pub fn echo(value: &str) -> &str {
    let is_version = value.len() <= 16 && value.bytes().all(|b| b.is_ascii_digit() || b".x^~<>=*| -".contains(&b));
    if is_version || is_name(value, 0) { value } else { "…" }
}

/// As [`echo`], for the name of a setting or a rule, which may have a digit or two.
pub fn echo_name(name: &str) -> &str {
    if is_name(name, 2) { name } else { "…" }
}

fn is_name(text: &str, most_digits: usize) -> bool {
    const MOST: usize = 48;
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b' ' | b'/' | b'.');
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.len() <= MOST && digits <= most_digits && text.bytes().all(is_letter)
}

/// `text` with the given ranges replaced by asterisks; line breaks stay.
pub(super) fn starred(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in ranges {
        let range = range.start.min(bytes.len())..range.end.min(bytes.len());
        for byte in &mut bytes[range] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b'*';
            }
        }
    }
    // A range that cuts a character in two leaves the rest of it.
    String::from_utf8(bytes).unwrap_or_else(|error| {
        error.into_bytes().into_iter().map(|b| if b.is_ascii() { b as char } else { '*' }).collect()
    })
}

/// The places in `text` with the shape of a credential.
pub(super) fn found(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b':' && bytes[at..].starts_with(b"://") {
            at += 3;
            at = user_info(bytes, at, &mut found).unwrap_or(at);
            continue;
        }
        if !is_word(bytes[at]) {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|&&b| is_word(b)).count();
        if let Some(token) = after_scheme(bytes, at, end) {
            at = token.end;
            found.push(token);
            continue;
        }
        in_word(bytes, at, end, &mut found);
        at = end;
    }
    base64(bytes, &mut found);
    found
}

/// The user and the password before the host of an address, without the parts from `${…}`. Returns where they end.
fn user_info(bytes: &[u8], start: usize, found: &mut Vec<Range<usize>>) -> Option<usize> {
    let (mut at, mut depth, mut last) = (start, 0_u32, None);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'{' if bytes[at - 1] == b'$' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            b'@' if depth == 0 => last = Some(at),
            b'/' | b'?' | b'#' | b'"' | b'\'' | b'`' | b'<' | b'>' if depth == 0 => break,
            b if b.is_ascii_whitespace() && depth == 0 => break,
            b'\n' => break,
            _ => {}
        }
        at += 1;
    }
    let last = last?;
    let (mut at, mut piece) = (start, start);
    let take = |piece: Range<usize>, found: &mut Vec<Range<usize>>| {
        if !piece.is_empty() {
            found.push(piece);
        }
    };
    while at < last {
        if bytes[at..].starts_with(b"${") {
            take(piece..at, found);
            at += bytes[at..last].iter().position(|&b| b == b'}').map_or(last - at, |length| length + 1);
            piece = at;
        } else if bytes[at] == b':' {
            take(piece..at, found);
            at += 1;
            piece = at;
        } else {
            at += 1;
        }
    }
    take(piece.min(last)..last, found);
    Some(last)
}

/// The token after `Basic` or `Bearer`, which is the word at `start..end`.
fn after_scheme(bytes: &[u8], start: usize, end: usize) -> Option<Range<usize>> {
    const LONG: usize = 24;
    let word = &bytes[start..end];
    let basic = word.eq_ignore_ascii_case(b"basic");
    if !(basic || word.eq_ignore_ascii_case(b"bearer")) {
        return None;
    }
    let blanks = bytes[end..].iter().take_while(|&&b| b == b' ').count();
    let token = end + blanks;
    let is_token = |b: u8| is_base64(b) || (!basic && matches!(b, b'.' | b'~'));
    let length = bytes[token..].iter().take_while(|&&b| is_token(b)).count();
    let letters = &bytes[token..token + length];
    let has = |test: fn(&u8) -> bool| letters.iter().any(test);
    // `Basic authentication` and `Bearer token` are words; both kinds of tokens have digits, or are longer than words.
    let is_secret = blanks > 0
        && (length >= LONG
            || (length >= 6 && has(u8::is_ascii_digit) && (!basic || has(u8::is_ascii_uppercase)))
            || (length >= 6 && letters.ends_with(b"=")));
    is_secret.then_some(token..token + length)
}

/// Finds the secret part of a word, which may have parts between `_` and `-`.
fn in_word(bytes: &[u8], start: usize, end: usize, found: &mut Vec<Range<usize>>) {
    // Every text that is said or shown comes by here, and nearly all words are words.
    if end - start < SHORTEST_WITH_PREFIX || !bytes[start..end].iter().any(u8::is_ascii_digit) {
        return;
    }
    let starts_part = |at: usize| at == start || matches!(bytes[at - 1], b'_' | b'-');
    for at in (start..end).filter(|&at| starts_part(at)) {
        let rest = &bytes[at..end];
        for (prefix, shortest) in PREFIXES {
            if let Some(secret) = rest.strip_prefix(*prefix)
                // `ak_key_from_settings` is a name; keys have digits.
                && secret.len() >= *shortest
                && secret.iter().any(u8::is_ascii_digit)
            {
                let from = at + prefix.len();
                // The parts of a JSON Web Token have dots between them.
                let dotted = |&&b: &&u8| is_word(b) || (*prefix == b"eyJ" && b == b'.');
                let to = from + bytes[from..].iter().take_while(dotted).count();
                found.push(from..to);
                return;
            }
        }
    }
    let mut at = start;
    while at < end {
        let length = bytes[at..end].iter().take_while(|b| b.is_ascii_hexdigit()).count();
        let run = at..at + length;
        let alone = (at == start || !bytes[at - 1].is_ascii_alphanumeric())
            && (run.end == end || !bytes[run.end].is_ascii_alphanumeric());
        let digits = bytes[run.clone()].iter().filter(|b| b.is_ascii_digit()).count();
        // What is grown together with a word (`signup5f1d…`) has its own letters at the edge.
        let enough = if alone { 1 } else { 4 };
        if length >= SHORTEST_HEX && !(alone && length == OBJECT_ID) && digits >= enough {
            found.push(run);
        }
        at += length.max(1);
    }
}

/// Runs of Base64 in which small and capital letters and digits change as they do at random, and not as in names.
fn base64(bytes: &[u8], found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|&&b| is_base64(b)).count();
        let run = &bytes[at..at + length];
        if length >= SHORTEST_BASE64 {
            let kind = |b: u8| match b {
                b'a'..=b'z' => 1,
                b'A'..=b'Z' => 2,
                b'0'..=b'9' => 3,
                _ => 0,
            };
            let has = |wanted: u8| run.iter().filter(|&&b| kind(b) == wanted).count();
            let changes = run
                .windows(2)
                .filter(|pair| kind(pair[0]) != kind(pair[1]) && kind(pair[0]) != 0 && kind(pair[1]) != 0)
                .count();
            if has(1) > 0 && has(2) > 0 && has(3) >= 2 && changes * 5 >= length * 2 {
                found.push(at..at + length);
            }
        }
        at += length.max(1);
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::{echo, mask};

    #[test]
    fn credentials_are_hidden_and_nothing_else() {
        for (text, masked) in [
            ("'0123456789abcdef0123'", "'********************'"),
            ("\"0123456789abcdef0123456789abcdef\"", "\"********************************\""),
            ("ak_0123456789", "ak_**********"),
            ("é'sa_live_abcdefg1'", "é'sa_live_********'"),
            ("'Basic bm90OmEtcmVhbC1rZXktYXQtYWxs+/=='", "'Basic ********************************'"),
            ("`a:0123456789ABCDEF0123`", "`a:********************`"),
            ("signed_up_0123456789abcdef0123", "signed_up_********************"),
            ("signup0123456789abcdef0123", "signup********************"),
            ("bearer abc123", "bearer ******"),
            ("https://site:key@track.customer.io/", "https://****:***@track.customer.io/"),
            ("https://${id}:key@host", "https://${id}:***@host"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.x-Y_z", "eyJ*********************************"),
            ("kJ8f3Q9zL2xP7vB4nM6tR1wY5", "*************************"),
        ] {
            if text.starts_with("eyJ") {
                assert!(!mask(text).contains("zdWIi") && !mask(text).contains("x-Y_z"), "{}", mask(text));
                continue;
            }
            assert_eq!(mask(text), masked);
        }
        let signing = "5f1d7a84cfa2039b".repeat(4);
        assert_eq!(mask(&signing), "*".repeat(64));
        for text in [
            "Basic authentication",
            "Bearer authentication",
            "Bearer ${key}",
            "0123456789",
            "0123456789abcdef012",
            "deadbeefdeadbeefcafe_",
            "ak_key_from_settings",
            "1717171717171",
            "64b7f3a2c9e1d05a7b8c9d0e",
            "getCustomersByEmailAddressVersion2",
            "https://${id}:${key}@host/a@b",
            "https://cdn.example.com/@scope/package@1.2.3",
            "2026-01-01T00:00:00.000Z",
            "5f1d7a84-cfa2-039b-e5f1-d7a84cfa2039",
        ] {
            assert_eq!(mask(text), text);
        }
    }

    #[test]
    fn what_is_passed_over_is_shorter_than_every_key() {
        let shortest = super::PREFIXES.iter().map(|(prefix, shortest)| prefix.len() + shortest).min();
        assert_eq!(shortest, Some(super::SHORTEST_WITH_PREFIX));
        const { assert!(super::SHORTEST_WITH_PREFIX <= super::SHORTEST_HEX) };
    }

    #[test]
    fn only_words_and_versions_are_repeated() {
        for value in ["us", "timestamp miliseconds", "5.x", "^5.2", "warn"] {
            assert_eq!(echo(value), value);
        }
        for value in ["hunter2", "5f1d7a84-cfa2-039b-e5f1-d7a84cfa2039", "p@ss"] {
            assert_eq!(echo(value), "…");
        }
    }
}
