//! One line a finding: where, how bad, which rule, what, how to repair it.
//!
//! Its readers pay by the word: help that was given for a rule once is not repeated, and nothing else is counted.

use super::{Run, TextStyle, fixed, option_for, totals};
use crate::secrecy::mask;
use crate::text::{plain, plain_name};
use rustc_hash::FxHashSet;
use std::fmt::Write;

pub(super) fn render(run: &Run, style: TextStyle) -> String {
    let mut out = String::new();
    let mut helped = FxHashSet::default();
    for file in &run.files {
        for finding in &file.findings {
            let place = file.text.utf16(finding.range.start);
            let mut line = format!("{}: {}", finding.rule, finding.sentence());
            if let Some(help) = &finding.help
                && helped.insert((finding.rule, help))
            {
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
    if style.summary {
        for file in &run.fixed {
            let _ = writeln!(out, "fixed in {}", file.line());
        }
        let _ = writeln!(out, "{}", summary(run));
    }
    out
}

fn summary(run: &Run) -> String {
    let counts = run.counts();
    let mut parts = vec![totals(counts).unwrap_or_else(|| "no findings".to_owned())];
    parts.extend((counts.fixable > 0).then(|| format!("{} fixable with --fix", counts.fixable)));
    parts.extend((counts.suggested > 0).then(|| format!("{} with --fix-suggested", counts.suggested)));
    parts.extend((run.known > 0).then(|| format!("{} known from the baseline", run.known)));
    parts.extend(fixed::total(run).map(|total| format!("{total} fixed")));
    parts.join(", ")
}
