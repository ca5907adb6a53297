//! What a secret is compared with that is behind no `=`: the labels of a `switch`, and regular expressions.

use super::names::is_secret_name;
use super::written::{LONGEST, end_of, lies_in, name_before};
use std::ops::Range;

/// Shorter ones are words of a language or states, also where they have digits.
const SHORTEST: usize = 6;

/// Returns whether a text may be a credential, and not a word.
fn is_likely(text: &str) -> bool {
    text.len() >= SHORTEST && text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Returns whether one of the words of some code is the name of a secret.
fn names_secret(code: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$');
    code.split(|c| !is_word(c)).any(is_secret_name)
}

/// The labels of each `switch` of a secret.
pub(super) fn labels(text: &str, literals: &[Range<usize>], comments: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    for found in memchr::memmem::find_iter(bytes, b"switch") {
        if lies_in(literals, found) || lies_in(comments, found) {
            continue;
        }
        let rest = &text[found + "switch".len()..];
        let open = text.len() - rest.trim_start().len();
        if bytes.get(open) != Some(&b'(') {
            continue;
        }
        let Some(close) = closing(bytes, open, |_, _| {}) else { continue };
        let body = text.len() - text[close + 1..].trim_start().len();
        if bytes.get(body) != Some(&b'{') || !names_secret(&text[open..close]) {
            continue;
        }
        closing(bytes, body, |depth, literal| {
            let before = text[..literal.start - 1].trim_end();
            let depth = depth - usize::from(before.ends_with('('));
            let before = before.trim_end_matches('(').trim_end();
            if depth == 1 && before.ends_with("case") && is_likely(&text[literal.clone()]) {
                all.push(literal);
            }
        });
    }
    all
}

/// Where the bracket closes that opens at `open`. Tells what literals stand in it, and how deep.
fn closing(bytes: &[u8], open: usize, mut literal: impl FnMut(usize, Range<usize>)) -> Option<usize> {
    let (mut at, mut depth) = (open, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'"' | b'\'' | b'`' => {
                if let Some(end) = end_of(bytes, at) {
                    literal(depth, at + 1..end);
                    at = end;
                }
            }
            b'/' if bytes[at..].starts_with(b"//") => at += memchr::memchr(b'\n', &bytes[at..])?,
            b'/' if bytes[at..].starts_with(b"/*") => at += memchr::memmem::find(&bytes[at..], b"*/")? + 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Returns what regular expressions that a secret is matched with have of it.
pub(super) fn expressions(text: &str, literals: &[Range<usize>], comments: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    for open in memchr::memchr_iter(b'/', bytes) {
        if !begins_value(text[..open].trim_end()) || lies_in(literals, open) || lies_in(comments, open) {
            continue;
        }
        let Some((end, runs)) = expression(bytes, open) else { continue };
        let behind_name = || name_before(text, open).is_some_and(|(name, _)| is_secret_name(name));
        // `token.match(/…/)`
        let on_name = || {
            let called = text[..open].trim_end().strip_suffix('(')?;
            let (object, _) = called.rsplit_once('.')?;
            let word = object.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
            Some(is_secret_name(object.get(word..)?.trim_end_matches('?')))
        };
        // `/…/.test(token)`
        let of_name = || {
            let rest = text[end + 1..].trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start();
            let given = rest.strip_prefix(".test(").or_else(|| rest.strip_prefix(".exec("))?;
            Some(names_secret(&given[..given.find([')', '\n'])?]))
        };
        if behind_name() || on_name() == Some(true) || of_name() == Some(true) {
            all.extend(runs.into_iter().filter(|run| is_likely(&text[run.clone()])));
        }
    }
    all
}

/// Returns whether a value, and no operator, follows on some code.
fn begins_value(before: &str) -> bool {
    let word = before.len() - before.bytes().rev().take_while(u8::is_ascii_lowercase).count();
    before.ends_with(['(', '=', ':', ',', '!', '&', '|', '?', '{', '[', ';', '}'])
        || matches!(&before[word..], "void" | "return" | "case" | "typeof" | "await" | "yield" | "throw" | "of" | "in")
}

/// Where a regular expression ends that begins at `open`, and the runs of characters in it that stand for themselves.
fn expression(bytes: &[u8], open: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let (mut at, mut start, mut runs) = (open + 1, open + 1, Vec::new());
    if matches!(bytes.get(at), None | Some(b'/' | b'*')) {
        return None;
    }
    let mut ends = |start: &mut usize, at: usize, next: usize| {
        if *start < at {
            runs.push(*start..at);
        }
        *start = next;
    };
    while at < bytes.len().min(open + LONGEST) {
        match bytes[at] {
            b'/' => {
                ends(&mut start, at, at);
                return Some((at, runs));
            }
            b'\n' => return None,
            // `\-` stands for itself, `\d` does not.
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'\\' => {
                ends(&mut start, at, at + 2);
                at += 1;
            }
            b'[' => {
                let class = bytes[at..].iter().position(|b| matches!(b, b']' | b'\n'))?;
                ends(&mut start, at, at + class + 1);
                at += class;
            }
            b'^' | b'$' | b'(' | b')' | b'|' | b'*' | b'+' | b'?' | b'{' | b'}' | b':' => ends(&mut start, at, at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}
