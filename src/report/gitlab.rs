//! Code Quality for GitLab, which shows it beside the changes of a merge request.
//!
//! The format has no place for failed tasks: such problems are among the findings.

use super::fingerprints::Fingerprints;
use super::{FileFindings, Gravity, Run, RunProblem, with_help};
use crate::finding::{Finding, Severity};
use serde_json::{Value, json};

/// The name under which problems are listed: they come from no rule.
const PROBLEM: &str = env!("CARGO_PKG_NAME");

pub(super) fn render(run: &Run) -> String {
    let mut fingerprints = Fingerprints::default();
    let mut issues = Vec::new();
    for file in run.files.iter().filter(|file| !file.findings.is_empty()) {
        let printable = file.text.printable();
        issues.extend(file.findings.iter().map(|found| finding(file, &printable, found, &mut fingerprints)));
    }
    issues.extend(run.problems.iter().map(|found| problem(found, &mut fingerprints)));
    let mut out = serde_json::to_string_pretty(&issues).unwrap_or_default();
    out.push('\n');
    out
}

fn finding(file: &FileFindings, printable: &str, finding: &Finding, fingerprints: &mut Fingerprints) -> Value {
    let (start, end) = file.text.ends(finding.range);
    let code = printable.get(finding.range.as_range()).unwrap_or_default();
    json!({
        "description": with_help(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprints.next([finding.rule, &file.path, code]),
        "severity": match finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "major",
            Severity::Info => "minor",
            Severity::Hint => "info",
        },
        "location": { "path": file.path, "lines": { "begin": start.line, "end": end.line } },
    })
}

fn problem(problem: &RunProblem, fingerprints: &mut Fingerprints) -> Value {
    let sentence = problem.sentence();
    let path = problem.path.as_deref().unwrap_or(".");
    let line = problem.place.map_or(1, |place| place.0);
    json!({
        "description": sentence,
        "check_name": PROBLEM,
        "fingerprint": fingerprints.next([PROBLEM, path, &sentence]),
        "severity": if problem.gravity == Gravity::Failure { "blocker" } else { "info" },
        "location": { "path": path, "lines": { "begin": line, "end": line } },
    })
}
