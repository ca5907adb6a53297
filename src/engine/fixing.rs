//! Applying many fixes to one text, until there are none left: the common part of `check --fix` and an editor's "fix
//! all".

use super::steps::Findings;
use crate::finding::{Finding, Fix};
use crate::source::SyntaxErrors;
use crate::text::{Became, TextEdit, TextRange, apply_edits};
use ropey::Rope;
use std::collections::BTreeMap;

/// One repair can lay another mistake open; more rounds than this are two repairs that undo each other. The rest is
/// then reported as a mistake with a fix: nothing is missed.
const MOST_ROUNDS: usize = 16;

/// One analyzed text.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The text.
    pub rope: Rope,
    /// The findings.
    pub analysis: Findings,
    /// The place where the text is not a valid program.
    pub errors: SyntaxErrors,
    /// The places where its evaluation stopped.
    pub stopped: Vec<super::steps::Stopped>,
}

impl Checked {
    /// Returns whether a fix changes nothing that the parser had to guess.
    pub fn allows(&self, fix: &Fix) -> bool {
        fix.edits.iter().all(|edit| self.errors.spare(edit.range))
    }

    /// Leaves out the fixes that are not allowed, so that only fixes that can be applied are counted.
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
    /// The rules whose fixes were applied, one for each fix.
    pub applied: Vec<&'static str>,
    /// The analyzed text: what is left.
    pub left: Checked,
    /// The edits that led to it.
    became: Became,
}

impl Fixed {
    /// The edits that lead to it from `text`, the text that was repaired: disjoint, in order.
    pub fn edits(self, text: &str) -> Vec<TextEdit> {
        self.became.edits(text)
    }
}

/// A function that analyzes a text.
pub type Judge<'a> = &'a dyn Fn(&str) -> Checked;

/// A function that chooses the fix of a finding to apply, if any.
pub type Choose<'a> = &'a dyn Fn(&Finding) -> Option<&Fix>;

/// Applies the chosen fixes of `text`, whose result is `checked`, round after round until there are none. `None` when
/// there is nothing to repair. In a text that is not a valid program, fixes apply only to statements in which the
/// parser did not guess: the effect of a fix on broken code is unknown. A fix after which there were more syntax errors
/// than before is not applied.
pub fn fix_text(text: &str, checked: &Checked, judge: Judge<'_>, choose: Choose<'_>) -> Option<Fixed> {
    // What only other files are to be changed for is left to their findings.
    let choose: Choose<'_> = &|finding| choose(finding).filter(|fix| !fix.edits.is_empty());
    if !checked.analysis.findings.iter().any(|finding| choose(finding).is_some()) {
        return None;
    }
    let became = Became::itself(text.len());
    let mut fixed = Fixed { text: text.to_owned(), applied: Vec::new(), left: checked.clone(), became };
    for _ in 0..MOST_ROUNDS {
        let Some(next) = round(&fixed, judge, choose) else { break };
        fixed = next;
    }
    (!fixed.applied.is_empty()).then_some(fixed)
}

/// The chosen fix of a finding.
struct Chosen {
    rule: &'static str,
    edits: Vec<TextEdit>,
}

/// Applies the chosen fix of each finding, as far as they do not touch each other.
fn round(before: &Fixed, judge: Judge<'_>, choose: Choose<'_>) -> Option<Fixed> {
    let line_break = line_break_of(&before.text);
    let findings = before.left.analysis.findings.iter();
    let fixes = findings.filter_map(|finding| Some((finding.rule, choose(finding)?)));
    let fixes = fixes.filter(|(_, fix)| before.left.allows(fix));
    let fixes: Vec<Chosen> = fixes.map(|(rule, fix)| Chosen { rule, edits: edits(fix, line_break) }).collect();
    let mut taken = Taken::default();
    let chosen: Vec<&Chosen> = fixes.iter().filter(|fix| taken.add(&fix.edits)).collect();
    together(before, &mut Vec::new(), &chosen, judge)
}

/// Applies `more` besides `kept`, all at once if that does not break the text. If it does, both halves are tried, so
/// that the fix that breaks it is found in few steps, and left out; the others are added to `kept`.
fn together<'e>(before: &Fixed, kept: &mut Vec<&'e Chosen>, more: &[&'e Chosen], judge: Judge<'_>) -> Option<Fixed> {
    if more.is_empty() {
        return None;
    }
    let all: Vec<&Chosen> = kept.iter().chain(more).copied().collect();
    if let Some(fixed) = attempt(before, &all, judge) {
        *kept = all;
        return Some(fixed);
    }
    if more.len() == 1 {
        return None;
    }
    let (first, second) = more.split_at(more.len() / 2);
    let first = together(before, kept, first, judge);
    together(before, kept, second, judge).or(first)
}

fn attempt(before: &Fixed, fixes: &[&Chosen], judge: Judge<'_>) -> Option<Fixed> {
    let edits: Vec<TextEdit> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
    let text = apply_edits(&before.text, &edits).ok().filter(|text| *text != before.text)?;
    let left = judge(&text);
    let fine = left.errors.count <= before.left.errors.count;
    let mut became = before.became.clone();
    became.edit(&edits);
    let applied = before.applied.iter().copied().chain(fixes.iter().map(|fix| fix.rule)).collect();
    fine.then_some(Fixed { text, applied, left, became })
}

/// The edits of fixes that can be applied at once: no edit of one touches an edit of another, unless it is the same one
/// (two fixes that add the same import).
#[derive(Default)]
struct Taken {
    /// By their first bytes, then their last ones. Those of different fixes lie apart.
    edits: BTreeMap<TextRange, Vec<TextEdit>>,
    /// The longest of them: how far before a place one that touches it may begin.
    longest: u32,
}

impl Taken {
    /// Adds the edits of a fix, if they fit all that are there.
    fn add(&mut self, fix: &[TextEdit]) -> bool {
        let fits = fix.iter().all(|edit| self.fits(edit));
        if fits {
            for edit in fix {
                self.longest = self.longest.max(edit.range.end - edit.range.start);
                self.edits.entry(edit.range).or_default().push(edit.clone());
            }
        }
        fits
    }

    fn fits(&self, edit: &TextEdit) -> bool {
        let from = TextRange { start: edit.range.start.saturating_sub(self.longest), end: 0 };
        let to = TextRange { start: edit.range.end, end: u32::MAX };
        let near = self.edits.range(from..=to).filter(|(range, _)| range.touches(edit.range));
        near.flat_map(|(_, edits)| edits).all(|other| other == edit)
    }
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
    use crate::finding::{Applicability, Severity};

    #[test]
    fn repairs_that_bring_each_other_back_end_and_the_rest_is_reported() {
        let judge = |text: &str| {
            let edits = vec![TextEdit::insert(0, "x")];
            let fix = Fix { title: String::new(), applicability: Applicability::Safe, edits, elsewhere: Vec::new() };
            let finding = Finding {
                rule: "test",
                severity: Severity::Error,
                range: TextRange::new(0, 1),
                what: "never right".to_owned(),
                why: None,
                help: None,
                related: Vec::new(),
                fixes: vec![fix],
                unnecessary: false,
            };
            let analysis = Findings { findings: vec![finding], ..Findings::default() };
            Checked { rope: Rope::from_str(text), analysis, errors: SyntaxErrors::default(), stopped: Vec::new() }
        };
        let fixed = fix_text("y", &judge("y"), &judge, &|finding| finding.fixes.first()).expect("a repair");
        assert_eq!((fixed.text.len(), fixed.applied.len()), (1 + MOST_ROUNDS, MOST_ROUNDS));
        assert_eq!(fixed.left.analysis.findings.len(), 1);
    }

    #[test]
    fn fixes_that_touch_wait_for_the_next_round_and_may_share_an_edit() {
        let edit = |start, end, text: &str| TextEdit::replace(TextRange::new(start, end), text);
        let import = edit(0, 0, "import");
        let mut taken = Taken::default();
        assert!(taken.add(&[import.clone(), edit(9, 9, "x")]));
        assert!(taken.add(&[import.clone(), edit(20, 40, "y")]));
        assert!(!taken.add(&[edit(9, 12, "z")]));
        assert!(!taken.add(&[edit(4, 9, "z")]));
        assert!(!taken.add(&[edit(30, 31, "z")]));
        assert!(!taken.add(&[edit(0, 0, "other")]));
        assert!(taken.add(&[import, edit(41, 41, "z")]));
    }
}
