//! Words that the SDK and the API define.

use super::item::{Choice, Items};
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::text::TextEdit;
use tower_lsp::lsp_types::CompletionItemKind;

/// Adds words, in their order.
pub fn add(words: Vec<(&'static str, &'static str)>, items: &mut Items<'_>) {
    for (word, detail) in words {
        items.add(choice(word, detail));
    }
}

/// Adds the regions: exports of the SDK, which are imported with them.
pub fn regions(it: &NamesInSight<'_>, exports: Vec<(&'static str, String, Vec<TextEdit>)>, items: &mut Items<'_>) {
    items.without_quotes(&it.snapshot.document.rope.to_string());
    let start = items.replaced().start;
    for (export, text, edits) in exports {
        // The edits are of a copy that is like the text before the cursor.
        if edits.iter().all(|edit| edit.range.end <= start) {
            let kind = CompletionItemKind::CONSTANT;
            items.add_code(Choice { kind, ..choice(export, "from customerio-node") }, text, edits);
        }
    }
}

fn choice(word: &str, detail: &str) -> Choice {
    Choice {
        name: word.to_owned(),
        kind: CompletionItemKind::ENUM_MEMBER,
        detail: detail.to_owned(),
        documentation: String::new(),
        data: None,
    }
}
