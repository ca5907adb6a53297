//! A tolerant reader for messages that the JSON reader refuses.
//!
//! Editors are programs in many languages: JavaScript writes half an emoji as `"\ud83d"`, Python writes numbers of any
//! size, and extensions nest their own data as deep as they like. None of it is worth a session, or even a request:
//! here such places are replaced by valid values. For a message that stays unreadable, the id to answer is found.

use tower_lsp::jsonrpc::Id;

/// Containers deeper than this become `null`: nothing of the protocol is nested half as deep, and the JSON reader stops
/// at 128.
const DEEPEST: usize = 100;

/// A message after a tolerant look at it.
#[derive(Debug, Default)]
pub struct Salvaged {
    /// The message with one U+FFFD for each half of a surrogate pair, and `null` for numbers out of range and for
    /// anything nested too deeply.
    pub text: String,
    /// True when it has a result or an error.
    pub is_response: bool,
    /// Its id, if that is one.
    pub id: Option<Id>,
    /// Its method.
    pub method: Option<String>,
    /// The document it is about.
    pub uri: Option<String>,
}

/// Reads `text` as far as it looks like JSON.
pub fn salvage(text: &str) -> Salvaged {
    let mut reader = Reader { text, at: 0, open: Vec::new(), out: Salvaged::default() };
    reader.out.text.reserve(text.len());
    while reader.step() {}
    reader.out
}

/// An object or a list that is not closed yet.
#[derive(Default)]
struct Open<'t> {
    is_object: bool,
    /// True when a string is a key now.
    at_key: bool,
    /// The key whose value comes, with its quotes.
    key: &'t str,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Open<'t>>,
    out: Salvaged,
}

impl<'t> Reader<'t> {
    /// Reads one token. Returns whether there was one.
    fn step(&mut self) -> bool {
        let Some(&first) = self.text.as_bytes().get(self.at) else { return false };
        match first {
            b'"' => self.string(),
            b'{' | b'[' if self.open.len() >= DEEPEST => {
                self.at = past_nested(self.text.as_bytes(), self.at);
                self.out.text.push_str("null");
            }
            b'{' | b'[' => {
                let is_object = first == b'{';
                self.open.push(Open { is_object, at_key: is_object, key: "" });
                self.copy(1);
            }
            b'}' | b']' => {
                self.open.pop();
                self.copy(1);
            }
            b',' => {
                if let Some(open) = self.open.last_mut() {
                    open.at_key = open.is_object;
                }
                self.copy(1);
            }
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let rest = &self.text[self.at..];
                let special = |byte: u8| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']' | b',' | b'-' | b'0'..=b'9');
                self.copy(rest.bytes().position(special).unwrap_or(rest.len()));
            }
        }
        true
    }

    fn copy(&mut self, length: usize) {
        self.out.text.push_str(&self.text[self.at..self.at + length]);
        self.at += length;
    }

    fn string(&mut self) {
        let start = self.at;
        let end = past_string(self.text.as_bytes(), start);
        let token = &self.text[start..end];
        let written = self.out.text.len();
        push_paired(&mut self.out.text, token);
        self.at = end;
        match self.open.last_mut() {
            Some(open) if open.at_key => {
                open.at_key = false;
                open.key = token;
                self.out.is_response |= self.open.len() == 1 && matches!(token, "\"result\"" | "\"error\"");
            }
            Some(_) => self.value(written),
            None => {}
        }
    }

    fn number(&mut self) {
        let rest = &self.text[self.at..];
        let part = |byte: u8| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9');
        let length = rest.bytes().position(|byte| !part(byte)).unwrap_or(rest.len());
        let written = self.out.text.len();
        match rest[..length].parse::<f64>() {
            Ok(number) if !number.is_finite() => {
                self.out.text.push_str("null");
                self.at += length;
            }
            _ => self.copy(length),
        }
        self.value(written);
    }

    /// Takes note of the value that was just written, from `start` on.
    fn value(&mut self, start: usize) {
        let value = &self.out.text[start..];
        match self.open.as_slice() {
            [message] if message.key == "\"id\"" => self.out.id = serde_json::from_str(value).ok(),
            [message] if message.key == "\"method\"" => self.out.method = serde_json::from_str(value).ok(),
            [message, params, document]
                if (message.key, params.key, document.key) == ("\"params\"", "\"textDocument\"", "\"uri\"") =>
            {
                self.out.uri = serde_json::from_str(value).ok();
            }
            _ => {}
        }
    }
}

/// The end of the string that begins at `start`; the end of the text if it is not closed.
fn past_string(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += found;
        if text[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    text.len()
}

/// The end of the container that begins at `start`; the end of the text if it is not closed.
fn past_nested(text: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0_usize);
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => {
                at = past_string(text, at);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return at + 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Writes the string token `token` with U+FFFD for each half of a surrogate pair without its other half: one unit of
/// UTF-16 for one, so that the client's positions stay right.
fn push_paired(out: &mut String, token: &str) {
    let mut rest = token;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let length = match (half(escape), escape.get(6..).and_then(half)) {
            (Some(Half::High), Some(Half::Low)) => 12,
            (Some(_), _) => {
                out.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            // The character after the backslash belongs to it, whatever it is.
            (None, _) => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    out.push_str(rest);
}

enum Half {
    High,
    Low,
}

/// The half of a surrogate pair that `text` begins with, as an escape.
fn half(text: &str) -> Option<Half> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match u16::from_str_radix(digits, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::High),
        0xDC00..=0xDFFF => Some(Half::Low),
        _ => None,
    }
}

/// Bytes that are UTF-8 but for surrogates, which some programs write as if they were characters. Pairs become the
/// character that they mean, single ones U+FFFD. `None` for any other bytes.
pub fn without_surrogates(bytes: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let error = match std::str::from_utf8(rest) {
            Ok(text) => {
                out.push_str(text);
                return Some(out);
            }
            Err(error) => error,
        };
        let (text, strange) = rest.split_at(error.valid_up_to());
        out.push_str(std::str::from_utf8(text).ok()?);
        let (first, second) = (surrogate(strange)?, strange.get(3..).and_then(surrogate));
        let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
        out.push(pair.unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = &strange[if pair.is_some() { 6 } else { 3 }..];
    }
}

/// The surrogate that `bytes` begin with, written as if it were a character.
fn surrogate(bytes: &[u8]) -> Option<u16> {
    match *bytes {
        [0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF, ..] => {
            Some(0xD000 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_pairs_are_replaced_one_for_one() {
        for (written, meant) in [
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""\uD83D\ude00""#, r#""\uD83D\ude00""#),
            (r#""\ude00\ud83d""#, r#""\ufffd\ufffd""#),
            (r#""\ud83d\ud83d\ude00x\\ud83d""#, r#""\ufffd\ud83d\ude00x\\ud83d""#),
            (r#""\\\ud83dé\u00e9\"\ud83""#, r#""\\\ufffdé\u00e9\"\ud83""#),
        ] {
            assert_eq!(salvage(written).text, meant);
            assert_eq!(salvage(&format!("[{{{written}:{written}}}]")).text, format!("[{{{meant}:{meant}}}]"));
        }
        assert_eq!(without_surrogates(b"a\xED\xA0\xBDb\xED\xA0\xBD\xED\xB8\x80").as_deref(), Some("a\u{fffd}b😀"));
        assert_eq!(without_surrogates(b"a\xFF"), None);
        assert_eq!(without_surrogates(b"a\xED\xA0"), None);
    }

    #[test]
    fn numbers_out_of_range_and_deep_nesting_become_null() {
        assert_eq!(
            salvage(r#"{"a":1e400,"b":[-1E999,1e40],"c":"1e400"}"#).text,
            r#"{"a":null,"b":[null,1e40],"c":"1e400"}"#
        );
        let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST));
        assert_eq!(salvage(&deep(r#"{"a":["]"]},1"#)).text, deep("null,1"));
        let open = "{\"a\":".repeat(100_000);
        assert!(serde_json::from_str::<serde_json::Value>(&salvage(&open).text).is_err());
    }

    #[test]
    fn it_is_found_out_whom_to_answer() {
        let broken = r#"{"jsonrpc":"2.0","id":7,"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.ts","text":"#;
        let found = salvage(broken);
        assert_eq!((found.id, found.method.as_deref()), (Some(Id::Number(7)), Some("textDocument/didOpen")));
        assert_eq!((found.uri.as_deref(), found.is_response), (Some("file:///a.ts"), false));
        let found = salvage(r#"{"id":{"id":1},"x":{"method":"a"},"result":[{"id":4}"#);
        assert_eq!((found.id, found.method, found.is_response), (None, None, true));
    }
}
