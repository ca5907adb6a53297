//! Suppression comments: the directives, and the rules that they name. Rules with a finding that the comment would
//! suppress come first.

use super::item::{Choice, Items};
use crate::finding::Finding;
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::rules::{CATEGORIES, RULES};
use crate::suppress::{DirectiveKind, first_directive};
use crate::text::TextRange;
use serde_json::json;
use tower_lsp::lsp_types::CompletionItemKind;

/// The effect of a directive, in words.
fn effect(kind: DirectiveKind) -> &'static str {
    match kind {
        DirectiveKind::NextLine => "suppresses findings on the next line",
        DirectiveKind::Line => "suppresses findings on this line",
        DirectiveKind::Disable => "suppresses findings from here on",
        DirectiveKind::Enable => "ends `customerio-disable`",
    }
}

/// The items for a comment that starts at `from` with the cursor in it. `None` where it is no comment of ours.
pub fn items<'i>(it: &'i NamesInSight<'i>, text: &str, from: usize, at: usize) -> Option<Items<'i>> {
    // Only the line of the cursor counts.
    let line = text[from..at].rfind(['\n', '\r']).map_or(from, |length| from + length + 1);
    let before = &text[line..at];
    let after = text[at..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let words = before.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '*' | '!'));
    let Some((kind, names)) = first_directive(words) else {
        let is_one = DirectiveKind::WORDS.iter().any(|(name, _)| name.starts_with(words));
        if !is_one {
            return None;
        }
        let mut items = Items::over(it, TextRange::new(at - words.len(), at + after), None, text, at);
        for (name, kind) in DirectiveKind::WORDS {
            items.add_code(choice(name, CompletionItemKind::KEYWORD, effect(kind)), name.to_owned(), Vec::new());
        }
        return Some(items);
    };
    // After `--` comes the reason.
    if names.contains("--") || !names.starts_with([' ', '\t', ':']) {
        return None;
    }
    let word = names.rsplit([',', ' ', '\t', ':']).next().unwrap_or_default();
    let mut items = Items::over(it, TextRange::new(at - word.len(), at + after), None, text, at);
    let named: Vec<&str> = names[..names.len() - word.len()].split([',', ' ', '\t']).collect();
    let here = found_there(it, kind, at);
    let mut ids: Vec<(&str, &str, bool)> =
        RULES.iter().map(|rule| (rule.meta.id, rule.meta.summary, here.contains(&rule.meta.id))).collect();
    ids.sort_by_key(|(id, _, is_here)| (!is_here, *id));
    let categories = CATEGORIES.iter().map(|category| (category.id, "all rules of the category", false));
    for (id, summary, is_here) in ids.into_iter().chain(categories).filter(|(id, ..)| !named.contains(id)) {
        let detail = if is_here { format!("found here: {summary}") } else { summary.to_owned() };
        let data = Some(json!({ "rule": id }));
        let choice = Choice { data, ..choice(id, CompletionItemKind::REFERENCE, &detail) };
        items.add_code(choice, id.to_owned(), Vec::new());
    }
    Some(items)
}

fn choice(name: &str, kind: CompletionItemKind, detail: &str) -> Choice {
    Choice { name: name.to_owned(), kind, detail: detail.to_owned(), documentation: String::new(), data: None }
}

/// The rules with findings that a directive at a place would suppress, were it alone.
fn found_there(it: &NamesInSight<'_>, kind: DirectiveKind, at: usize) -> Vec<&'static str> {
    let Some(known) = &it.snapshot.document.known else { return Vec::new() };
    let rope = &known.source.rope;
    let moved = it.snapshot.document.since.iter().copied().reduce(crate::syntax::TextChange::then);
    let line_of = |offset: usize| rope.byte_to_line(offset.min(rope.len_bytes()));
    // The findings are of the text before the last edits, which are on the line of the cursor, most likely.
    let line = line_of(moved.map_or(at, |change| change.start.min(at)));
    let wanted = |finding: &&Finding| {
        let first = line_of(finding.range.start());
        match kind {
            DirectiveKind::NextLine => first == line + 1,
            DirectiveKind::Line => first == line,
            DirectiveKind::Disable => first >= line,
            DirectiveKind::Enable => false,
        }
    };
    let compared = known.compared.iter().flat_map(|compared| &compared.found);
    // Suppressed or not: the comment may be there already.
    let mut rules: Vec<&'static str> =
        known.judged.found.iter().chain(compared).filter(wanted).map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}
