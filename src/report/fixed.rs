//! The findings that a run has fixed.

use super::Run;
use crate::text::count;
use crate::text::plain_name;
use std::collections::BTreeMap;

/// The fixes in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// As shown.
    pub path: String,
    /// The rules whose fixes were applied, one for each fix.
    pub rules: Vec<&'static str>,
}

impl FixedFile {
    /// The number of findings of each rule, by the name of the rule.
    pub(super) fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for rule in &self.rules {
            *counts.entry(*rule).or_default() += 1;
        }
        counts
    }

    /// `src/a.ts: event-name-whitespace, timestamp-milliseconds (2)`
    pub(super) fn line(&self) -> String {
        let rules = self.counts().into_iter().map(|(rule, count)| match count {
            1 => rule.to_owned(),
            _ => format!("{rule} ({count})"),
        });
        format!("{}: {}", plain_name(&self.path), rules.collect::<Vec<_>>().join(", "))
    }
}

/// The number of fixed findings and of their files, in words; `None` when nothing was fixed.
pub(super) fn total(run: &Run) -> Option<String> {
    let findings = run.fixes();
    (findings > 0).then(|| format!("{} in {}", count(findings, "finding"), count(run.fixed.len(), "file")))
}
