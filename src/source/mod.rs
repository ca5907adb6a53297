//! A text, its tree and its facts, in step, and queries on all three.

mod comment_place;
mod errors;
mod statement;

pub use comment_place::{CommentPlace, comment_place};
pub use errors::SyntaxErrors;

use crate::facts::FileFacts;
use crate::syntax::{Dialect, Language, Parsed, Scripts, TextChange, Unfinished, has_same_blocks, moved, parse};
use ropey::Rope;
use std::sync::Arc;
use tree_sitter::Tree;

/// A text, its tree and its facts, in step. Cloning is cheap: it is its own snapshot.
#[derive(Clone)]
pub struct Source {
    /// The text.
    pub rope: Rope,
    /// The kind of file.
    pub language: Language,
    /// The ranges of the code, when the file also holds other text.
    pub scripts: Option<Arc<Scripts>>,
    /// The tree of exactly this text.
    pub tree: Tree,
    /// The facts of exactly this tree.
    pub facts: Arc<FileFacts>,
    /// True when the tree was parsed incrementally from an older one.
    incremental: bool,
    /// True when the parser was given other bytes than the text has.
    patched: bool,
    /// The imports and exports that are not complete, and that the tree does not have.
    unfinished: Arc<[Unfinished]>,
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

    /// Returns whether the tree may differ from the one that a parse from scratch gives. Only broken code can: how the
    /// parser recovers from an error depends on what it knew before. The findings of such a source are computed once
    /// more from scratch when there is time, so that the same text always ends with the same findings.
    pub fn is_provisional(&self) -> bool {
        self.incremental && self.tree.root_node().has_error()
    }

    /// Parses after changes of `old`. `changes` lead from `old.rope` to `rope`, in order, each in the offsets of the
    /// text before it. `cancelled` is asked now and then; when it says yes, the result is `None`.
    pub fn reparse(
        old: &Source,
        rope: Rope,
        changes: &[TextChange],
        cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        Self::try_parse(rope, old.language, Some((old, changes)), cancelled)
    }

    /// Returns the language of the code.
    pub fn dialect(&self) -> Dialect {
        dialect(self.language, self.scripts.as_deref())
    }

    /// The facts that the tree gives when all of it is read again. The same as [`Source::facts`].
    pub fn facts_anew(&self) -> FileFacts {
        let mut facts = FileFacts::extract(&self.tree, &self.rope, self.dialect());
        if let Some(scripts) = &self.scripts {
            facts.add_document(&self.rope, &self.tree, scripts);
        }
        facts.add_unfinished(&self.rope, &self.unfinished);
        if let Some(scripts) = &self.scripts {
            facts.add_markup(&self.rope, scripts, self.language);
        }
        facts.add_manifest(&self.rope, self.language);
        facts
    }

    fn try_parse(
        rope: Rope,
        language: Language,
        old: Option<(&Source, &[TextChange])>,
        cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let scripts = match language.dialect() {
            Some(_) => None,
            None => Scripts::of(&String::from(&rope), language).map(Arc::new),
        };
        let dialect = dialect(language, scripts.as_deref());
        let old = old.filter(|(source, _)| !source.patched);
        let old = old.map(|(source, changes)| (source, changes, moved(&source.tree, changes)));
        let old = old
            .filter(|(old, changes, tree)| has_same_blocks(tree, old.scripts.as_deref(), scripts.as_deref(), changes));
        let grown = old.as_ref().map(|(.., tree)| tree);
        let Parsed { tree, patched, unfinished } = parse(&rope, dialect, scripts.as_deref(), grown, cancelled)?;
        let mut facts = match &old {
            Some((source, changes, _)) if !patched => {
                let change = changes.iter().copied().reduce(TextChange::then);
                FileFacts::update(&source.facts, &tree, &rope, dialect, change, cancelled)?
            }
            _ => FileFacts::extract_unless(&tree, &rope, dialect, cancelled)?,
        };
        if let Some(scripts) = &scripts {
            facts.add_document(&rope, &tree, scripts);
        }
        facts.add_unfinished(&rope, &unfinished);
        if let Some(scripts) = &scripts {
            facts.add_markup(&rope, scripts, language);
        }
        facts.add_manifest(&rope, language);
        let incremental = old.is_some();
        let (facts, unfinished) = (Arc::new(facts), unfinished.into());
        Some(Self { rope, language, scripts, tree, facts, incremental, patched, unfinished })
    }
}

fn dialect(language: Language, scripts: Option<&Scripts>) -> Dialect {
    language.dialect().or(scripts.map(|scripts| scripts.dialect)).unwrap_or(Dialect::Tsx)
}
