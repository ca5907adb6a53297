//! What it would cost to ask by query what is lowered by code: every kind of fact is one more pass over the tree, while
//! lowering makes all of them in one, and after a keystroke of one statement only. `queries/README.md` quotes it.

mod code;

use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::{Language, TextChange};
use divan::{Bencher, black_box};
use ropey::Rope;
use streaming_iterator::StreamingIterator;
use tree_sitter::{Query, QueryCursor};

fn main() {
    divan::main();
}

const LINES: usize = 1_000;

/// The questions that were thought of.
const CANDIDATES: [(&str, &str); 4] = [
    (
        "imports and exports",
        "(import_statement source: (string) @import.module)
         (import_specifier name: (_) @import.name)
         (export_statement) @export.statement
         (export_specifier name: (_) @export.name)",
    ),
    ("comments", "(comment) @comment.any"),
    (
        "construction of clients",
        "(new_expression constructor: (_) @client.class arguments: (arguments) @client.arguments)",
    ),
    (
        "calls of methods",
        "(call_expression function: (member_expression object: (_) @call.receiver property: (_) @call.method)
           arguments: (arguments) @call.arguments)",
    ),
];

fn grammar() -> tree_sitter::Language {
    tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into()
}

/// Making a query ready, once for each grammar.
#[divan::bench(args = CANDIDATES.map(|(name, _)| name))]
fn compiled(bencher: Bencher<'_, '_>, name: &str) {
    let text = text_of(name);
    bencher.bench(|| Query::new(&grammar(), black_box(text)));
}

/// All captures of a query in a file.
#[divan::bench(args = CANDIDATES.map(|(name, _)| name))]
fn asked(bencher: Bencher<'_, '_>, name: &str) {
    let query = Query::new(&grammar(), text_of(name)).expect("a query");
    let text = code::file(LINES);
    let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
    bencher.bench(|| {
        let mut cursor = QueryCursor::new();
        let mut captures = cursor.captures(&query, source.tree.root_node(), text.as_bytes());
        let mut count = 0;
        while captures.next().is_some() {
            count += 1;
        }
        assert!(count > 0);
        count
    });
}

/// Parsing and lowering the file: every fact.
#[divan::bench]
fn parsed_and_lowered(bencher: Bencher<'_, '_>) {
    let text = code::file(LINES);
    bencher.bench(|| Source::parse(Rope::from_str(&text), Language::TypeScript));
}

/// The same after a letter in a name in the middle of the file.
#[divan::bench]
fn parsed_and_lowered_after_a_keystroke(bencher: Bencher<'_, '_>) {
    let text = code::file(LINES);
    let source = Source::parse(Rope::from_str(&text), Language::TypeScript);
    let middle = text.len() / 2;
    let at = text[middle..].find("seen.set").expect("a name") + middle;
    let rope = Rope::from_str(&format!("{}x{}", &text[..at], &text[at..]));
    let change = TextChange { start: at, old_end: at, new_end: at + 1 };
    bencher.bench(|| Source::reparse(&source, rope.clone(), &[change], &mut || false).expect("never cancelled"));
}

fn text_of(name: &str) -> &'static str {
    CANDIDATES.iter().find(|(other, _)| *other == name).expect("it is one of them").1
}
