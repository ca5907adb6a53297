//! The names in the files of a project, and their calls that end in the SDK. Each file keeps its own, so that an edit is
//! read again in one file only: what all files name together is put together when it is asked for.

use super::analysis::{Analysis, FileInProject, MemberState};
use super::steps::{CallSites, Input, Names, call_sites, names};
use crate::disk::{Stage, caught};
use crate::model::{FileId, Modules};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

impl Analysis {
    /// Returns the names in all files, in the order of their paths.
    pub fn names(&self) -> Vec<(Arc<Path>, Names)> {
        self.in_files(|_, _| true, Self::names_of)
    }

    /// Lists of the same kind, one for each wanted file, in the order of their paths; empty ones are left out.
    fn in_files<T>(
        &self,
        is_wanted: impl Fn(FileId, &Path) -> bool,
        of: impl Fn(&Self, FileId, &MemberState) -> Option<Arc<[T]>>,
    ) -> Vec<(Arc<Path>, Arc<[T]>)> {
        let members = self.members.iter().filter(|(file, state)| is_wanted(**file, &state.path));
        let found = members.filter_map(|(file, state)| {
            let found = of(self, *file, state).filter(|found| !found.is_empty())?;
            Some((state.path.clone(), found))
        });
        let mut found: Vec<(Arc<Path>, Arc<[T]>)> = found.collect();
        found.sort_by(|(a, _), (b, _)| a.cmp(b));
        found
    }

    /// Returns the names in a file that was analyzed.
    fn names_of(&self, file: FileId, state: &MemberState) -> Option<Names> {
        let judged = state.judged.as_ref()?;
        let find =
            |input: Input<'_>, modules: &dyn Modules| names(input, Some((file, modules)), &state.settings.settings);
        Some(judged.names.get_or_init(|| self.found(file, state, find).unwrap_or_default()).clone())
    }

    /// Returns the calls that end in the SDK in all files, in the order of their paths.
    pub fn call_sites(&self) -> Vec<(Arc<Path>, CallSites)> {
        self.in_files(|_, _| true, Self::call_sites_of)
    }

    /// Returns the calls that end in the SDK in a file that was analyzed.
    fn call_sites_of(&self, file: FileId, state: &MemberState) -> Option<CallSites> {
        let judged = state.judged.as_ref()?;
        let find = |input: Input<'_>, modules: &dyn Modules| {
            call_sites(input, Some((file, modules)), &state.settings.settings)
        };
        Some(judged.call_sites.get_or_init(|| self.found(file, state, find).unwrap_or_default()).clone())
    }

    /// The result of a look at a file that was analyzed.
    fn found<T>(&self, file: FileId, state: &MemberState, look: impl Fn(Input<'_>, &dyn Modules) -> T) -> Option<T> {
        let view = self.view.as_ref()?;
        let text = view.text(file)?;
        let input = Input { rope: &text.rope, facts: &text.facts };
        caught(&state.path, Stage::Analyze, || look(input, view))
    }

    /// A hash that changes when the calls that end in the SDK do, or the names that they send; wherever they are.
    pub fn hash_of_calls(&self) -> u64 {
        let mut all: u64 = 0;
        for (file, state) in self.members.iter() {
            let mut hasher = FxHasher::default();
            file.hash(&mut hasher);
            for site in self.call_sites_of(*file, state).iter().flat_map(|sites| sites.iter()) {
                (&site.method, &site.through, site.sent, site.made).hash(&mut hasher);
                site.within.as_ref().map(|function| function.key).hash(&mut hasher);
            }
            for used in self.names_of(*file, state).iter().flat_map(|names| names.iter()) {
                (used.kind, &used.name).hash(&mut hasher);
            }
            // In any order of the files.
            all = all.wrapping_add(hasher.finish());
        }
        all
    }
}

impl FileInProject {
    /// Returns the names in the other files of the project that belong with this one, in the order of their paths.
    pub fn names_beside(&self) -> Vec<(Arc<Path>, Names)> {
        let group = self.view().home(self.path()).group;
        let is_beside = |file, path: &Path| file != self.file && self.view().home(path).group == group;
        self.analysis.in_files(is_beside, Analysis::names_of)
    }

    /// Returns the calls that end in the SDK in the other files of the project, in the order of their paths.
    pub fn call_sites_beside(&self) -> Vec<(Arc<Path>, CallSites)> {
        self.analysis.in_files(|file, _| file != self.file, Analysis::call_sites_of)
    }
}
