//! Findings as text, JSON, SARIF, annotations for GitHub, Code Quality for GitLab, tests for JUnit's readers and lines
//! for agents.
//!
//! Everything printed goes through [`crate::secrecy`]: a key in the source is never shown.

mod agent;
mod baseline;
mod fingerprints;
mod fixed;
mod github;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod place;
mod related_files;
mod sarif;
mod statistics;
mod text;

/// The color of a piece of text.
pub use annotate_snippets::renderer::{AnsiColor, Style as Ink};
pub use baseline::{Baseline, Stale};
pub use fixed::FixedFile;
pub use markdown::for_terminal;
pub use place::FileText;
pub use related_files::OtherFiles;

use crate::finding::{Applicability, Finding, Fix, Severity};
use crate::secrecy::mask;
use crate::suppress::Suppressed;
use crate::text::{count, plain, plain_json, plain_name};

/// The format of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object; see `json.rs`.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands that GitHub shows as annotations.
    Github,
    /// Code Quality, which GitLab shows in merge requests.
    Gitlab,
    /// JUnit's XML.
    Junit,
    /// One line a finding, for programs that pay by the word.
    Agent,
}

/// The outcome of a run.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Files in which something was found, or suppressed; sorted by path.
    pub files: Vec<FileFindings>,
    /// Files that were analyzed and are not among `files`, as shown; sorted.
    pub clean: Vec<String>,
    /// The tasks that failed; sorted.
    pub problems: Vec<RunProblem>,
    /// Files that were looked at.
    pub seen: usize,
    /// Files among them that concern Customer.io, and were analyzed.
    pub analysed: usize,
    /// The fixes that were applied; sorted by path.
    pub fixed: Vec<FixedFile>,
    /// Findings that a baseline lists; they are not among those of `files`.
    pub known: usize,
    /// The fixes that were only shown, not applied; sorted by path.
    pub pending: Vec<FixedFile>,
    /// The exit code of the process.
    pub exit_code: u8,
    /// The files that findings point to beside their own.
    pub others: OtherFiles,
}

/// The findings of one file.
#[derive(Clone, Debug)]
pub struct FileFindings {
    /// As shown: relative to the working directory where it lies under it, with `/`.
    pub path: String,
    /// The text that the findings refer to.
    pub text: FileText,
    /// Sorted by place.
    pub findings: Vec<Finding>,
    /// The findings that comments suppress.
    pub suppressed: Vec<Suppressed>,
}

/// The gravity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Something was skipped for a good reason.
    Note,
    /// Part of the work could not be done: the run fails.
    Failure,
}

/// The subject of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemSubject {
    /// A setting.
    Settings,
    /// A file or folder.
    File,
    /// This tool itself.
    Tool,
}

/// Something that could not be done, or was not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunProblem {
    /// The file, as shown.
    pub path: Option<String>,
    /// One-based line and column, the column in UTF-16 code units.
    pub place: Option<(u32, u32)>,
    /// The description of the problem.
    pub message: String,
    /// The subject.
    pub subject: ProblemSubject,
    /// The gravity.
    pub gravity: Gravity,
}

impl RunProblem {
    /// The message with its subject: those about files begin with the verb.
    pub(super) fn sentence(&self) -> String {
        let subject = match (self.subject, &self.path) {
            (ProblemSubject::File, Some(path)) => format!("{} ", plain_name(path)),
            _ => String::new(),
        };
        mask(&format!("{subject}{}", self.message)).into_owned()
    }

    /// The message with its subject and its place, for a line of its own.
    pub fn told(&self) -> String {
        match self.place {
            Some(_) => self.line(),
            None => plain(&self.sentence()).into_owned(),
        }
    }

    /// `path:line:column: message`
    pub fn line(&self) -> String {
        let path = self.path.as_deref().map(plain_name).unwrap_or_default();
        let place = self.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let mark = if path.is_empty() { "" } else { ": " };
        format!("{path}{place}{mark}{}", plain(&mask(&self.message)))
    }
}

/// The best fix that a finding can have; fixes that change only other files are not applied here.
fn best_fix(finding: &Finding) -> Option<Applicability> {
    finding.fixes.iter().filter(|fix| !fix.edits.is_empty()).map(|fix| fix.applicability).max()
}

/// The number of findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number of errors.
    pub errors: usize,
    /// The number of warnings.
    pub warnings: usize,
    /// The number of infos.
    pub infos: usize,
    /// The number of hints.
    pub hints: usize,
    /// With a fix that `--fix` applies.
    pub fixable: usize,
    /// With a fix that only `--fix-suggested` applies.
    pub suggested: usize,
    /// Suppressed by comments; not among the others.
    pub suppressed: usize,
}

impl Counts {
    /// All findings.
    pub fn total(&self) -> usize {
        self.errors + self.warnings + self.infos + self.hints
    }
}

impl Run {
    /// Counts the findings.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for file in &self.files {
            counts.suppressed += file.suppressed.len();
            for finding in &file.findings {
                *match finding.severity {
                    Severity::Error => &mut counts.errors,
                    Severity::Warning => &mut counts.warnings,
                    Severity::Info => &mut counts.infos,
                    Severity::Hint => &mut counts.hints,
                } += 1;
                let best = best_fix(finding);
                counts.fixable += usize::from(best == Some(Applicability::Safe));
                counts.suggested += usize::from(best == Some(Applicability::Suggested));
            }
        }
        counts
    }

    /// Returns how many findings were fixed.
    pub fn fixes(&self) -> usize {
        self.fixed.iter().map(|file| file.rules.len()).sum()
    }

    /// The report, ending in a line break unless it is empty. `style` is for [`Format::Text`] and, except for its
    /// colors and width, for [`Format::Agent`].
    pub fn render(&self, format: Format, style: TextStyle) -> String {
        match format {
            Format::Text => text::render(self, style),
            Format::Json => plain_json(json::render(self)),
            Format::Sarif => plain_json(sarif::render(self)),
            Format::Github => github::render(self),
            Format::Gitlab => plain_json(gitlab::render(self)),
            Format::Junit => junit::render(self),
            Format::Agent => agent::render(self, style),
        }
    }
}

/// The number of findings of each severity, in words; `None` when there are none.
fn totals(counts: Counts) -> Option<String> {
    let Counts { errors, warnings, infos, hints, .. } = counts;
    let parts = [(errors, "error"), (warnings, "warning"), (infos, "info"), (hints, "hint")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, one)| count(*n, one)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The number of findings of each rule, for people.
pub fn statistics(run: &Run, style: TextStyle) -> String {
    statistics::render(run, style)
}

/// The option that applies a fix, in brackets; nothing where none does.
fn option_for(fix: &Fix) -> &'static str {
    match fix.applicability {
        _ if fix.edits.is_empty() => "",
        Applicability::Safe => " (--fix)",
        Applicability::Suggested => " (--fix-suggested)",
        Applicability::Manual => "",
    }
}

/// The message and the help as one text, masked.
fn with_help(finding: &Finding) -> String {
    mask(&finding.sentences(" ")).into_owned()
}

/// The layout of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// True to color the output.
    pub colours: bool,
    /// True to make the names of rules links to their pages, as some terminals show them.
    pub links: bool,
    /// True to end with a summary.
    pub summary: bool,
    /// The number of columns.
    pub width: usize,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self { colours: false, links: false, summary: true, width: 120 }
    }
}

#[cfg(test)]
mod tests;
