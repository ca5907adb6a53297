//! Secrets in a `package.json`.

use super::hidden::Search;
use super::names::is_secret_name;
use crate::text::TextRange;
use std::ops::Range;

impl Search<'_> {
    /// Hides the strings of a `package.json` after the name of a secret: it has no expressions.
    pub(super) fn json(&mut self) {
        let text = self.whole();
        let strings = json_strings(&text);
        for pair in strings.windows(2) {
            let between = text[pair[0].end..pair[1].start].trim_matches(|c: char| c.is_whitespace() || c == '"');
            if between == ":" && is_secret_name(&text[pair[0].clone()]) {
                self.hide(TextRange::new(pair[1].start, pair[1].end), None);
            }
        }
    }
}

/// The strings of a JSON text, without their quotes.
fn json_strings(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut strings, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        if bytes[at] != b'"' {
            at += 1;
            continue;
        }
        let start = at + 1;
        at = start;
        while at < bytes.len() && !matches!(bytes[at], b'"' | b'\n') {
            at += if bytes[at] == b'\\' { 2 } else { 1 };
        }
        let end = at.min(bytes.len());
        strings.push(start..end);
        at += 1;
    }
    strings
}
