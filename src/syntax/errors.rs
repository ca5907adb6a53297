//! Where a text is no valid program.

use super::Source;
use crate::text::TextRange;

/// The places at which the parser had to guess.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SyntaxErrors {
    /// How many there are.
    pub count: usize,
    /// The first one, in bytes.
    pub first: Option<TextRange>,
}

impl Source {
    /// Counts the places at which the text is no valid program. Subtrees without errors are not entered.
    pub fn syntax_errors(&self) -> SyntaxErrors {
        let mut errors = SyntaxErrors::default();
        let mut cursor = self.tree.walk();
        'tree: loop {
            let node = cursor.node();
            if node.is_error() || node.is_missing() {
                errors.count += 1;
                errors.first.get_or_insert(TextRange::new(node.start_byte(), node.end_byte()));
            } else if node.has_error() && cursor.goto_first_child() {
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    break 'tree;
                }
            }
        }
        errors
    }
}
