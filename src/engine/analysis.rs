//! A project at one moment: its files, the result of each of them, and that of comparing them.

use super::comparison::Comparison;
use super::opinion::Opinion;
use super::{Compared, Engine, Findings, Input, Judged, Look, Member, WantedResults};
use crate::disk::{Stage, caught};
use crate::finding::Fixes;
use crate::model::{FileId, Modules};
use crate::project::{PackageScope, Text, View};
use crate::settings::FileSettings;
use crate::source::Source;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// The state that is kept for a file: no text, no tree.
#[derive(Clone)]
pub struct MemberState {
    /// Its path.
    pub path: Arc<Path>,
    /// The settings it was analyzed with.
    pub settings: Arc<FileSettings>,
    /// The result for the file; `None` when the settings exclude it, or it cannot be read.
    pub judged: Option<Arc<Judged>>,
}

impl MemberState {
    /// As it is compared with others.
    pub(super) fn member(&self, file: FileId, home: PackageScope) -> Option<Member<'_>> {
        Some(Member {
            file,
            path: self.path.clone(),
            package: home.package,
            traces: &self.judged.as_ref()?.traces,
            settings: &self.settings.settings,
        })
    }

    /// Returns whether a file has the same result as this one, for everything that compares it with others.
    pub fn is(&self, judged: &Judged, settings: &FileSettings) -> bool {
        self.judged.as_ref().is_some_and(|own| own.traces == judged.traces) && self.settings.same(settings)
    }
}

/// The files of a project that reach the SDK, as they were last analyzed.
pub type Members = Arc<FxHashMap<FileId, Arc<MemberState>>>;

/// A project at one moment. Cheap to clone where nothing changed since.
#[derive(Clone, Default)]
pub struct Analysis {
    /// The files; `None` as long as they are looked for the first time.
    pub view: Option<View>,
    /// Those that reach the SDK, as far as they were analyzed.
    pub members: Members,
    /// The result of the last comparison.
    pub comparison: Arc<Comparison>,
    /// True when the host says that no closed file waits to be analyzed.
    pub is_complete: bool,
    /// True when the host says that it stopped before it was, and does not go on by itself.
    pub is_given_up: bool,
}

impl Analysis {
    /// Returns whether any file of the project reaches the SDK.
    pub fn has_members(&self) -> bool {
        self.view.as_ref().is_some_and(View::is_concerned)
    }

    /// Analyzes a file that has this text; the comparison is left for later.
    pub fn judge(
        &self,
        file: FileId,
        text: &Text,
        settings: &FileSettings,
        wanted: WantedResults,
        engine: &dyn Engine,
    ) -> Judged {
        engine.judge(&self.look(file, text, settings, wanted))
    }

    /// Merges the results of a file: `judged` alone, and `compared` among the others.
    pub fn finish(
        &self,
        file: FileId,
        text: &Text,
        settings: &FileSettings,
        (judged, compared): (&Judged, Option<&Compared>),
        engine: &dyn Engine,
    ) -> Findings {
        engine.finish(&self.look(file, text, settings, Fixes::Omitted.into()), judged.found.clone(), compared)
    }

    fn look<'l>(&'l self, file: FileId, text: &'l Text, settings: &'l FileSettings, wanted: WantedResults) -> Look<'l> {
        Look {
            input: Input { rope: &text.rope, facts: &text.facts },
            provisional: false,
            project: self.view.as_ref().map(|view| (file, view as &dyn Modules)),
            settings: &settings.settings,
            wanted,
        }
    }
}

/// A file in a project at one moment.
#[derive(Clone)]
pub struct FileInProject {
    /// The project.
    pub analysis: Arc<Analysis>,
    /// The files of the project.
    view: View,
    /// The file's number there.
    pub file: FileId,
    /// Its path.
    path: Arc<Path>,
}

impl FileInProject {
    /// The file at `path`; `None` when the project does not know it (yet).
    pub fn of(analysis: Arc<Analysis>, path: &Path) -> Option<Self> {
        let view = analysis.view.clone()?;
        let file = view.id(path)?;
        Some(Self { analysis, view, file, path: path.into() })
    }

    /// Its path.
    pub fn path(&self) -> &Arc<Path> {
        &self.path
    }

    /// The state of the project.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The files around it.
    pub fn modules(&self) -> (FileId, &dyn Modules) {
        (self.file, &self.view)
    }

    /// Returns whether the file names the SDK or imports one that does, as far as the project knows.
    pub fn reaches(&self) -> bool {
        self.view.reaches(self.file)
    }

    /// Returns the result of comparing all files for this one when it is `judged` so.
    fn compared(&self, judged: &Judged, settings: &FileSettings, engine: &dyn Engine) -> Option<Compared> {
        if let Some(compared) = self.analysis.comparison.says(self.file, judged, settings, &self.view) {
            return compared.cloned();
        }
        let before = self.analysis.members.get(&self.file);
        let home = self.view.home(&self.path);
        let others = self.analysis.members.iter().filter(|(file, _)| **file != self.file);
        let others = others.map(|(file, state)| (file, state, self.view.home(&state.path)));
        let beside = others.filter(|(.., theirs)| theirs.group == home.group);
        let mut members: Vec<Member<'_>> =
            beside.filter_map(|(file, state, theirs)| state.member(*file, theirs)).collect();
        members.push(Member {
            file: self.file,
            path: before.map_or_else(|| self.path.clone(), |state| state.path.clone()),
            package: home.package,
            traces: &judged.traces,
            settings: &settings.settings,
        });
        caught(&home.group, Stage::Compare, || engine.across(&members)).unwrap_or_default().remove(&self.file)
    }
}

/// Returns all that is said of a text in place of a file's, among the other files of its project as they are. A file of
/// which no project is known stands alone.
pub fn opinion(
    source: &Source,
    place: Option<&FileInProject>,
    settings: &FileSettings,
    fixes: Fixes,
    engine: &dyn Engine,
) -> Opinion {
    let Some(place) = place else { return Opinion::alone(source, &settings.settings, fixes, engine) };
    let compare = |judged: &Judged| place.compared(judged, settings, engine);
    Opinion::new(source, Some(place.modules()), &settings.settings, fixes, engine, &compare)
}
