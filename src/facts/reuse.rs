//! Finding the units that an edit left alone.

use super::unit::{Child, Unit};
use crate::syntax::TextChange;
use std::ops::Range;
use std::sync::Arc;

/// The units before an edit, to be asked for those that are still right.
#[derive(Debug)]
pub struct Reuse<'a> {
    old: Option<(&'a Unit, Option<TextChange>)>,
}

impl<'a> Reuse<'a> {
    /// Nothing to reuse.
    pub fn nothing() -> Self {
        Self { old: None }
    }
    /// The units of the text before `change`; `None` when the text is the same.
    pub fn of(root: &'a Unit, change: Option<TextChange>) -> Self {
        Self { old: Some((root, change)) }
    }
    /// The unit that was where `range` (bytes of the new text) was before, if it was read from this very node.
    ///
    /// A node's identity is the address of its first and last child, and they live as long as a tree holds them. The
    /// old tree is alive while its facts are asked, and the parser gives a node to the new tree only whole. So the same
    /// addresses over text that no edit touched are the same code.
    pub fn find(&self, range: Range<usize>, node: NodeIdentity) -> Option<Arc<Unit>> {
        let (root, change) = self.old?;
        let mut at = match change {
            Some(change) if range.start > change.new_end => range.start - change.new_end + change.old_end,
            Some(change) if range.end >= change.start => return None,
            _ => range.start,
        };
        let mut unit = root;
        loop {
            let child = last_starting_by(&unit.children, at)?;
            at -= child.start as usize;
            if at == 0 && child.len as usize == range.len() && child.unit.node == node && node.0.is_some() {
                return Some(child.unit.clone());
            }
            unit = &child.unit;
        }
    }
}

/// Distinguishes a syntax node from every other one of its tree, and of that tree's descendants while it is alive.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct NodeIdentity(Option<(usize, usize)>, u64);

/// Addresses say nothing about the code: facts that are printed are to be compared.
impl std::fmt::Debug for NodeIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("_")
    }
}

impl NodeIdentity {
    /// The key of a node; a node without children has none and is never found again.
    pub fn of(node: tree_sitter::Node<'_>) -> Self {
        let last = node.child_count().checked_sub(1).and_then(|at| node.child(at));
        Self(node.child(0).zip(last).map(|(first, last)| (first.id(), last.id())), 0)
    }
    /// The key of a node which a comment before it describes, by a hash of the comment.
    pub fn described(self, comment: Option<u64>) -> Self {
        Self(self.0, comment.unwrap_or_default())
    }
}

fn last_starting_by(children: &[Child], at: usize) -> Option<&Child> {
    let after = children.partition_point(|child| child.start as usize <= at);
    children[..after].last()
}
