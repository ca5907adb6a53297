//! A project that changes: by edits, on disk, and by settings.

use super::analysis::{Analysis, MemberState};
use super::comparison::Comparison;
use super::door::Engine;
use crate::disk::WalkError;
use crate::facts::FileFacts;
use crate::model::FileId;
use crate::project::{Project, ProjectDelta, View};
use crate::syntax::Language;
use ropey::Rope;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The changes that an event made to a project.
#[derive(Clone, Debug, Default)]
pub struct Changed {
    /// The changes in its files.
    pub files: ProjectDelta,
    /// True when a file of the project reaches the SDK now, and none did before.
    pub begins_to_concern: bool,
}

/// A project with all that is known of it. Events change it, one after the other; [`AnalysisHost::analysis`] is the
/// current state, which later events do not touch. Before it is [opened](AnalysisHost::open) it has no files.
#[derive(Default)]
pub struct AnalysisHost {
    project: Option<Project>,
    analysis: Analysis,
    /// True when the compared data changed after the last comparison.
    stale: bool,
}

impl AnalysisHost {
    /// Looks for the files below `roots`. When that is canceled, the files found so far count. Includes the places that
    /// could not be read.
    pub fn open(roots: &[PathBuf], cancelled: &(dyn Fn() -> bool + Sync)) -> (Self, Vec<WalkError>) {
        let (project, errors) = Project::discover(roots, cancelled);
        let analysis = Analysis { view: Some(project.view()), ..Analysis::default() };
        (Self { project: Some(project), analysis, stale: true }, errors)
    }

    /// The current state of the project.
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The files; `None` before they were looked for.
    pub fn view(&self) -> Option<&View> {
        self.analysis.view.as_ref()
    }

    /// An editor has this text for the file at `path`, which need not exist; it overrides the disk from now on. `facts`
    /// are those of exactly this text, where they are known.
    pub fn set_text(
        &mut self,
        path: &Path,
        text: &Rope,
        language: Language,
        facts: Option<&Arc<FileFacts>>,
    ) -> Changed {
        self.change(|project| Some(project.set_editor(path, text, language, facts))).unwrap_or_default()
    }

    /// Closes the file at `path` in the editor: the file on disk counts again.
    pub fn close(&mut self, path: &Path) -> Changed {
        self.change(|project| Some(project.drop_editor(path))).unwrap_or_default()
    }

    /// Files or folders may have changed on disk. `None` when it was cancelled.
    pub fn disk_changed(&mut self, paths: &[PathBuf], cancelled: &(dyn Fn() -> bool + Sync)) -> Option<Changed> {
        self.change(|project| project.disk_changed(paths, cancelled))
    }

    fn change(&mut self, change: impl FnOnce(&Project) -> Option<ProjectDelta>) -> Option<Changed> {
        let project = self.project.as_ref()?;
        let files = change(project)?;
        let view = project.view();
        let before = self.analysis.view.replace(view.clone());
        if before.as_ref().is_none_or(|before| !before.has_same_surroundings(&view)) {
            self.stale |= !self.analysis.comparison.fits_homes(&view);
        }
        let begins_to_concern = view.is_concerned() && !before.is_some_and(|before| before.is_concerned());
        Some(Changed { files, begins_to_concern })
    }

    /// Keeps the result of a file.
    pub fn hold(&mut self, file: FileId, state: MemberState) {
        let before = self.analysis.members.get(&file);
        let same = match (before, &state.judged) {
            (Some(before), Some(judged)) => before.is(judged, &state.settings),
            (Some(before), None) => before.judged.is_none(),
            (None, _) => false,
        };
        self.stale |= !same;
        Arc::make_mut(&mut self.analysis.members).insert(file, Arc::new(state));
    }

    /// Forgets a file that does not reach the SDK any more, or is gone; returns its last state.
    pub fn forget(&mut self, file: FileId) -> Option<Arc<MemberState>> {
        if !self.analysis.members.contains_key(&file) {
            return None;
        }
        self.stale = true;
        Arc::make_mut(&mut self.analysis.members).remove(&file)
    }

    /// Returns whether the compared data changed after the last comparison, or [it was marked so](Self::outdate).
    pub fn is_stale(&self) -> bool {
        self.stale
    }

    /// The last comparison does not fit any more.
    pub fn outdate(&mut self) {
        self.stale = true;
    }

    /// Compares all files, and returns those of which that says something else than the last time.
    pub fn compare(&mut self, engine: &dyn Engine) -> FxHashSet<FileId> {
        let comparison = Comparison::of(&self.analysis, engine);
        let before = std::mem::replace(&mut self.analysis.comparison, Arc::new(comparison));
        self.stale = false;
        self.analysis.comparison.differences(&before).collect()
    }
}
