//! The files of a project that reach the SDK, as they were last judged.

use crate::analysis::{Compared, Judged, Member};
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

/// A project at one moment. Cheap to clone where nothing changed since.
#[derive(Clone, Default)]
pub struct Current {
    /// The files; `None` as long as they are looked for the first time.
    pub view: Option<View>,
    /// Those that reach the SDK, as far as they were judged.
    pub members: Arc<FxHashMap<FileId, Arc<Held>>>,
    /// What comparing them came to.
    pub compared: Arc<FxHashMap<FileId, Compared>>,
}

impl Current {
    /// Whether any file of the project reaches the SDK.
    pub fn has_members(&self) -> bool {
        self.view.as_ref().is_some_and(View::is_concerned)
    }

    /// Compares all members.
    pub fn compare(&self, engine: &dyn Engine) -> FxHashMap<FileId, Compared> {
        let Some(view) = &self.view else { return FxHashMap::default() };
        let mut groups: FxHashMap<Arc<Path>, Vec<Member<'_>>> = FxHashMap::default();
        for (file, held) in &*self.members {
            let home = view.home(&held.path);
            groups.entry(home.group.clone()).or_default().extend(held.member(*file, home));
        }
        groups.values().flat_map(|members| engine.across(members)).collect()
    }
}

impl Held {
    fn member(&self, file: FileId, home: Home) -> Option<Member<'_>> {
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

    /// The files around it.
    pub fn modules(&self) -> (FileId, &dyn Modules) {
        (self.file, &self.view)
    }

    /// Whether the file names the SDK or imports one that does, as far as the project knows.
    pub fn reaches(&self) -> bool {
        self.view.reaches(self.file)
    }

    /// What comparing all files says of this one when it is `judged` so.
    pub fn compared(
        &self,
        path: &Path,
        judged: &Judged,
        resolved: &Arc<Resolved>,
        engine: &dyn Engine,
    ) -> Option<Compared> {
        let before = self.current.members.get(&self.file);
        let same = before.is_some_and(|held| {
            held.judged.as_ref().is_some_and(|before| before.traces == judged.traces) && held.resolved.same(resolved)
        });
        if same {
            return self.current.compared.get(&self.file).cloned();
        }
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
        engine.across(&members).remove(&self.file)
    }
}
