//! Secrets by the names before them in the text itself, whatever the syntax: attributes of markup, members of classes,
//! defaults, types, comparisons, addresses, comments.

use super::compared::{expressions, labels};
use super::fields::filled;
use super::hidden::{Search, is_placeholder};
use super::names::{is_secret_name, stands_for_itself};
use crate::facts::ExprKind;
use crate::text::TextRange;
use std::ops::Range;

/// Names are not longer, and nothing is looked for farther away.
const NEAR: usize = 120;

/// A literal that begins and does not end within this does not count.
pub(super) const LONGEST: usize = 4_096;

impl Search<'_> {
    /// Looks at the text as it is written.
    pub(super) fn written(&mut self) {
        let text = self.whole();
        let literals = self.literals();
        let comments = comments(&text, &literals);
        let mut found = quoted(&text, &literals);
        found.extend(unquoted(&text, &literals, &comments));
        found.extend(filled(&text));
        found.extend(labels(&text, &literals, &comments));
        found.extend(expressions(&text, &literals, &comments));
        for comment in &comments {
            found.extend(commented_out(&text, comment));
        }
        for range in found {
            self.hide(TextRange::new(range.start, range.end), None);
        }
    }

    /// The string literals that the code has, outermost and in their order.
    fn literals(&self) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = Vec::new();
        for (unit, start) in &self.units {
            let literals =
                unit.exprs.iter().filter(|expr| matches!(expr.kind, ExprKind::String(_) | ExprKind::Template(_)));
            all.extend(
                literals.map(|expr| expr.range.shifted(*start as usize)).map(|range| range.start()..range.end()),
            );
        }
        all.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut last = 0;
        all.retain(|range| {
            let outer = range.start >= last;
            last = last.max(range.end);
            outer
        });
        all
    }
}

/// Returns whether a place lies in one of some ranges, which are in order.
pub(super) fn lies_in(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after.checked_sub(1).is_some_and(|index| at < ranges[index].end)
}

/// Comments, of scripts and of markup: text that begins like one and is not in a literal.
fn comments(text: &str, literals: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut all, mut at) = (Vec::new(), 0);
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'/', b'<', rest)) {
        let start = at + found;
        let rest = &text[start..];
        let end = if lies_in(literals, start) {
            None
        } else if rest.starts_with("//") {
            Some(rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            Some(rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else if rest.starts_with("<!--") {
            Some(rest.find("-->").map_or(rest.len(), |end| end + 3))
        } else {
            None
        };
        at = start + end.unwrap_or(1);
        all.extend(end.map(|length| start..start + length));
    }
    all
}

/// Returns the quoted value after the name of a secret.
fn quoted(text: &str, literals: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let closers: Vec<usize> = literals.iter().map(|range| range.end.saturating_sub(1)).collect();
    let mut all = Vec::new();
    for open in memchr::memchr3_iter(b'"', b'\'', b'`', bytes) {
        if closers.binary_search(&open).is_ok() {
            continue;
        }
        let Some((name, certain)) = name_before(text, open) else { continue };
        if !is_secret_name(name) {
            continue;
        }
        let Some(end) = end_of(bytes, open) else { continue };
        let value = &text[open + 1..end];
        let is_word = !certain && !value.bytes().any(|b| b.is_ascii_digit());
        if !(value.is_empty() || value.contains("${") || is_word || stands_for_itself(name, value)) {
            all.push(open + 1..end);
        }
    }
    all
}

/// The end of a literal that begins with the quote at `open`.
pub(super) fn end_of(bytes: &[u8], open: usize) -> Option<usize> {
    let quote = bytes[open];
    let mut at = open + 1;
    while at < bytes.len().min(open + LONGEST) {
        match bytes[at] {
            b'\\' => at += 1,
            b'\n' if quote != b'`' => return None,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The name that a literal at `open` is the value of, and whether that is certain: after a comma or a bracket the value
/// may just as well be another name.
pub(super) fn name_before(text: &str, open: usize) -> Option<(&str, bool)> {
    let bytes = text.as_bytes();
    let floor = open.saturating_sub(NEAR);
    let back = |mut at: usize, is: &dyn Fn(u8) -> bool| {
        while at > floor && is(bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let blank = |b: u8| b.is_ascii_whitespace();
    // A tag of a template: ``apiKey`…` ``, ``= String.raw`…` ``.
    let tag = if bytes[open] == b'`' {
        back(open, &|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | b'.'))
    } else {
        open
    };
    if let Some(name) = text.get(tag..open).and_then(|tag| tag.rsplit('.').next())
        && is_secret_name(name)
    {
        return Some((name, true));
    }
    let mut at = back(tag, &blank);
    // `key={"…"}` of markup.
    if at > floor && bytes[at - 1] == b'{' {
        at = back(at - 1, &blank);
    }
    let operator = back(at, &|b| b"=:!?|&<>".contains(&b));
    let signs = &text[operator..at];
    let certain = signs.contains(['=', ':']);
    if !certain {
        match bytes.get(at.checked_sub(1)?) {
            Some(b'(' | b',') => at -= 1,
            _ => return None,
        }
    } else {
        at = operator;
    }
    at = back(at, &blank);
    let word = |end: usize| {
        let start = back(end, &|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | b'-'));
        (start < end && text.is_char_boundary(start)).then(|| (start, &text[start..end]))
    };
    if at > floor && bytes[at - 1] == b']' {
        at = back(at - 1, &blank);
    }
    let is_quoted = at > floor && matches!(bytes[at - 1], b'"' | b'\'' | b'`');
    if is_quoted {
        at -= 1;
    } else if !certain && bytes[open - 1] != b'(' {
        // A comma stands behind anything.
        return None;
    }
    let (start, name) = word(at)?;
    let colon = back(start, &blank);
    // `known ? token : "…"`
    if signs == ":" && !is_quoted && colon > floor && bytes[colon - 1] == b'?' {
        return None;
    }
    // `token: string = "…"`
    if signs.starts_with('=') && !is_secret_name(name) && colon > floor && bytes[colon - 1] == b':' {
        let end = back(colon, &|b| blank(b) || b":?!".contains(&b));
        return word(end).map(|(_, name)| (name, certain));
    }
    Some((name, certain))
}

/// Returns the unquoted value after the name of a secret, in an address or a comment.
fn unquoted(text: &str, literals: &[Range<usize>], comments: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    for sign in memchr::memchr2_iter(b'=', b':', bytes) {
        let in_comment = lies_in(comments, sign);
        let is_address = bytes[sign] == b'=' && {
            let start = word_before(bytes, sign);
            start < sign && start > 0 && matches!(bytes[start - 1], b'?' | b'&' | b';')
        };
        let in_literal = lies_in(literals, sign);
        if !(in_comment || is_address || in_literal) {
            continue;
        }
        let blanks = |at: usize| bytes[at..].iter().take(2).take_while(|&&b| b == b' ').count();
        let end = sign - bytes[..sign].iter().rev().take(2).take_while(|&&b| b == b' ').count();
        let first = word_before(bytes, end);
        // `api key: …`
        let two =
            if in_comment && first > 1 && bytes[first - 1] == b' ' { word_before(bytes, first - 1) } else { first };
        let named =
            [first, two].into_iter().any(|start| start < end && text.get(start..end).is_some_and(is_secret_name));
        if !named {
            continue;
        }
        let in_text = in_literal && bytes[sign] == b':';
        let start = sign + 1 + if in_comment || in_text { blanks(sign + 1) } else { 0 };
        let length =
            bytes[start..].iter().take_while(|&&b| b.is_ascii_alphanumeric() || b"_-+/.~%!@$^*=".contains(&b)).count();
        let value = &text[start..start + length];
        let is_code = value.starts_with("${") || value.contains("process.env") || value.contains("import.meta");
        // Behind a colon a sentence may go on.
        let is_word = in_text && !(value.contains(|c: char| c.is_ascii_digit()) && value.contains(char::is_alphabetic));
        if length >= 4 && !is_code && !is_word && !is_placeholder(value) {
            all.push(start..start + length);
        }
    }
    all
}

/// The beginning of the word that ends at `end`.
fn word_before(bytes: &[u8], end: usize) -> usize {
    let is_word = |&&b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    end - bytes[..end].iter().rev().take(NEAR).take_while(is_word).count()
}

/// Returns the arguments of a client in code that is commented out.
fn commented_out(text: &str, comment: &Range<usize>) -> Vec<Range<usize>> {
    const CLIENT: &str = "Client(";
    let mut all = Vec::new();
    let inner = &text[comment.clone()];
    let mut at = 0;
    while let Some(found) = inner[at..].find(CLIENT) {
        at += found + CLIENT.len();
        let close = inner[at..].find(')').map_or(inner.len(), |close| at + close);
        let mut open = at;
        while let Some(quote) = inner[open..close].find(['"', '\'', '`']).map(|quote| open + quote) {
            let Some(end) = end_of(inner.as_bytes(), quote) else { break };
            let value = &inner[quote + 1..end];
            if !value.contains("${") && !is_placeholder(value) {
                all.push(comment.start + quote + 1..comment.start + end);
            }
            open = (end + 1).min(close);
        }
        at = close;
    }
    all
}
