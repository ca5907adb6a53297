//! The few tokens of imports and exports.

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A string, and whether its quote is closed on its line.
    Text {
        closed: bool,
    },
    /// Another character of the code.
    Mark(char),
    End,
}

/// A token: its range, and whether it is the first one of its line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub first_of_line: bool,
}

impl Token {
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// Reads a text from a place on, up to its end.
#[derive(Clone)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub fn next(&mut self) -> Token {
        let first_of_line = self.skip_blanks();
        let start = self.at;
        let rest = &self.text[start..];
        let Some(c) = rest.chars().next() else {
            return Token { kind: Kind::End, start, end: start, first_of_line: true };
        };
        let (kind, len) = match c {
            '"' | '\'' => text(rest, c),
            c if is_part_of_name(c) => (Kind::Word, rest.len() - rest.trim_start_matches(is_part_of_name).len()),
            c => (Kind::Mark(c), c.len_utf8()),
        };
        self.at = start + len;
        Token { kind, start, end: self.at, first_of_line }
    }

    pub fn peek(&self) -> Token {
        self.clone().next()
    }

    /// The end of the line that contains a byte.
    pub fn end_of_line(&self, at: usize) -> usize {
        memchr::memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |len| at + len)
    }

    /// Skips blanks and comments; returns whether a line ended there.
    fn skip_blanks(&mut self) -> bool {
        let mut ended = false;
        loop {
            let rest = &self.text[self.at..];
            let blank = rest.len() - rest.trim_start().len();
            let comment = match &rest[blank..] {
                code if code.starts_with("//") => code.find('\n').unwrap_or(code.len()),
                code if code.starts_with("/*") => code.find("*/").map_or(code.len(), |len| len + 2),
                _ => 0,
            };
            let skipped = &rest[..blank + comment];
            if skipped.is_empty() {
                return ended;
            }
            ended |= skipped.contains('\n');
            self.at += skipped.len();
        }
    }
}

/// A string that begins with `quote`: its kind, and its length. One that is not closed ends with its line.
fn text(code: &str, quote: char) -> (Kind, usize) {
    let mut escaped = false;
    for (at, c) in code.char_indices().skip(1) {
        match c {
            '\n' => return (Kind::Text { closed: false }, at - usize::from(code[..at].ends_with('\r'))),
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return (Kind::Text { closed: true }, at + 1),
            _ => {}
        }
    }
    (Kind::Text { closed: false }, code.len())
}

pub(super) fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}
