//! Suppression comments.
//!
//! ```text
//! // customerio-disable-next-line RULE[, RULE] -- reason
//! code(); // customerio-disable-line RULE
//! /* customerio-disable RULE */ … /* customerio-enable RULE */
//! ```
//!
//! `RULE` may be a category or a preset, too. Without a rule name a comment means every rule.

mod directive;
mod next_line;
mod other_directives;
mod overlaps;
mod reason;
mod remove;
mod spans;

pub use directive::{Directive, DirectiveKind, DirectiveName, Unknown, directives, first_directive, unknown};

pub use crate::facts::Comment;
use crate::finding::{Applicability, Finding, Fix, Severity};
use crate::rules::{RULES, Selector, find};
use crate::settings::Settings;
use crate::text::{TextEdit, TextRange};
use reason::Reason;
use ropey::Rope;
use spans::Spans;

/// The id of the rule about comments that suppress nothing.
pub const UNUSED: &str = "unused-suppression";

/// A finding that a comment took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// The reason that the comment gives, after `--`.
    pub reason: Option<String>,
}

/// The remaining and the suppressed findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Findings that no comment suppresses, and one for each directive that suppresses nothing. Not sorted.
    pub findings: Vec<Finding>,
    /// The others.
    pub suppressed: Vec<Suppressed>,
}

/// Removes suppressed findings and adds a finding for each directive that suppressed nothing. `rope` is the text of the
/// file with the findings and the comments.
pub fn apply(findings: Vec<Finding>, comments: &[Comment], settings: &Settings, rope: &Rope) -> Outcome {
    let (directives, misspelled) = (directives(comments), unknown(comments));
    if directives.is_empty() && misspelled.is_empty() {
        return Outcome { findings, suppressed: Vec::new() };
    }
    let spans = Spans::of(&directives, comments, rope);
    let mut run = Run { spans, directives: &directives, out: Outcome::default() };
    for finding in findings {
        run.place(finding, rope);
    }
    if settings.is_off(UNUSED) {
        return run.out;
    }
    let severity = settings.severity(UNUSED).unwrap_or(Severity::Warning);
    // A comment may suppress complaints about other comments, but only by name: `disable-next-line` without a name
    // above a needless comment must not hide that the comment is needless.
    for finding in run.unused(severity, comments, settings, rope, |name| !is_about_comments(name)) {
        run.place(finding, rope);
    }
    for unknown in misspelled {
        let is_beside_code = remove::Sides::of(rope, comments[unknown.comment].range).follows_code();
        run.place(no_directive(unknown, is_beside_code, severity), rope);
    }
    let last = run.unused(severity, comments, settings, rope, is_about_comments);
    run.out.findings.extend(last);
    run.out
}

struct Run<'d> {
    directives: &'d [Directive],
    spans: Spans<'d>,
    out: Outcome,
}

impl Run<'_> {
    /// Keeps a finding, or takes it away.
    fn place(&mut self, finding: Finding, rope: &Rope) {
        let line = rope.byte_to_line(finding.range.start().min(rope.len_bytes()));
        match self.spans.use_best(finding.rule, line, finding.range.start()) {
            Some(directive) => {
                let reason = self.directives[directive].reason.clone();
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
        let some_rule_is_off = RULES.iter().any(|rule| settings.takes_out(rule.meta));
        let mut in_comment = vec![0_u32; comments.len()];
        self.directives.iter().for_each(|directive| in_comment[directive.comment] += 1);
        for (at, directive) in self.directives.iter().enumerate() {
            let comment = &comments[directive.comment];
            let used = |name: Option<usize>| self.spans.is_used(at, name);
            let finding = |range, why: String, fixes| Finding {
                rule: UNUSED,
                severity,
                range,
                what: "unused suppression".to_owned(),
                why: Some(why),
                help: None,
                related: Vec::new(),
                fixes,
                unnecessary: true,
            };
            // What is left of a comment with several directives is for a person to look at.
            let alone = in_comment[directive.comment] == 1 && remove::keeps_lines(rope, comment);
            let applicability = if alone { Applicability::Safe } else { Applicability::Suggested };
            let without_directive =
                || Fix::remove("Remove the comment", remove::directive(rope, comment, directive), applicability);
            if directive.names.is_empty() {
                // With a rule switched off, the purpose of the comment is unknown. Rules outside of the preset were
                // never on: they are not what it was written for.
                if wanted("") && !used(None) && !some_rule_is_off {
                    out.push(finding(directive.range, directive.kind.nothing(None), vec![without_directive()]));
                }
                continue;
            }
            let idle = |at: usize| {
                let name = &directive.names[at].text;
                // Of a category or a preset the same is true as of all rules: one that is off may be what was meant.
                let may_be_idle = Selector::find(name).is_none_or(|it| {
                    it.rules().any(|rule| settings.is_on(rule)) && !it.rules().any(|rule| settings.takes_out(rule))
                });
                wanted(name) && !used(Some(at)) && may_be_idle
            };
            let known = |at: usize| Selector::find(&directive.names[at].text).is_some();
            let reason = reason::without_mark(comment, directive);
            // What belongs to the reason is no name.
            let all = 0..reason.as_ref().map_or(directive.names.len(), |reason| reason.name + 1);
            if all.clone().all(|at| known(at) && idle(at)) {
                let names: Vec<&str> = directive.names.iter().map(|name| name.text.as_str()).collect();
                let why = directive.kind.nothing(Some(&names));
                out.push(finding(directive.range, why, vec![without_directive()]));
                continue;
            }
            for at in all.filter(|&at| idle(at)) {
                let name = &directive.names[at];
                let removal = match directive.names.len() {
                    1 => remove::directive(rope, comment, directive),
                    _ => remove::name(directive, at),
                };
                if let Some(reason) = reason.as_ref().filter(|reason| reason.name == at) {
                    out.push(told(finding, name, reason));
                } else if known(at) {
                    // What is left must be names still: a mark of a reason (`a,--`) would be none, and mean every rule.
                    let sure = !directive.names.iter().any(|name| name.text.starts_with('-'));
                    let applicability = if sure { applicability } else { Applicability::Suggested };
                    let fix = Fix::remove(format!("Remove `{}`", name.text), removal, applicability);
                    out.push(finding(name.range, directive.kind.nothing(Some(&[&name.text])), vec![fix]));
                } else {
                    out.push(no_rule(finding, name, removal));
                }
            }
        }
        out
    }
}

/// A name that is not a rule's. It suppresses nothing either way, but which rule is meant is for a person to say: the
/// repairs are offered, not applied.
fn no_rule(
    finding: impl Fn(TextRange, String, Vec<Fix>) -> Finding,
    name: &DirectiveName,
    removal: TextEdit,
) -> Finding {
    let meant = reason::meant(&name.text);
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
    let mut found = unknown_rule(finding(name.range, String::new(), fixes), name);
    found.why = meant.map(|meant| format!("did you mean `{meant}`?"));
    if name.text.contains(char::is_whitespace) {
        found.help = Some("Separate rule names by commas, and put a reason after `--`.".to_owned());
    }
    found
}

/// A reason that no `--` tells from the names: with it the comment has its meaning. Nothing is to be removed.
fn told(finding: impl Fn(TextRange, String, Vec<Fix>) -> Finding, name: &DirectiveName, reason: &Reason) -> Finding {
    let fix = Fix {
        title: reason.title.to_owned(),
        applicability: Applicability::Suggested,
        edits: vec![reason.edit.clone()],
        elsewhere: Vec::new(),
    };
    let mut found = unknown_rule(finding(name.range, String::new(), vec![fix]), name);
    found.help = Some("Separate rule names by commas, and put a reason after `--`.".to_owned());
    found
}

/// Reports in a finding that its name is unknown. Nothing is needless there: the comment has a purpose that it misses.
fn unknown_rule(found: Finding, name: &DirectiveName) -> Finding {
    Finding { what: format!("unknown rule `{}`", name.text), why: None, unnecessary: false, ..found }
}

/// A word that was meant as a directive, and is not one: the comment does nothing.
fn no_directive(unknown: Unknown, is_beside_code: bool, severity: Severity) -> Finding {
    let Unknown { word, range, meant, is_bare, comment: _ } = unknown;
    // Beside code, `customerio-disable` would cover everything below, too.
    let meant = if is_bare && is_beside_code { "customerio-disable-line" } else { meant };
    Finding {
        rule: UNUSED,
        severity,
        range,
        what: format!("unknown directive `{word}`"),
        why: Some(format!("did you mean `{meant}`?")),
        help: None,
        related: Vec::new(),
        fixes: vec![Fix {
            title: format!("Write `{meant}`"),
            applicability: Applicability::Suggested,
            edits: vec![TextEdit::replace(range, meant)],
            elsewhere: Vec::new(),
        }],
        unnecessary: false,
    }
}

/// Returns whether a name means the rule that checks comments, and means it expressly.
fn is_about_comments(name: &str) -> bool {
    name == UNUSED || find(UNUSED).is_some_and(|rule| rule.meta.category == name)
}

impl Fix {
    fn remove(title: impl Into<String>, edit: TextEdit, applicability: Applicability) -> Self {
        Self { title: title.into(), applicability, edits: vec![edit], elsewhere: Vec::new() }
    }
}

#[cfg(test)]
mod tests;
