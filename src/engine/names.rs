//! The names in the files of a project. Each file keeps its own, so that an edit is read again in one file only: what
//! all files name together is put together when it is asked for.

use super::analysis::{Analysis, FileInProject, MemberState};
use super::steps::{Input, Names, names};
use crate::disk::{Stage, caught};
use crate::model::FileId;
use std::path::Path;
use std::sync::Arc;

impl Analysis {
    /// Returns the names in all files, in the order of their paths.
    pub fn names(&self) -> Vec<(Arc<Path>, Names)> {
        self.names_where(|_, _| true)
    }

    fn names_where(&self, is_wanted: impl Fn(FileId, &Path) -> bool) -> Vec<(Arc<Path>, Names)> {
        let members = self.members.iter().filter(|(file, state)| is_wanted(**file, &state.path));
        let named = members.filter_map(|(file, state)| {
            let names = self.names_of(*file, state).filter(|names| !names.is_empty())?;
            Some((state.path.clone(), names))
        });
        let mut named: Vec<(Arc<Path>, Names)> = named.collect();
        named.sort_by(|(a, _), (b, _)| a.cmp(b));
        named
    }

    /// Returns the names in a file that was analyzed.
    fn names_of(&self, file: FileId, state: &MemberState) -> Option<Names> {
        let judged = state.judged.as_ref()?;
        let find = || {
            let view = self.view.as_ref()?;
            let text = view.text(file)?;
            let input = Input { rope: &text.rope, facts: &text.facts };
            caught(&state.path, Stage::Analyze, || names(input, Some((file, view)), &state.settings.settings))
        };
        Some(judged.names.get_or_init(|| find().unwrap_or_default()).clone())
    }
}

impl FileInProject {
    /// Returns the names in the other files of the project that belong with this one, in the order of their paths.
    pub fn names_beside(&self) -> Vec<(Arc<Path>, Names)> {
        let group = self.view().home(self.path()).group;
        self.analysis.names_where(|file, path| file != self.file && self.view().home(path).group == group)
    }
}
