//! The files of a project that reach the SDK, as they were last judged.

use super::comparison::Comparison;
use crate::analysis::{Compared, Judged, Member};
use crate::disk::{Stage, caught};
use crate::lsp::engine::Engine;
use crate::lsp::settings::Resolved;
use crate::model::{FileId, Modules};
use crate::project::{Home, View};
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// What is kept of a file: no text, no tree.
#[derive(Clone)]
pub struct Held {
    /// Its path.
    pub path: Arc<Path>,
    /// The settings it was judged with.
    pub resolved: Arc<Resolved>,
    /// What it came to; `None` when the settings leave it out, or it cannot be read.
    pub judged: Option<Arc<Judged>>,
    /// Whether its findings were for the client to see.
    pub shown: bool,
}

/// The files of a project that reach the SDK.
pub type Members = Arc<FxHashMap<FileId, Arc<Held>>>;

/// A project at one moment. Cheap to clone where nothing changed since.
#[derive(Clone, Default)]
pub struct Current {
    /// The files; `None` as long as they are looked for the first time.
    pub view: Option<View>,
    /// Those that reach the SDK, as far as they were judged.
    pub members: Members,
    /// What comparing them came to, when that was done the last time.
    pub comparison: Arc<Comparison>,
}

impl Current {
    /// Returns whether any file of the project reaches the SDK.
    pub fn has_members(&self) -> bool {
        self.view.as_ref().is_some_and(View::is_concerned)
    }
}

impl Held {
    /// As it is compared with others.
    pub fn member(&self, file: FileId, home: Home) -> Option<Member<'_>> {
        Some(Member {
            file,
            path: self.path.clone(),
            package: home.package,
            traces: &self.judged.as_ref()?.traces,
            settings: &self.resolved.settings,
        })
    }
}

/// A file in a project at one moment.
#[derive(Clone)]
pub struct Place {
    /// The project.
    pub current: Arc<Current>,
    /// The files of the project.
    view: View,
    /// The file's number there.
    pub file: FileId,
}

impl Place {
    /// The file at `path`; `None` when the project does not know it (yet).
    pub fn of(current: Arc<Current>, path: &Path) -> Option<Self> {
        let view = current.view.clone()?;
        let file = view.id(path)?;
        Some(Self { current, view, file })
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

    /// Returns what comparing all files says of this one when it is `judged` so.
    pub fn compared(
        &self,
        path: &Path,
        judged: &Judged,
        resolved: &Arc<Resolved>,
        engine: &dyn Engine,
    ) -> Option<Compared> {
        if let Some(compared) = self.current.comparison.says(self.file, judged, resolved, &self.view) {
            return compared.cloned();
        }
        let before = self.current.members.get(&self.file);
        let home = self.view.home(path);
        let others = self.current.members.iter().filter(|(file, _)| **file != self.file);
        let others = others.map(|(file, held)| (file, held, self.view.home(&held.path)));
        let beside = others.filter(|(.., theirs)| theirs.group == home.group);
        let mut members: Vec<Member<'_>> =
            beside.filter_map(|(file, held, theirs)| held.member(*file, theirs)).collect();
        members.push(Member {
            file: self.file,
            path: before.map_or_else(|| path.into(), |held| held.path.clone()),
            package: home.package,
            traces: &judged.traces,
            settings: &resolved.settings,
        });
        caught(&home.group, Stage::Compare, || engine.across(&members)).unwrap_or_default().remove(&self.file)
    }
}
