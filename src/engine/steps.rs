//! The three steps of an analysis: a parsed file and settings in, findings out.
//!
//! A file of a project is analyzed in three steps. [`judge`] looks at the file, and over its imports at other files,
//! and keeps [`Traces`] of the file's actions. [`across`] compares the traces of all files. [`finish`] takes the
//! findings of both for a file, and gives comments and settings the last word. A file that stands alone is a project of
//! one.

use crate::catalog::{self, KnownName, NameUse};
use crate::facts::FileFacts;
use crate::finding::{Finding, Fixes};
use crate::model::{Bounds, CallSite, FileId, Files, Model, Modules};
pub use crate::model::{Stopped, Traces};
use crate::rewrite;
use crate::rules::{self, Precedence};
pub use crate::rules::{Compared, Member};
/// Returns whether a text can concern this tool at all. Any other text is neither parsed nor kept.
pub use crate::sdk::is_mentioned as may_concern;
use crate::secrecy::{self, Secrets};
use crate::settings::Settings;
use crate::source::Source;
use crate::suppress::{self, Suppressed};
use ropey::Rope;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// The text of a file and its facts.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The text.
    pub rope: &'a Rope,
    /// Its facts.
    pub facts: &'a Arc<FileFacts>,
}

impl<'a> From<&'a Source> for Input<'a> {
    fn from(source: &'a Source) -> Self {
        Self { rope: &source.rope, facts: &source.facts }
    }
}

/// The results for one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The findings, sorted by place, then rule; suppressed ones are gone.
    pub findings: Vec<Finding>,
    /// The findings that comments suppress, with their reasons.
    pub suppressed: Vec<Suppressed>,
    /// The parts of the file's text that must not be shown; empty where there is nothing to show.
    pub secrets: Secrets,
}

/// The result for a file on its own.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// The findings of the rules, before suppressions are applied.
    pub found: Vec<Finding>,
    /// The file's actions that matter to rules that compare files.
    pub traces: Traces,
    /// The other files that the result depends on. When what one of them shows changes, the result may.
    pub used: Vec<FileId>,
    /// Those of them that the result has places in. When the code before the place changes, the place does.
    pub pointed: Vec<FileId>,
    /// The places where the evaluation stopped because the code there is too large: findings that rest on it may be
    /// missing.
    pub stopped: Vec<Stopped>,
    /// The names in the file, once they were asked for.
    pub names: OnceLock<Names>,
    /// The calls in the file that end in the SDK, once they were asked for.
    pub call_sites: OnceLock<CallSites>,
}

/// The names in a file.
pub type Names = Arc<[NameUse]>;

/// The calls in a file that end in the SDK.
pub type CallSites = Arc<[CallSite]>;

/// The results that are computed for those alone who ask for them.
#[derive(Clone, Copy, Debug)]
pub struct WantedResults {
    /// The fixes of the findings.
    pub fixes: Fixes,
    /// The names in the file and its calls: of closed files, so that they are there when they are asked for.
    pub names: bool,
}

impl From<Fixes> for WantedResults {
    fn from(fixes: Fixes) -> Self {
        Self { fixes, names: false }
    }
}

/// Analyzes a file; with `project`, as the file with that number of it.
pub fn judge<'a>(
    input: impl Into<Input<'a>>,
    project: Option<(FileId, &dyn Modules)>,
    settings: &Settings,
    wanted: impl Into<WantedResults>,
) -> Judged {
    let (input, wanted) = (input.into(), wanted.into());
    let (mut judged, led_to) = with_model(input, project, settings, |model| {
        let found = rules::run(model, settings, wanted.fixes);
        // What a document shows is no part of the program, which its names must not change.
        let is_document = input.facts.document().is_some();
        let traces =
            if is_document { Traces::default() } else { model.traces(&|call| rewrite::with_address(model, call)) };
        let mut judged = Judged { found, traces, stopped: model.stopped(), ..Judged::default() };
        if wanted.names && !is_document {
            judged.names = OnceLock::from(shown(catalog::symbols(model), input));
            judged.call_sites = OnceLock::from(CallSites::from(model.calls().sites()));
        }
        judged
    });
    LedTo { used: judged.used, pointed: judged.pointed } = led_to;
    judged
}

/// Returns the names in a file; a document has none that are the program's. With `project`, as the file with that number of it.
pub fn names<'a>(input: impl Into<Input<'a>>, project: Option<(FileId, &dyn Modules)>, settings: &Settings) -> Names {
    let input = input.into();
    if input.facts.document().is_some() {
        return Names::default();
    }
    shown(inspect(input, project, settings, catalog::symbols), input)
}

/// Returns the calls in a file that end in the SDK; those in a document are none of the program's. With `project`, as the file with that number of it.
pub fn call_sites<'a>(
    input: impl Into<Input<'a>>,
    project: Option<(FileId, &dyn Modules)>,
    settings: &Settings,
) -> CallSites {
    let input = input.into();
    if input.facts.document().is_some() {
        return CallSites::default();
    }
    inspect(input, project, settings, |model| model.calls().sites()).into()
}

/// The names that may be shown: a credential that is sent in place of a name is not one.
fn shown(mut names: Vec<NameUse>, Input { rope, facts }: Input<'_>) -> Names {
    if !names.is_empty() {
        let secrets = secrecy::secrets(facts, rope);
        names.retain(|found| match &found.name {
            KnownName::Text(name) | KnownName::Written(name) => !secrets.are_in(name) && !secrecy::holds_secret(name),
            KnownName::Id(_) | KnownName::Environment(_) => true,
        });
        for data in names.iter_mut().filter_map(|found| found.data.as_mut()) {
            data.rename(&|key| secrets.prose(key).into());
        }
    }
    names.into()
}

/// Looks at the uses of the SDK in a file without checking them: for hovers and refactorings. With `project`, as the
/// file with that number of it.
pub fn inspect<'a, T>(
    input: impl Into<Input<'a>>,
    project: Option<(FileId, &dyn Modules)>,
    settings: &Settings,
    look: impl Fn(&Model<'_>) -> T,
) -> T {
    with_model(input.into(), project, settings, look).0
}

/// The other files that a result depends on (see [`Judged`]).
struct LedTo {
    used: Vec<FileId>,
    pointed: Vec<FileId>,
}

/// Returns the result of a look at the model of a file, and the other files that it depends on. Where there is too
/// much, it looks again within smaller bounds.
fn with_model<T>(
    Input { rope, facts }: Input<'_>,
    project: Option<(FileId, &dyn Modules)>,
    settings: &Settings,
    look: impl Fn(&Model<'_>) -> T,
) -> (T, LedTo) {
    let anew = || match project {
        Some((file, modules)) => Files::of(facts.clone(), file, modules),
        None => Files::alone(facts.clone()),
    };
    let mut bounds: Option<Bounds> = None;
    let mut used = Vec::new();
    loop {
        let files = anew();
        let within = bounds.take().unwrap_or_else(|| Bounds::of(&files));
        let files = within.of_files(files);
        let model = Model::within(rope, &files, settings.sdk_version.clone(), within);
        let seen = look(&model);
        bounds = model.next_bounds(anew);
        // What it remembers is not kept.
        drop(model);
        used.extend(files.used());
        if bounds.is_none() {
            used.sort();
            used.dedup();
            return (seen, LedTo { used, pointed: files.pointed() });
        }
    }
}

/// Compares the files of a project. Of files that are missing in the answer there is nothing to say. When the traces,
/// the settings or the set of files change, the answer may; it is the same for the same files in any order.
pub fn across(files: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
    rules::compare(files)
}

/// Merges the results of [`judge`] and [`across`] for a file, removes the findings that comments suppress, and sorts
/// the rest.
pub fn finish<'a>(
    input: impl Into<Input<'a>>,
    found: Vec<Finding>,
    compared: Option<&Compared>,
    settings: &Settings,
) -> Findings {
    let Input { rope, facts } = input.into();
    let comments = facts.comments();
    let found = found.into_iter().chain(compared.into_iter().flat_map(|compared| compared.found.iter().cloned()));
    let found: Vec<Finding> = found.collect();
    let precedence = Precedence::of(&found);
    let suppress::Outcome { mut findings, suppressed } = suppress::apply(found, comments, settings, rope);
    // A document shows such comments, too.
    findings.retain(|finding| finding.rule != suppress::UNUSED || facts.document().is_none());
    // After the suppressions, so that a comment about what is dropped here has its use.
    let settled = |finding: &Finding| compared.is_some_and(|compared| compared.settles(finding));
    findings.retain(|finding| !settled(finding) && !precedence.drops(finding));
    findings.sort_by(|a, b| (a.range, a.rule, &a.what, &a.why).cmp(&(b.range, b.rule, &b.what, &b.why)));
    findings.dedup_by(|second, first| second.is_same(first));
    let secrets =
        if findings.is_empty() && suppressed.is_empty() { Secrets::default() } else { secrecy::secrets(facts, rope) };
    for finding in &mut findings {
        hide(finding, &secrets);
    }
    Findings { findings, suppressed, secrets }
}

/// Removes the secrets of the file from a finding's text. Its fixes keep their edits: they are of the file itself.
fn hide(finding: &mut Finding, secrets: &Secrets) {
    for sentence in finding.prose_mut() {
        if let Cow::Owned(hidden) = secrets.prose(sentence) {
            *sentence = hidden;
        }
    }
}
