//! The number of findings of each rule, instead of the findings.

use super::{AnsiColor, Ink, Run, TextStyle, best_fix, text};
use crate::finding::{Applicability, Severity};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The numbers of one rule.
struct Row {
    rule: &'static str,
    severity: Severity,
    count: usize,
    fixable: usize,
    files: usize,
}

pub(super) fn render(run: &Run, style: TextStyle) -> String {
    let mut rows: BTreeMap<(&str, Severity), Row> = BTreeMap::new();
    for file in &run.files {
        let mut met = Vec::new();
        for finding in &file.findings {
            let key = (finding.rule, finding.severity);
            let row = rows.entry(key).or_insert_with(|| Row {
                rule: finding.rule,
                severity: finding.severity,
                count: 0,
                fixable: 0,
                files: 0,
            });
            row.count += 1;
            row.fixable += usize::from(best_fix(finding) == Some(Applicability::Safe));
            if !met.contains(&key) {
                met.push(key);
                row.files += 1;
            }
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.count), row.rule));
    let mut out = String::new();
    if !rows.is_empty() {
        let width = rows.iter().map(|row| row.rule.len()).max().unwrap_or(0).max("RULE".len());
        let ink = |ink: Ink| if style.colours { ink } else { Ink::new() };
        let (head, id) = (ink(Ink::new().bold()), ink(AnsiColor::Cyan.on_default()));
        let _ = writeln!(out, "{head}FINDINGS  FILES  {:width$}  SEVERITY  FIXABLE{head:#}", "RULE");
        for Row { rule, severity, count, fixable, files } in &rows {
            let severity = severity.as_str();
            let _ = writeln!(out, "{count:>8}  {files:>5}  {id}{rule:width$}{id:#}  {severity:8}  {fixable:>7}");
        }
    }
    if !rows.is_empty() && (style.summary || !run.problems.is_empty()) {
        out.push('\n');
    }
    out.push_str(&text::problems_and_summary(run, style));
    out
}
