//! Imports and exports that are still being typed, read as far as they go.
//!
//! The grammar has no idea where a broken import ends: it reads on in the statements below it, and calls and clients
//! that are whole get lost in it. So the parser is given a block in its place, which ends the code before it and begins
//! nothing, and the import so far is read here. That depends on the text alone, and takes as long as the text is.

mod lexer;
mod reader;
mod required;
mod whole;

use super::reading::Patch;
use crate::text::TextRange;
use lexer::{Kind, Lexer};
use reader::Reader;
use tree_sitter::Tree;

/// An import, or an export of names, that is not complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// All of it.
    pub range: TextRange,
    /// True when it exports.
    pub exports: bool,
    /// True for a `require(…)` or an `import(…)` that is put into a variable.
    pub is_required: bool,
    /// The module, without quotes, when it is written already.
    pub module: Option<TextRange>,
    /// True when it takes types and nothing else.
    pub type_only: bool,
    /// The names.
    pub names: Vec<Name>,
    /// Its tokens: text that the parser does not get to see.
    tokens: Vec<TextRange>,
}

/// A name that an import brings in, or an export hands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The part of the module.
    pub of: Of,
    /// The local name in the file; for an export, the exported name.
    pub local: TextRange,
}

/// The part of a module that a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Its default export.
    Default,
    /// The whole module.
    All,
    /// An export, by where its name is written.
    Named(TextRange),
}

/// Those of a text, of which `blocks` are code.
pub(super) fn unfinished(text: &str, blocks: Option<&[TextRange]>) -> Vec<Unfinished> {
    let whole = [TextRange::new(0, text.len())];
    let mut found = Vec::new();
    for block in blocks.unwrap_or(&whole) {
        let code = &text[..block.end()];
        let mut at = block.start();
        while at < code.len() {
            let line_end = memchr::memchr(b'\n', &code.as_bytes()[at..]).map_or(code.len(), |len| at + len + 1);
            let start = line_end - code[at..line_end].trim_start_matches([' ', '\t', '\u{feff}']).len();
            at = match keyword(&code[start..]) {
                Some(exports) if !is_call(&code[start..]) => {
                    let (it, end) = read(code, start, exports);
                    found.extend(it);
                    end.max(line_end)
                }
                None if !required::may_begin(&code[start..]) => line_end,
                _ => {
                    let (it, end) = required::read(code, start).unzip();
                    found.extend(it);
                    end.map_or(line_end, |end| end.max(line_end))
                }
            };
        }
    }
    found
}

/// Returns whether a line begins an import (`Some(false)`) or an export (`Some(true)`).
fn keyword(line: &str) -> Option<bool> {
    let is = |word| line.strip_prefix(word).is_some_and(|rest: &str| !rest.starts_with(lexer::is_part_of_name));
    if is("import") { Some(false) } else { is("export").then_some(true) }
}

/// Returns whether a line begins a call `import("…`, complete or not.
fn is_call(line: &str) -> bool {
    let blank = [' ', '\t'];
    let after = line.strip_prefix("import").map(|rest| rest.trim_start_matches(blank));
    let argument = after.and_then(|rest| rest.strip_prefix('(')).map(|rest| rest.trim_start_matches(blank));
    argument.is_some_and(|argument| argument.starts_with(['"', '\'']))
}

/// Returns the replacement of some of them for the parser.
pub(super) fn patches<'a>(some: impl IntoIterator<Item = &'a Unfinished>) -> Vec<Patch> {
    let mut patches = Vec::new();
    for it in some {
        let start = it.range.start();
        patches.push((start, BLOCK));
        for token in &it.tokens {
            let mut at = token.start().max(start + BLOCK.len());
            while at < token.end() {
                let len = (token.end() - at).min(BLANKS.len());
                patches.push((at, &BLANKS[..len]));
                at += len;
            }
        }
    }
    patches
}

/// Before a brace on a line of its own a statement ends, and none continues after it.
const BLOCK: &[u8] = b"{}";
const BLANKS: &[u8; 64] = &[b' '; 64];

/// Returns whether one turns out to be a statement of the module in the tree of the text with its [`patches`]: not a
/// part of a comment, of a template, or of a function.
pub(super) fn is_statement(tree: &Tree, it: &Unfinished) -> bool {
    let (start, end) = (it.range.start(), it.range.start() + BLOCK.len());
    let mut node = tree.root_node().descendant_for_byte_range(start, end);
    while let Some(inner) = node {
        if inner.byte_range() != (start..end) {
            return inner.kind() == "program"
                || (inner.is_error() && inner.parent().is_some_and(|it| it.kind() == "program"));
        }
        if inner.kind() != "statement_block" {
            return inner.kind() == "program";
        }
        node = inner.parent();
    }
    false
}

/// The statement that begins at a place, if it is not complete, and how far the text is read with that.
fn read(code: &str, start: usize, exports: bool) -> (Option<Unfinished>, usize) {
    let mut lexer = Lexer::new(code, start);
    let keyword = lexer.next();
    let mut ahead = lexer.clone();
    let first = ahead.next();
    let is_of_another_kind = match first.kind {
        // `import("module")`, `import.meta`
        Kind::Mark('(' | '.') => true,
        Kind::Mark('{' | '*') => false,
        Kind::Word if exports && &code[first.start..first.end] == "type" => {
            !matches!(ahead.next().kind, Kind::Mark('{' | '*'))
        }
        // All else that can be exported is a statement of its own.
        _ => exports,
    };
    if is_of_another_kind {
        return (None, first.start);
    }
    match whole::end(code, lexer.clone(), exports) {
        Some(end) => (None, end),
        None => {
            let (it, end) = Reader::new(code, lexer, keyword, exports).read();
            (Some(it), end)
        }
    }
}

#[cfg(test)]
mod tests;
