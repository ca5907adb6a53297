//! A look at every file of a project that has to do with the SDK, for commands that do not run rules.

use super::judge::SettingsByFile;
use super::project::{self, ProjectFile, WalkedProject};
use super::scope::AskedFiles;
use super::tree::stopped_notes;
use super::{names, problem, told};
use crate::cli::output;
use crate::disk::{Stage, caught, in_parallel, read_source, take_troubles};
use crate::engine::{self, Input};
use crate::model::Model;
use crate::project::{Text, View};
use crate::report::{Gravity, RunProblem};
use crate::settings::FileSettings;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The result of a look at a project.
pub struct Survey<T> {
    /// The working directory.
    pub folder: PathBuf,
    /// The files that are asked for and have to do with the SDK, in the order of their paths.
    pub files: Vec<Surveyed<T>>,
    /// The problems that kept the look from being complete, and notes; sorted.
    pub problems: Vec<RunProblem>,
}

/// The result of a look at one file.
pub struct Surveyed<T> {
    /// The file, absolute.
    pub path: Arc<Path>,
    /// The file as reports show it.
    pub shown: String,
    /// Its settings.
    pub settings: Arc<FileSettings>,
    /// The result.
    pub seen: T,
}

impl<T> Survey<T> {
    /// Writes the problems that are `wanted` to standard error; `failure` is the word before those that are no mere notes.
    pub fn tell(&self, failure: &str, wanted: impl Fn(&RunProblem) -> bool) {
        for problem in self.problems.iter().filter(|problem| wanted(problem)) {
            let word = if problem.gravity == Gravity::Failure { failure } else { "note" };
            output::print_error(&format!("{word}: {}\n", problem.told()));
        }
    }

    /// Returns whether part of the project could not be looked at.
    pub fn is_partial(&self) -> bool {
        self.problems.iter().any(|problem| problem.gravity == Gravity::Failure)
    }
}

/// A look at one file.
type Look<'a, T> = &'a (dyn Fn(&Model<'_>, &Text) -> T + Sync);

/// Looks at the files of `paths`, each as a file of its project.
///
/// # Errors
/// When there is no working directory, or the settings file that was asked for cannot be read.
pub fn survey<T: Send>(paths: &[PathBuf], config: Option<&Path>, look: Look<'_, T>) -> Result<Survey<T>, String> {
    let judge = SettingsByFile::with(config)?;
    let mut problems = Vec::new();
    let (_, looks) =
        look_at(paths, &judge, &mut problems, &|model, text| (look(model, text), model.stopped(), text.rope.clone()));
    let mut files = Vec::new();
    for Surveyed { path, shown, settings, seen: (seen, stopped, rope) } in looks {
        problems.extend(stopped_notes(&shown, &rope, &stopped));
        files.push(Surveyed { path, shown, settings, seen });
    }
    problems.extend(judge.problems());
    problems.extend(take_troubles().iter().map(|trouble| told(trouble, &judge.folder)));
    problems.sort();
    problems.dedup();
    Ok(Survey { folder: judge.folder, files, problems })
}

/// Looks at the files of `paths`. Returns how many were walked or named, and the results for those that have to do with
/// the SDK, in the order of their paths. Unreadable files go to `problems`.
pub fn look_at<T: Send>(
    paths: &[PathBuf],
    judge: &SettingsByFile,
    problems: &mut Vec<RunProblem>,
    look: Look<'_, T>,
) -> (usize, Vec<Surveyed<T>>) {
    let mut scope = AskedFiles::of(paths, judge, None, problems);
    let WalkedProject { host, problems: met } = project::discover(judge, &scope);
    problems.extend(met);
    let Some(project) = host.view() else { return (0, Vec::new()) };
    let (walked, beside) = project::named(project, judge, &mut scope, problems);
    problems.extend(scope.idle_patterns(project));
    let subjects = project::subjects(project, judge, &beside, &|path| scope.has(path), &mut |_| {});
    // What a document shows is no part of the program.
    let is_asked = |subject: &ProjectFile| subject.asked && !subject.language.is_document();
    let asked: Vec<ProjectFile> = subjects.into_iter().filter(is_asked).collect();
    let looks = in_parallel(&asked, |subject| at(project, subject, look));
    let mut files = Vec::new();
    for (subject, seen) in asked.into_iter().zip(looks) {
        let shown = names::shown(&judge.folder, scope.name_of(&subject.path));
        match seen {
            Some(seen) => files.push(Surveyed { path: subject.path, shown, settings: subject.settings, seen }),
            None => {
                let error = read_source(&subject.path, &mut Vec::new(), |_| true).err();
                problems.extend(error.map(|error| problem(shown, error.to_string(), Gravity::Failure)));
            }
        }
    }
    (walked, files)
}

/// Looks at one file. `None` where it cannot be read, or the look crashes, which is noted.
fn at<T>(project: &View, subject: &ProjectFile, look: Look<'_, T>) -> Option<T> {
    let text = project.text(subject.id)?;
    let input = Input { rope: &text.rope, facts: &text.facts };
    let settings = &subject.settings.settings;
    let look = || engine::inspect(input, Some((subject.id, project)), settings, |model| look(model, &text));
    caught(&subject.path, Stage::Analyze, look)
}
