//! A baseline: the findings that a project knows of. They fail no run, so that only new ones have to be dealt with.
//!
//! A finding is known by its file, its rule and the code that it marks, not by its line: code may move.

use super::fingerprints::Fingerprints;
use super::{FileFindings, Run};
use crate::finding::Finding;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Fingerprints of findings, by file and rule.
type Files = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The findings that are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    /// By the path of the file, relative to the baseline, with `/`.
    findings: Files,
}

/// Entries of a baseline that nothing is found for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The file, as in the baseline.
    pub path: String,
    /// The rule.
    pub rule: String,
    /// The number of findings.
    pub count: usize,
}

impl Default for Baseline {
    fn default() -> Self {
        Self { version: VERSION, findings: Files::new() }
    }
}

const VERSION: u32 = 1;

impl Baseline {
    /// Reads the output of [`Baseline::text`].
    ///
    /// # Errors
    /// For people: it is not a baseline.
    pub fn read(text: &str) -> Result<Self, String> {
        let read: Self = serde_json::from_str(text).map_err(|error| format!("is not a baseline: {error}"))?;
        match read.version {
            VERSION => Ok(read),
            version => Err(format!("is a baseline of version {version}; this program reads version {VERSION}")),
        }
    }

    /// The text of its file: stable, a line for each finding, so that changes to it can be reviewed.
    pub fn text(&self) -> String {
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }

    /// The number of findings it holds, and the number of their files.
    pub fn size(&self) -> (usize, usize) {
        let findings = self.findings.values().flat_map(BTreeMap::values).map(BTreeSet::len).sum();
        (findings, self.findings.len())
    }

    /// Replaces the known findings of a run's files by the new ones; `key` names a file as a baseline does. Nothing is
    /// kept of files that are gone (`is_there`).
    pub fn update(&mut self, run: &Run, key: &dyn Fn(&str) -> String, is_there: &dyn Fn(&str) -> bool) {
        for shown in run.files.iter().map(|file| &file.path).chain(&run.clean) {
            self.findings.remove(&key(shown));
        }
        self.findings.retain(|path, _| is_there(path));
        for file in run.files.iter().filter(|file| !file.findings.is_empty()) {
            let rules = self.findings.entry(key(&file.path)).or_default();
            for (fingerprint, finding) in fingerprints(file).into_iter().zip(&file.findings) {
                rules.entry(finding.rule.to_owned()).or_default().insert(fingerprint);
            }
        }
    }

    /// Removes the known findings from a run, and returns the entries that nothing was found for in the files that it
    /// checked, and in those that are gone.
    pub fn apply(&self, run: &mut Run, key: &dyn Fn(&str) -> String, is_there: &dyn Fn(&str) -> bool) -> Vec<Stale> {
        let mut left = self.findings.clone();
        let mut checked: BTreeSet<String> = run.clean.iter().map(|path| key(path)).collect();
        for file in &mut run.files {
            let path = key(&file.path);
            let known = left.get_mut(&path);
            checked.insert(path);
            let Some(known) = known else { continue };
            let mut fingerprints = fingerprints(file).into_iter();
            let before = file.findings.len();
            file.findings.retain(|finding: &Finding| {
                let fingerprint = fingerprints.next().unwrap_or_default();
                !known.get_mut(finding.rule).is_some_and(|known| known.remove(&fingerprint))
            });
            run.known += before - file.findings.len();
        }
        let stale = left.into_iter().filter(|(path, _)| checked.contains(path) || !is_there(path));
        let entries =
            stale.flat_map(|(path, rules)| rules.into_iter().map(move |(rule, left)| (path.clone(), rule, left)));
        let entries = entries.filter(|(.., left)| !left.is_empty());
        entries.map(|(path, rule, left)| Stale { path, rule, count: left.len() }).collect()
    }
}

/// The fingerprints of a file's findings, in their order. Credentials are not in them.
fn fingerprints(file: &FileFindings) -> Vec<String> {
    let printable = file.text.printable();
    let mut fingerprints = Fingerprints::default();
    let of = |finding: &Finding| {
        let code = printable.get(finding.range.as_range()).unwrap_or_default();
        // Not the path: the entries stand below it, and a file may be renamed by hand.
        fingerprints.next([finding.rule, "", code])
    };
    file.findings.iter().map(of).collect()
}
