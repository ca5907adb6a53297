//! Files that hold code without being code: its place in them.
//!
//! The parser gets the ranges of the whole text to read, so every offset in the tree is one of the file, and no offset
//! has to be mapped back.

mod astro;
mod markup;
mod svelte;
mod vue;

use super::language::{Dialect, Language};
use crate::text::TextRange;
use markup::StartTag;
use tree_sitter::{Point, Range};

/// The code of a file that holds code. Its blocks are one module.
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
    /// The ranges that the parser reads.
    pub(super) ranges: Vec<Range>,
}

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
#[derive(Clone, Copy, PartialEq)]
enum Code {
    JavaScript,
    TypeScript,
    Jsx,
}

impl Scripts {
    /// Finds the code of `text`; `None` for a language that is nothing else.
    pub fn of(text: &str, language: Language) -> Option<Self> {
        let Found { blocks, gave_up } = match language {
            Language::TypeScript | Language::Tsx => return None,
            Language::Vue => vue::blocks(text),
            Language::Svelte => svelte::blocks(text),
            Language::Astro => astro::blocks(text),
            Language::Manifest => Found::default(),
        };
        // All are read by one grammar. Plain JavaScript is fine with either.
        let any = |wanted: Code| blocks.iter().any(|block| block.code == wanted);
        let dialect = if any(Code::TypeScript) && !any(Code::Jsx) { Dialect::TypeScript } else { Dialect::Tsx };
        let repeated = blocks.iter().filter(|block| block.repeated).map(|block| block.range).collect();
        let blocks: Vec<TextRange> = blocks.into_iter().map(|block| block.range).collect();
        let ranges = ranges(text, &blocks);
        Some(Self { dialect, blocks, repeated, gave_up, ranges })
    }

    /// The places where the parser is given [`JOINT`].
    pub(super) fn joints(&self) -> impl Iterator<Item = usize> + '_ {
        let last = self.blocks.len().saturating_sub(1);
        self.blocks[..last].iter().filter(|block| !block.is_empty()).map(|block| block.end())
    }

    /// Returns whether a comment may be written at the byte `at`, as far as the markup is concerned.
    pub fn contain(&self, at: usize) -> bool {
        self.blocks.iter().any(|block| block.start() <= at && at <= block.end())
    }

    /// Returns whether a range has to do with a block.
    pub fn touch(&self, range: TextRange) -> bool {
        self.blocks.iter().any(|block| block.touches(range))
    }
}

/// The bytes given to the parser in place of the beginning of the `</script>` after each block but the last. The parser
/// sees no gap between blocks, and whatever ends one must not continue in the next: a comment ends with its line, and
/// before a brace on a line of its own a statement ends.
pub(super) const JOINT: &[u8] = b"\n{}";

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
