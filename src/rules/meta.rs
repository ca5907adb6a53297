//! The metadata of a rule: the one source for hovers, `explain`, the documents, SARIF and the settings.

use crate::finding::Severity;

/// The address of the documentation on the web, with a slash at its end. Findings link to the pages below it. A build
/// for a fork or a mirror sets another one in the environment variable `CUSTOMERIO_LS_SITE`.
pub const SITE: &str = match option_env!("CUSTOMERIO_LS_SITE") {
    Some(site) => site,
    None => "https://customerio-ls.github.io/customerio-ls/",
};

/// A set of rules; each includes the ones before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// Mistakes that are certain, or nearly always right to report.
    #[default]
    Recommended,
    /// Also good practices that a project may have reasons not to follow.
    Strict,
    /// Also rules that only some projects want.
    All,
}

impl Preset {
    /// Every preset, the smallest first.
    pub const EVERY: [Self; 3] = [Self::Recommended, Self::Strict, Self::All];

    /// Its word in settings and arguments.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Strict => "strict",
            Self::All => "all",
        }
    }

    /// The preset with this word.
    pub fn find(word: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|preset| preset.as_str() == word)
    }

    /// A description of its rules, on one line, without a full stop.
    pub const fn summary(self) -> &'static str {
        match self {
            Self::Recommended => "Mistakes that are certain, or nearly always right to report",
            Self::Strict => "Also good practices that a project may have reasons not to follow",
            Self::All => "Also rules that only some projects want",
        }
    }

    /// Returns whether it includes this rule.
    pub fn holds(self, rule: &RuleMeta) -> bool {
        rule.preset <= self
    }
}

/// The availability of a rule's fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixAvailability {
    /// Never.
    None,
    /// For some findings.
    Sometimes,
    /// Always.
    Always,
}

impl FixAvailability {
    /// `no`, `sometimes` or `yes`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "no",
            Self::Sometimes => "sometimes",
            Self::Always => "yes",
        }
    }
}

/// The kind of an option's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// One of these words; the first is the default.
    OneOf(&'static [&'static str]),
    /// A list of strings; empty by default.
    Strings,
}

/// One option of a rule.
#[derive(Clone, Copy, Debug)]
pub struct OptionMeta {
    /// Its key in the settings.
    pub name: &'static str,
    /// The kind of its values.
    pub kind: OptionKind,
    /// Its effect.
    pub doc: &'static str,
}

/// Metadata of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleMeta {
    /// Kebab-case id: the diagnostic's code, the key in settings and suppressions.
    pub id: &'static str,
    /// One line.
    pub summary: &'static str,
    /// Its category: the id of one of [`super::CATEGORIES`].
    pub category: &'static str,
    /// The smallest preset that includes it.
    pub preset: Preset,
    /// The severity of its clearest case; less certain findings are reported lower.
    pub severity: Severity,
    /// The availability of its fixes.
    pub fix: FixAvailability,
    /// Versions of `customerio-node` it applies to, in words.
    pub versions: &'static str,
    /// Its options.
    pub options: &'static [OptionMeta],
    /// The rules that it gives way to, by their ids: where one of them reports the same code, it says more.
    pub yields_to: &'static [&'static str],
    /// Markdown: the mistake and its consequence, `### Invalid` and `### Valid` with examples that tests run, the fix,
    /// references.
    pub docs: &'static str,
}

impl RuleMeta {
    /// The web address of its documentation.
    pub fn href(&self) -> String {
        format!("{SITE}rules/{}.html", self.id)
    }
}
