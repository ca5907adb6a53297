//! The blocks of documents, and the tree of them.

use super::*;
use crate::source::Source;
use crate::syntax::{Language, Scripts, TextChange};
use crate::text::TextEdit;
use ropey::Rope;

/// The blocks of a text.
fn code(text: &str, is_mdx: bool) -> Vec<&str> {
    blocks(text, is_mdx).1.blocks.iter().map(|block| &text[block.range.as_range()]).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[&str]) {
    assert_eq!(code(text, false), expected, "{text}");
    let windows = text.replace('\n', "\r\n");
    let expected: Vec<String> = expected.iter().map(|code| code.replace('\n', "\r\n")).collect();
    assert_eq!(code(&windows, false), expected, "{windows}");
}

#[test]
fn fences() {
    for (text, expected) in [
        ("# A\n\n```ts\na\n```\n\nb\n", &["a\n"][..]),
        ("~~~js title=\"a\"\na\n// ```\n~~~~\n```jsx\nb\n```", &["a\n// ```\n", "b\n"]),
        ("````md\n```ts\na\n```\n````\n", &[]),
        ("````ts\n// ```\na\n````\n", &["// ```\na\n"]),
        ("```ts\na", &["a"]),
        ("```ts\n```\n", &[]),
        ("~~~ts\na\n~~~ b\n~~~\n", &["a\n~~~ b\n"]),
        ("   ```ts\n   a\n  ```\n", &["   a\n"]),
        ("    ```ts\n    a\n    ```\n", &[]),
        ("a `b` ```ts\n```js\nc\n```", &["c\n"]),
        ("```ts `a`\n```\n```ts\nb\n```\n", &[]),
        ("```\na\n```\n```sh\nb\n```\n```TSX\nc\n```", &["c\n"]),
        ("---\na: |\n  ```ts\n  b\n---\n```ts\nc\n```", &["c\n"]),
        ("<!--\n```ts\na\n```\n-->\n```ts\nb\n```", &["b\n"]),
        ("<pre>\n```ts\na\n```\n</pre>\n```ts\nb\n```", &["b\n"]),
        ("<details>\n\n```ts\na\n```\n\n</details>", &["a\n"]),
        ("", &[]),
    ] {
        expect(text, expected);
    }
    // No front matter, and nothing is lost.
    assert_eq!(code("---\n```ts\na\n```", false), ["a\n"]);
}

#[test]
fn lists_and_quotes() {
    for (text, expected) in [
        ("1. a\n\n   ```ts\n   b\n   ```\n", &["   b\n"][..]),
        ("- a\n  - b\n\n      ```ts\n      c\n      ```\n", &["      c\n"]),
        ("- ```ts\n  a\n  ```\n- b", &["  a\n"]),
        // The item ends, and with it the block.
        ("- ```ts\n  a\nb\n```ts\nc\n```", &["  a\n", "c\n"]),
        ("- a\n\nb\n\n    ```ts\n    c\n    ```\n", &[]),
        ("> ```ts\n> a\n> b\n> ```\nc", &["> a\n> b\n"]),
        ("> ```ts\n> a\nb\n```ts\nc\n```", &["> a\n", "c\n"]),
        ("> > ```ts\n> > a\n>> b\n> > ```\n", &["> > a\n>> b\n"]),
        ("> - ```ts\n>   a\n>   ```\n", &[">   a\n"]),
        ("> [!NOTE]\n> ```ts\n> a > b\n>\n> ```", &["> a > b\n>\n"]),
    ] {
        expect(text, expected);
    }
    assert_eq!(code("<Tabs>\n      ```ts\n      a\n      ```\n</Tabs>", true), ["      a\n"]);
}

#[test]
fn what_they_say_of_a_block() {
    let text = "# Usage\n```ts title=\"a.ts\"\na\n```\n```ts\n// lib/b.ts\nb(...)\n```\n### Invalid\n```ts\nc\n```\n✅ Good:\n```ts\nd\n```\n- e\n  ```ts\n  e\n  ```\n";
    let (_, document) = blocks(text, false);
    let said: Vec<(Option<&str>, bool, bool)> =
        document.blocks.iter().map(|block| (block.file.as_deref(), block.is_elided, block.is_plain)).collect();
    let expected = [
        (Some("a.ts"), false, true),
        (Some("lib/b.ts"), true, true),
        (None, false, true),
        (None, false, true),
        (None, false, false),
    ];
    assert_eq!(said, expected);
    let wrong: Vec<&str> = document.wrong.iter().map(|range| &text[range.as_range()]).collect();
    assert_eq!(wrong, ["c\n", "  e\n"]);
}

fn parse(text: &str) -> Source {
    Source::parse(Rope::from_str(text), Language::Markdown)
}

/// The statements of the blocks, as in the text.
fn statements(text: &str) -> Vec<&str> {
    let source = parse(text);
    let root = source.facts.root.clone();
    let places = root.children.iter().map(|child| child.start as usize..(child.start + child.len) as usize);
    places.map(|place| &text[place]).filter(|code| !code.starts_with(['`', '~'])).collect()
}

#[test]
fn offsets_are_those_of_the_file() {
    assert_eq!(
        statements("é 😀\n```ts\nconst a = 1;\nb();\n```\n*c()*\n```js\nd();\n```"),
        ["const a = 1;", "b();", "d();"]
    );
    assert_eq!(statements("> ```ts\n> a(\n>   b);\n> c();\n> ```"), ["a(\n>   b);", "c();"]);
    assert_eq!(statements("{a} b(); <c>"), [""; 0]);
}

#[test]
fn a_block_that_is_not_whole_leaves_the_others_alone() {
    for cut in [
        "f(() => {",
        "const a = {\n  b: [1,",
        "if (a) {",
        "x = (",
        "a // b",
        "class A {",
        "import { a } from",
        "{ a: 1, ... }",
    ] {
        let text = format!("```ts\n{cut}\n```\nText.\n```ts\nb();\nc();\n```\n");
        let found = statements(&text);
        assert!(found.ends_with(&["b();", "c();"]), "{text}: {found:?}");
    }
    for lost in ["a = `b", "/* a"] {
        let text = format!("```ts\n{lost}\n```\n```ts\nb();\n```\n");
        assert_eq!(statements(&text), ["b();"], "{text}");
    }
}

#[test]
fn after_an_edit_it_is_as_from_scratch() {
    let text = "# A\n\n```ts\nconst a = { b: 1 };\n```\n\n> ```js\n> c(a);\n> ```\n\nText.\n\n```ts\nd(a);\n```\n";
    let pieces = ["", "x", "\n", "`", "```\n", "> ", "(", "}", "{", "```ts\n", "/*", "é"];
    for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
        for piece in pieces {
            for old in [0, 1] {
                if !text.is_char_boundary((at + old).min(text.len())) || at + old > text.len() {
                    continue;
                }
                let mut next = text.to_owned();
                next.replace_range(at..at + old, piece);
                let change = TextChange { start: at, old_end: at + old, new_end: at + piece.len() };
                let edited = Source::reparse(&parse(text), Rope::from_str(&next), &[change], &mut || false);
                let edited = edited.expect("it is never cancelled");
                if edited.is_provisional() {
                    continue;
                }
                let fresh = parse(&next);
                assert_eq!(edited.tree.root_node().to_sexp(), fresh.tree.root_node().to_sexp(), "{next}");
                assert_eq!(format!("{:?}", edited.facts), format!("{:?}", fresh.facts), "{next}");
            }
        }
    }
}

#[test]
fn an_edit_of_the_text_keeps_the_tree() {
    let text = "# A\n\n```ts\nconst a = 1;\n```\n\nText.\n\n```ts\nb(a);\n```\n";
    let scripts = |text: &str| Scripts::of(text, Language::Markdown).expect("a language that holds code");
    for (at, piece, kept) in [(3, "BC", true), (text.find("Text").expect("it"), "More. ", true), (0, "```ts\n", false)]
    {
        let edit = TextEdit::insert(at, piece);
        let next = crate::text::apply_edits(text, &[edit]).expect("it applies");
        let change = TextChange { start: at, old_end: at, new_end: at + piece.len() };
        assert_eq!(scripts(&next).shows_as_much_as(&scripts(text), &[change]), kept, "{next}");
    }
}
