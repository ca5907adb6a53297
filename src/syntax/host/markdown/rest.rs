//! The rest that a block of a document leaves out: the brackets that it does not close, and what it says is missing.

use super::scan::{Scanner, TEMPLATE};
use crate::text::TextRange;

/// The brackets that are open at the end of some code, the innermost first, each by what closes it; `None` where it
/// ends in a comment or in a template, so that whatever follows it would be a part of that.
pub fn unclosed(text: &str, pieces: &[TextRange]) -> Option<Vec<u8>> {
    let mut scanner = Scanner::new(text, pieces);
    while scanner.advance().is_some() {}
    let Scanner { mut open, in_comment, .. } = scanner;
    if in_comment || open.contains(&TEMPLATE) {
        return None;
    }
    open.reverse();
    Some(open)
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
