//! The brackets, texts and comments of code that may be no whole program.

use crate::text::TextRange;
use memchr::memmem;

/// The byte that closes a template, among the open brackets.
pub const TEMPLATE: u8 = b'`';

/// A part of the code that the scanner passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lexeme {
    /// A bracket, or the `${` of a template.
    Open,
    /// A bracket that closes something.
    Close,
    /// A text in quotes, or a byte of a template.
    Text,
    /// A comment up to its end, or to the end of the piece that it begins in.
    Comment,
    /// Any other byte.
    Other,
}

/// Reads code part by part. The code is in pieces of a text: what lies between them is no code.
pub struct Scanner<'a> {
    text: &'a str,
    pieces: &'a [TextRange],
    at: usize,
    /// The brackets that are open at the current place, the innermost last, each by what closes it.
    pub open: Vec<u8>,
    /// True inside a comment.
    pub in_comment: bool,
}

impl<'a> Scanner<'a> {
    /// Begins with the first of the pieces.
    pub fn new(text: &'a str, pieces: &'a [TextRange]) -> Self {
        let at = pieces.first().map_or(0, |piece| piece.start());
        Self { text, pieces, at, open: Vec::new(), in_comment: false }
    }

    /// Returns the next part and its place; `None` at the end.
    pub fn advance(&mut self) -> Option<(Lexeme, TextRange)> {
        while self.at >= self.pieces.first()?.end() {
            self.pieces = &self.pieces[1..];
            self.at = self.pieces.first()?.start();
        }
        let piece = self.pieces.first()?;
        let code = &self.text.as_bytes()[piece.as_range()];
        let (part, length) = self.part(code, self.at - piece.start());
        let end = (self.at + length).min(piece.end());
        let range = TextRange::new(self.at, end);
        self.at = end;
        Some((part, range))
    }

    fn part(&mut self, code: &[u8], at: usize) -> (Lexeme, usize) {
        let rest = &code[at..];
        if self.in_comment {
            return self.comment(rest, 0);
        }
        let in_template = self.open.last() == Some(&TEMPLATE);
        match rest[0] {
            b'\\' => (if in_template { Lexeme::Text } else { Lexeme::Other }, 2),
            b'`' if in_template => {
                self.open.pop();
                (Lexeme::Text, 1)
            }
            b'$' if in_template && rest.starts_with(b"${") => {
                self.open.push(b'}');
                (Lexeme::Open, 2)
            }
            _ if in_template => (Lexeme::Text, 1),
            b'`' => {
                self.open.push(TEMPLATE);
                (Lexeme::Text, 1)
            }
            b'(' => self.opened(b')'),
            b'[' => self.opened(b']'),
            b'{' if begins_names(code, at) => (Lexeme::Open, 1),
            b'{' => self.opened(b'}'),
            close @ (b')' | b']' | b'}') => {
                // One that closes nothing is passed over; one that closes something further out ends what is in it.
                if let Some(found) = self.open.iter().rposition(|it| *it == close)
                    && !self.open[found..].contains(&TEMPLATE)
                {
                    self.open.truncate(found);
                }
                (Lexeme::Close, 1)
            }
            quote @ (b'\'' | b'"') => match length_of_text(rest, quote) {
                0 => (Lexeme::Other, 1),
                length => (Lexeme::Text, 1 + length),
            },
            b'/' if rest.starts_with(b"//") => (Lexeme::Comment, memchr::memchr(b'\n', rest).unwrap_or(rest.len())),
            b'/' if rest.starts_with(b"/*") => {
                self.in_comment = true;
                self.comment(rest, 2)
            }
            _ => (Lexeme::Other, 1),
        }
    }

    fn opened(&mut self, close: u8) -> (Lexeme, usize) {
        self.open.push(close);
        (Lexeme::Open, 1)
    }

    /// The rest of a comment, whose end is looked for behind `from`.
    fn comment(&mut self, rest: &[u8], from: usize) -> (Lexeme, usize) {
        let end = rest.get(from..).and_then(|rest| memmem::find(rest, b"*/"));
        self.in_comment = end.is_none();
        (Lexeme::Comment, end.map_or(rest.len(), |end| from + end + 2))
    }
}

/// Returns whether a brace begins the names of an import, of an export or of a `require`. One that is not closed there
/// is the reader's of these statements to close.
pub fn begins_names(code: &[u8], brace: usize) -> bool {
    let line = code[..brace].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let before = code[line..brace].trim_ascii();
    if before.starts_with(b"import") {
        return before.iter().all(|byte| byte.is_ascii_alphanumeric() || b" ,_$*\t".contains(byte));
    }
    if [&b"export"[..], b"export type"].contains(&before) {
        return true;
    }
    let rest = &code[brace..];
    let rest = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
    [&b"const"[..], b"let", b"var"].contains(&before)
        && memchr::memchr(b'}', rest).is_none()
        && memmem::find(rest, b"require(").is_some()
}

/// The length of the text after the quote that begins `rest`, with its last quote. A quote without another one on its
/// line belongs to no text: to an apostrophe in JSX, for instance.
fn length_of_text(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    loop {
        match rest.get(at) {
            Some(byte) if *byte == quote => return at,
            Some(b'\\') => at += 2,
            None | Some(b'\n' | b'\r') => return 0,
            Some(_) => at += 1,
        }
    }
}
