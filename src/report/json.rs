//! One JSON object. Scripts rely on it: keys are added, never changed or taken away, while `version` stays.
//!
//! `file` of a related place is the file that contains it; its `range` is null where that cannot be read. `edits` of a
//! fix are of the finding's own file, `elsewhere` holds those of others, by file. Lines and columns are one-based,
//! columns in UTF-16 code units, `offset` in bytes of the file from zero; the end of a range is the place after its
//! last character.
//!
//! It is written finding by finding: the tree of all of them would take ten times the memory of the text.

use super::related_files::Files;
use super::{FileFindings, FileText, Gravity, ProblemSubject, Run, RunProblem};
use crate::finding::{Applicability, Elsewhere, Finding, Fix};
use crate::rules::find;
use crate::secrecy::mask;
use crate::suppress::Suppressed;
use crate::text::{TextEdit, TextRange};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn render(run: &Run) -> String {
    let others = Files::new(run);
    let counts = run.counts();
    let report = Report {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        column_kind: "utf16CodeUnits",
        summary: Summary {
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
            hints: counts.hints,
            fixable: counts.fixable,
            fixable_suggested: counts.suggested,
            suppressed: counts.suppressed,
            fixed: run.fixes(),
            known: run.known,
            files_seen: run.seen,
            files_analysed: run.analysed,
            exit_code: run.exit_code,
        },
        files: Each(run.files.iter().map(|it| file(it, &others))),
        problems: Each(run.problems.iter().map(problem)),
        fixed: Each(run.fixed.iter().map(|file| InFixed { path: &file.path, rules: file.counts() })),
    };
    let mut out = serde_json::to_string_pretty(&report).unwrap_or_default();
    out.push('\n');
    out
}

/// A list whose members are made while they are written.
pub(super) struct Each<I>(pub I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<F, P, D> {
    version: u32,
    tool: Tool,
    column_kind: &'static str,
    summary: Summary,
    files: F,
    problems: P,
    fixed: D,
}

/// The number of findings of each rule that were fixed in a file.
#[derive(Serialize)]
struct InFixed<'r> {
    path: &'r str,
    rules: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
    hints: usize,
    fixable: usize,
    fixable_suggested: usize,
    suppressed: usize,
    fixed: usize,
    known: usize,
    files_seen: usize,
    files_analysed: usize,
    exit_code: u8,
}

#[derive(Serialize)]
struct InFile<'r, F, S> {
    path: &'r str,
    findings: F,
    suppressed: S,
}

fn file<'r>(file: &'r FileFindings, others: &'r Files<'_>) -> impl Serialize + 'r {
    InFile {
        path: &file.path,
        findings: Each(file.findings.iter().map(move |f| finding(file, f, others))),
        suppressed: Each(file.suppressed.iter().map(move |s| suppressed(&file.text, s))),
    }
}

#[derive(Serialize)]
struct Found<'r> {
    rule: &'r str,
    category: Option<&'static str>,
    severity: &'static str,
    message: String,
    what: Cow<'r, str>,
    why: Option<Cow<'r, str>>,
    help: Option<Cow<'r, str>>,
    url: Option<String>,
    range: Range,
    unnecessary: bool,
    related: Vec<Related<'r>>,
    fixes: Vec<Repair<'r>>,
}

#[derive(Serialize)]
struct Related<'r> {
    message: Cow<'r, str>,
    file: String,
    range: Option<Range>,
}

#[derive(Serialize)]
struct Repair<'r> {
    title: Cow<'r, str>,
    applicability: Applicability,
    edits: Vec<Edit>,
    elsewhere: Vec<InOther>,
}

#[derive(Serialize)]
struct InOther {
    file: String,
    edits: Vec<Edit>,
}

#[derive(Serialize)]
struct Edit {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: usize,
}

fn finding<'r>(file: &FileFindings, finding: &'r Finding, others: &Files<'_>) -> Found<'r> {
    let text = &file.text;
    let related = finding.related.iter().map(|related| {
        let other = others.of(file, &related.place);
        Related {
            message: mask(&related.message),
            file: other.path.clone(),
            range: other.text.as_ref().map(|text| range(text, related.place.range)),
        }
    });
    let fixes = finding.fixes.iter().filter(|fix| may_be_told(text, fix)).map(|fix| Repair {
        title: mask(&fix.title),
        applicability: fix.applicability,
        edits: edits(text, &fix.edits),
        elsewhere: fix
            .elsewhere
            .iter()
            .filter_map(|elsewhere| {
                let (other, fitting) = others.fitting(elsewhere)?;
                Some(InOther { file: other.path.clone(), edits: edits(other.text.as_ref()?, &fitting) })
            })
            .collect(),
    });
    Found {
        rule: finding.rule,
        category: find(finding.rule).map(|rule| rule.meta.category),
        severity: finding.severity.as_str(),
        message: mask(&finding.message()).into_owned(),
        what: mask(&finding.what),
        why: finding.why.as_deref().map(mask),
        help: finding.help.as_deref().map(mask),
        url: find(finding.rule).map(|rule| rule.meta.href()),
        range: range(text, finding.range),
        unnecessary: finding.unnecessary,
        related: related.collect(),
        fixes: fixes.collect(),
    }
}

fn edits(text: &FileText, edits: &[TextEdit]) -> Vec<Edit> {
    edits.iter().map(|edit| Edit { range: range(text, edit.range), text: edit.text.clone() }).collect()
}

/// A fix that would carry a key out of the file stays at home.
pub(super) fn may_be_told(text: &FileText, fix: &Fix) -> bool {
    let mut all = fix.edits.iter().chain(fix.elsewhere.iter().flat_map(Elsewhere::edits)).peekable();
    all.peek().is_some() && !all.any(|edit| text.secrets().are_in(&edit.text))
}

#[derive(Serialize)]
struct TakenOut<'r> {
    rule: &'r str,
    range: Range,
    reason: Option<Cow<'r, str>>,
}

fn suppressed<'r>(text: &FileText, suppressed: &'r Suppressed) -> TakenOut<'r> {
    TakenOut {
        rule: suppressed.finding.rule,
        range: range(text, suppressed.finding.range),
        reason: suppressed.reason.as_deref().map(mask),
    }
}

fn range(text: &FileText, range: TextRange) -> Range {
    let place = |offset: u32| {
        let place = text.utf16(offset);
        Place { line: place.line, column: place.column, offset: text.in_file(offset) }
    };
    Range { start: place(range.start), end: place(range.end) }
}

#[derive(Serialize)]
struct NotDone<'r> {
    path: Option<&'r str>,
    line: Option<u32>,
    column: Option<u32>,
    message: String,
    about: &'static str,
    fails: bool,
}

fn problem(problem: &RunProblem) -> NotDone<'_> {
    NotDone {
        path: problem.path.as_deref(),
        line: problem.place.map(|place| place.0),
        column: problem.place.map(|place| place.1),
        message: problem.sentence(),
        about: match problem.subject {
            ProblemSubject::Settings => "settings",
            ProblemSubject::File => "file",
            ProblemSubject::Tool => "tool",
        },
        fails: problem.gravity == Gravity::Failure,
    }
}
