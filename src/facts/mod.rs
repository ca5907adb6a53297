//! What one file says, without tree nodes.

use crate::finding::suppress::Comment;
use crate::syntax::Change;
use ropey::Rope;
use tree_sitter::Tree;

/// The facts of one file.
#[derive(Debug, Default)]
pub struct FileFacts {}

impl FileFacts {
    /// From a tree, all of it.
    pub fn extract(_tree: &Tree, _rope: &Rope) -> Self {
        Self {}
    }
    /// From the facts before an edit: only what the edit touched is extracted anew.
    pub fn update(
        _old: &FileFacts,
        tree: &Tree,
        rope: &Rope,
        _change: Option<Change>,
        _changed: impl Iterator<Item = tree_sitter::Range>,
    ) -> Self {
        Self::extract(tree, rope)
    }
    /// Comments that may hold a suppression.
    pub fn comments(&self, _rope: &Rope) -> Vec<Comment> {
        Vec::new()
    }
}
