//! One line a finding: where, how bad, which rule, what, how to repair it.

use super::{Run, option_for};
use crate::secrecy::mask;
use crate::text::{plain, plain_name};
use std::fmt::Write;

pub(super) fn render(run: &Run) -> String {
    let mut out = String::new();
    for file in &run.files {
        for finding in &file.findings {
            let place = file.text.characters(finding.range.start);
            let mut line = format!("{}: {}", finding.rule, finding.sentence());
            if let Some(help) = &finding.help {
                let _ = write!(line, " Help: {help}");
            }
            if let Some(fix) = finding.fixes.first() {
                let _ = write!(line, " Fix: {}{}", fix.title, option_for(fix));
            }
            let (path, severity) = (plain_name(&file.path), finding.severity.as_str());
            let _ = writeln!(out, "{path}:{}:{}: {severity} {}", place.line, place.column, plain(&mask(&line)));
        }
    }
    for problem in &run.problems {
        let _ = writeln!(out, "{}", problem.line());
    }
    let counts = run.counts();
    let _ = writeln!(
        out,
        "{} findings, {} errors, {} warnings, {} fixable",
        counts.total(),
        counts.errors,
        counts.warnings,
        counts.fixable
    );
    out
}
