//! The project around the files that are checked: what else is in it, and what its files do.

use super::Checked;
use super::judge::Judge;
use super::scope::Scope;
use super::{names, problem};
use crate::analysis::{self, Compared, Input, Judged, Member, Traces};
use crate::disk::{Stage, WalkErrorKind, caught};
use crate::model::{FileId, Modules};
use crate::project::{Home, Project, Text, View};
use crate::report::{Gravity, Problem};
use crate::settings::Settings;
use crate::source::Source;
use crate::syntax::Language;
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// A file that has to do with the SDK.
pub struct Subject {
    /// Its number in the project.
    pub id: FileId,
    /// Its path, absolute.
    pub path: Arc<Path>,
    /// Its language.
    pub language: Language,
    /// Its settings.
    pub settings: Arc<Settings>,
    /// Whether it is asked for; else it is only looked at for what rules that compare files have to know.
    pub asked: bool,
    /// Where it belongs.
    home: Home,
}

/// Walks the project of the files that are asked for.
pub fn discover(judge: &Judge, scope: &Scope<'_>, problems: &mut Vec<Problem>) -> Project {
    let (project, errors) = Project::discover(&scope.roots(), &|| false);
    for error in errors {
        let path = names::absolute(&judge.folder, error.path.as_deref().unwrap_or(Path::new(".")));
        let excluded = Language::of_path(&path).is_some() && !judge.settings(&path).files.covers(&path);
        let (told, gravity) = match error.kind {
            WalkErrorKind::Failure => (scope.has_place(&path) && !excluded, Gravity::Failure),
            // What is named is checked all the same.
            WalkErrorKind::Skipped => (scope.has(&path) && !scope.files.contains(&path) && !excluded, Gravity::Note),
            WalkErrorKind::IgnoreFile => (true, Gravity::Note),
        };
        if told {
            problems.push(problem(names::shown(&judge.folder, &path), error.to_string(), gravity));
        }
    }
    project
}

/// The files that have to do with the SDK and are asked for, or are compared with one that is; in the order of their
/// paths. `beside` are further ones, that no walk found. Of files that were named and are excluded `problems` tells.
pub fn subjects(
    project: &View,
    judge: &Judge,
    beside: &[FileId],
    is_asked: &dyn Fn(&Path) -> bool,
    passed_over: &mut dyn FnMut(&Path),
) -> Vec<Subject> {
    let mut all: Vec<Subject> = Vec::new();
    let reached = project.reached();
    let beside = beside.iter().copied().filter(|id| !reached.contains(id)).collect::<Vec<_>>();
    for id in reached.into_iter().chain(beside) {
        let Some(path) = project.path(id) else { continue };
        let Some(language) = Language::of_path(&path) else { continue };
        let settings = judge.settings(&path);
        let asked = is_asked(&path);
        if !settings.files.covers(&path) {
            if asked {
                passed_over(&path);
            }
            continue;
        }
        let home = project.home(&path);
        all.push(Subject { id, path, language, settings, asked, home });
    }
    let groups: FxHashSet<Arc<Path>> = all.iter().filter(|it| it.asked).map(|it| it.home.group.clone()).collect();
    all.retain(|subject| groups.contains(&subject.home.group));
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

/// What the files of a project do, for rules that compare them.
pub struct Company<'a> {
    groups: FxHashMap<&'a Path, Vec<Member<'a>>>,
}

impl<'a> Company<'a> {
    /// Of files and what they do.
    pub fn new(files: impl Iterator<Item = (&'a Subject, &'a Traces)>) -> Self {
        let mut groups: FxHashMap<&Path, Vec<Member<'_>>> = FxHashMap::default();
        for (subject, traces) in files {
            groups.entry(&subject.home.group).or_default().push(member(subject, traces));
        }
        Self { groups }
    }

    /// Returns what comparing all of them says of each.
    pub fn compare(&self) -> FxHashMap<FileId, Compared> {
        let compare = |(group, members): (&&Path, &Vec<Member<'_>>)| {
            caught(group, Stage::Compare, || analysis::across(members)).unwrap_or_default()
        };
        self.groups.iter().flat_map(compare).collect()
    }

    /// Returns what comparing says of one file when it does something else than it did.
    fn compare_with(&self, subject: &Subject, traces: &Traces) -> Option<Compared> {
        let others = self.groups.get(&*subject.home.group).into_iter().flatten();
        let mut members: Vec<Member<'_>> = others.filter(|other| other.file != subject.id).cloned().collect();
        members.push(member(subject, traces));
        analysis::across(&members).remove(&subject.id)
    }
}

fn member<'a>(subject: &'a Subject, traces: &'a Traces) -> Member<'a> {
    Member {
        file: subject.id,
        path: subject.path.clone(),
        package: subject.home.package.clone(),
        traces,
        settings: &subject.settings,
    }
}

/// Reads and judges a file of the project; what other files come to is left for later. `None` when it cannot be read, or
/// that crashes, which is noted.
pub fn judge(project: &View, subject: &Subject) -> Option<(Text, Judged)> {
    let text = project.text(subject.id)?;
    let input = Input { rope: &text.rope, facts: &text.facts };
    let judged = caught(&subject.path, Stage::Analyze, || judge_as(project, subject, input))?;
    Some((text, judged))
}

fn judge_as<'a>(project: &View, subject: &Subject, input: impl Into<Input<'a>>) -> Judged {
    analysis::judge(input, Some((subject.id, project)), &subject.settings)
}

/// Parses and judges a text as that of a file of the project, among the others as they are. The same as what a server
/// says of a document with this text in this project.
pub fn check_text(project: &View, company: &Company<'_>, subject: &Subject, text: &str) -> Checked {
    let source = Source::parse(Rope::from_str(text), subject.language);
    let judged = judge_as(project, subject, &source);
    let compared = company.compare_with(subject, &judged.traces);
    let analysis = analysis::finish(&source, judged.found, compared.as_ref(), &subject.settings);
    Checked { errors: source.syntax_errors(), rope: source.rope, analysis, stopped: judged.stopped }
}
