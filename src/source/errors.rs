//! Where a text is no valid program, and which of its statements are whole all the same.

use super::Source;
use crate::text::TextRange;
use std::sync::Arc;
use tree_sitter::Node;

/// The places at which the parser had to guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyntaxErrors {
    /// How many there are.
    pub count: usize,
    /// The first one, in bytes.
    pub first: Option<TextRange>,
    /// The largest statements and members that have no error inside and stand in none; empty where nothing is wrong.
    sound: Arc<[TextRange]>,
}

impl SyntaxErrors {
    /// Returns whether what stands in `range` means what it says: no guess was made in the statement around it.
    pub fn spare(&self, range: TextRange) -> bool {
        self.count == 0 || self.sound.iter().any(|sound| sound.contains(range))
    }
}

impl Source {
    /// Looks for the places at which the text is no valid program. Subtrees without errors are not entered.
    pub fn syntax_errors(&self) -> SyntaxErrors {
        let mut errors = SyntaxErrors::default();
        if !self.tree.root_node().has_error() {
            return errors;
        }
        let mut guesses = Vec::new();
        self.walk_errors(|node| {
            if is_guess(node) && !self.is_plain_ampersand(node) {
                guesses.push(TextRange::new(node.start_byte(), node.end_byte()));
            }
            !is_guess(node)
        });
        errors.count = guesses.len();
        errors.first = guesses.first().copied();
        if errors.count > 0 {
            let mut sound = Vec::new();
            self.walk_errors(|node| {
                let range = TextRange::new(node.start_byte(), node.end_byte());
                let is_sound = !guesses.iter().any(|guess| range.contains(*guess));
                if is_sound && !is_guess(node) && is_statement(node.kind()) {
                    sound.push(range);
                }
                !is_guess(node) && !is_sound
            });
            errors.sound = sound.into();
        }
        errors
    }

    /// Visits nodes in the order of the text; `enter` tells whether their children are visited.
    fn walk_errors(&self, mut enter: impl FnMut(Node<'_>) -> bool) {
        let mut cursor = self.tree.walk();
        'tree: loop {
            let node = cursor.node();
            let inside = enter(node) && (node.has_error() || node.parent().is_none());
            if inside && cursor.goto_first_child() {
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    break 'tree;
                }
            }
        }
    }

    /// Whether a guess is only a `&` in a text or an attribute of JSX, which the grammar takes for the beginning of an
    /// entity. In the language it may stand there by itself.
    fn is_plain_ampersand(&self, node: Node<'_>) -> bool {
        let mut around = node.parent();
        while let Some(parent) = around {
            match parent.kind() {
                "jsx_element" | "jsx_attribute" | "jsx_fragment" | "jsx_self_closing_element" => {
                    let text = self.rope.byte_slice(node.byte_range());
                    return text.chars().next() == Some('&');
                }
                "jsx_opening_element" | "string" | "ERROR" => around = parent.parent(),
                _ => return false,
            }
        }
        false
    }
}

fn is_guess(node: Node<'_>) -> bool {
    node.is_error() || node.is_missing()
}

/// Whether a node is a statement or the member of a class, which stands by itself.
fn is_statement(kind: &str) -> bool {
    kind.ends_with("_statement")
        || kind.ends_with("_declaration")
        || matches!(kind, "method_definition" | "public_field_definition" | "field_definition" | "class_static_block")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Language;
    use ropey::Rope;

    fn errors(text: &str, language: Language) -> SyntaxErrors {
        Source::parse(Rope::from_str(text), language).syntax_errors()
    }

    #[test]
    fn statements_beside_an_error_are_whole() {
        let text = "a(1);\nexport type * from './b';\nfunction f() {\n  b(2);\n  c(;\n}\n";
        let errors = errors(text, Language::TypeScript);
        let at = |what: &str| {
            let at = text.find(what).expect("the text");
            TextRange::new(at, at + what.len())
        };
        assert!(errors.count > 0);
        assert!(errors.spare(at("1")) && errors.spare(at("2")));
        assert!(!errors.spare(at("c(;")) && !errors.spare(at("type *")));
    }

    #[test]
    fn an_ampersand_in_jsx_is_no_error() {
        for text in [
            "const a = <a href=\"/x?a=1&b=2\">Fish &amp; chips</a>;",
            "const a = <p>a &</p>;",
            "const a = <img alt=\"a & b\" />;",
            "const a = <p>{x} & {y} && {z}</p>;",
        ] {
            assert_eq!(errors(text, Language::Tsx).count, 0, "{text}");
        }
        assert!(errors("const a = <p>{x &}</p>;", Language::Tsx).count > 0);
    }
}
