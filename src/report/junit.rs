//! JUnit's XML, which nearly every build server shows as tests: a suite for each file, a test for each finding.
//!
//! Errors and warnings are tests that failed, infos and hints are tests that passed and say something, and a failed
//! task is a test that broke.

use super::{FileFindings, Gravity, Run, RunProblem};
use crate::finding::{Finding, Severity};
use crate::secrecy::mask;
use crate::text::is_unsafe;
use std::collections::BTreeMap;
use std::fmt::Write;

const TOOL: &str = env!("CARGO_PKG_NAME");

/// The tests of one file, written, and how many of them there are.
#[derive(Default)]
struct Suite {
    cases: String,
    tests: usize,
    failures: usize,
    errors: usize,
}

pub(super) fn render(run: &Run) -> String {
    let mut suites: BTreeMap<&str, Suite> = BTreeMap::new();
    for path in &run.clean {
        suites.entry(path).or_default().passed(path);
    }
    for file in &run.files {
        let suite = suites.entry(&file.path).or_default();
        if file.findings.is_empty() {
            suite.passed(&file.path);
        }
        for finding in &file.findings {
            suite.finding(file, finding);
        }
    }
    for problem in &run.problems {
        suites.entry(problem.path.as_deref().unwrap_or(TOOL)).or_default().problem(problem);
    }
    let sum = |count: fn(&Suite) -> usize| suites.values().map(count).sum::<usize>();
    let (tests, failures, errors) = (sum(|suite| suite.tests), sum(|suite| suite.failures), sum(|suite| suite.errors));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"{TOOL}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">");
    for (path, suite) in &suites {
        let Suite { cases, tests, failures, errors } = suite;
        let path = escape(path);
        let _ = writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">"
        );
        let _ = writeln!(out, "{cases}  </testsuite>");
    }
    out.push_str("</testsuites>\n");
    out
}

impl Suite {
    fn passed(&mut self, path: &str) {
        self.tests += 1;
        let path = escape(path);
        let _ = writeln!(self.cases, "    <testcase name=\"{TOOL}\" classname=\"{path}\" file=\"{path}\"/>");
    }

    fn finding(&mut self, file: &FileFindings, finding: &Finding) {
        let place = file.text.utf16(finding.range.start);
        let severity = finding.severity.as_str();
        let message = escape(&mask(&finding.message()));
        let help = finding.help.as_deref().map(|help| format!("\nHelp: {help}")).unwrap_or_default();
        let body = format!("{}:{}:{}: {}{help}", file.path, place.line, place.column, finding.message());
        let body = escape(&mask(&body));
        let inner = match finding.severity {
            Severity::Error | Severity::Warning => {
                self.failures += 1;
                format!("<failure type=\"{severity}\" message=\"{message}\">{body}</failure>")
            }
            Severity::Info | Severity::Hint => format!("<system-out>{severity}: {body}</system-out>"),
        };
        self.case(&file.path, finding.rule, Some((place.line, place.column)), &inner);
    }

    fn problem(&mut self, problem: &RunProblem) {
        let sentence = escape(&problem.sentence());
        let inner = if problem.gravity == Gravity::Failure {
            self.errors += 1;
            format!("<error type=\"failed\" message=\"{sentence}\">{}</error>", escape(&problem.line()))
        } else {
            format!("<system-out>{}</system-out>", escape(&problem.line()))
        };
        self.case(problem.path.as_deref().unwrap_or(TOOL), TOOL, problem.place, &inner);
    }

    fn case(&mut self, path: &str, name: &str, place: Option<(u32, u32)>, inner: &str) {
        self.tests += 1;
        let path = escape(path);
        let at = place.map(|(line, column)| format!(" ({line}:{column})")).unwrap_or_default();
        let line = place.map(|(line, _)| format!(" line=\"{line}\"")).unwrap_or_default();
        let _ = writeln!(
            self.cases,
            "    <testcase name=\"{name}{at}\" classname=\"{path}\" file=\"{path}\"{line}>\n      {inner}\n    </testcase>"
        );
    }
}

/// `text` escaped for an attribute or between tags. XML 1.0 has no way to write most control characters and the two
/// non-characters: they are replaced. Line breaks and tabs are written by number, or attributes would lose them.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => drop(write!(out, "&#{};", u32::from(c))),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            // These may affect the viewer of the report, but are text.
            c if is_unsafe(c) => drop(write!(out, "&#x{:x};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_xml_reads_otherwise_is_escaped() {
        assert_eq!(escape("<a b=\"c\">'&amp;'</a>"), "&lt;a b=&quot;c&quot;&gt;&apos;&amp;amp;&apos;&lt;/a&gt;");
        assert_eq!(escape("]]>\r\n\t"), "]]&gt;&#13;&#10;&#9;");
        assert_eq!(
            escape("\0\u{1b}[31m\u{7f}\u{85}\u{fffe}\u{ffff}é😀"),
            format!("{0}{0}[31m{0}{0}{0}{0}é😀", '\u{fffd}')
        );
    }
}
