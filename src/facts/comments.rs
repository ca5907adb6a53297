//! Comments that may hold a suppression. They may be anywhere in a tree, so they are found by their text and then
//! looked up, instead of asking every node.

use super::grammar::{Grammar, K};
use crate::syntax::Dialect;
use crate::text::TextRange;
use memchr::memmem::Finder;
use ropey::Rope;
use std::ops::Range;
use tree_sitter::{Node, Tree, TreeCursor};

/// The prefix of every directive.
const NEEDLE: &str = "customerio-";

/// A comment that may hold a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The whole comment with its markers, in bytes.
    pub range: TextRange,
    /// Its text with its markers.
    pub text: String,
    /// Zero-based line of its first byte.
    pub line: u32,
    /// Zero-based line of its last byte.
    pub end_line: u32,
    /// The zero-based lines below it that a directive about the next line means, where it is not about one line: the
    /// code of a document below a comment of the markup.
    pub below: Option<Range<u32>>,
}

/// The comments of a file that hold [`NEEDLE`], in the order of the text.
pub fn directive_comments(tree: &Tree, rope: &Rope, dialect: Dialect) -> Vec<Comment> {
    let grammar = Grammar::of(dialect);
    let mut comments: Vec<Comment> = Vec::new();
    let mut leaves = Leaves::of(tree);
    for at in occurrences(rope, NEEDLE) {
        if comments.last().is_some_and(|c| at < c.range.end()) {
            continue;
        }
        let Some(node) = leaves.at(at) else { continue };
        if grammar.kind(node) == K::Comment {
            let range = TextRange::new(node.start_byte(), node.end_byte());
            comments.push(Comment {
                range,
                text: rope.byte_slice(range.as_range()).to_string(),
                line: rope.byte_to_line(range.start()) as u32,
                end_line: rope.byte_to_line(range.end().saturating_sub(1).max(range.start())) as u32,
                below: None,
            });
        }
    }
    comments
}

/// The leaves of a tree, asked for in the order of the text: nothing is visited twice.
struct Leaves<'t> {
    cursor: TreeCursor<'t>,
    /// True when everything inside the node is before the requested place.
    inside_is_done: bool,
}

impl<'t> Leaves<'t> {
    fn of(tree: &'t Tree) -> Self {
        Self { cursor: tree.walk(), inside_is_done: false }
    }

    /// The leaf at a byte that lies not before the last one asked for; `None` between leaves.
    fn at(&mut self, byte: usize) -> Option<Node<'t>> {
        loop {
            let node = self.cursor.node();
            if byte < node.start_byte() {
                return None;
            }
            if byte < node.end_byte() {
                if self.inside_is_done {
                    return None;
                }
                if !self.cursor.goto_first_child() {
                    return Some(node);
                }
            } else if self.cursor.goto_next_sibling() {
                self.inside_is_done = false;
            } else if self.cursor.goto_parent() {
                self.inside_is_done = true;
            } else {
                return None;
            }
        }
    }
}

/// The places where `needle` begins in a rope, also where it spans two chunks.
pub(super) fn occurrences(rope: &Rope, needle: &str) -> Vec<usize> {
    let finder = Finder::new(needle);
    let mut found = Vec::new();
    let mut at = 0;
    let mut tail: Vec<u8> = Vec::new();
    for chunk in rope.chunks() {
        let bytes = chunk.as_bytes();
        let border = bytes.len().min(needle.len() - 1);
        let before = tail.len();
        tail.extend_from_slice(&bytes[..border]);
        found.extend(finder.find_iter(&tail).map(|i| at - before + i));
        found.extend(finder.find_iter(bytes).map(|i| at + i));
        if bytes.len() >= needle.len() - 1 {
            tail.clear();
            tail.extend_from_slice(&bytes[bytes.len() - border..]);
        } else {
            let surplus = tail.len().saturating_sub(needle.len() - 1);
            tail.drain(..surplus);
        }
        at += bytes.len();
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn across_chunks() {
        let text = "xcustomerio-y".repeat(2000);
        let rope = Rope::from_str(&text);
        let expected: Vec<usize> = text.match_indices(NEEDLE).map(|(at, _)| at).collect();
        assert!(rope.chunks().count() > 1);
        assert_eq!(occurrences(&rope, NEEDLE), expected);
    }
}
