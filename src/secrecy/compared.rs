//! Values that a secret is compared with without an `=`: the labels of a `switch`, and regular expressions.

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

/// A bracket that is open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    /// The expression that a `switch` compares, from this byte on.
    Compared(usize),
    /// The labels of a `switch`, and whether it compares a secret.
    Labels {
        of_secret: bool,
    },
    Other(u8),
}

impl Open {
    fn is_closed_by(self, byte: u8) -> bool {
        match self {
            Self::Compared(_) => byte == b')',
            Self::Labels { .. } => byte == b'}',
            Self::Other(open) => matches!((open, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')),
        }
    }
}

/// The labels of each `switch` of a secret. One walk over the text, however the statements are nested.
pub(super) fn labels(text: &str, literals: &[Range<usize>], comments: &[Range<usize>]) -> Vec<Range<usize>> {
    const SWITCH: &[u8] = b"switch";
    const OF_SECRET: Open = Open::Labels { of_secret: true };
    let bytes = text.as_bytes();
    let (mut all, mut open) = (Vec::new(), Vec::new());
    // The walk looks at every byte, and most files have none.
    if memchr::memmem::find(bytes, SWITCH).is_none() {
        return all;
    }
    // What stands right before: the word, or all that is compared and whether that names a secret.
    let (mut behind_word, mut behind_compared) = (false, None);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (word, compared) = (behind_word, behind_compared);
        if !byte.is_ascii_whitespace() {
            (behind_word, behind_compared) = (false, None);
        }
        match byte {
            b'(' if word => open.push(Open::Compared(at)),
            b'{' if compared.is_some() => open.push(Open::Labels { of_secret: compared == Some(true) }),
            b'(' | b'[' | b'{' => open.push(Open::Other(byte)),
            // A bracket of a regular expression may close none.
            b')' | b']' | b'}' if open.last().is_some_and(|open| open.is_closed_by(byte)) => {
                if let Some(Open::Compared(start)) = open.pop() {
                    behind_compared = Some(at - start <= LONGEST && names_secret(&text[start..at]));
                }
            }
            b'"' | b'\'' | b'`' => {
                if let Some(end) = end_of(bytes, at) {
                    let before = text[..at].trim_end();
                    let before = match (open.as_slice(), before.strip_suffix('(')) {
                        ([.., OF_SECRET, Open::Other(b'(')], Some(before)) => before.trim_end(),
                        ([.., OF_SECRET], _) => before,
                        _ => "",
                    };
                    if before.ends_with("case") && is_likely(&text[at + 1..end]) {
                        all.push(at + 1..end);
                    }
                    at = end;
                }
            }
            b'/' if bytes[at..].starts_with(b"//") => match memchr::memchr(b'\n', &bytes[at..]) {
                Some(len) => at += len,
                None => break,
            },
            b'/' if bytes[at..].starts_with(b"/*") => match memchr::memmem::find(&bytes[at..], b"*/") {
                Some(len) => at += len + 1,
                None => break,
            },
            b's' if bytes[at..].starts_with(SWITCH) && !lies_in(literals, at) && !lies_in(comments, at) => {
                behind_word = true;
                at += SWITCH.len() - 1;
            }
            _ => {}
        }
        at += 1;
    }
    all
}

/// Returns the parts of a secret in the regular expressions that it is matched with.
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

/// The end of a regular expression that begins at `open`, and the runs of characters in it that stand for themselves.
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
