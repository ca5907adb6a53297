//! Applying many fixes to one text, until there are none left: what `check --fix` and an editor's "fix all" have in common.

use crate::analysis::Analysis;
use crate::finding::{Finding, Fix};
use crate::syntax::SyntaxErrors;
use crate::text::{TextEdit, apply_edits};
use ropey::Rope;

/// One repair can lay another mistake open; more rounds than this are two repairs that undo each other.
const MOST_ROUNDS: usize = 16;

/// One text, judged.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The text.
    pub rope: Rope,
    /// What was found.
    pub analysis: Analysis,
    /// Where the text is no valid program.
    pub errors: SyntaxErrors,
    /// Where its evaluation stopped.
    pub stopped: Vec<crate::analysis::Stopped>,
}

impl Checked {
    /// Returns whether a fix changes nothing that the parser had to guess.
    pub fn allows(&self, fix: &Fix) -> bool {
        fix.edits.iter().all(|edit| self.errors.spare(edit.range))
    }

    /// Leaves out the fixes that are not allowed, so that nothing is counted that nobody will repair.
    pub fn withhold(&mut self) {
        let errors = &self.errors;
        for finding in &mut self.analysis.findings {
            finding.fixes.retain(|fix| fix.edits.iter().all(|edit| errors.spare(edit.range)));
        }
    }
}

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

/// How a text is judged.
pub type Judge<'a> = &'a dyn Fn(&str) -> Checked;

/// Which fix of a finding is to be applied, if any.
pub type Choose<'a> = &'a dyn Fn(&Finding) -> Option<&Fix>;

/// Applies the chosen fixes of `text`, which came to `checked`, round after round until there are none. `None` when there
/// is nothing to repair. In a text that is no valid program, only statements are repaired that the parser had nothing to
/// guess in: what a repair does to broken code nobody can say. A fix after which there were more syntax errors than before is
/// not applied.
pub fn fix_text(text: &str, checked: &Checked, judge: Judge<'_>, choose: Choose<'_>) -> Option<Fixed> {
    // What only other files are to be changed for is left to their findings.
    let choose: Choose<'_> = &|finding| choose(finding).filter(|fix| !fix.edits.is_empty());
    if !checked.analysis.findings.iter().any(|finding| choose(finding).is_some()) {
        return None;
    }
    let mut fixed = Fixed { text: text.to_owned(), applied: 0, left: checked.clone() };
    for _ in 0..MOST_ROUNDS {
        let Some(next) = round(&fixed, judge, choose) else { break };
        fixed = next;
    }
    (fixed.applied > 0).then_some(fixed)
}

/// Applies the chosen fix of each finding, as far as they do not touch each other.
fn round(before: &Fixed, judge: Judge<'_>, choose: Choose<'_>) -> Option<Fixed> {
    let line_break = line_break_of(&before.text);
    let fixes = before.left.analysis.findings.iter().filter_map(choose).filter(|fix| before.left.allows(fix));
    let fixes: Vec<Vec<TextEdit>> = fixes.map(|fix| edits(fix, line_break)).collect();
    let mut chosen: Vec<&Vec<TextEdit>> = Vec::new();
    for fix in &fixes {
        if chosen.iter().all(|other| fit_together(other, fix)) {
            chosen.push(fix);
        }
    }
    if let Some(next) = attempt(before, &chosen, judge) {
        return Some(next);
    }
    // One of them spoils the text: keep those that do not, one by one.
    chosen.iter().find_map(|fix| attempt(before, &[fix], judge))
}

fn attempt(before: &Fixed, fixes: &[&Vec<TextEdit>], judge: Judge<'_>) -> Option<Fixed> {
    let edits: Vec<TextEdit> = fixes.iter().flat_map(|fix| fix.iter().cloned()).collect();
    let text = apply_edits(&before.text, &edits).ok().filter(|text| *text != before.text)?;
    let left = judge(&text);
    let fine = left.errors.count <= before.left.errors.count;
    fine.then(|| Fixed { text, applied: before.applied + fixes.len(), left })
}

/// Whether two fixes can be applied at once: no edit of one touches an edit of the other, unless it is the same one (two
/// fixes that add the same import).
fn fit_together(one: &[TextEdit], other: &[TextEdit]) -> bool {
    one.iter().all(|a| other.iter().all(|b| a == b || !a.range.touches(b.range)))
}

/// The edits of a fix, with the line breaks of the file.
pub fn edits(fix: &Fix, line_break: &str) -> Vec<TextEdit> {
    let adapt = |edit: &TextEdit| {
        let text = edit.text.replace("\r\n", "\n").replace('\n', line_break);
        TextEdit::replace(edit.range, text)
    };
    fix.edits.iter().map(adapt).collect()
}

/// The line break that a text uses first.
pub fn line_break_of(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn fixes_that_touch_wait_for_the_next_round_and_may_share_an_edit() {
        let edit = |start, end, text: &str| TextEdit::replace(TextRange::new(start, end), text);
        let import = edit(0, 0, "import");
        assert!(fit_together(&[import.clone(), edit(9, 9, "x")], &[import.clone(), edit(20, 20, "y")]));
        assert!(!fit_together(&[import, edit(9, 9, "x")], &[edit(9, 12, "z")]));
    }
}
