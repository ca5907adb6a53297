//! The contents of one file without tree nodes: names and their bindings, expressions, calls.
//!
//! Facts are kept in [`Unit`]s, one for each top-level statement and each function body, and an edit recreates only
//! those that it touched. Nothing is checked here, and nothing is known of the SDK.

mod analytics;
mod analytics_text;
mod comments;
mod derived;
mod digest;
mod document;
mod expr;
mod fingerprint;
mod flow;
mod grammar;
mod handed;
mod jsdoc;
mod lower;
mod manifest;
mod markup;
mod members;
mod reuse;
mod types;
mod unfinished;
mod unit;

pub use analytics::{ANALYTICS_SET, is_of_analytics};
pub use analytics_text::{ANALYTICS, TELLING, makes_analytics, tells_of_analytics};
pub use comments::Comment;
pub use document::DocumentFacts;
pub use expr::{
    BinaryOp, BindingId, CastKind, ClassId, Element, EnumId, Expr, ExprId, ExprKind, FunctionId, Key, Property,
    ScopeId, TemplatePart, TypeId, UnaryOp, YIELDED,
};
pub use flow::Try;
pub use handed::{OPTIONS_SET, PROVIDE, PROVIDED_BY, PUTTING, is_telltale, token_name};
pub use lower::{augmented_name, unescape};
pub use manifest::{Manifest, Wanted};
pub use unit::{
    Binding, BindingSource, Body, ClassMember, Exported, Import, Imported, MemberKind, Owner, PatternStep, Primitive,
    ScopeKind, Target, Type, Unit, Write,
};

use crate::syntax::{Dialect, TextChange};
use crate::text::TextRange;
use reuse::Reuse;
use ropey::Rope;
use std::sync::Arc;
use tree_sitter::Tree;

/// The facts of one file.
#[derive(Debug, Default)]
pub struct FileFacts {
    /// The root unit. Its children are the top-level statements.
    pub root: Arc<Unit>,
    comments: Vec<Comment>,
    /// The places where statements of the module run more than once.
    repeated: Vec<TextRange>,
    /// The code of a document, and the statements of its text about that.
    document: Option<Box<DocumentFacts>>,
    /// The facts of a `package.json`.
    manifest: Option<Box<Manifest>>,
}

impl FileFacts {
    /// From a tree, all of it.
    pub fn extract(tree: &Tree, rope: &Rope, dialect: Dialect) -> Self {
        Self::extract_unless(tree, rope, dialect, &mut || false).unwrap_or_default()
    }

    /// As [`FileFacts::extract`]; `cancelled` is asked now and then, and when it says yes, the result is `None`.
    pub fn extract_unless(
        tree: &Tree,
        rope: &Rope,
        dialect: Dialect,
        cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        Self::with(tree, rope, dialect, &Reuse::nothing(), cancelled)
    }

    /// From the facts before an edit: only the units that the edit touched are recreated. `change` covers all that
    /// differs; `None` when nothing does. The tree that `old` was read from must still be alive, and `tree` must have
    /// grown out of it. `cancelled` as in [`FileFacts::extract_unless`].
    pub fn update(
        old: &FileFacts,
        tree: &Tree,
        rope: &Rope,
        dialect: Dialect,
        change: Option<TextChange>,
        cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        Self::with(tree, rope, dialect, &Reuse::of(&old.root, change), cancelled)
    }

    fn with(
        tree: &Tree,
        rope: &Rope,
        dialect: Dialect,
        reuse: &Reuse<'_>,
        cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let root = lower::lower_file(tree, rope, dialect, reuse, cancelled)?;
        Some(Self {
            root: Arc::new(root),
            comments: comments::directive_comments(tree, rope, dialect),
            repeated: Vec::new(),
            document: None,
            manifest: None,
        })
    }

    /// Returns whether the code at the byte `at`, outside of all functions, runs once, when the module is loaded. The
    /// code of a component runs for each instance, and that of a page for each request.
    pub fn runs_once(&self, at: u32) -> bool {
        !self.repeated.iter().any(|range| range.start <= at && at < range.end)
    }

    /// Returns what the file says of its code, when it is a document.
    pub fn document(&self) -> Option<&DocumentFacts> {
        self.document.as_deref()
    }

    /// Returns the dependencies of the file, when it is a `package.json`.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.manifest.as_deref()
    }

    /// Comments that may hold a suppression, in the order of the text.
    pub fn comments(&self) -> &[Comment] {
        &self.comments
    }

    /// The number of units of `self` that are not the very ones of `other`: the cost of an edit.
    pub fn units_not_in(&self, other: &FileFacts) -> usize {
        fn count(unit: &Unit, known: &rustc_hash::FxHashSet<*const Unit>) -> usize {
            unit.children
                .iter()
                .filter(|child| !known.contains(&Arc::as_ptr(&child.unit)))
                .map(|child| 1 + count(&child.unit, known))
                .sum()
        }
        fn collect(unit: &Unit, into: &mut rustc_hash::FxHashSet<*const Unit>) {
            for child in &unit.children {
                into.insert(Arc::as_ptr(&child.unit));
                collect(&child.unit, into);
            }
        }
        let mut known = Default::default();
        collect(&other.root, &mut known);
        count(&self.root, &known)
    }
}
