//! Comments without a directive that may be between one and its line. They are not among the comments of a file, so
//! they are recognized by their text.

use ropey::Rope;

/// The maximum length of a comment that is not prose.
const LONGEST: usize = 20;

/// The line after a block comment that begins on `line` and has its lines to itself, in braces or without.
pub(super) fn line_after(rope: &Rope, line: usize) -> Option<usize> {
    let text = rope.line(line).to_string();
    let text = text.trim();
    let (mut rest, braces) = match text.strip_prefix('{') {
        Some(inside) => (inside.trim_start().strip_prefix("/*")?.to_owned(), true),
        None => (text.strip_prefix("/*")?.to_owned(), false),
    };
    for next in line + 1..=line + LONGEST {
        if let Some((_, after)) = rest.split_once("*/") {
            let after = after.trim();
            return (after == if braces { "}" } else { "" }).then_some(next);
        }
        if next >= rope.len_lines() {
            return None;
        }
        rest = rope.line(next).to_string();
    }
    None
}
