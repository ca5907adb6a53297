//! Copies of a text in which the word at the cursor is a mark, and what is open there is closed in one way or another.

use super::cursor::{Cursor, Lexed, is_word};
use crate::source::Source;
use crate::syntax::TextChange;
use crate::text::TextRange;

/// The mark: a word that no program has.
pub const MARK: &str = "customerioCompletionMark";

/// A copy, as the one change that makes it.
pub struct Copy {
    /// The replaced bytes.
    replaced: TextRange,
    /// The text instead.
    text: String,
    /// The mark in the copy.
    pub mark: TextRange,
}

impl Copy {
    fn new(replaced: TextRange, before: &str, after: &str) -> Self {
        let start = replaced.start() + before.len();
        let text = format!("{before}{MARK}{after}");
        Self { replaced, text, mark: TextRange::new(start, start + MARK.len()) }
    }
}

/// Parses a copy. `None` where it cannot be.
pub fn read(source: &Source, copy: &Copy) -> Option<Source> {
    let mut rope = source.rope.clone();
    let range = copy.replaced;
    let chars = rope.try_byte_to_char(range.start()).ok()?..rope.try_byte_to_char(range.end()).ok()?;
    let at = chars.start;
    rope.remove(chars);
    rope.insert(at, &copy.text);
    let change = TextChange { start: range.start(), old_end: range.end(), new_end: range.start() + copy.text.len() };
    Source::reparse(source, rope, &[change], &mut || false)
}

/// The copies to look at, the likeliest first.
pub fn copies(lexed: &Lexed, text: &str, script: TextRange) -> Vec<Copy> {
    let at = lexed.at;
    let line_end = text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length).min(script.end());
    let (all, statement) = closers(lexed);
    let mut copies = Vec::new();
    // Each is the text before the mark, what follows at once, and where the rest of the text goes on.
    let mut several = |from: usize, before: &str, after: &str, whole: Option<usize>| {
        if let Some(end) = whole {
            copies.push(Copy::new(TextRange::new(from, end), before, after));
        }
        if whole != Some(at) {
            copies.push(Copy::new(TextRange::new(from, at), before, after));
        }
        copies.push(Copy::new(TextRange::new(from, line_end), before, &format!("{after}{statement};")));
        copies.push(Copy::new(TextRange::new(from, script.end()), before, &format!("{after}{all};\n")));
    };
    match &lexed.cursor {
        Cursor::Text { typed, quote, is_key } => {
            let end = end_of_string(text, at, *quote, script.end());
            let quotes = quote.to_string();
            if *is_key {
                let whole = end.map(|end| end + quote.len_utf8());
                let after = format!("{quotes}{}", value(text, whole.unwrap_or(at)));
                several(typed.start(), "", &after, whole);
            } else {
                match end {
                    Some(end) => {
                        copies.push(Copy::new(TextRange::new(typed.start(), end), "", ""));
                        copies.push(Copy::new(TextRange::new(typed.start(), at), "", &quotes));
                        let rest = format!("{quotes}{statement};");
                        copies.push(Copy::new(TextRange::new(typed.start(), line_end), "", &rest));
                    }
                    None => several(typed.start(), "", &quotes, None),
                }
            }
        }
        Cursor::Key { word } => several(word.start(), "", value(text, word.end()), Some(word.end())),
        Cursor::Region { word } => several(word.start(), "\"", "\"", Some(word.end())),
        Cursor::Comment { .. } => {}
    }
    copies
}

/// The closers of everything that is open, and those of what is open in the statement.
fn closers(lexed: &Lexed) -> (String, String) {
    let close = |open: &super::cursor::Open| if open.closer == '`' { "}`".to_owned() } else { open.closer.to_string() };
    let all: String = lexed.open.iter().rev().map(close).collect();
    let statement: String = lexed.open.iter().rev().take_while(|open| !open.is_block).map(close).collect();
    (all, statement)
}

/// The end of the string that the cursor is in, before its quote; `None` where it is not closed on its line.
fn end_of_string(text: &str, at: usize, quote: char, end: usize) -> Option<usize> {
    let mut escaped = false;
    for (length, c) in text[at..end].char_indices() {
        match c {
            '\n' | '\r' if quote != '`' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(at + length),
            // A template with a substitution is no name.
            '$' if text[at + length..].starts_with("${") => return None,
            _ => {}
        }
    }
    None
}

/// The text that a key needs after it: a value, where none is there, and a comma before the next key.
fn value(text: &str, end: usize) -> &'static str {
    let rest = text[end..].trim_start();
    match rest.bytes().next() {
        Some(b':') => "",
        Some(byte) if is_word(byte) || matches!(byte, b'"' | b'\'' | b'[' | b'.') => ": 0,",
        _ => ": 0",
    }
}
