//! Fields that name the kind of their value beside it: `<input type="password" value="…">`,
//! `{ name: "apiKey", value: "…" }`.

use super::hidden::{Search, is_placeholder};
use super::names::{is_secret_name, stands_for_itself};
use super::written::end_of;
use crate::facts::{ExprId, ExprKind, Key, Property};
use std::ops::Range;

/// The attributes that hold the value of a field, in lower case and without hyphens.
const VALUES: &[&str] = &["value", "defaultvalue", "initialvalue", "modelvalue", "content", "val"];

/// The attributes that name a field.
const NAMES: &[&str] = &["name", "id", "key", "autocomplete", "property", "itemprop", "field", "header", "label"];

/// Returns whether something of a field says that its value is a secret.
fn says_secret(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "type" && value.eq_ignore_ascii_case("password") || NAMES.contains(&name.as_str()) && is_secret_name(value)
}

/// Returns whether this holds the value of a field.
fn is_value(name: &str) -> bool {
    let name = name.trim_start_matches("v-bind:").trim_start_matches("bind:").trim_start_matches([':', '[']);
    let name = name.trim_end_matches(']').replace('-', "").to_ascii_lowercase();
    VALUES.contains(&name.as_str())
}

impl Search<'_> {
    /// Looks at an object that may describe a field.
    pub(super) fn field(&mut self, unit: usize, properties: &[Property]) {
        let entries = || {
            properties.iter().filter_map(|property| match property {
                Property::Entry { key: Key::Name(key), value, .. } => Some((key, *value)),
                _ => None,
            })
        };
        let text = |search: &Self, value: ExprId| match &search.expr((unit, search.units[unit].0.peeled(value))).kind {
            ExprKind::String(text) => Some(text.clone()),
            _ => None,
        };
        if !entries().any(|(key, value)| text(self, value).is_some_and(|text| says_secret(key, &text))) {
            return;
        }
        for (_, value) in entries().filter(|(key, _)| is_value(key)) {
            if text(self, value).is_none_or(|text| !stands_for_itself("password", &text)) {
                self.mark((unit, value), false);
            }
        }
    }
}

/// The values of the fields of markup, in any kind of markup.
pub(super) fn filled(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    for open in memchr::memchr_iter(b'<', bytes) {
        if !bytes.get(open + 1).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let attributes = attributes(text, open + 1);
        if attributes.iter().any(|(name, value)| says_secret(name, &text[value.clone()])) {
            let values = attributes.into_iter().filter(|(name, _)| is_value(name)).map(|(_, value)| value);
            all.extend(values.filter(|value| {
                let value = &text[value.clone()];
                let is_code = value.contains("${") || value.contains("{{");
                !(is_code || value.is_empty() || is_placeholder(value) || stands_for_itself("password", value))
            }));
        }
    }
    all
}

/// The attributes of the tag whose name begins at `at`, up to its end or to text outside of the tag.
fn attributes(text: &str, at: usize) -> Vec<(&str, Range<usize>)> {
    let bytes = text.as_bytes();
    let past = |at: usize, is: fn(u8) -> bool| at + bytes[at..].iter().take_while(|&&b| is(b)).count();
    let mut at = past(at, |b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b':' | b'_'));
    let mut all = Vec::new();
    loop {
        at = past(at, |b| b.is_ascii_whitespace());
        let start = at;
        at = past(at, |b| {
            b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b':' | b'_' | b'$' | b'@' | b'[' | b']')
        });
        if start == at {
            match bytes.get(at) {
                // `{...props}`
                Some(b'{') => match memchr::memchr2(b'}', b'\n', &bytes[at..]) {
                    Some(end) => at += end + 1,
                    None => return all,
                },
                _ => return all,
            }
            continue;
        }
        let name = &text[start..at];
        let sign = past(at, |b| b.is_ascii_whitespace());
        if bytes.get(sign) != Some(&b'=') {
            continue;
        }
        let mut value = past(sign + 1, |b| b.is_ascii_whitespace());
        let braced = bytes.get(value) == Some(&b'{');
        if braced {
            value = past(value + 1, |b| b.is_ascii_whitespace());
        }
        match bytes.get(value) {
            Some(b'"' | b'\'' | b'`') => {
                let Some(end) = end_of(bytes, value) else { return all };
                all.push((name, value + 1..end));
                at = end + 1;
            }
            Some(_) if !braced => {
                at =
                    past(value, |b| !b.is_ascii_whitespace() && !matches!(b, b'>' | b'<' | b'"' | b'\'' | b'`' | b';'));
                all.push((name, value..at));
            }
            _ => at = value,
        }
        if braced {
            match memchr::memchr2(b'}', b'\n', &bytes[at..]) {
                Some(end) => at += end + 1,
                None => return all,
            }
        }
    }
}
