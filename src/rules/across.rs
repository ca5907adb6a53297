//! Rules that compare the files of a project: their input and their findings.

use super::helpers::project_style::ProjectStyle;
use super::{Check, RULES, Report, RuleMeta};
use crate::finding::{Finding, Fixes};
use crate::model::{ClientMade, EventName, FileId, Traces};
use crate::settings::Settings;
use crate::text::{Place, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

/// A file of a project, compared with the others.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// Its number.
    pub file: FileId,
    /// Its absolute path; arbitrary for a single file.
    pub path: Arc<Path>,
    /// The folder of the nearest `package.json`. Packages run separately, so an environment variable may differ between
    /// them. `None` for all files if it is not known.
    pub package: Option<Arc<Path>>,
    /// The traces of its SDK use.
    pub traces: &'a Traces,
    /// Its settings.
    pub settings: &'a Settings,
}

/// The result of the comparison for one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The findings in it, before suppressions are applied.
    pub found: Vec<Finding>,
    /// Places where findings of another rule are dropped because a rule that compares files says more.
    settled: FxHashSet<(&'static str, TextRange)>,
}

impl Compared {
    /// Returns whether it has no effect.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.settled.is_empty()
    }
    /// Returns whether a finding is dropped.
    pub fn settles(&self, finding: &Finding) -> bool {
        self.settled.contains(&(finding.rule, finding.range))
    }
}

/// The input of a rule that compares files: all files of the project, ordered by path.
pub struct Across<'a> {
    members: &'a [&'a Member<'a>],
    /// The style of the names of all files, for those rules that ask for it.
    style: &'a OnceCell<ProjectStyle>,
    meta: &'static RuleMeta,
}

/// The index of a file in that order.
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
    /// The style of the project's event names.
    pub fn style(&self) -> &'a ProjectStyle {
        self.style.get_or_init(|| ProjectStyle::of(self))
    }
    /// Every event name, in the order of files and source.
    pub fn events(&self) -> impl Iterator<Item = (At, &'a EventName)> + '_ {
        self.members().flat_map(|(at, member)| member.traces.events.iter().map(move |event| (at, event)))
    }
    /// Every client, in the order of files and source.
    pub fn clients(&self) -> impl Iterator<Item = (At, &'a ClientMade)> + '_ {
        self.members().flat_map(|(at, member)| member.traces.clients.iter().map(move |client| (at, client)))
    }
    /// Returns whether the rule is enabled in a file.
    pub fn is_on(&self, at: At) -> bool {
        self.member(at).settings.is_on(self.meta)
    }
    /// A range of file `to`, relative to file `from`.
    pub fn place(&self, from: At, to: At, range: TextRange) -> Place {
        Place { file: (from != to).then(|| self.member(to).path.clone()), range }
    }
    /// The path of the file that a place refers to.
    pub fn path_of<'p>(&'p self, at: At, place: &'p Place) -> &'p Arc<Path> {
        place.file.as_ref().unwrap_or(&self.member(at).path)
    }
}

/// The output of a rule that compares files.
pub struct AcrossReport<'a> {
    members: &'a [&'a Member<'a>],
    out: &'a mut [Compared],
    /// Discarded findings, of files in which the rule is disabled.
    nowhere: Vec<Finding>,
    meta: &'static RuleMeta,
}

impl AcrossReport<'_> {
    /// The report of one file.
    pub fn of(&mut self, at: At) -> Report<'_> {
        let settings = self.members[at.0].settings;
        let out = if settings.is_on(self.meta) { &mut self.out[at.0].found } else { &mut self.nowhere };
        // They are copied from the traces: to leave them out would save nothing.
        Report { out, severity: settings.severity_of(self.meta), meta: self.meta, fixes: Fixes::Computed }
    }
    /// Drops the findings of `rule` at a place: this rule says more.
    pub fn settle(&mut self, at: At, rule: &'static str, range: TextRange) {
        self.out[at.0].settled.insert((rule, range));
    }
}

/// Runs every rule that compares files. `members` may be in any order; files without a result are omitted.
pub fn compare(members: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
    let mut sorted: Vec<&Member<'_>> = members.iter().collect();
    sorted.sort_by(|a, b| (&a.path, a.file).cmp(&(&b.path, b.file)));
    let mut out = vec![Compared::default(); sorted.len()];
    let style = OnceCell::new();
    for rule in RULES {
        let (Check::Project(check) | Check::Both(_, check)) = rule.check else { continue };
        let ctx = Across { members: &sorted, style: &style, meta: rule.meta };
        let mut report = AcrossReport { members: &sorted, out: &mut out, nowhere: Vec::new(), meta: rule.meta };
        check(&ctx, &mut report);
    }
    let found = sorted.iter().zip(out).filter(|(_, compared)| !compared.is_empty());
    found.map(|(member, compared)| (member.file, compared)).collect()
}
