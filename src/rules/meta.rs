//! What a rule says of itself. Written once; hover, `explain`, the README's table, SARIF and the settings read it here.

use crate::finding::Severity;

/// The smallest set of rules that a rule belongs to; each set holds those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// What is provable or nearly always right.
    #[default]
    Recommended,
    /// Also what is good practice, and what a project may have reasons not to do.
    Strict,
    /// Also what only some projects want.
    All,
}

/// Whether a rule can repair what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixAvailability {
    /// Never.
    None,
    /// Where the code's shape allows.
    Sometimes,
    /// Always.
    Always,
}

/// What values an option takes.
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
    /// What values it takes.
    pub kind: OptionKind,
    /// What it does.
    pub doc: &'static str,
}

/// Metadata of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleMeta {
    /// Kebab-case id: the diagnostic's code, the key in settings and suppressions.
    pub id: &'static str,
    /// One line.
    pub summary: &'static str,
    /// `timestamps`, `credentials`, `region`, `naming`, `constructor`, `calls`, `imports`, `promises`, `transactional`,
    /// `broadcasts`, `identity`, `suppressions`.
    pub category: &'static str,
    /// The smallest set of rules that it belongs to.
    pub preset: Preset,
    /// The severity of its plainest case; a site that proves less is reported lower.
    pub severity: Severity,
    /// Whether it can repair.
    pub fix: FixAvailability,
    /// Versions of `customerio-node` it applies to, in words.
    pub versions: &'static str,
    /// Its options.
    pub options: &'static [OptionMeta],
    /// Markdown: what, why, `### Invalid` and `### Valid` with fenced examples that tests run, the fix, references.
    pub docs: &'static str,
}

impl RuleMeta {
    /// Where its documentation stands on the web.
    pub fn href(&self) -> String {
        format!("https://github.com/customerio-ls/customerio-ls/blob/main/README.md#{}", self.id)
    }
}
