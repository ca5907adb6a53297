//! The statement around a place.

use super::Source;
use crate::text::TextRange;

/// Nodes whose children are statements or members.
const LISTS: &[&str] = &["program", "statement_block", "class_body", "switch_case", "switch_default", "interface_body"];

impl Source {
    /// The smallest statement, or class member, that holds `range`; the whole text where several top-level statements
    /// share it, and the range itself where it has nothing to do with code.
    pub fn statement_around(&self, range: TextRange) -> TextRange {
        if self.scripts.as_ref().is_some_and(|scripts| !scripts.touch(range)) {
            return range;
        }
        let root = self.tree.root_node();
        let mut node = root.descendant_for_byte_range(range.start(), range.end()).unwrap_or(root);
        while let Some(parent) = node.parent() {
            if LISTS.contains(&parent.kind()) {
                break;
            }
            node = parent;
        }
        TextRange::new(node.start_byte().min(range.start()), node.end_byte().max(range.end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Language;
    use ropey::Rope;

    #[test]
    fn is_the_smallest_one() {
        let text = "a();\nfunction f() {\n  b(1);\n  c(2);\n}\nd();";
        let source = Source::parse(Rope::from_str(text), Language::TypeScript);
        let around = |what: &str| {
            let at = text.find(what).expect("the text");
            &text[source.statement_around(TextRange::new(at, at + what.len())).as_range()]
        };
        assert_eq!(around("1"), "b(1);");
        assert_eq!(around("function"), "function f() {\n  b(1);\n  c(2);\n}");
        assert_eq!(around("d"), "d();");
        assert_eq!(around("\nd"), text);
    }
}
