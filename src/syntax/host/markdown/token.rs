//! The parts of code that are no space, each with what is around it.

use super::scan::{Lexeme, Scanner};
use crate::text::TextRange;

/// The innermost bracket around some code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enclosing {
    /// Statements, or members of a class or a type.
    Block,
    /// An object, or a pattern of one.
    Object,
    /// Arguments, or elements.
    List,
    /// One value: a condition, the value of a template or of an attribute.
    Value,
}

/// A part of the code that is no space.
#[derive(Clone, Copy)]
pub struct Token {
    /// Its kind.
    pub part: Lexeme,
    /// The place.
    pub range: TextRange,
    /// The innermost bracket around it.
    pub around: Enclosing,
    /// The token before it that is no comment.
    pub before: Option<usize>,
}

/// Words before a value.
pub const BEFORE_VALUE: &[&str] = &[
    "await",
    "case",
    "default",
    "extends",
    "in",
    "instanceof",
    "new",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
];
/// Words before parentheses that are no list of arguments.
const BEFORE_PARENTHESES: &[&str] = &["async", "catch", "for", "function", "if", "switch", "while", "with"];
/// The tokens of the pieces of a block, in the order of the text.
pub fn tokens(text: &str, pieces: &[TextRange]) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Vec<Enclosing> = Vec::new();
    let mut before = None;
    let mut scanner = Scanner::new(text, pieces);
    while let Some((part, range)) = scanner.advance() {
        if part == Lexeme::Other && bytes[range.start()].is_ascii_whitespace() {
            continue;
        }
        let around = open.last().copied().unwrap_or(Enclosing::Block);
        tokens.push(Token { part, range, around, before });
        open.truncate(scanner.open.len());
        if open.len() < scanner.open.len() {
            open.push(opened(bytes, &tokens));
        }
        if part != Lexeme::Comment {
            before = Some(tokens.len() - 1);
        }
    }
    tokens
}

/// The next token of each that is no comment.
pub fn after(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut after = vec![None; tokens.len()];
    let mut next = None;
    for (at, token) in tokens.iter().enumerate().rev() {
        after[at] = next;
        if token.part != Lexeme::Comment {
            next = Some(at);
        }
    }
    after
}

/// The kind of bracket that the last of the tokens opens.
fn opened(text: &[u8], tokens: &[Token]) -> Enclosing {
    let Some(token) = tokens.last() else { return Enclosing::Block };
    let before = token.before.map(|at| tokens[at]);
    let byte = before.map(|before| text[before.range.end() - 1]);
    let word = before.map_or(&[][..], |before| word(text, before));
    let is_value_expected = is_one_of(BEFORE_VALUE, word);
    let is_arrow = byte == Some(b'>') && before.is_some_and(|it| text[..it.range.start()].ends_with(b"="));
    match text[token.range.start()] {
        b'$' => Enclosing::Value,
        b'(' if is_value_expected || is_one_of(BEFORE_PARENTHESES, word) => Enclosing::Value,
        b'(' => match byte {
            Some(byte) if is_end_of_value(byte) || byte == b'>' && !is_arrow => Enclosing::List,
            _ => Enclosing::Value,
        },
        b'[' if !is_value_expected && byte.is_some_and(is_end_of_value) => Enclosing::Value,
        b'[' => Enclosing::List,
        b'{' => match byte {
            _ if is_value_expected => Enclosing::Object,
            Some(b'=') if is_attribute(text, token.range.start()) => Enclosing::Value,
            Some(b'=') if declares_type(text, token.range.start()) => Enclosing::Block,
            Some(b'(' | b',' | b'[' | b'?' | b'|' | b'&' | b'!' | b':' | b'=') => Enclosing::Object,
            Some(b'{') if token.around == Enclosing::Value => Enclosing::Object,
            Some(b'>') if !is_arrow => Enclosing::Value,
            _ => Enclosing::Block,
        },
        _ => Enclosing::Block,
    }
}

/// Returns whether a brace begins the value of an attribute in JSX: `data={`.
fn is_attribute(text: &[u8], brace: usize) -> bool {
    matches!(&text[..brace], [.., name, b'='] if is_of_name(*name))
}

/// Returns whether the line of a brace declares a type.
fn declares_type(text: &[u8], brace: usize) -> bool {
    let line = text[..brace].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = text[line..brace].trim_ascii();
    line.starts_with(b"type ") || line.starts_with(b"export type ")
}

fn is_end_of_value(byte: u8) -> bool {
    is_of_name(byte) || matches!(byte, b')' | b']' | b'}' | b'\'' | b'"' | b'`')
}

/// Returns whether a byte may be a part of a name.
pub fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii()
}

/// Returns whether a word is one of some.
pub fn is_one_of(words: &[&str], word: &[u8]) -> bool {
    words.iter().any(|it| it.as_bytes() == word)
}

/// The word that ends with a token.
pub fn word(text: &[u8], token: Token) -> &[u8] {
    let before = &text[..token.range.end()];
    let start = before.iter().rev().take_while(|byte| is_of_name(**byte)).count();
    if token.part == Lexeme::Other { &before[before.len() - start..] } else { &[] }
}
