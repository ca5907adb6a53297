//! The placeholders of a block: `...` and `…` for code that is not its point, `/* … */` and `<your key>` in place of a
//! value. The parser is given something of the same length that the grammar knows, so the code beside them is whole.

use super::scan::Lexeme;
use super::token::{BEFORE_VALUE, Enclosing, Token, after, is_of_name, is_one_of, tokens, word};
use crate::syntax::reading::{BLANK, NAME, Patch, filled};
use crate::text::TextRange;

/// A placeholder, and what the parser is given in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// The place.
    pub range: TextRange,
    /// True when it stands for code that is left out, and not for a value that the reader has.
    pub elides: bool,
    /// The bytes that the parser is given there.
    pub patches: Vec<Patch>,
}

/// The place of a placeholder.
enum Place {
    /// A value belongs there.
    Value,
    /// An entry or an element, before which a comma is missing or not.
    Item { is_apart: bool },
    /// Nothing has to be there.
    Statement,
}

/// A spread of something that is not known.
const SPREAD: &[u8] = b"..._";
/// The same, with a name of the length of `…`.
const SPREAD_CHAR: &[u8] = b"...___";

/// The placeholders in the pieces of a block, in the order of the text.
pub fn placeholders(text: &str, pieces: &[TextRange]) -> Vec<Placeholder> {
    let may_have = |piece: &TextRange| {
        let code = &text[piece.as_range()];
        code.contains("...") || code.contains(['…', '<']) || code.contains("/*")
    };
    if !pieces.iter().any(may_have) {
        return Vec::new();
    }
    let tokens = tokens(text, pieces);
    let code = Code { text: text.as_bytes(), after: after(&tokens), tokens };
    let mut found: Vec<Placeholder> = Vec::new();
    for at in 0..code.tokens.len() {
        let begins_inside = found.last().is_some_and(|last| code.tokens[at].range.start() < last.range.end());
        if !begins_inside {
            found.extend(code.placeholder(at));
        }
    }
    found
}

struct Code<'a> {
    text: &'a [u8],
    tokens: Vec<Token>,
    /// The next token of each that is no comment.
    after: Vec<Option<usize>>,
}

impl Code<'_> {
    /// The placeholder that begins with a token.
    fn placeholder(&self, at: usize) -> Option<Placeholder> {
        let token = self.tokens[at];
        let rest = &self.text[token.range.start()..];
        match (token.part, rest) {
            (Lexeme::Other, [b'.', b'.', b'.', ..] | [0xe2, 0x80, 0xa6, ..]) => self.dots(at),
            (Lexeme::Other, [b'<', ..]) => self.in_angles(at),
            (Lexeme::Comment, [b'/', b'*', ..]) => {
                let is_whole = self.text[..token.range.end()].ends_with(b"*/");
                let next = self.byte_after(at);
                let is_value = is_whole
                    && match self.place(at) {
                        Place::Value => next.is_none_or(|byte| b",;)]}".contains(&byte)),
                        // `f(/* id */, { … })`
                        Place::Item { is_apart } => is_apart && token.around == Enclosing::List && next == Some(b','),
                        Place::Statement => false,
                    };
                let patches = || filled(token.range.as_range(), &NAME).collect();
                is_value.then(|| Placeholder { range: token.range, elides: true, patches: patches() })
            }
            _ => None,
        }
    }

    fn dots(&self, first: usize) -> Option<Placeholder> {
        let (start, around) = (self.tokens[first].range.start(), self.tokens[first].around);
        let range = TextRange::new(start, start + 3);
        let last = first + 2;
        // A regular expression, a text in JSX, or a spread.
        let is_part = self.text[..start].last().is_some_and(|byte| is_of_name(*byte) || b"./".contains(byte));
        if self.tokens.get(last)?.range.end() != range.end() || is_part || self.is_spread(range) {
            return None;
        }
        let mut patches: Vec<Patch> = Vec::new();
        match self.place(first) {
            Place::Value => patches.extend(filled(range.as_range(), &NAME)),
            Place::Statement => patches.extend(filled(range.as_range(), &BLANK)),
            Place::Item { is_apart } => {
                let is_followed = self.byte_after(last).is_some_and(|byte| !b",;)]}".contains(&byte));
                self.item(range, [!is_apart, is_followed], (around, last), &mut patches);
            }
        }
        Some(Placeholder { range, elides: true, patches })
    }

    /// Fills the place of an entry or an element with a spread, and with the commas that are missing before and after it.
    fn item(
        &self,
        dots: TextRange,
        [before, after]: [bool; 2],
        (around, last): (Enclosing, usize),
        patches: &mut Vec<Patch>,
    ) {
        let is_space = |byte: &&u8| matches!(byte, b' ' | b'\t');
        let spaces = self.text[..dots.start()].iter().rev().take_while(is_space).count();
        let end = dots.end() + self.text[dots.end()..].iter().take_while(is_space).count();
        let commas = usize::from(before) + usize::from(after);
        // A name must not begin inside of `…`.
        let is_char = self.text[dots.start()] != b'.';
        let start = if is_char {
            dots.end().saturating_sub(SPREAD_CHAR.len() + usize::from(before))
        } else {
            dots.start() - spaces
        };
        let spread = if is_char { SPREAD_CHAR } else { SPREAD };
        let has_room = start + spaces >= dots.start() && spread.len() + commas <= end - start;
        let mut at = if has_room { start } else { dots.start() };
        let mut push = |bytes: &'static [u8]| {
            patches.push((at, bytes));
            at += bytes.len();
        };
        if has_room {
            if before {
                push(b",");
            }
            push(spread);
            if after {
                push(b",");
            }
            patches.extend(filled(at..end.max(at), &BLANK));
        } else if commas > 0 {
            push(b",  ");
        } else if around == Enclosing::List {
            push(b"___");
        } else {
            push(b"   ");
            // `{...,a}`
            if let Some(comma) = self.after[last].map(|next| self.tokens[next].range.start())
                && self.text[comma] == b','
            {
                patches.push((comma, b" "));
            }
        }
    }

    /// Returns whether three dots spread what follows them.
    fn is_spread(&self, dots: TextRange) -> bool {
        if self.text[dots.start()] != b'.' {
            return false;
        }
        let rest = &self.text[dots.end()..];
        let spaces = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        match rest.get(spaces) {
            Some(byte) if is_of_name(*byte) => true,
            Some(byte) => spaces == 0 && b"([{'\"`#<.".contains(byte),
            None => false,
        }
    }

    /// `<your key>` in place of a value.
    fn in_angles(&self, at: usize) -> Option<Placeholder> {
        let start = self.tokens[at].range.start();
        let rest = &self.text[start + 1..];
        let length = memchr::memchr3(b'>', b'<', b'\n', rest).filter(|end| rest[*end] == b'>')?;
        let words = &rest[..length];
        let is_of_words = |byte: &u8| is_of_name(*byte) || b" -.".contains(byte);
        if !words.first()?.is_ascii_alphabetic() || !words.iter().all(is_of_words) {
            return None;
        }
        let is_expected = match self.tokens[at].before.map(|before| self.tokens[before]) {
            Some(before) => {
                let byte = self.text[before.range.end() - 1];
                b"(,:=[?".contains(&byte) || is_one_of(BEFORE_VALUE, word(self.text, before))
            }
            None => false,
        };
        let after = rest[length + 1..].trim_ascii_start();
        let line = rest[length + 1..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        let ends_line = rest.get(length + 1 + line).is_none_or(|byte| *byte == b'\n');
        // An element of JSX may end a line, too, but has no such name.
        let ends = after.first().is_none_or(|byte| b",;)]}".contains(byte)) || ends_line && words.contains(&b'_');
        let range = TextRange::new(start, start + length + 2);
        (is_expected && ends).then(|| Placeholder {
            range,
            elides: false,
            patches: filled(range.as_range(), &NAME).collect(),
        })
    }

    fn byte_after(&self, token: usize) -> Option<u8> {
        self.after[token].map(|next| self.text[self.tokens[next].range.start()])
    }

    /// The place that a token stands in.
    fn place(&self, at: usize) -> Place {
        let around = self.tokens[at].around;
        let Some(before) = self.tokens[at].before.map(|before| self.tokens[before]) else { return Place::Statement };
        let byte = self.text[before.range.end() - 1];
        if before.part == Lexeme::Open {
            return match around {
                Enclosing::Block => Place::Statement,
                Enclosing::Value => Place::Value,
                Enclosing::Object | Enclosing::List => Place::Item { is_apart: true },
            };
        }
        let is_arrow = byte == b'>' && self.text[..before.range.start()].ends_with(b"=");
        let is_operator = before.part == Lexeme::Other && b":=?|&+-*<!.".contains(&byte);
        if is_arrow || is_operator || is_one_of(BEFORE_VALUE, word(self.text, before)) {
            return Place::Value;
        }
        match (around, byte) {
            (Enclosing::Block | Enclosing::Value, b',') => Place::Value,
            (Enclosing::Object | Enclosing::List, b',') => Place::Item { is_apart: true },
            (Enclosing::Object | Enclosing::List, byte) if byte != b';' => Place::Item { is_apart: false },
            _ => Place::Statement,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code as the parser gets it.
    fn read(code: &str) -> String {
        let mut bytes = code.as_bytes().to_vec();
        let pieces = [TextRange::new(0, code.len())];
        for (at, patch) in placeholders(code, &pieces).into_iter().flat_map(|it| it.patches) {
            bytes[at..at + patch.len()].copy_from_slice(patch);
        }
        String::from_utf8(bytes).expect("ASCII")
    }

    #[test]
    fn what_the_parser_is_given() {
        for (code, expected) in [
            ("f({ a, ... })", "f({ a,..._ })"),
            ("f({ a: 1, ...})", "f({ a: 1,..._})"),
            ("f({\n  a: 1,\n  ...\n})", "f({\n  a: 1,\n..._ \n})"),
            ("f({\n  a: 1\n  ...\n})", "f({\n  a: 1\n,..._\n})"),
            ("f({\n  ...\n  a: 1,\n})", "f({\n..._,\n  a: 1,\n})"),
            ("f({ ..., a })", "f({..._ , a })"),
            ("f({...,a})", "f({    a})"),
            ("f({...})", "f({   })"),
            ("f(a, ...)", "f(a,..._)"),
            ("f(...)", "f(___)"),
            ("f([...])", "f([___])"),
            ("f([a, …])", "f([a, ___])"),
            ("f({ a, … })", "f({ a,     })"),
            ("f({\n    a: 1,\n    …\n})", "f({\n    a: 1,\n ...___\n})"),
            ("const a = ...;", "const a = ___;"),
            ("f({ a: ..., b })", "f({ a: ___, b })"),
            ("f({ a: … })", "f({ a: ___ })"),
            ("if (...) { ... }", "if (___) {     }"),
            ("f(async () => { ... })", "f(async () => {     })"),
            ("a();\n...\nb();", "a();\n   \nb();"),
            ("const { a, ... } = b;", "const { a, ___ } = b;"),
            ("import { a, ... } from 'b';", "import { a, ___ } from 'b';"),
            ("type A = { b: string; ... };", "type A = { b: string;     };"),
            ("interface A {\n  ...\n}", "interface A {\n     \n}"),
            ("const f = (a) => ...", "const f = (a) => ___"),
            ("f(`${...}`)", "f(`${___}`)"),
            ("<A b={...} />", "<A b={___} />"),
            ("f(/* id */, { a: /* time */ })", "f(________, { a: __________ })"),
            ("f(a /* id */, /* more */)", "f(a /* id */, /* more */)"),
            ("new A(<site id>, <YOUR_KEY>)", "new A(_________, __________)"),
            ("const a = <YOUR_KEY>\n", "const a = __________\n"),
            ("f({ a: <your-key> });", "f({ a: __________ });"),
        ] {
            let (read, without) = (read(code), |code: &str| code.replace(' ', ""));
            assert_eq!((without(&read), read.len()), (without(expected), code.len()), "{code}");
        }
    }

    #[test]
    fn what_is_left_alone() {
        for code in [
            "f(...a, ...[b], ...(c && d), ... e)",
            "f({ ...a, ...'b' })",
            "const [a, ...rest] = b;",
            "f('...', \"…\", `...`) // ...",
            "<p>Loading...</p>",
            "<p>Loading…</p>",
            "return <div>\n  {a}\n</div>;",
            "const a = <T,>(b: T) => b;",
            "const a = <any>b;",
            "f(<b>{c}</b>)",
            "f(a as Array<string>, b)",
            "/a.../",
        ] {
            assert_eq!(read(code), code);
        }
    }
}
