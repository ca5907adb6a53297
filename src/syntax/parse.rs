//! Parsing from a rope, from scratch and after edits.

use super::host::{JOINT, Scripts};
use super::{Dialect, Language};
use crate::facts::FileFacts;
use ropey::Rope;
use std::cell::RefCell;
use std::ops::ControlFlow;
use std::sync::Arc;
use tree_sitter::{InputEdit, ParseOptions, Parser, Point, Range, Tree};

thread_local! {
    /// A parser keeps the memory that it has worked with, so the next file is cheaper.
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new());
}

/// One replaced span of bytes: `start..old_end` became `start..new_end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// First byte that differs.
    pub start: usize,
    /// End of the replaced bytes in the old text.
    pub old_end: usize,
    /// End of the new bytes in the new text.
    pub new_end: usize,
}

impl Change {
    /// The one span that covers `self` and then `next`, whose offsets refer to the text after `self`.
    pub fn then(self, next: Change) -> Change {
        let start = self.start.min(next.start);
        // What `next` replaced beyond the end of `self` was old text, moved.
        let beyond = next.old_end.saturating_sub(self.new_end);
        let old_end = self.old_end + beyond;
        let end_after = self.new_end.max(next.old_end);
        let new_end = end_after - next.old_end + next.new_end;
        Change { start, old_end, new_end }
    }
}

/// A text, its tree and its facts, in step. Cloning is cheap: it is its own snapshot.
#[derive(Clone)]
pub struct Source {
    /// The text.
    pub rope: Rope,
    /// The kind of file.
    pub language: Language,
    /// Where the code is, when the file only holds some.
    pub scripts: Option<Arc<Scripts>>,
    /// The tree of exactly this text.
    pub tree: Tree,
    /// The facts of exactly this tree.
    pub facts: Arc<FileFacts>,
    /// Whether the tree grew out of an older one.
    incremental: bool,
}

impl Source {
    /// Parses from scratch.
    pub fn parse(rope: Rope, language: Language) -> Self {
        Self::try_parse(rope, language, None, &mut || false).expect("a parse that is never cancelled ends")
    }

    /// As [`Source::parse`]; `cancelled` is asked now and then, and when it says yes, the result is `None`.
    pub fn parse_unless(rope: Rope, language: Language, cancelled: &mut dyn FnMut() -> bool) -> Option<Self> {
        Self::try_parse(rope, language, None, cancelled)
    }

    /// Whether the tree may differ from the one that a parse from scratch gives. Only broken code can: how the parser
    /// recovers from an error depends on what it knew before. Whoever shows findings of such a source parses the text
    /// once more from scratch when there is time, so that the same text always ends with the same findings.
    pub fn is_provisional(&self) -> bool {
        self.incremental && self.tree.root_node().has_error()
    }

    /// Parses after changes of `old`. `changes` lead from `old.rope` to `rope`, in order, each in the offsets of the
    /// text before it. `cancelled` is asked now and then; when it says yes, the result is `None`.
    pub fn reparse(old: &Source, rope: Rope, changes: &[Change], cancelled: &mut dyn FnMut() -> bool) -> Option<Self> {
        Self::try_parse(rope, old.language, Some((old, changes)), cancelled)
    }

    /// What the code is written in.
    pub fn dialect(&self) -> Dialect {
        dialect(self.language, self.scripts.as_deref())
    }

    /// The facts that the tree gives when all of it is read anew. The same as [`Source::facts`].
    pub fn facts_anew(&self) -> FileFacts {
        let mut facts = FileFacts::extract(&self.tree, &self.rope, self.dialect());
        if let Some(scripts) = &self.scripts {
            facts.add_markup(&self.rope, scripts, self.language);
        }
        facts.add_manifest(&self.rope, self.language);
        facts
    }

    fn try_parse(
        rope: Rope,
        language: Language,
        old: Option<(&Source, &[Change])>,
        cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let edited = old.map(|(source, changes)| {
            let mut tree = source.tree.clone();
            for change in changes {
                tree.edit(&input_edit(change));
            }
            tree
        });
        let scripts = match language.dialect() {
            Some(_) => None,
            None => Scripts::of(&String::from(&rope), language).map(Arc::new),
        };
        // Where blocks of code come, go or change their ends, the old tree is of another code.
        let same_blocks = |old: &Source, tree: &Tree| match (&old.scripts, &scripts) {
            (Some(old), Some(new)) => old.dialect == new.dialect && same_bytes(&tree.included_ranges(), &new.ranges),
            _ => true,
        };
        let old = old.filter(|(old, _)| edited.as_ref().is_some_and(|tree| same_blocks(old, tree)));
        let edited = edited.filter(|_| old.is_some());
        let dialect = dialect(language, scripts.as_deref());
        let mut progress = |_: &tree_sitter::ParseState| {
            if cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let options = ParseOptions::new().progress_callback(&mut progress);
        let joints: Vec<usize> = scripts.iter().flat_map(|scripts| scripts.joints()).collect();
        let mut read = |at: usize, _: Point| {
            if at >= rope.len_bytes() {
                return &[][..];
            }
            let (chunk, start, ..) = rope.chunk_at_byte(at);
            let chunk = &chunk.as_bytes()[at - start..];
            match joints.iter().find(|joint| at < **joint + JOINT.len()) {
                Some(joint) if at < *joint => &chunk[..chunk.len().min(joint - at)],
                Some(joint) => &JOINT[at - joint..],
                None => chunk,
            }
        };
        let tree = PARSER.with_borrow_mut(|parser| {
            parser.set_language(&dialect.grammar()).expect("the grammars are built for this tree-sitter");
            if let Some(scripts) = &scripts {
                parser.set_included_ranges(&scripts.ranges).expect("blocks are apart and in order");
            }
            let tree = parser.parse_with_options(&mut read, edited.as_ref(), Some(options));
            if scripts.is_some() {
                parser.set_included_ranges(&[]).expect("none stands for the whole text");
            }
            // One that was stopped would go on where it was, with the next text.
            parser.reset();
            tree
        })?;
        let mut facts = match old {
            Some((source, changes)) => {
                let change = changes.iter().copied().reduce(Change::then);
                FileFacts::update(&source.facts, &tree, &rope, dialect, change, cancelled)?
            }
            None => FileFacts::extract_unless(&tree, &rope, dialect, cancelled)?,
        };
        if let Some(scripts) = &scripts {
            facts.add_markup(&rope, scripts, language);
        }
        facts.add_manifest(&rope, language);
        Some(Self { rope, language, scripts, tree, facts: Arc::new(facts), incremental: old.is_some() })
    }
}

fn dialect(language: Language, scripts: Option<&Scripts>) -> Dialect {
    language.dialect().or(scripts.map(|scripts| scripts.dialect)).unwrap_or(Dialect::Tsx)
}

fn same_bytes(old: &[Range], new: &[Range]) -> bool {
    let bytes = |range: &Range| (range.start_byte, range.end_byte);
    old.iter().map(bytes).eq(new.iter().map(bytes))
}

/// Rows and columns are never asked of the tree here (bytes are the currency), so they are left at zero.
fn input_edit(change: &Change) -> InputEdit {
    InputEdit {
        start_byte: change.start,
        old_end_byte: change.old_end,
        new_end_byte: change.new_end,
        start_position: Point::new(0, change.start),
        old_end_position: Point::new(0, change.old_end),
        new_end_position: Point::new(0, change.new_end),
    }
}
