//! An edit makes only those facts anew that it touched, and the outcome is that of a parse from scratch.

use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::{Language, TextChange};
use ropey::Rope;

/// Puts `insert` in place of `start..old_end`.
fn edit(source: &Source, start: usize, old_end: usize, insert: &str) -> Source {
    let mut rope = source.rope.clone();
    let chars = rope.byte_to_char(start)..rope.byte_to_char(old_end);
    rope.remove(chars.clone());
    rope.insert(chars.start, insert);
    let change = TextChange { start, old_end, new_end: start + insert.len() };
    Source::reparse(source, rope, &[change], &mut || false).expect("never cancelled")
}

fn file(functions: usize) -> String {
    let mut text =
        String::from("import { TrackClient } from \"customerio-node\";\nconst cio = new TrackClient(\"s\", \"k\");\n");
    for i in 0..functions {
        text.push_str(&format!(
            "export async function f{i}(id: string) {{\n  const now = Date.now();\n  await cio.identify(id, {{ created_at: now }});\n}}\n"
        ));
    }
    text
}

#[test]
fn a_letter_costs_its_own_unit_and_those_around() {
    let text = file(200);
    let before = Source::parse(Rope::from_str(&text), Language::TypeScript);
    let at = text.find("const now").unwrap() + 6;
    let after = edit(&before, at, at, "x");
    let remade = after.facts.units_not_in(&before.facts);
    assert!(remade <= 4, "{remade} units were made anew");
}

#[test]
fn methods_of_a_class_are_units_too() {
    let methods: String =
        (0..200).map(|i| format!("  m{i}() {{ return this.cio.track(\"1\", {{ name: \"e{i}\" }}); }}\n")).collect();
    let text = format!("class A {{\n{methods}}}\n");
    let before = Source::parse(Rope::from_str(&text), Language::TypeScript);
    let at = text.find("e100").unwrap();
    let after = edit(&before, at, at, "x");
    let remade = after.facts.units_not_in(&before.facts);
    assert!(remade <= 4, "{remade} units were made anew");
}

/// A component with functions in its script, and the byte at which its markup begins.
fn component(functions: usize) -> (String, usize) {
    let script = format!("<script lang=\"ts\">\n{}</script>\n", file(functions));
    (
        format!(
            "{script}<template><p>{{{{ a < b }}}}</p></template>\n<script setup lang=\"ts\">\nf0(\"1\");\n</script>\n"
        ),
        script.len(),
    )
}

#[test]
fn in_a_component_a_letter_costs_no_more() {
    let (text, markup) = component(200);
    let before = Source::parse(Rope::from_str(&text), Language::Vue);
    assert_eq!(before.syntax_errors().count, 0);
    let inside = text.find("const now").unwrap() + 6;
    let last = text.find("f0(\"1").unwrap();
    // What an edit of the markup moves is read anew where a block begins, and nowhere else.
    for (at, most) in [(inside, 4), (last, 2), (markup + 11, 2), (markup + 3, 2), (text.len(), 1)] {
        let after = edit(&before, at, at, "x");
        let remade = after.facts.units_not_in(&before.facts);
        assert!(remade <= most, "{remade} units were made anew by a letter at {at}");
    }
}

#[test]
fn where_blocks_change_the_component_is_parsed_anew() {
    let (text, markup) = component(3);
    let before = Source::parse(Rope::from_str(&text), Language::Vue);
    let count = |source: &Source| source.facts.root.children.len();
    assert_eq!(count(&before), 7, "six statements, and what stands between the blocks");
    // The first script becomes a comment; the second one stays.
    let hidden = edit(&before, 0, 0, "<!--");
    let hidden = edit(&hidden, markup + 4, markup + 4, "-->");
    assert_eq!(count(&hidden), 1);
    assert!(!hidden.is_provisional());
    let again = edit(&hidden, 0, 4, "");
    assert_eq!(count(&again), 7);
    // Another language is another grammar.
    let at = text.find("ts\"").unwrap();
    let other = edit(&before, at, at + 2, "tsx");
    assert_eq!(other.dialect(), customerio_ls::testing::syntax::Dialect::Tsx);
}

/// What a comment says of a type belongs to the statement after it, whose own nodes an edit of the comment leaves alone.
#[test]
fn a_comment_that_says_a_type_is_read_with_what_it_stands_before() {
    let types = |source: &Source| {
        let unit = &source.facts.root.children.last().expect("a statement").unit;
        unit.types.iter().map(|ty| format!("{ty:?}")).collect::<Vec<_>>()
    };
    let text = "/** @param {TrackClient} c */\nfunction f(c) { c.track(); }\n";
    let before = Source::parse(Rope::from_str(text), Language::Tsx);
    let start = text.find("Track").unwrap();
    for (end, insert) in [(start + 5, "API"), (start + 11, "string"), (start, "{ x: 1 } } "), (start, "*/")] {
        let after = edit(&before, start, end, insert);
        let fresh = Source::parse(after.rope.clone(), Language::Tsx);
        assert_eq!(types(&after), types(&fresh), "{}", after.rope);
        assert_ne!(types(&after), types(&before), "{}", after.rope);
    }
    // Apart from its comment it is described by none.
    let at = text.find("\nfunction").unwrap();
    let after = edit(&before, at, at, "\nlet x;");
    assert_eq!(types(&after), [""; 0]);
}
