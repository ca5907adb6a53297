//! Rules that compare the files of a project: what they see, and where they put what they find.

use super::{Check, RULES, Report, RuleMeta};
use crate::config::Settings;
use crate::finding::Finding;
use crate::model::{ClientMade, EventName, FileId, Traces};
use crate::text::{Place, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// A file of a project beside the others.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// Its number.
    pub file: FileId,
    /// Its path, absolute; any for a file that stands alone.
    pub path: Arc<Path>,
    /// The folder of the nearest `package.json`. Packages run by themselves, so a variable of the environment may be
    /// another one in each. `None` for all files when that is not known.
    pub package: Option<Arc<Path>>,
    /// What it does.
    pub traces: &'a Traces,
    /// Its settings.
    pub settings: &'a Settings,
}

/// What comparing the files of a project says of one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// What the rules found in it, suppressions not yet looked at.
    pub found: Vec<Finding>,
    /// Places at which what another rule finds is left out, because one that compares files says more.
    settled: FxHashSet<(&'static str, TextRange)>,
}

impl Compared {
    /// Whether it has nothing to say.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.settled.is_empty()
    }
    /// Whether a finding is left out.
    pub fn settles(&self, finding: &Finding) -> bool {
        self.settled.contains(&(finding.rule, finding.range))
    }
}

/// What a rule that compares files may look at: all files of the project, in the order of their paths.
pub struct Across<'a> {
    members: &'a [&'a Member<'a>],
    meta: &'static RuleMeta,
}

/// A file, by its place in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At(usize);

impl<'a> Across<'a> {
    /// The files.
    pub fn members(&self) -> impl Iterator<Item = (At, &'a Member<'a>)> + '_ {
        self.members.iter().enumerate().map(|(at, member)| (At(at), *member))
    }
    /// A file.
    pub fn member(&self, at: At) -> &'a Member<'a> {
        self.members[at.0]
    }
    /// Every event name, in the order of the files and their texts.
    pub fn events(&self) -> impl Iterator<Item = (At, &'a EventName)> + '_ {
        self.members().flat_map(|(at, member)| member.traces.events.iter().map(move |event| (at, event)))
    }
    /// Every client, in the order of the files and their texts.
    pub fn clients(&self) -> impl Iterator<Item = (At, &'a ClientMade)> + '_ {
        self.members().flat_map(|(at, member)| member.traces.clients.iter().map(move |client| (at, client)))
    }
    /// Whether the settings of a file leave the rule on.
    pub fn is_on(&self, at: At) -> bool {
        self.member(at).settings.is_on(self.meta)
    }
    /// A range of one file, seen from another.
    pub fn place(&self, from: At, to: At, range: TextRange) -> Place {
        Place { file: (from != to).then(|| self.member(to).path.clone()), range }
    }
    /// The file of a place that is spoken of in another file.
    pub fn path_of<'p>(&'p self, at: At, place: &'p Place) -> &'p Arc<Path> {
        place.file.as_ref().unwrap_or(&self.member(at).path)
    }
}

/// Where a rule that compares files puts its findings.
pub struct AcrossReport<'a> {
    members: &'a [&'a Member<'a>],
    out: &'a mut [Compared],
    /// For the findings in files whose settings switch the rule off.
    nowhere: Vec<Finding>,
    meta: &'static RuleMeta,
}

impl AcrossReport<'_> {
    /// The report of one file.
    pub fn of(&mut self, at: At) -> Report<'_> {
        let settings = self.members[at.0].settings;
        let out = match settings.is_on(self.meta) {
            true => &mut self.out[at.0].found,
            false => &mut self.nowhere,
        };
        Report { out, severity: settings.severity_of(self.meta), meta: self.meta }
    }
    /// Leaves out what `rule` finds at a place: this one says more.
    pub fn settle(&mut self, at: At, rule: &'static str, range: TextRange) {
        self.out[at.0].settled.insert((rule, range));
    }
}

/// Runs every rule that compares files. `members` may come in any order; files of which there is nothing to say are left
/// out of the answer.
pub fn compare(members: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
    let mut sorted: Vec<&Member<'_>> = members.iter().collect();
    sorted.sort_by(|a, b| (&a.path, a.file).cmp(&(&b.path, b.file)));
    let mut out = vec![Compared::default(); sorted.len()];
    for rule in RULES {
        let Check::Project(check) = rule.check else { continue };
        let cx = Across { members: &sorted, meta: rule.meta };
        let mut report = AcrossReport { members: &sorted, out: &mut out, nowhere: Vec::new(), meta: rule.meta };
        check(&cx, &mut report);
    }
    let found = sorted.iter().zip(out).filter(|(_, compared)| !compared.is_empty());
    found.map(|(member, compared)| (member.file, compared)).collect()
}
