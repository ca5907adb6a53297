//! Repairs of many findings at once. Safe fixes only: they are applied without a review of each.

use super::Request;
use crate::engine::Findings;
use crate::engine::{Checked, fix_text};
use crate::finding::{Applicability, Finding, Fix};
use crate::source::Source;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use similar::{Algorithm, DiffOp};
use tower_lsp::lsp_types::{CodeAction, CodeActionKind};

/// "Fix all of this rule", for each rule among the wanted findings that more than one safe fix is there for.
pub fn of_one_rule(request: &Request<'_>) -> Vec<CodeAction> {
    let mut rules: Vec<&str> = Vec::new();
    for finding in &request.wanted {
        if safe(finding).is_some() && !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    let mut actions = Vec::new();
    for rule in rules {
        let fixable = |finding: &&Finding| finding.rule == rule && safe(finding).is_some();
        let all: Vec<_> = request.findings.iter().filter(fixable).collect();
        if all.len() > 1 {
            let edits = converge(request, |finding| finding.rule == rule);
            let title = format!("Fix all {rule} problems in this file");
            if !edits.is_empty() {
                let action = request.action(title, CodeActionKind::QUICKFIX, &edits);
                let wanted = request.wanted.iter().copied().filter(fixable);
                actions.push(request.about_all(&wanted.collect::<Vec<_>>(), action));
            }
        }
    }
    actions
}

/// Fix everything that is safe to fix.
pub fn of_the_file(request: &Request<'_>, kind: CodeActionKind) -> Option<CodeAction> {
    request.findings.iter().find(|finding| safe(finding).is_some())?;
    let edits = converge(request, |_| true);
    let title = "Fix all safely fixable customerio problems".to_owned();
    let wanted: Vec<_> = request.wanted.iter().copied().filter(|finding| safe(finding).is_some()).collect();
    (!edits.is_empty()).then(|| request.about_all(&wanted, request.action(title, kind, &edits)))
}

/// The first safe fix.
fn safe(finding: &Finding) -> Option<&Fix> {
    finding.fixes.iter().find(|fix| fix.applicability == Applicability::Safe)
}

/// Applies the safe fixes of the chosen findings until there are none left; the edits that lead there, disjoint. The
/// same as `check --fix` does.
fn converge(request: &Request<'_>, chosen: impl Fn(&Finding) -> bool) -> Vec<TextEdit> {
    let text = request.document.rope.to_string();
    let checked = |source: Source, analysis| Checked {
        errors: source.syntax_errors(),
        rope: source.rope,
        analysis,
        stopped: Vec::new(),
    };
    let judge = |text: &str| {
        let source = Source::parse(Rope::from_str(text), request.source.language);
        let analysis = (request.analyzer)(&source);
        checked(source, analysis)
    };
    let analysis = Findings { findings: request.findings.to_vec(), ..Findings::default() };
    let before = checked(request.source.clone(), analysis);
    let fixed = fix_text(&text, &before, &judge, &|finding| safe(finding).filter(|_| chosen(finding)));
    fixed.map(|fixed| smallest(&text, fixed.edits(&text))).unwrap_or_default()
}

/// Edits that do the same: of what they replace, the words that differ.
fn smallest(text: &str, edits: Vec<TextEdit>) -> Vec<TextEdit> {
    let mut small = Vec::new();
    for edit in edits {
        let at = edit.range.start();
        let old: Vec<&str> = text[edit.range.as_range()].split_inclusive('\n').collect();
        let new: Vec<&str> = edit.text.split_inclusive('\n').collect();
        changes(&old, &new, at, |at, before, after| {
            changes(&words(before), &words(after), at, |at, before, after| {
                small.push(TextEdit::replace(TextRange::new(at, at + before.len()), after));
            });
        });
    }
    small
}

/// Calls `each` for every run of parts that differs: with its start, counted from `base`, the old text, and the new
/// one. Both sequences are the parts of one text without gaps.
fn changes(old: &[&str], new: &[&str], base: usize, mut each: impl FnMut(usize, &str, &str)) {
    let (old_text, new_text) = (old.concat(), new.concat());
    let (old_starts, new_starts) = (starts(old), starts(new));
    for operation in similar::capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (operation.old_range(), operation.new_range());
        let before = old_starts[before.start]..old_starts[before.end];
        let after = new_starts[after.start]..new_starts[after.end];
        each(base + before.start, &old_text[before], &new_text[after]);
    }
}

/// The beginnings of the parts, and the end of the last one.
fn starts(parts: &[&str]) -> Vec<usize> {
    let ends = parts.iter().scan(0, |at, part| {
        *at += part.len();
        Some(*at)
    });
    std::iter::once(0).chain(ends).collect()
}

/// The text cut into names and numbers, and the characters between them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |char: char| char.is_alphanumeric() || char == '_' || char == '$';
        let length =
            if is_word(first) { rest.find(|char| !is_word(char)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (word, after) = rest.split_at(length);
        words.push(word);
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply_edits;

    #[test]
    fn what_a_fix_leaves_alone_is_not_replaced() {
        let old = "a\nbéc\nd\ne";
        let difference = |old: &str, new: &str| {
            let edits = smallest(old, vec![TextEdit::replace(TextRange::new(0, old.len()), new)]);
            assert_eq!(apply_edits(old, &edits).as_deref(), Ok(new));
            edits
        };
        for new in ["", "a\nbèc\nd\ne", "x\na\nbéc\ne!", "a\nd\ne", "éa\nbéc\nd\nee"] {
            difference(old, new);
        }
        assert_eq!(difference("a\nf(b)", "a\nf(c, b)"), [TextEdit::insert(4, "c, ")]);
        let both = [TextEdit::replace(TextRange::new(0, 1), "x"), TextEdit::replace(TextRange::new(4, 5), "y")];
        assert_eq!(difference("a b\nc", "x b\ny"), both);
    }
}
