//! Suppression comments.
//!
//! ```text
//! // customerio-disable-next-line RULE[, RULE] -- reason
//! code(); // customerio-disable-line RULE
//! /* customerio-disable RULE */ … /* customerio-enable RULE */
//! ```
//!
//! Without a rule name a comment means every rule.

mod directive;
mod foreign;
mod remove;

pub use directive::{Directive, Kind, Name, directives};

use super::{Applicability, Finding, Fix, Severity};
use crate::config::{Settings, closest};
use crate::rules::{RULES, find};
use crate::text::{TextEdit, TextRange};
use ropey::Rope;

/// The id of the rule about comments that suppress nothing.
pub const UNUSED: &str = "unused-suppression";

/// A comment that may hold a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The whole comment with its markers, in bytes.
    pub range: TextRange,
    /// Its text with its markers.
    pub text: String,
    /// Zero-based line of its first byte.
    pub line: u32,
    /// Zero-based line of its last byte.
    pub end_line: u32,
}

/// A finding that a comment took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// What was found.
    pub finding: Finding,
    /// What the comment gives as the reason, after `--`.
    pub reason: Option<String>,
}

/// What is left, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Findings that no comment suppresses, and one for each directive that suppresses nothing. Not sorted.
    pub findings: Vec<Finding>,
    /// The others.
    pub suppressed: Vec<Suppressed>,
}

/// Takes away what is suppressed and adds a finding for each directive that suppressed nothing. `rope` is the text of
/// the file in which the findings and the comments stand.
pub fn apply(findings: Vec<Finding>, comments: &[Comment], settings: &Settings, rope: &Rope) -> Outcome {
    let directives = directives(comments);
    if directives.is_empty() {
        return Outcome { findings, suppressed: Vec::new() };
    }
    let mut run = Run { spans: spans(&directives, comments, rope), directives, out: Outcome::default() };
    for finding in findings {
        run.place(finding, rope);
    }
    if settings.is_off(UNUSED) {
        return run.out;
    }
    let severity = settings.severity(UNUSED).unwrap_or(Severity::Warning);
    // A comment may suppress complaints about other comments, but only by name: `disable-next-line` without a name
    // above a needless comment must not hide that the comment is needless.
    for finding in run.unused(severity, comments, settings, rope, |name| name != UNUSED) {
        run.place(finding, rope);
    }
    let last = run.unused(severity, comments, settings, rope, |name| name == UNUSED);
    run.out.findings.extend(last);
    run.out
}

/// Where one name of one directive (or a directive without names) has effect.
struct Span {
    directive: usize,
    /// Index of the name; `None` for all rules.
    name: Option<usize>,
    /// Zero-based lines, the first and the last, for directives about one line (or those of a long comment).
    lines: Option<(usize, usize)>,
    /// Bytes, for a pair of disable and enable.
    bytes: TextRange,
    used: bool,
}

fn spans(directives: &[Directive], comments: &[Comment], rope: &Rope) -> Vec<Span> {
    let end_of_file = rope.len_bytes();
    let mut spans = Vec::new();
    for (at, directive) in directives.iter().enumerate() {
        let names: Vec<Option<usize>> = match directive.names.len() {
            0 => vec![None],
            count => (0..count).map(Some).collect(),
        };
        let comment = &comments[directive.comment];
        for name in names {
            let id = name.map(|name| directive.names[name].text.as_str());
            let (lines, bytes) = match directive.kind {
                Kind::Line => (Some((comment.line as usize, comment.end_line as usize)), TextRange::default()),
                Kind::NextLine => {
                    let line = line_below(comment, comments, rope);
                    (Some((line, line)), TextRange::default())
                }
                Kind::Disable => {
                    let ends = |other: &&Directive| {
                        other.kind == Kind::Enable
                            && (other.names.is_empty() || other.names.iter().any(|n| Some(n.text.as_str()) == id))
                    };
                    let end = directives[at + 1..].iter().find(ends).map_or(end_of_file, |d| d.range.start());
                    (None, TextRange::new(comment.range.end().min(end), end))
                }
                Kind::Enable => continue,
            };
            spans.push(Span { directive: at, name, lines, bytes, used: false });
        }
    }
    spans
}

/// The line that a `disable-next-line` is about: the first one below its comment that is not itself a comment, so that
/// several can stand above each other.
fn line_below(comment: &Comment, comments: &[Comment], rope: &Rope) -> usize {
    let mut line = comment.end_line as usize + 1;
    while line < rope.len_lines() {
        let text = rope.line(line).to_string();
        let text = text.trim_start();
        if text.starts_with("//") {
            line += 1;
        } else if let Some(other) = comments.iter().find(|c| c.line as usize == line && alone(c, rope)) {
            line = other.end_line as usize + 1;
        } else if let Some(next) = foreign::line_after(rope, line) {
            line = next;
        } else {
            break;
        }
    }
    line
}

/// Whether nothing but the comment (in braces, as in JSX) stands on its lines.
fn alone(comment: &Comment, rope: &Rope) -> bool {
    let (start, end) = remove::whole_lines(rope, comment.range);
    let around = |range: std::ops::Range<usize>| rope.byte_slice(range).to_string();
    let before = around(start..comment.range.start());
    let after = around(comment.range.end()..end);
    matches!((before.trim(), after.trim()), ("", "") | ("{", "}"))
}

struct Run {
    directives: Vec<Directive>,
    spans: Vec<Span>,
    out: Outcome,
}

impl Run {
    /// Keeps a finding, or takes it away.
    fn place(&mut self, finding: Finding, rope: &Rope) {
        let line = rope.byte_to_line(finding.range.start().min(rope.len_bytes()));
        let applies = |span: &Span| {
            let named = match span.name {
                Some(name) => self.directives[span.directive].names[name].text == finding.rule,
                None => finding.rule != UNUSED,
            };
            let there = match span.lines {
                Some((first, last)) => (first..=last).contains(&line),
                None => (span.bytes.start..span.bytes.end).contains(&finding.range.start),
            };
            named && there
        };
        // The nearest one gets the merit: a comment about this very line before one about a stretch of the file.
        let best = (0..self.spans.len())
            .filter(|&at| applies(&self.spans[at]))
            .max_by_key(|&at| (self.spans[at].lines.is_some(), self.spans[at].directive));
        match best {
            Some(at) => {
                self.spans[at].used = true;
                let reason = self.directives[self.spans[at].directive].reason.clone();
                self.out.suppressed.push(Suppressed { finding, reason });
            }
            None => self.out.findings.push(finding),
        }
    }

    /// Findings for the names among `wanted` that had no effect.
    fn unused(
        &self,
        severity: Severity,
        comments: &[Comment],
        settings: &Settings,
        rope: &Rope,
        wanted: impl Fn(&str) -> bool,
    ) -> Vec<Finding> {
        let mut out = Vec::new();
        let some_rule_is_off = || RULES.iter().any(|rule| settings.takes_out(rule.meta));
        for (at, directive) in self.directives.iter().enumerate() {
            let comment = &comments[directive.comment];
            let used = |name: Option<usize>| match directive.kind {
                Kind::Enable => self.ends_something(at, name),
                _ => self.spans.iter().any(|span| (span.directive, span.name) == (at, name) && span.used),
            };
            let finding = |range, message: String, fixes| Finding {
                rule: UNUSED,
                severity,
                range,
                message,
                help: None,
                related: Vec::new(),
                fixes,
                unnecessary: true,
            };
            // What is left of a comment with several directives is for a person to look at.
            let alone = self.directives.iter().filter(|other| other.comment == directive.comment).count() == 1;
            let applicability = if alone { Applicability::Safe } else { Applicability::Suggested };
            let without_directive =
                || Fix::remove("Remove the comment", remove::directive(rope, comment, directive), applicability);
            if directive.names.is_empty() {
                // With a rule switched off, nobody can tell what the comment is for. Rules outside of the preset were
                // never on: they are not what it was written for.
                if wanted("") && !used(None) && !some_rule_is_off() {
                    out.push(finding(directive.range, directive.kind.nothing(None), vec![without_directive()]));
                }
                continue;
            }
            let idle = |at: usize| {
                let name = &directive.names[at].text;
                wanted(name) && !used(Some(at)) && find(name).is_none_or(|rule| settings.is_on(rule.meta))
            };
            let known = |at: usize| find(&directive.names[at].text).is_some();
            let all = 0..directive.names.len();
            if all.clone().all(|at| known(at) && idle(at)) {
                let names: Vec<&str> = directive.names.iter().map(|name| name.text.as_str()).collect();
                let message = directive.kind.nothing(Some(&names));
                out.push(finding(directive.range, message, vec![without_directive()]));
                continue;
            }
            for at in all.filter(|&at| idle(at)) {
                let name = &directive.names[at];
                let removal = match directive.names.len() {
                    1 => remove::directive(rope, comment, directive),
                    _ => remove::name(directive, at),
                };
                if known(at) {
                    let fix = Fix::remove(format!("Remove `{}`", name.text), removal, applicability);
                    out.push(finding(name.range, directive.kind.nothing(Some(&[&name.text])), vec![fix]));
                } else {
                    out.push(unknown(finding, name, removal));
                }
            }
        }
        out
    }

    /// Whether an enable ends a disable for one of its names.
    fn ends_something(&self, at: usize, name: Option<usize>) -> bool {
        let start = self.directives[at].range.start;
        let id = name.map(|name| self.directives[at].names[name].text.as_str());
        self.spans.iter().any(|span| {
            let other = &self.directives[span.directive];
            let same = match (id, span.name) {
                (Some(id), Some(name)) => other.names[name].text == id,
                (Some(_), None) => false,
                (None, _) => true,
            };
            span.lines.is_none() && span.bytes.end == start && same
        })
    }
}

/// A name that is no rule's. It suppresses nothing either way, but which rule is meant is for a person to say: the
/// repairs are offered, not applied.
fn unknown(finding: impl Fn(TextRange, String, Vec<Fix>) -> Finding, name: &Name, removal: TextEdit) -> Finding {
    let meant = closest(&name.text, RULES.iter().map(|rule| rule.meta.id));
    let mut fixes = Vec::new();
    if let Some(meant) = meant {
        fixes.push(Fix {
            title: format!("Write `{meant}`"),
            applicability: Applicability::Suggested,
            edits: vec![TextEdit::replace(name.range, meant)],
            elsewhere: Vec::new(),
        });
    }
    fixes.push(Fix::remove(format!("Remove `{}`", name.text), removal, Applicability::Suggested));
    let hint = meant.map(|meant| format!(" Did you mean `{meant}`?")).unwrap_or_default();
    let mut found = finding(name.range, format!("There is no rule `{}`.{hint}", name.text), fixes);
    // Nothing is needless here yet: the comment has a purpose that it misses.
    found.unnecessary = false;
    if name.text.contains(char::is_whitespace) {
        found.help = Some("Separate rule names by commas, and put a reason after `--`.".to_owned());
    }
    found
}

impl Fix {
    fn remove(title: impl Into<String>, edit: TextEdit, applicability: Applicability) -> Self {
        Self { title: title.into(), applicability, edits: vec![edit], elsewhere: Vec::new() }
    }
}

#[cfg(test)]
mod tests;
