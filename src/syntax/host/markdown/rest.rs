//! The rest that a block of a document leaves out: the brackets that it does not close, and what it says is missing.

use crate::text::TextRange;
use memchr::memmem;

/// The brackets that are open at the end of some code, the innermost first, each by what closes it; `None` where it
/// ends in a comment or in a template, so that whatever follows it would be a part of that.
pub fn unclosed(text: &str, pieces: &[TextRange]) -> Option<Vec<u8>> {
    /// Something open: a bracket, by what closes it, or a template.
    const TEMPLATE: u8 = b'`';
    let mut open: Vec<u8> = Vec::new();
    let mut in_comment = false;
    for piece in pieces {
        let code = &text.as_bytes()[piece.as_range()];
        let mut at = 0;
        while at < code.len() {
            let rest = &code[at..];
            if in_comment {
                let Some(end) = memmem::find(rest, b"*/") else { break };
                in_comment = false;
                at += end + 2;
                continue;
            }
            let in_template = open.last() == Some(&TEMPLATE);
            at += match rest[0] {
                b'\\' => 2,
                b'`' if in_template => {
                    open.pop();
                    1
                }
                b'$' if in_template && rest.starts_with(b"${") => {
                    open.push(b'}');
                    2
                }
                _ if in_template => 1,
                b'`' => {
                    open.push(TEMPLATE);
                    1
                }
                b'(' => {
                    open.push(b')');
                    1
                }
                b'[' => {
                    open.push(b']');
                    1
                }
                b'{' => {
                    if !begins_names(code, at) {
                        open.push(b'}');
                    }
                    1
                }
                close @ (b')' | b']' | b'}') => {
                    // One that closes nothing is passed over; one that closes something further out ends what is in it.
                    if let Some(found) = open.iter().rposition(|it| *it == close)
                        && !open[found..].contains(&TEMPLATE)
                    {
                        open.truncate(found);
                    }
                    1
                }
                quote @ (b'\'' | b'"') => 1 + length_of_text(rest, quote),
                b'/' if rest.starts_with(b"//") => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
                b'/' if rest.starts_with(b"/*") => {
                    in_comment = true;
                    2
                }
                _ => 1,
            };
        }
    }
    if in_comment || open.contains(&TEMPLATE) {
        return None;
    }
    open.reverse();
    Some(open)
}

/// Returns whether a brace begins the names of an import, of an export or of a `require`. One that is not closed there
/// is the reader's of these statements to close.
fn begins_names(code: &[u8], brace: usize) -> bool {
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

/// Returns whether code says that it leaves something out: `...` where nothing is spread, in a comment, or `…`.
pub fn is_elided(code: &str) -> bool {
    if code.contains('…') {
        return true;
    }
    code.match_indices("...").any(|(at, dots)| {
        let line = code[..at].rfind('\n').map_or(0, |line| line + 1);
        let before = &code[line..at];
        let is_comment = before.contains("//") || before.contains("/*") || before.trim_start().starts_with('*');
        let after = code[at + dots.len()..].chars().next();
        let is_spread = after.is_some_and(|c| c.is_alphanumeric() || "_$([{'\"`#<".contains(c));
        is_comment || !is_spread
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closes(code: &str) -> Option<String> {
        let closing = unclosed(code, &[TextRange::new(0, code.len())])?;
        Some(String::from_utf8(closing).expect("ASCII"))
    }

    #[test]
    fn brackets() {
        for (code, expected) in [
            ("a(b[c], {d: `${e}`});", ""),
            ("f(() => {\n  a(", ")})"),
            ("a('(', \"{\", `[`, /* ( */ b) // (\n", ""),
            ("<p>Don't {a}</p>", ""),
            ("}", ""),
            ("f({ a: [1, 2 )", ""),
            ("f({ a: [1, 2", "]})"),
            ("import { a\nf({", "})"),
            ("import a, {\n  b,\n} from 'c';", ""),
            ("const { a = require('b')", ""),
            ("export { a", ""),
            ("export default {", "}"),
            ("import('a').then(() => {", "})"),
        ] {
            assert_eq!(closes(code).as_deref(), Some(expected), "{code}");
        }
        assert_eq!((closes("a /* b"), closes("a `b"), closes("`${a(`")), (None, None, None));
    }

    #[test]
    fn elisions() {
        for code in [
            "f({ a, ... })",
            "f(...)",
            "// ...\n",
            "f({ a /* ... others */ })",
            "a();\n…\nb();",
            "/**\n * ...rest\n */",
        ] {
            assert!(is_elided(code), "{code}");
        }
        for code in ["f(...a)", "f({ ...a })", "[...'abc']", "({...(a && { b })})"] {
            assert!(!is_elided(code), "{code}");
        }
    }
}
