//! The statements of a document about the code that it shows.

use super::FileFacts;
use super::comments::Comment;
use crate::syntax::Scripts;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use smol_str::SmolStr;
use std::ops::Range;
use tree_sitter::Tree;

/// The code that a document shows, and the statements of its text about that.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Its blocks, in the order of the text.
    blocks: Vec<BlockFacts>,
    /// The places that it says are wrong, apart and in order.
    wrong: Vec<TextRange>,
    /// The statements that are not whole, apart and in order.
    cut: Vec<TextRange>,
    /// The placeholders in the code, apart and in order: `...`, `<your key>`.
    placeholders: Vec<TextRange>,
}

/// A block of code.
#[derive(Debug, PartialEq, Eq)]
struct BlockFacts {
    range: TextRange,
    /// The path of the file that it says it is: such a block shares no names with the others.
    file: Option<SmolStr>,
    is_plain: bool,
    is_elided: bool,
}

impl FileFacts {
    /// Adds what a document says of its code. `tree` is the one of the text, in which its blocks are `scripts`.
    pub fn add_document(&mut self, rope: &Rope, tree: &Tree, scripts: &Scripts) {
        let Some(document) = &scripts.document else { return };
        let blocks = document.blocks.iter().map(|block| BlockFacts {
            range: block.range,
            file: block.file.as_deref().map(SmolStr::new),
            is_plain: block.is_plain,
            is_elided: block.is_elided,
        });
        let facts = DocumentFacts {
            blocks: blocks.collect(),
            wrong: document.wrong.clone(),
            cut: cut(tree),
            placeholders: document.blocks.iter().flat_map(|block| block.placeholders.iter().copied()).collect(),
        };
        self.comments.retain(|comment| {
            facts.block_at(comment.range.start()).is_some_and(|at| facts.blocks[at].range.contains(comment.range))
        });
        for range in &document.comments {
            self.comments.push(comment(rope, *range, &facts));
        }
        self.comments.sort_by_key(|comment| comment.range);
        self.document = Some(Box::new(facts));
    }
}

/// A comment of the markup. Of the block right below it a directive about the next line means all lines.
fn comment(rope: &Rope, range: TextRange, facts: &DocumentFacts) -> Comment {
    let line = |at: usize| rope.byte_to_line(at.min(rope.len_bytes())) as u32;
    let text = rope.byte_slice(range.as_range()).to_string();
    // `{/* … */}`
    let braces = usize::from(text.starts_with('{') && text.ends_with('}'));
    let range = TextRange::new(range.start() + braces, range.end() - braces);
    let next = facts.blocks.partition_point(|block| block.range.start() < range.end());
    let next = facts.blocks.get(next).filter(|block| {
        // The line of the fence is between the two, and blank lines may be.
        let between = rope.byte_slice(range.end()..block.range.start()).to_string();
        between.split('\n').filter(|line| !line.trim_matches([' ', '\t', '\r', '>', '}']).is_empty()).count() == 1
    });
    Comment {
        range,
        text: text[braces..text.len() - braces].to_owned(),
        line: line(range.start()),
        end_line: line(range.end().saturating_sub(1)),
        below: next.map(|block| line(block.range.start())..line(block.range.end())),
    }
}

/// The statements of a tree that are not whole.
fn cut(tree: &Tree) -> Vec<TextRange> {
    let mut cut = Vec::new();
    let mut cursor = tree.walk();
    if !tree.root_node().has_error() || !cursor.goto_first_child() {
        return cut;
    }
    loop {
        let node = cursor.node();
        if node.has_error() || node.is_missing() {
            cut.push(TextRange::new(node.start_byte(), node.end_byte()));
        }
        if !cursor.goto_next_sibling() {
            return cut;
        }
    }
}

impl DocumentFacts {
    /// The number of the block that a place is in.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let before = self.blocks.partition_point(|block| block.range.start() <= at);
        before.checked_sub(1).filter(|block| at <= self.blocks[*block].range.end())
    }

    /// The path of the file that a block says it is: such a block shares no names with the others.
    pub fn file(&self, block: usize) -> Option<&SmolStr> {
        self.blocks.get(block)?.file.as_ref()
    }

    /// Returns whether something may be said of the code in a range: it is whole, no placeholder, and the document does
    /// not say itself that it is wrong.
    pub fn stands_for(&self, range: TextRange) -> bool {
        let next = self.placeholders.partition_point(|placeholder| placeholder.end() <= range.start());
        let is_placeholder = self.placeholders.get(next).is_some_and(|placeholder| placeholder.contains(range));
        !is_placeholder && !touches(&self.wrong, range) && !touches(&self.cut, range)
    }

    /// Returns whether the block around a range says that it leaves something out.
    pub fn is_elided(&self, range: TextRange) -> bool {
        self.block_at(range.start()).is_some_and(|block| self.blocks[block].is_elided)
    }

    /// Returns whether edits for the code in a range leave the document around the code and its placeholders alone: they
    /// are of the same block. In a quote or a list no lines come and go, since each begins with something that is no code.
    pub fn allows(&self, range: TextRange, edits: &[TextEdit], text: &Rope) -> bool {
        let Some(block) = self.block_at(range.start()).map(|at| &self.blocks[at]) else { return false };
        let is_one_line = |edit: &TextEdit| {
            let replaced: Range<usize> = edit.range.as_range();
            !edit.text.contains('\n') && text.byte_to_line(replaced.start) == text.byte_to_line(replaced.end)
        };
        edits.iter().all(|edit| {
            block.range.contains(edit.range)
                && (block.is_plain || is_one_line(edit))
                && !touches(&self.placeholders, edit.range)
        })
    }
}

/// Returns whether one of `ranges`, which lie apart and in order, has to do with a range.
fn touches(ranges: &[TextRange], range: TextRange) -> bool {
    let next = ranges.partition_point(|other| other.end() <= range.start());
    ranges.get(next).is_some_and(|other| other.start() < range.end().max(range.start() + 1))
}
