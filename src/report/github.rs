//! Workflow commands, which GitHub shows as annotations of a change.

use super::{Gravity, Run};
use crate::finding::Severity;
use crate::secrecy::mask;
use crate::text::push_plain;
use std::fmt::Write;

pub(super) fn render(run: &Run) -> String {
    let mut out = String::new();
    for file in &run.files {
        for finding in &file.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info | Severity::Hint => "notice",
            };
            let (start, end) = file.text.ends(finding.range);
            let _ = writeln!(
                out,
                "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}",
                property(&file.path),
                start.line,
                end.line,
                start.column,
                end.column,
                property(finding.rule),
                data(&mask(&finding.sentences("\n"))),
            );
        }
    }
    for problem in &run.problems {
        let command = if problem.gravity == Gravity::Failure { "error" } else { "notice" };
        let file = problem.path.as_deref().map(|path| format!("file={},", property(path))).unwrap_or_default();
        let line = problem.place.map(|(line, column)| format!("line={line},col={column},")).unwrap_or_default();
        let _ = writeln!(out, "::{command} {file}{line}title=customerio-ls::{}", data(&problem.sentence()));
    }
    out
}

/// Returns the text with everything encoded that GitHub decodes; other characters that could control the log viewer are
/// escaped.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            c => push_plain(&mut out, c),
        }
    }
    out
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
