//! The word at the cursor, and what is open around it: by the letters alone, for the code is half typed there.

use crate::text::TextRange;

/// The place of the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// In a string, or in a template without substitutions.
    Text {
        /// From after the quote to the cursor.
        typed: TextRange,
        /// The quote.
        quote: char,
        /// True when the string is a key of an object.
        is_key: bool,
    },
    /// At a key of an object without quotes; the word may be empty.
    Key {
        /// The word, beyond the cursor too.
        word: TextRange,
    },
    /// At the value of `region`, which is not a string; the word may be empty.
    Region {
        /// The word, beyond the cursor too.
        word: TextRange,
    },
    /// In a comment.
    Comment {
        /// Where the comment starts.
        from: usize,
    },
}

/// A bracket that is open at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// The bracket that closes it.
    pub closer: char,
    /// True for the braces of a block, a class or a function.
    pub is_block: bool,
}

/// The place of the cursor with what is around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexed {
    /// The place.
    pub cursor: Cursor,
    /// The brackets that are open, the innermost last.
    pub open: Vec<Open>,
    /// The cursor.
    pub at: usize,
}

/// The last thing before a place that is neither a blank nor a comment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before<'t> {
    Nothing,
    Word(&'t str),
    Mark(u8),
    /// A string, a number, a regular expression.
    Value,
    Arrow,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    open: Vec<Open>,
    before: Before<'t>,
    /// The word before that.
    last_word: &'t str,
}

/// The closer of a template's substitution: after it, the template goes on.
const SUBSTITUTION: char = '`';

/// Looks at the cursor `at` in a script. `None` where nothing of ours can be: in a template with substitutions, in the
/// middle of an expression.
pub fn lex(text: &str, script: TextRange, at: usize) -> Option<Lexed> {
    let mut reader = Reader {
        text,
        at: script.start(),
        end: at.min(script.end()),
        open: Vec::new(),
        before: Before::Nothing,
        last_word: "",
    };
    let cursor = reader.read()?;
    Some(Lexed { cursor, open: reader.open, at })
}

impl<'t> Reader<'t> {
    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.text.as_bytes()[at] } else { 0 }
    }

    fn read(&mut self) -> Option<Cursor> {
        while self.at < self.end {
            let start = self.at;
            match self.byte(start) {
                byte if byte.is_ascii_whitespace() => self.at += 1,
                b'/' if self.byte(start + 1) == b'/' => {
                    let line_end = self.find_line_end(start);
                    if line_end >= self.end {
                        return Some(Cursor::Comment { from: start });
                    }
                    self.at = line_end;
                }
                b'/' if self.byte(start + 1) == b'*' => match self.text[start + 2..self.end].find("*/") {
                    Some(end) => self.at = start + 2 + end + 2,
                    None => return Some(Cursor::Comment { from: start }),
                },
                b'/' if self.may_be_regex() => self.regex(),
                quote @ (b'"' | b'\'') => {
                    if let Some(cursor) = self.string(quote) {
                        return Some(cursor);
                    }
                }
                b'`' => {
                    self.at += 1;
                    if let Some(cursor) = self.template(start + 1)? {
                        return Some(cursor);
                    }
                }
                byte if is_word(byte) => self.word(),
                byte => {
                    if let Some(cursor) = self.mark(byte)? {
                        return Some(cursor);
                    }
                }
            }
        }
        self.blank(self.end)
    }

    /// The cursor is where a word may begin.
    fn blank(&self, at: usize) -> Option<Cursor> {
        let word = self.word_at(at);
        if self.is_key_place() {
            return Some(Cursor::Key { word });
        }
        (self.before == Before::Mark(b':') && self.last_word == "region").then_some(Cursor::Region { word })
    }

    fn is_key_place(&self) -> bool {
        let in_object = self.open.last().is_some_and(|open| open.closer == '}' && !open.is_block);
        in_object && matches!(self.before, Before::Mark(b'{' | b','))
    }

    /// The word that begins at a place, beyond the cursor too.
    fn word_at(&self, at: usize) -> TextRange {
        let length = self.text[at..].bytes().take_while(|byte| is_word(*byte)).count();
        TextRange::new(at, at + length)
    }

    fn word(&mut self) {
        let start = self.at;
        let word = self.word_at(start);
        if word.end() >= self.end {
            // The cursor is in it.
            self.end = start;
            return;
        }
        self.at = word.end();
        let word = &self.text[word.as_range()];
        self.before = if word.starts_with(|c: char| c.is_ascii_digit()) { Before::Value } else { Before::Word(word) };
        self.last_word = word;
    }

    fn mark(&mut self, byte: u8) -> Option<Option<Cursor>> {
        let start = self.at;
        self.at += 1;
        match byte {
            b'(' => self.open.push(Open { closer: ')', is_block: false }),
            b'[' => self.open.push(Open { closer: ']', is_block: false }),
            b'{' => self.open.push(Open { closer: '}', is_block: self.begins_block() }),
            b')' | b']' | b'}' => {
                let closed =
                    self.open.iter().rposition(|open| open.closer == byte as char || open.closer == SUBSTITUTION);
                if let Some(closed) = closed {
                    let closer = self.open[closed].closer;
                    if closer == SUBSTITUTION && byte == b'}' {
                        self.open.truncate(closed);
                        // A template that has a substitution holds no name of ours.
                        return match self.template(usize::MAX)? {
                            Some(cursor) => Some(Some(cursor)),
                            None => Some(None),
                        };
                    }
                    if closer != SUBSTITUTION {
                        self.open.truncate(closed);
                    }
                }
            }
            b'>' if start > 0 && self.text.as_bytes()[start - 1] == b'=' => {
                self.before = Before::Arrow;
                return Some(None);
            }
            _ => {}
        }
        self.before = Before::Mark(byte);
        Some(None)
    }

    /// Returns whether a brace that comes now begins a block, and not an object.
    fn begins_block(&self) -> bool {
        match self.before {
            Before::Nothing | Before::Arrow | Before::Value => true,
            Before::Mark(byte) => matches!(byte, b')' | b'{' | b'}' | b';' | b'>'),
            Before::Word(word) => !matches!(
                word,
                "return" | "default" | "await" | "yield" | "typeof" | "in" | "of" | "case" | "satisfies"
            ),
        }
    }

    fn may_be_regex(&self) -> bool {
        match self.before {
            Before::Nothing | Before::Arrow => true,
            Before::Value => false,
            Before::Mark(byte) => !matches!(byte, b')' | b']' | b'}' | b'<'),
            Before::Word(word) => matches!(word, "return" | "typeof" | "case" | "in" | "of" | "await" | "yield"),
        }
    }

    fn regex(&mut self) {
        let (mut at, mut in_class) = (self.at + 1, false);
        while at < self.end {
            match self.byte(at) {
                b'\\' => at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'\n' | b'\r' => break,
                b'/' if !in_class => {
                    at += 1;
                    break;
                }
                _ => {}
            }
            at += 1;
        }
        self.at = at.min(self.end);
        self.before = Before::Value;
    }

    /// Reads a string; the cursor when it is in there.
    fn string(&mut self, quote: u8) -> Option<Cursor> {
        let from = self.at + 1;
        let mut at = from;
        while at < self.end {
            match self.byte(at) {
                b'\\' => at += 1,
                b'\n' | b'\r' => break,
                byte if byte == quote => {
                    at += 1;
                    self.at = at;
                    self.before = Before::Value;
                    return None;
                }
                _ => {}
            }
            at += 1;
        }
        if at < self.end {
            // It is not closed on its line.
            self.at = at;
            self.before = Before::Value;
            return None;
        }
        Some(Cursor::Text {
            typed: TextRange::new(from, self.end.max(from)),
            quote: quote as char,
            is_key: self.is_key_place(),
        })
    }

    /// Reads a template from `self.at` on; the cursor when it is in there. `from` is where its text begins.
    fn template(&mut self, from: usize) -> Option<Option<Cursor>> {
        let mut at = self.at;
        while at < self.end {
            match self.byte(at) {
                b'\\' => at += 1,
                b'`' => {
                    self.at = at + 1;
                    self.before = Before::Value;
                    return Some(None);
                }
                b'$' if self.byte(at + 1) == b'{' => {
                    self.open.push(Open { closer: SUBSTITUTION, is_block: false });
                    self.before = Before::Mark(b'(');
                    self.at = at + 2;
                    return Some(None);
                }
                _ => {}
            }
            at += 1;
        }
        if from > self.end {
            return None;
        }
        Some(Some(Cursor::Text { typed: TextRange::new(from, self.end), quote: '`', is_key: false }))
    }

    fn find_line_end(&self, from: usize) -> usize {
        self.text[from..self.end].find(['\n', '\r']).map_or(self.end, |length| from + length)
    }
}

/// Returns whether a byte can be part of a word; the bytes of other letters can.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(marked: &str) -> Option<Lexed> {
        let at = marked.find('¦').expect("a mark");
        let text = marked.replacen('¦', "", 1);
        lex(&text, TextRange::new(0, text.len()), at)
    }

    fn shown(marked: &str) -> String {
        let text = marked.replacen('¦', "", 1);
        let Some(lexed) = at(marked) else { return "nothing".to_owned() };
        let closers: String = lexed.open.iter().rev().map(|open| open.closer).collect();
        let place = match lexed.cursor {
            Cursor::Text { typed, quote, is_key } => {
                format!("{}{quote}{}", if is_key { "key " } else { "" }, &text[typed.as_range()])
            }
            Cursor::Key { word } => format!("key {}", &text[word.as_range()]),
            Cursor::Region { word } => format!("region {}", &text[word.as_range()]),
            Cursor::Comment { from } => format!("comment {}", &text[from..]),
        };
        format!("{place} {closers}")
    }

    #[test]
    fn strings_keys_and_comments_are_told_apart() {
        for (marked, expected) in [
            ("cio.track(id, { name: \"¦", "\" })"),
            ("cio.track(id, { name: 'si¦gned' })", "'si })"),
            ("cio.track(id, { name: `si¦`", "`si })"),
            ("f(`a${b} c¦`)", "nothing"),
            ("f(`a${g('x¦')}`)", "'x )`)"),
            ("f({ a: 1, b¦c: 2 })", "key bc })"),
            ("f({ ¦", "key  })"),
            ("f({ 'a¦", "key 'a })"),
            ("f({ a: 1, // x\n  ¦ })", "key  })"),
            ("if (x) { a¦", "nothing"),
            ("function f() { return { a¦", "key a }}"),
            ("const f = () => { g({ a: [1, 2], ¦ }) }", "key  })}"),
            ("f(a, b¦", "nothing"),
            ("new X(a, b, { region: Reg¦ion })", "region Region })"),
            ("// custom¦", "comment // custom "),
            ("a /* b */ /* c¦ */", "comment /* c */ "),
            ("const r = /[/'\"]/; f('¦", "' )"),
            ("a / b / c; f('¦", "' )"),
            ("'don\\'t', '¦", "' "),
            ("x = 'open\ny = f('¦", "' )"),
        ] {
            assert_eq!(shown(marked), expected, "{marked}");
        }
    }
}
