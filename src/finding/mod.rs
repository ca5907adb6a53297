//! The output vocabulary: findings, fixes and suppressions. Plain data; nothing here knows an editor or a terminal.

use crate::text::{Place, TextEdit, TextRange};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

/// The severity of a finding. `Error` only for what provably throws or provably arrives wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A convention, shown faintly.
    Hint,
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Provably wrong.
    Error,
}

impl Severity {
    /// `hint`, `info`, `warning` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The applicability of a fix: who may apply it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Only shown: needs a decision that the tool cannot make.
    Manual,
    /// Offered one at a time, and by `--fix-suggested`: it changes what Customer.io receives in a way to be confirmed.
    Suggested,
    /// Applied by fix-all: the program means what its author meant.
    Safe,
}

/// A change that repairs a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The title, in the imperative: "Divide by 1000".
    pub title: String,
    /// The applicability.
    pub applicability: Applicability,
    /// Disjoint edits of the file that contains the finding.
    pub edits: Vec<TextEdit>,
    /// Edits of other files. An editor makes them all at once; the command line leaves them to the findings of those
    /// files, each of which brings its own.
    pub elsewhere: Vec<Elsewhere>,
}

impl Fix {
    /// A fix that edits only the file of its finding.
    pub fn new(
        title: impl Into<String>,
        applicability: Applicability,
        edits: impl IntoIterator<Item = TextEdit>,
    ) -> Self {
        let edits = edits.into_iter().collect();
        Self { title: title.into(), applicability, edits, elsewhere: Vec::new() }
    }
}

/// The request for fixes: a keystroke asks for findings alone; most of their fixes are never looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixes {
    /// Left out.
    Omitted,
    /// Computed with each finding.
    Computed,
}

/// Edits of another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The file, absolute.
    pub file: Arc<Path>,
    /// Disjoint, in order.
    pub changes: Vec<GuardedEdit>,
}

/// An edit, and the text that it replaces: where the text has changed by now, the edit is not applied.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuardedEdit {
    /// The edit.
    pub edit: TextEdit,
    /// The text that the edit replaces.
    pub before: String,
}

impl Elsewhere {
    /// The edits, without a check of the current text.
    pub fn edits(&self) -> impl Iterator<Item = &TextEdit> {
        self.changes.iter().map(|change| &change.edit)
    }
    /// The edits, when they fit `text`, of which `slice` gives the text of a range.
    pub fn fitting(&self, slice: impl Fn(TextRange) -> Option<String>) -> Option<Vec<TextEdit>> {
        let fits = |change: &GuardedEdit| slice(change.edit.range).is_some_and(|text| text == change.before);
        self.changes.iter().all(fits).then(|| self.edits().cloned().collect())
    }
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub place: Place,
    /// The explanation of the place.
    pub message: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule, as in settings and suppressions.
    pub rule: &'static str,
    /// The severity, after the settings.
    pub severity: Severity,
    /// The marked range, in bytes.
    pub range: TextRange,
    /// The mistake: a phrase in lower case, without a full stop.
    pub what: String,
    /// The consequence: what Customer.io, the SDK or Node does. One sentence, without its full stop.
    pub why: Option<String>,
    /// One instruction, with its full stop.
    pub help: Option<String>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Repairs, the best one first.
    pub fixes: Vec<Fix>,
    /// True when the marked code has no effect (shown faded by editors).
    pub unnecessary: bool,
}

impl Finding {
    /// Returns whether it says the same of the same place as another one, whatever the fixes.
    pub fn is_same(&self, other: &Self) -> bool {
        let said = |finding: &Self| (finding.rule, finding.severity, finding.range, finding.unnecessary);
        said(self) == said(other)
            && (&self.what, &self.why, &self.help) == (&other.what, &other.why, &other.help)
            && self.related == other.related
    }

    /// The mistake and its consequence, on one line, without a full stop.
    pub fn message(&self) -> String {
        match &self.why {
            Some(why) => format!("{}: {why}", self.what),
            None => self.what.clone(),
        }
    }

    /// The message with a full stop, for text that something follows.
    pub fn sentence(&self) -> String {
        let mut message = self.message();
        if !message.ends_with(['.', '!', '?']) {
            message.push('.');
        }
        message
    }

    /// The message and the help, each a sentence of its own, with `between` them; the message alone where there is no
    /// help.
    pub fn sentences(&self, between: &str) -> String {
        match &self.help {
            Some(help) => format!("{}{between}{help}", self.sentence()),
            None => self.message(),
        }
    }

    /// Everything in it that is prose.
    pub fn prose_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let related = self.related.iter_mut().map(|related| &mut related.message);
        let titles = self.fixes.iter_mut().map(|fix| &mut fix.title);
        [&mut self.what].into_iter().chain(&mut self.why).chain(&mut self.help).chain(related).chain(titles)
    }
}
