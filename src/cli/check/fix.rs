//! Repairing one text.

use super::{Checked, check_text};
use crate::config::Settings;
use crate::finding::{Applicability, Finding, Fix};
use crate::syntax::Language;
use crate::text::{TextEdit, apply_edits};

/// One repair can lay another mistake open; more rounds than this are two repairs that undo each other.
const MOST_ROUNDS: usize = 16;

/// A repaired text.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
    /// The text, judged: what is left.
    pub left: Checked,
}

/// Applies the fixes of `text`, which came to `checked`, that are at least `least` applicable, round after round until there are none. `None`
/// when there is nothing to repair, and for a text that is no valid program: what a repair does to broken code nobody
/// can say. A fix after which there were more syntax errors than before is not applied.
pub fn fix_text(
    text: &str,
    checked: &Checked,
    language: Language,
    settings: &Settings,
    least: Applicability,
) -> Option<Fixed> {
    let has_fix = |finding: &Finding| finding.fixes.iter().any(|fix| fix.applicability >= least);
    if checked.errors.count > 0 || !checked.analysis.findings.iter().any(has_fix) {
        return None;
    }
    let mut fixed = Fixed { text: text.to_owned(), applied: 0, left: checked.clone() };
    for _ in 0..MOST_ROUNDS {
        let Some(next) = round(&fixed, language, settings, least) else { break };
        fixed = next;
    }
    (fixed.applied > 0).then_some(fixed)
}

/// Applies the best fix of each finding, as far as they do not touch each other.
fn round(before: &Fixed, language: Language, settings: &Settings, least: Applicability) -> Option<Fixed> {
    let line_break = line_break_of(&before.text);
    let findings = &before.left.analysis.findings;
    let fixes: Vec<Vec<TextEdit>> = findings
        .iter()
        .filter_map(|finding| finding.fixes.iter().find(|fix| fix.applicability >= least))
        .map(|fix| edits(fix, line_break))
        .collect();
    let mut chosen: Vec<&Vec<TextEdit>> = Vec::new();
    for fix in &fixes {
        if chosen.iter().all(|other| fit_together(other, fix)) {
            chosen.push(fix);
        }
    }
    if let Some(next) = attempt(before, &chosen, language, settings) {
        return Some(next);
    }
    // One of them spoils the text: keep those that do not, one by one.
    chosen.iter().find_map(|fix| attempt(before, &[fix], language, settings))
}

fn attempt(before: &Fixed, fixes: &[&Vec<TextEdit>], language: Language, settings: &Settings) -> Option<Fixed> {
    let edits: Vec<TextEdit> = fixes.iter().flat_map(|fix| fix.iter().cloned()).collect();
    let text = apply_edits(&before.text, &edits).ok().filter(|text| *text != before.text)?;
    let left = check_text(&text, language, settings);
    let fine = left.errors.count <= before.left.errors.count;
    fine.then(|| Fixed { text, applied: before.applied + fixes.len(), left })
}

/// Whether two fixes can be applied at once: no edit of one touches an edit of the other, unless it is the same one (two
/// fixes that add the same import).
fn fit_together(one: &[TextEdit], other: &[TextEdit]) -> bool {
    one.iter().all(|a| other.iter().all(|b| a == b || !a.range.touches(b.range)))
}

/// The edits, with the line breaks of the file.
fn edits(fix: &Fix, line_break: &str) -> Vec<TextEdit> {
    let adapt = |edit: &TextEdit| {
        let text = edit.text.replace("\r\n", "\n").replace('\n', line_break);
        TextEdit::replace(edit.range, text)
    };
    fix.edits.iter().map(adapt).collect()
}

/// The line break that a text uses first.
fn line_break_of(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}
