//! The range of an expression that is a statement of its own.

use crate::text::TextRange;
use ropey::Rope;

/// A statement that has its lines to itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLines {
    /// The white space before it.
    pub indent: String,
    /// The byte where it ends, after its semicolon.
    pub end: u32,
}

/// The lines of the expression at `range`, when nothing else is there but comments after it.
pub fn own_lines(rope: &Rope, range: TextRange) -> Option<OwnLines> {
    let first = rope.byte_to_line(range.start());
    let indent = rope.byte_slice(rope.line_to_byte(first)..range.start()).to_string();
    let last = rope.line(rope.byte_to_line(range.end()));
    let line_start = rope.line_to_byte(rope.byte_to_line(range.end()));
    let behind = last.byte_slice(range.end() - line_start..).to_string();
    let rest = behind.trim_start();
    let semicolon = rest.starts_with(';');
    let after = rest.trim_start_matches(';').trim();
    let alone = indent.trim().is_empty() && (after.is_empty() || after.starts_with("//"));
    let end = range.end + if semicolon { (behind.len() - rest.len()) as u32 + 1 } else { 0 };
    alone.then_some(OwnLines { indent, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, code: &str) -> Option<OwnLines> {
        own_lines(&Rope::from_str(text), {
            let at = text.find(code).unwrap();
            TextRange::new(at, at + code.len())
        })
    }

    #[test]
    fn alone_and_in_company() {
        let found = of("a;\n  f(\n1) ; // x\nb", "f(\n1)").unwrap();
        assert_eq!((found.indent.as_str(), found.end), ("  ", 12));
        assert_eq!(of("f()", "f()").unwrap().end, 3);
        assert_eq!(of("if (x) f();\n", "f()"), None);
        assert_eq!(of("f(); g();\n", "f()"), None);
    }
}
