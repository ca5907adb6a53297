//! Files that hold code without being code: its place in them.
//!
//! The parser gets the ranges of the whole text to read, so every offset in the tree is one of the file, and no offset
//! has to be mapped back.

mod astro;
mod markdown;
mod markup;
mod svelte;
mod vue;

pub use markdown::DocumentBlocks;

use super::language::{Dialect, Language};
use super::parse::TextChange;
use crate::text::TextRange;
use markup::StartTag;
use tree_sitter::{Point, Range};

/// The code of a file that holds code. Its blocks are one module, unless it is a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scripts {
    /// The language of the code.
    pub dialect: Dialect,
    /// The blocks, in the order of the text.
    pub blocks: Vec<TextRange>,
    /// Those of them that run not once for the module, but for each component or page.
    pub repeated: Vec<TextRange>,
    /// The byte from which on no code was looked for: too many ends are missing before it.
    pub gave_up: Option<usize>,
    /// The blocks of a document, and the statements of its text about them.
    pub document: Option<DocumentBlocks>,
    /// The ranges that the parser reads; none for the whole text.
    pub(super) ranges: Vec<Range>,
    /// The places at which the parser is given something else than the text, in order: it ends what a block leaves open,
    /// and stands for the placeholders of a document.
    pub(super) joints: Vec<Joint>,
    /// The ranges of which the parser is given blanks.
    pub(super) blanks: Vec<TextRange>,
}

/// Bytes that the parser is given in place of those from a byte of the text on.
pub(super) type Joint = (usize, &'static [u8]);

/// A block of code.
struct Block {
    code: Code,
    range: TextRange,
    repeated: bool,
}

/// The blocks of a text.
#[derive(Default)]
struct Found {
    blocks: Vec<Block>,
    gave_up: Option<usize>,
}

/// The language of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Code {
    JavaScript,
    TypeScript,
    Jsx,
}

impl Scripts {
    /// Finds the code of `text`; `None` for a language that is nothing else.
    pub fn of(text: &str, language: Language) -> Option<Self> {
        let mut document = None;
        let Found { blocks, gave_up } = match language {
            Language::TypeScript | Language::Tsx => return None,
            Language::Vue => vue::blocks(text),
            Language::Svelte => svelte::blocks(text),
            Language::Astro => astro::blocks(text),
            Language::Markdown | Language::Mdx => {
                let (found, it) = markdown::blocks(text, language == Language::Mdx);
                document = Some(it);
                found
            }
            Language::Manifest => Found::default(),
        };
        // All are read by one grammar. Plain JavaScript is fine with either; that of a document may have JSX in it.
        let any = |wanted: Code| blocks.iter().any(|block| block.code == wanted);
        let is_typescript = any(Code::TypeScript) && !any(Code::Jsx) && (document.is_none() || !any(Code::JavaScript));
        let dialect = if is_typescript { Dialect::TypeScript } else { Dialect::Tsx };
        let repeated = blocks.iter().filter(|block| block.repeated).map(|block| block.range).collect();
        let blocks: Vec<TextRange> = blocks.into_iter().map(|block| block.range).collect();
        let joints = joints(&blocks, document.as_ref());
        let (ranges, blanks) = match &document {
            Some(document) => (Vec::new(), around(text, document, &joints)),
            None => (ranges(text, &blocks), Vec::new()),
        };
        Some(Self { dialect, blocks, repeated, gave_up, document, ranges, joints, blanks })
    }

    /// The block that a place is in, or at the edge of.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        // They lie apart, in the order of the text.
        let before = self.blocks.partition_point(|block| block.start() <= at);
        before.checked_sub(1).filter(|block| at <= self.blocks[*block].end())
    }

    /// Returns whether a comment may be written at the byte `at`, as far as the markup is concerned.
    pub fn contain(&self, at: usize) -> bool {
        self.block_at(at).is_some()
    }

    /// Returns whether a range has to do with a block.
    pub fn touch(&self, range: TextRange) -> bool {
        self.blocks.iter().any(|block| block.touches(range))
    }

    /// Returns whether the parser is given a range of the text as it is.
    pub(super) fn shows(&self, start: usize, end: usize) -> bool {
        let next = self.blanks.partition_point(|blank| blank.end() <= start);
        let joint = self.joints.partition_point(|(at, bytes)| at + bytes.len() <= start);
        self.blanks.get(next).is_none_or(|blank| end <= blank.start())
            && self.joints.get(joint).is_none_or(|(at, _)| end <= *at)
    }

    /// Returns whether the parser is given the same of the text as it was before `changes`, each in the offsets of the
    /// text before it, apart from what they changed.
    pub(super) fn shows_as_much_as(&self, before: &Self, changes: &[TextChange]) -> bool {
        let moved = |range: &TextRange| changes.iter().try_fold(*range, range_after);
        let joints = before.joints.iter().map(|(at, bytes)| {
            let moved = moved(&TextRange::new(*at, *at))?;
            Some((moved.start(), *bytes))
        });
        before.blanks.len() == self.blanks.len()
            && before.blanks.iter().map(moved).eq(self.blanks.iter().copied().map(Some))
            && joints.eq(self.joints.iter().copied().map(Some))
    }
}

/// Returns a range after a change that lies inside it or outside of it.
fn range_after(range: TextRange, change: &TextChange) -> Option<TextRange> {
    let (start, end) = (range.start(), range.end());
    let after = |at: usize| at - change.old_end + change.new_end;
    if change.old_end <= start {
        Some(TextRange::new(after(start), after(end)))
    } else if change.start >= end {
        Some(range)
    } else {
        (start <= change.start && change.old_end <= end).then(|| TextRange::new(start, after(end)))
    }
}

/// The bytes given to the parser in place of the beginning of the `</script>` after each block but the last. The parser
/// sees no gap between blocks, and whatever ends one must not continue in the next: a comment ends with its line, and
/// before a brace on a line of its own a statement ends.
const JOINT: &[u8] = b"\n{}";

/// The end of what is given to the parser after a block of a document, behind all that closes it: as [`JOINT`], and
/// what is not closed otherwise has an end of its line.
const ENDING: &[u8] = b"\n{}\n";

/// The places after blocks where the parser is given something else than the text.
fn joints(blocks: &[TextRange], document: Option<&DocumentBlocks>) -> Vec<Joint> {
    let last = blocks.len().saturating_sub(1);
    let Some(document) = document else {
        let blocks = blocks[..last].iter().filter(|block| !block.is_empty());
        return blocks.map(|block| (block.end(), JOINT)).collect();
    };
    let mut joints = Vec::new();
    for (number, block) in document.blocks.iter().enumerate() {
        joints.extend_from_slice(&block.patches);
        if number == last {
            break;
        }
        let mut at = block.range.end();
        for close in &block.unclosed {
            let bytes: &[u8] = match close {
                b')' => b")",
                b']' => b"]",
                _ => b"}",
            };
            joints.push((at, bytes));
            at += 1;
        }
        joints.push((at, ENDING));
    }
    joints
}

/// The ranges around the code of a document, without the joints.
fn around(text: &str, document: &DocumentBlocks, joints: &[Joint]) -> Vec<TextRange> {
    let mut blanks = Vec::new();
    let mut at = 0;
    let pieces = document.blocks.iter().flat_map(|block| block.pieces.iter().copied());
    let mut code: Vec<(usize, usize)> = pieces.map(|piece| (piece.start(), piece.end())).collect();
    code.extend(joints.iter().map(|(at, bytes)| (*at, at + bytes.len())));
    code.sort_unstable();
    for (start, end) in code.into_iter().chain([(text.len(), text.len())]) {
        if at < start {
            blanks.push(TextRange::new(at, start));
        }
        at = at.max(end);
    }
    blanks
}

/// The bytes that the parser reads: the blocks with their joints.
fn ranges(text: &str, blocks: &[TextRange]) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| !block.is_empty()) {
        let joint = if at + 1 < blocks.len() { JOINT.len() } else { 0 };
        ranges.push(range(block.start(), block.end() + joint));
    }
    if ranges.is_empty() {
        // No range at all would mean the whole text.
        ranges.push(range(text.len(), text.len()));
    }
    ranges
}

/// Rows and columns are asked of no tree here; see [`mod@super::parse`].
fn range(start: usize, end: usize) -> Range {
    Range { start_byte: start, end_byte: end, start_point: Point::new(0, start), end_point: Point::new(0, end) }
}

/// Returns the language of a `<script>`; `None` for one that holds no code of this file.
fn code(tag: &StartTag<'_>) -> Option<Code> {
    if tag.attribute("src").is_some() {
        return None;
    }
    let is_code = |kind: &str| {
        let kind = kind.trim();
        let kind = kind.strip_prefix("text/").or_else(|| kind.strip_prefix("application/")).unwrap_or(kind);
        matches!(kind, "" | "module" | "javascript" | "typescript" | "ecmascript" | "babel" | "ts" | "jsx" | "tsx")
    };
    if !tag.attribute("type").is_none_or(is_code) {
        return None;
    }
    let language = tag.attribute("lang").or_else(|| tag.attribute("type").filter(|kind| kind.ends_with("typescript")));
    match language.unwrap_or_default() {
        "ts" | "typescript" | "text/typescript" | "application/typescript" => Some(Code::TypeScript),
        "" | "js" | "javascript" | "babel" => Some(Code::JavaScript),
        "jsx" | "tsx" => Some(Code::Jsx),
        _ => None,
    }
}

/// The place of a part of a text.
fn place_of(text: &str, part: &str) -> TextRange {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    TextRange::new(start, start + part.len())
}

#[cfg(test)]
mod tests;
