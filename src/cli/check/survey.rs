//! A look at every file of a project that has to do with the SDK, for commands that do not run rules.

use super::judge::SettingsByFile;
use super::project::{self, ProjectFile};
use super::scope::AskedFiles;
use super::tree::stopped_notes;
use super::{names, problem, told};
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
    /// Returns whether part of the project could not be looked at.
    pub fn is_partial(&self) -> bool {
        self.problems.iter().any(|problem| problem.gravity == Gravity::Failure)
    }
}

/// Looks at the files of `paths`, each as a file of its project.
///
/// # Errors
/// When there is no working directory, or the settings file that was asked for cannot be read.
pub fn survey<T: Send>(
    paths: &[PathBuf],
    config: Option<&Path>,
    look: &(dyn Fn(&Model<'_>, &Text) -> T + Sync),
) -> Result<Survey<T>, String> {
    let judge = SettingsByFile::with(config)?;
    let mut problems = Vec::new();
    let mut scope = AskedFiles::of(paths, &judge, None, &mut problems);
    let mut files = Vec::new();
    if !scope.is_empty() {
        let host = project::discover(&judge, &scope, &mut problems);
        let Some(project) = host.view().cloned() else { return Err("the run was interrupted".to_owned()) };
        let (_, beside) = project::named(&project, &judge, &mut scope, &mut problems);
        problems.extend(scope.idle_patterns(&project));
        let subjects = project::subjects(&project, &judge, &beside, &|path| scope.has(path), &mut |_| {});
        let asked: Vec<ProjectFile> = subjects.into_iter().filter(|subject| subject.asked).collect();
        let looks = in_parallel(&asked, |subject| at(&project, subject, look));
        for (subject, seen) in asked.into_iter().zip(looks) {
            let shown = names::shown(&judge.folder, scope.name_of(&subject.path));
            let Some((seen, notes)) = seen else {
                let error = read_source(&subject.path, &mut Vec::new(), |_| true).err();
                problems.extend(error.map(|error| problem(shown, error.to_string(), Gravity::Failure)));
                continue;
            };
            problems.extend(notes(&shown));
            files.push(Surveyed { path: subject.path, shown, settings: subject.settings, seen });
        }
    }
    problems.extend(judge.problems());
    problems.extend(take_troubles().iter().map(|trouble| told(trouble, &judge.folder)));
    problems.sort();
    problems.dedup();
    Ok(Survey { folder: judge.folder, files, problems })
}

/// Reports where the evaluation of a file stopped, given the name of the file.
type Notes = Box<dyn FnOnce(&str) -> Vec<RunProblem> + Send>;

/// Looks at one file. `None` where it cannot be read, or the look crashes, which is noted.
fn at<T>(project: &View, subject: &ProjectFile, look: &(dyn Fn(&Model<'_>, &Text) -> T + Sync)) -> Option<(T, Notes)> {
    let text = project.text(subject.id)?;
    let input = Input { rope: &text.rope, facts: &text.facts };
    let look = || {
        engine::inspect(input, Some((subject.id, project)), &subject.settings.settings, |model| {
            (look(model, &text), model.stopped())
        })
    };
    let (seen, stopped) = caught(&subject.path, Stage::Analyze, look)?;
    let rope = text.rope.clone();
    Some((seen, Box::new(move |shown| stopped_notes(shown, &rope, &stopped))))
}
