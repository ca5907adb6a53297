//! What the pages of the rules show, many times in one file: every rule's own ways of judging and repairing.

use super::{judged, too_fast};
use customerio_ls::testing::rules::RULES;
use std::time::Instant;

/// The code that a page shows, without the language of its fence.
fn examples(docs: &str) -> impl Iterator<Item = &str> {
    let blocks = docs.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix("ts\n").or_else(|| block.strip_prefix("js\n")))
}

/// An example many times: each in a function of its own, the imports once above them.
fn repeated(example: &str, count: usize) -> String {
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(" from ");
    let imports: Vec<&str> = example.lines().filter(is_import).collect();
    let body: Vec<&str> = example.lines().filter(|line| !is_import(line)).collect();
    let body = body.join("\n").replace("export default ", "").replace("export ", "");
    let mut text = imports.join("\n") + "\n";
    for number in 0..count {
        text += &format!("export async function example{number}(db: any, req: any) {{\n{body}\n}}\n");
    }
    text
}

/// Twice the size of what every example is repeated to, in bytes.
const BYTES: usize = 40_000;

#[test]
fn of_every_page() {
    let mut slow = Vec::new();
    for rule in RULES {
        for (number, example) in examples(rule.meta.docs).enumerate() {
            let size = BYTES / 2 / (example.len() + 60);
            let ratios = too_fast(size, |count| {
                let text = repeated(example, count);
                let begun = Instant::now();
                std::hint::black_box(judged(&text));
                begun.elapsed()
            });
            slow.extend(ratios.map(|ratios| format!("{} {number}: {ratios:.1?}", rule.meta.id)));
        }
    }
    assert!(slow.is_empty(), "twice the code takes as many times as long:\n{}", slow.join("\n"));
}
