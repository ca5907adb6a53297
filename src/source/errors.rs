//! The places where a text is not a valid program, and the statements that are complete all the same.

use super::Source;
use crate::text::{Nest, TextRange};
use std::sync::Arc;
use tree_sitter::Node;

/// The places at which the parser had to guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyntaxErrors {
    /// The number of errors.
    pub count: usize,
    /// The first one, in bytes.
    pub first: Option<TextRange>,
    /// The largest statements and members that have no error inside and are in none; empty where nothing is wrong.
    sound: Arc<[TextRange]>,
}

impl SyntaxErrors {
    /// Returns whether the code in `range` can be trusted: no guess was made in the statement around it.
    pub fn spare(&self, range: TextRange) -> bool {
        // They lie apart, in the order of the text.
        let before = self.sound.partition_point(|sound| sound.start <= range.start);
        self.count == 0 || before.checked_sub(1).is_some_and(|at| self.sound[at].contains(range))
    }
}

impl Source {
    /// Looks for the places at which the text is not a valid program. Subtrees without errors are not entered.
    pub fn syntax_errors(&self) -> SyntaxErrors {
        let mut errors = self.guesses();
        // The markup behind it was not read at all.
        let gave_up = self.scripts.as_ref().and_then(|scripts| scripts.gave_up);
        // A document leaves out what it likes.
        if self.language.is_document() {
            errors.first = None;
        }
        if let Some(at) = gave_up.filter(|at| errors.first.is_none_or(|first| first.start() > *at)) {
            errors.first = Some(TextRange::new(at, at));
        }
        errors
    }

    fn guesses(&self) -> SyntaxErrors {
        let mut errors = SyntaxErrors::default();
        if !self.tree.root_node().has_error() && self.unfinished.is_empty() {
            return errors;
        }
        // An import that is not complete does not exist for the parser, which does not get to see it.
        let mut guesses: Vec<(TextRange, ())> = self.unfinished.iter().map(|it| (it.range, ())).collect();
        self.walk_errors(|node, around| {
            if is_guess(node) && !self.is_plain_ampersand(node, around) {
                guesses.push((TextRange::new(node.start_byte(), node.end_byte()), ()));
            }
            !is_guess(node)
        });
        errors.count = guesses.len();
        errors.first = guesses.iter().map(|(guess, ())| *guess).min();
        if errors.count > 0 {
            let guesses = Nest::of(guesses);
            let mut sound = Vec::new();
            self.walk_errors(|node, _| {
                let range = TextRange::new(node.start_byte(), node.end_byte());
                let is_sound = !guesses.has_inside(range) && !self.is_unfinished(range);
                if is_sound && !is_guess(node) && is_statement(node.kind()) {
                    sound.push(range);
                }
                !is_guess(node) && !is_sound
            });
            errors.sound = sound.into();
        }
        errors
    }

    /// Returns whether a node stands for code that is still being typed.
    fn is_unfinished(&self, range: TextRange) -> bool {
        self.unfinished.binary_search_by_key(&range.start, |it| it.range.start).is_ok()
    }

    /// Visits nodes in the order of the text; `enter` gets the kinds of the nodes around each, the outermost first, and
    /// tells whether its children are visited.
    fn walk_errors<'t>(&'t self, mut enter: impl FnMut(Node<'t>, &[&str]) -> bool) {
        let mut cursor = self.tree.walk();
        let mut around = Vec::new();
        'tree: loop {
            let node = cursor.node();
            let inside = enter(node, &around) && (node.has_error() || around.is_empty());
            if inside && cursor.goto_first_child() {
                around.push(node.kind());
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    break 'tree;
                }
                around.pop();
            }
        }
    }

    /// Returns whether a guess is only a `&` in a text or an attribute of JSX, which the grammar mistakes for the
    /// beginning of an entity. The language allows it there by itself.
    fn is_plain_ampersand(&self, node: Node<'_>, around: &[&str]) -> bool {
        let passed = |kind: &&&str| matches!(**kind, "jsx_opening_element" | "string" | "ERROR");
        let inside = around.iter().rev().find(|kind| !passed(kind));
        inside.is_some_and(|kind| {
            matches!(*kind, "jsx_element" | "jsx_attribute" | "jsx_fragment" | "jsx_self_closing_element")
        }) && self.rope.byte_slice(node.byte_range()).chars().next() == Some('&')
    }
}

fn is_guess(node: Node<'_>) -> bool {
    node.is_error() || node.is_missing()
}

/// Returns whether a node is a statement or the member of a class, which stands by itself.
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
        let text = "a(1);\nexport kind * from './b';\nfunction f() {\n  b(2);\n  c(;\n}\n";
        let errors = errors(text, Language::TypeScript);
        let at = |what: &str| {
            let at = text.find(what).expect("the text");
            TextRange::new(at, at + what.len())
        };
        assert!(errors.count > 0);
        assert!(errors.spare(at("1")) && errors.spare(at("2")));
        assert!(!errors.spare(at("c(;")) && !errors.spare(at("kind *")));
    }

    #[test]
    fn a_loop_with_using_is_no_error() {
        for text in [
            "for (using x of y) { a(x); }",
            "for (await using x of y) { a(x); }",
            "for await (using x of y) { a(x); }",
            "for (using x = f(); x.ok; ) { a(x); }",
            "using a = f(), b: B = g();\nawait using c = f();",
            "function f(a: A, using: B) { return { using, a: using.b, using: 1 }; }",
            "const using = f(); using = 1; using(a); for (const x of using) {} (using) => using;",
        ] {
            assert_eq!(errors(text, Language::TypeScript).count, 0, "{text}");
        }
    }

    #[test]
    fn an_ampersand_in_jsx_is_no_error() {
        for text in [
            "const a = <a href=\"/x?a=1&b=2\">Fish &amp; chips</a>;",
            "const a = <p>a &</p>;",
            "const a = <img alt=\"a & b\" />;",
            "const a = <p>{x} & {y} && {z}</p>;",
            "const a = <a title='a & b & c'>Tom & Jerry & friends</a>;",
            "const a = <a t=\"&\">&</a>;",
            "const a = <><a>R&D &amp; a&b {x & y} &</a> & <b /></>;",
            "const a = <p>a & b</p>; type T = A & B; const b = x && y & z;",
        ] {
            assert_eq!(errors(text, Language::Tsx).count, 0, "{text}");
        }
        assert!(errors("const a = <p>{x &}</p>;", Language::Tsx).count > 0);
    }
}
