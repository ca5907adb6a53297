//! One JSON object. Scripts rely on it: keys are added, never changed or taken away, while `version` stays.
//!
//! `file` of a related place is the file that it stands in; its `range` is null where that cannot be read. `edits` of a fix
//! are of the finding's own file, `elsewhere` holds those of others, by file. Lines and columns are one-based, columns in UTF-16 code units, `offset` in bytes of the file from zero; the end of a
//! range is the place after its last character.

use super::others::Files;
use super::{FileFindings, FileText, Gravity, Problem, Run, Subject};
use crate::finding::{Elsewhere, Finding, Fix};
use crate::rules::find;
use crate::secrecy::mask;
use crate::suppress::Suppressed;
use crate::text::{TextEdit, TextRange};
use serde_json::{Value, json};

pub(super) fn render(run: &Run) -> String {
    let others = Files::new(run);
    let counts = run.counts();
    let report = json!({
        "version": 1,
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "columnKind": "utf16CodeUnits",
        "summary": {
            "errors": counts.errors,
            "warnings": counts.warnings,
            "infos": counts.infos,
            "hints": counts.hints,
            "fixable": counts.fixable,
            "fixableSuggested": counts.suggested,
            "suppressed": counts.suppressed,
            "fixed": run.fixed,
            "filesSeen": run.seen,
            "filesAnalysed": run.analysed,
            "exitCode": run.exit_code,
        },
        "files": run.files.iter().map(|it| file(it, &others)).collect::<Vec<_>>(),
        "problems": run.problems.iter().map(problem).collect::<Vec<_>>(),
    });
    let mut out = serde_json::to_string_pretty(&report).unwrap_or_default();
    out.push('\n');
    out
}

fn file(file: &FileFindings, others: &Files<'_>) -> Value {
    json!({
        "path": file.path,
        "findings": file.findings.iter().map(|f| finding(file, f, others)).collect::<Vec<_>>(),
        "suppressed": file.suppressed.iter().map(|s| suppressed(&file.text, s)).collect::<Vec<_>>(),
    })
}

fn finding(file: &FileFindings, finding: &Finding, others: &Files<'_>) -> Value {
    let text = &file.text;
    json!({
        "rule": finding.rule,
        "severity": finding.severity.as_str(),
        "message": mask(&finding.message),
        "help": finding.help.as_deref().map(mask),
        "url": find(finding.rule).map(|rule| rule.meta.href()),
        "range": range(text, finding.range),
        "unnecessary": finding.unnecessary,
        "related": finding.related.iter().map(|related| {
            let other = others.of(file, &related.place);
            json!({
                "message": mask(&related.message),
                "file": other.path,
                "range": other.text.as_ref().map(|text| range(text, related.place.range)),
            })
        }).collect::<Vec<_>>(),
        "fixes": finding.fixes.iter().filter(|fix| may_be_told(text, fix)).map(|fix| json!({
            "title": mask(&fix.title),
            "applicability": fix.applicability,
            "edits": edits(text, &fix.edits),
            "elsewhere": fix.elsewhere.iter().filter_map(|elsewhere| {
                let (other, fitting) = others.fitting(elsewhere)?;
                Some(json!({ "file": other.path, "edits": edits(other.text.as_ref()?, &fitting) }))
            }).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn edits(text: &FileText, edits: &[TextEdit]) -> Vec<Value> {
    let edit = |edit: &TextEdit| json!({ "range": range(text, edit.range), "text": edit.text });
    edits.iter().map(edit).collect()
}

/// A fix that would carry a key out of the file stays at home.
pub(super) fn may_be_told(text: &FileText, fix: &Fix) -> bool {
    let mut all = fix.edits.iter().chain(fix.elsewhere.iter().flat_map(Elsewhere::edits)).peekable();
    all.peek().is_some() && !all.any(|edit| text.secrets().are_in(&edit.text))
}

fn suppressed(text: &FileText, suppressed: &Suppressed) -> Value {
    json!({
        "rule": suppressed.finding.rule,
        "range": range(text, suppressed.finding.range),
        "reason": suppressed.reason.as_deref().map(mask),
    })
}

fn range(text: &FileText, range: TextRange) -> Value {
    let place = |offset: u32| {
        let place = text.utf16(offset);
        json!({ "line": place.line, "column": place.column, "offset": text.in_file(offset) })
    };
    json!({ "start": place(range.start), "end": place(range.end) })
}

fn problem(problem: &Problem) -> Value {
    json!({
        "path": problem.path,
        "line": problem.place.map(|place| place.0),
        "column": problem.place.map(|place| place.1),
        "message": problem.sentence(),
        "about": match problem.subject {
            Subject::Settings => "settings",
            Subject::File => "file",
            Subject::Tool => "tool",
        },
        "fails": problem.gravity == Gravity::Failure,
    })
}
