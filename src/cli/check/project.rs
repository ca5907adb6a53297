//! The project around the files that are checked: its other files, and the actions of all of them.

use super::Checked;
use super::judge::SettingsByFile;
use super::scope::AskedFiles;
use super::{names, problem};
use crate::disk::{Stage, WalkErrorKind, caught, read_source};
use crate::engine::{Analysis, AnalysisHost, FileInProject, Judged, MemberState, Opinion, Real, may_concern, opinion};
use crate::finding::Fixes;
use crate::model::{FileId, Modules};
use crate::project::{Text, View, is_left_out};
use crate::report::{Gravity, RunProblem};
use crate::settings::FileSettings;
use crate::source::Source;
use crate::syntax::Language;
use ropey::Rope;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that has to do with the SDK.
pub struct ProjectFile {
    /// Its number in the project.
    pub id: FileId,
    /// Its path, absolute.
    pub path: Arc<Path>,
    /// Its language.
    pub language: Language,
    /// Its settings.
    pub settings: Arc<FileSettings>,
    /// True when the file was asked for; otherwise it is read only for the rules that compare files.
    pub asked: bool,
    /// The folder whose files it is compared with.
    group: Arc<Path>,
}

/// The project of the files that are asked for.
pub struct WalkedProject {
    /// Its files.
    pub host: AnalysisHost,
    /// The problems that were met on the walk.
    pub problems: Vec<RunProblem>,
}

/// Walks the project of the files that are asked for.
pub fn discover(judge: &SettingsByFile, scope: &AskedFiles<'_>) -> WalkedProject {
    let mut problems = Vec::new();
    let (host, errors) = AnalysisHost::open(&scope.roots(), &|| false);
    for error in errors {
        let path = names::absolute(&judge.folder, error.path.as_deref().unwrap_or(Path::new(".")));
        let excluded = Language::of_path(&path).is_some() && !judge.settings(&path).settings.files.covers(&path);
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
    WalkedProject { host, problems }
}

/// Returns how many files are asked for, and those of them that no walk found: a named path is checked even where a
/// walk would not look, in an ignored folder or under a hidden name. Unreadable files go to `problems`.
pub fn named(
    project: &View,
    judge: &SettingsByFile,
    scope: &mut AskedFiles<'_>,
    problems: &mut Vec<RunProblem>,
) -> (usize, Vec<FileId>) {
    let hidden = scope.files.iter().filter(|file| !project.was_walked(file)).filter(|file| scope.has(file));
    let mut hidden: Vec<PathBuf> = hidden.cloned().collect();
    let included =
        |file: &&PathBuf| scope.asks_for_document(file, || judge.settings(file).settings.files.names_extension(file));
    hidden.extend(project.documents().iter().filter(included).cloned());
    let seen = project.count_walked(|file| scope.has(file)) + hidden.len();
    let mut beside = Vec::new();
    for file in hidden {
        if is_left_out(&file) {
            problems.push(left_out(names::shown(&judge.folder, &file)));
            continue;
        }
        if let Some(id) = project.id(&file)
            && let Some(path) = project.path(id)
        {
            let reaches = !project.was_walked(&path) && project.reaches(id);
            beside.extend(reaches.then_some(id));
            scope.lies_at(&file, path);
        }
        // One that cannot be read reaches nothing, and the walk has said nothing of it.
        if let Err(error) = read_source(&file, &mut Vec::new(), may_concern) {
            problems.push(problem(names::shown(&judge.folder, &file), error.to_string(), Gravity::Failure));
        }
    }
    (seen, beside)
}

/// A note about a file that is never checked, so that silence is not mistaken for success.
pub fn left_out(shown: String) -> RunProblem {
    problem(shown, "is skipped: declaration files and bundles are not checked", Gravity::Note)
}

/// The files that have to do with the SDK and are asked for, or are compared with one that is; in the order of their
/// paths. `beside` are further ones, that no walk found. Of files that were named and are excluded `problems` tells.
pub fn subjects(
    project: &View,
    judge: &SettingsByFile,
    beside: &[FileId],
    is_asked: &dyn Fn(&Path) -> bool,
    passed_over: &mut dyn FnMut(&Path),
) -> Vec<ProjectFile> {
    let mut all: Vec<ProjectFile> = Vec::new();
    let reached = project.reached();
    let beside = beside.iter().copied().filter(|id| !reached.contains(id)).collect::<Vec<_>>();
    for id in reached.into_iter().chain(beside) {
        let Some(path) = project.path(id) else { continue };
        let Some(language) = Language::of_path(&path) else { continue };
        let settings = judge.settings(&path);
        let asked = is_asked(&path);
        if !settings.settings.files.covers(&path) {
            if asked {
                passed_over(&path);
            }
            continue;
        }
        let group = project.home(&path).group;
        all.push(ProjectFile { id, path, language, settings, asked, group });
    }
    let groups: FxHashSet<Arc<Path>> = all.iter().filter(|it| it.asked).map(|it| it.group.clone()).collect();
    all.retain(|subject| groups.contains(&subject.group));
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

/// Reads and analyzes a file of the project; the comparison with the others is left for later. `None` when it cannot be
/// read, or that crashes, which is noted.
pub fn judge(analysis: &Analysis, subject: &ProjectFile) -> Option<(Text, Judged)> {
    let text = analysis.view.as_ref()?.text(subject.id)?;
    let judge = || analysis.judge(subject.id, &text, &subject.settings, Fixes::Computed.into(), &Real);
    let judged = caught(&subject.path, Stage::Analyze, judge)?;
    Some((text, judged))
}

/// Keeps the result of a file, for the comparison with the others.
pub fn hold(host: &mut AnalysisHost, subject: &ProjectFile, judged: Arc<Judged>) {
    let (path, settings) = (subject.path.clone(), subject.settings.clone());
    host.hold(subject.id, MemberState { path, settings, judged: Some(judged) });
}

/// Parses and analyzes a text as that of a file of the project, among the others as they are. The same as a server's
/// result for a document with this text in this project.
pub fn check_text(analysis: &Arc<Analysis>, judge: &SettingsByFile, subject: &ProjectFile, text: &str) -> Checked {
    let source = Source::parse(Rope::from_str(text), subject.language);
    let place = FileInProject::of(analysis.clone(), &subject.path);
    let Opinion { judged, findings, .. } = opinion(&source, place.as_ref(), &subject.settings, Fixes::Computed, &Real);
    let findings = judge.keep(findings);
    Checked { errors: source.syntax_errors(), rope: source.rope, analysis: findings, stopped: judged.stopped }
}
