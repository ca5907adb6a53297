//! Repairs of many findings at once. Safe fixes only: nobody looks at each of them.

use super::Request;
use crate::finding::{Applicability, Finding};
use crate::syntax::Source;
use crate::text::{TextEdit, TextRange, apply_edits};
use ropey::Rope;
use similar::{Algorithm, DiffOp};
use tower_lsp::lsp_types::{CodeAction, CodeActionKind};

/// Rounds of fixing after which we stop: fixes that undo each other must not go on for ever.
const MOST_ROUNDS: usize = 10;

/// "Fix all of this rule", for each rule among the wanted findings that more than one safe fix is there for.
pub fn of_one_rule(request: &Request<'_>) -> Vec<CodeAction> {
    let mut rules: Vec<&str> = Vec::new();
    for finding in &request.wanted {
        if safe_edits(finding).is_some() && !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    let mut actions = Vec::new();
    for rule in rules {
        let fixable = |finding: &&Finding| finding.rule == rule && safe_edits(finding).is_some();
        let all: Vec<_> = request.findings.iter().filter(fixable).collect();
        if all.len() > 1 {
            let edits = converge(request, |finding| finding.rule == rule);
            let title = format!("Fix all {rule} problems in this file");
            actions.push(request.action(title, CodeActionKind::QUICKFIX, &edits));
        }
    }
    actions
}

/// Fix everything that is safe to fix.
pub fn of_the_file(request: &Request<'_>, kind: CodeActionKind) -> Option<CodeAction> {
    request.findings.iter().find(|finding| safe_edits(finding).is_some())?;
    let edits = converge(request, |_| true);
    let title = "Fix all safely fixable customerio problems".to_owned();
    (!edits.is_empty()).then(|| request.action(title, kind, &edits))
}

/// The edits of the first safe fix.
fn safe_edits(finding: &Finding) -> Option<&[TextEdit]> {
    finding.fixes.iter().find(|fix| fix.applicability == Applicability::Safe).map(|fix| &fix.edits[..])
}

/// Applies the safe fixes of the chosen findings until there are none left; the edits that lead there, disjoint.
fn converge(request: &Request<'_>, chosen: impl Fn(&Finding) -> bool) -> Vec<TextEdit> {
    let original = request.document.rope.to_string();
    let mut text = original.clone();
    let mut findings = request.findings.to_vec();
    let mut first = Vec::new();
    for round in 0..MOST_ROUNDS {
        let edits = disjoint(findings.iter().filter(|finding| chosen(finding)).filter_map(safe_edits));
        let Ok(fixed) = apply_edits(&text, &edits) else { break };
        if edits.is_empty() || fixed == text {
            break;
        }
        text = fixed;
        if round == 0 {
            first = edits;
        }
        let source = Source::parse(Rope::from_str(&text), request.source.language);
        findings = (request.analyzer)(&source, request.settings).findings;
    }
    // Usually one round does it, and its edits are the smallest there are.
    match apply_edits(&original, &first) {
        Ok(once) if once == text => first,
        _ => difference(&original, &text),
    }
}

/// As many of the fixes as fit together, all edits of a fix or none. Two fixes may share an equal edit (an import).
fn disjoint<'a>(fixes: impl Iterator<Item = &'a [TextEdit]>) -> Vec<TextEdit> {
    let mut taken: Vec<TextEdit> = Vec::new();
    for fix in fixes {
        let new: Vec<&TextEdit> = fix.iter().filter(|edit| !taken.contains(edit)).collect();
        if new.iter().all(|edit| taken.iter().all(|other| apart(edit.range, other.range))) {
            taken.extend(new.into_iter().cloned());
        }
    }
    taken.sort();
    taken
}

/// Whether two edits cannot get in each other's way. Edits that only touch can: which comes first would matter.
fn apart(a: TextRange, b: TextRange) -> bool {
    !a.touches(b)
}

/// Edits that make `new` out of `old`: whole changed lines, trimmed to what differs in them.
fn difference(old: &str, new: &str) -> Vec<TextEdit> {
    let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    let starts = |lines: &[&str]| {
        let mut at = 0;
        let mut starts = vec![0];
        starts.extend(lines.iter().map(|line| {
            at += line.len();
            at
        }));
        starts
    };
    let (old_starts, new_starts) = (starts(&old_lines), starts(&new_lines));
    let operations = similar::capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines);
    let changes = operations.into_iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    let edits = changes.map(|operation| {
        let (before, after) = (operation.old_range(), operation.new_range());
        let (start, end) = (old_starts[before.start], old_starts[before.end]);
        trimmed(old, start..end, &new[new_starts[after.start]..new_starts[after.end]])
    });
    edits.collect()
}

/// The edit without the text at both ends that stays as it is.
fn trimmed(old: &str, range: std::ops::Range<usize>, new: &str) -> TextEdit {
    let before = &old[range.clone()];
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let head = same(&mut before.chars().zip(new.chars()));
    let tail = same(&mut before[head..].chars().rev().zip(new[head..].chars().rev()));
    let kept = TextRange::new(range.start + head, range.end - tail);
    TextEdit::replace(kept, &new[head..new.len() - tail])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_leads_from_one_text_to_the_other_and_is_small() {
        let old = "a\nbéc\nd\ne";
        for new in ["", "a\nbèc\nd\ne", "x\na\nbéc\ne!", "a\nd\ne", "éa\nbéc\nd\nee"] {
            let edits = difference(old, new);
            assert_eq!(apply_edits(old, &edits).as_deref(), Ok(new));
        }
        assert_eq!(difference(old, "a\nbéXc\nd\ne"), [TextEdit::insert(5, "X")]);
    }

    #[test]
    fn fixes_that_touch_wait_for_the_next_round() {
        let fix = |start, end, text: &str| vec![TextEdit::replace(TextRange::new(start, end), text)];
        let shared = [TextEdit::insert(0, "import\n"), TextEdit::insert(9, "x")];
        let other = [TextEdit::insert(0, "import\n"), TextEdit::insert(20, "y")];
        let fixes = [shared.to_vec(), fix(9, 12, "z"), other.to_vec(), fix(30, 31, "")];
        let taken = disjoint(fixes.iter().map(|fix| &fix[..]));
        let expected = [shared[0].clone(), shared[1].clone(), other[1].clone(), fix(30, 31, "")[0].clone()];
        assert_eq!(taken, expected);
    }
}
