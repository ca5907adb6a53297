//! The place of a cursor in JSON that may be half written: read from the beginning, without a tree, because a text that
//! is being written has none.

use crate::text::TextRange;

/// A place in JSON.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The keys that lead to the container of a key, or to a value. An item of a list is `*`.
    pub path: Vec<String>,
    /// The token there, with its quotes; empty between tokens.
    pub range: TextRange,
    /// The kind of thing that fits there.
    pub slot: Slot,
}

/// The kind of thing that fits at a place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// A key. `taken` are the other keys of its object; `followed` says whether a colon comes next.
    Key { taken: Vec<String>, followed: bool },
    /// A value.
    Value,
}

/// The step into a list.
const ITEM: &str = "*";

/// An object or a list that is open.
struct Open {
    is_object: bool,
    /// The key whose value comes next.
    key: Option<String>,
    /// True after the colon.
    after_colon: bool,
    keys: Vec<String>,
}

/// A piece of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Mark(u8),
    /// A string, with and without its end.
    Text,
    /// A number, a word.
    Word,
    Comment,
}

impl Cursor {
    /// The place at byte `at`; `None` in comments and outside of the outermost object.
    pub fn at(text: &str, at: usize) -> Option<Self> {
        let mut open: Vec<Open> = Vec::new();
        let mut found: Option<(Self, usize)> = None;
        let mut next = 0;
        while let Some((token, range)) = token(text, next) {
            next = range.end;
            let is_in = match token {
                Token::Mark(_) => false,
                Token::Comment => {
                    range.start < at && (at < range.end || at == range.end && !text[..at].ends_with("*/"))
                }
                _ => range.start < at && at <= range.end || range.start == at,
            };
            if found.is_none() && token == Token::Comment && is_in {
                return None;
            }
            if found.is_none() && (is_in && token != Token::Comment || range.start >= at) {
                let here = if is_in { range.clone() } else { at..at };
                found = Some((Self::of(&open, here)?, open.len()));
                if is_in && let (Some((found, _)), Some(last)) = (&mut found, open.last_mut()) {
                    // The token under the cursor is no key that is there already.
                    if let Slot::Key { .. } = found.slot {
                        last.key = Some(String::new());
                        continue;
                    }
                }
            }
            step(&mut open, token, text, &range);
            // The keys behind the cursor belong to its object, too, until that ends.
            if let Some((cursor, depth)) = &mut found {
                if open.len() < *depth {
                    break;
                }
                if let (Slot::Key { taken, followed }, Some(last)) = (&mut cursor.slot, open.get(*depth - 1)) {
                    taken.clone_from(&last.keys);
                    let between = text.get(cursor.range.end()..).unwrap_or_default();
                    *followed = between.trim_start().starts_with(':');
                }
            }
        }
        match found {
            Some((cursor, _)) => Some(cursor),
            None => Self::of(&open, at..at),
        }
    }

    fn of(open: &[Open], range: std::ops::Range<usize>) -> Option<Self> {
        let (last, outer) = open.split_last()?;
        let into = |open: &Open| if open.is_object { open.key.clone() } else { Some(ITEM.to_owned()) };
        let mut path: Vec<String> = outer.iter().map(into).collect::<Option<_>>()?;
        let slot = match (last.is_object, &last.key, last.after_colon) {
            (true, Some(_), true) | (false, ..) => Slot::Value,
            (true, None, _) => Slot::Key { taken: last.keys.clone(), followed: false },
            // Between a key and its colon.
            (true, Some(_), false) => return None,
        };
        if slot == Slot::Value {
            path.push(into(last)?);
        }
        Some(Self { path, range: TextRange::new(range.start, range.end), slot })
    }
}

/// Takes a token in.
fn step(open: &mut Vec<Open>, token: Token, text: &str, range: &std::ops::Range<usize>) {
    match token {
        Token::Mark(mark @ (b'{' | b'[')) => {
            open.push(Open { is_object: mark == b'{', key: None, after_colon: false, keys: Vec::new() });
        }
        Token::Mark(b'}' | b']') => {
            open.pop();
        }
        Token::Mark(b',') => {
            if let Some(last) = open.last_mut() {
                (last.key, last.after_colon) = (None, false);
            }
        }
        Token::Mark(b':') => {
            if let Some(last) = open.last_mut() {
                last.after_colon = true;
            }
        }
        Token::Text => {
            let Some(last) = open.last_mut().filter(|last| last.is_object && last.key.is_none()) else { return };
            let key = serde_json::from_str::<String>(&text[range.clone()]).unwrap_or_default();
            last.keys.push(key.clone());
            last.key = Some(key);
        }
        _ => {}
    }
}

/// The first token from `from` on.
fn token(text: &str, from: usize) -> Option<(Token, std::ops::Range<usize>)> {
    let rest = text.get(from..)?;
    let start = from + rest.find(|c: char| !c.is_whitespace() && c != '\u{feff}')?;
    let rest = &text[start..];
    let first = rest.bytes().next()?;
    let (token, length) = match first {
        b'{' | b'}' | b'[' | b']' | b':' | b',' => (Token::Mark(first), 1),
        b'"' => (Token::Text, string_length(rest)),
        _ if rest.starts_with("//") => (Token::Comment, rest.find('\n').unwrap_or(rest.len())),
        _ if rest.starts_with("/*") => (Token::Comment, rest[2..].find("*/").map_or(rest.len(), |end| end + 4)),
        _ => {
            let end = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ':' | ',' | '"');
            let first = rest.chars().next().map_or(1, char::len_utf8);
            (Token::Word, rest[first..].find(end).map_or(rest.len(), |length| first + length))
        }
    };
    Some((token, start..start + length))
}

/// The length of a string with its quotes. One without its end ends with its line.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' | '\r' => return text[..at].trim_end().len(),
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.trim_end().len()
}
