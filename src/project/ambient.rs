//! Declarations that apply to other files without an import: `declare module "customerio-node" { … }`, globals of a
//! `.d.ts`, and methods that are added to a class.

use super::view::{State, View};
use crate::model::{FileId, Modules};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::sync::Arc;

impl State {
    /// The files that may say something for others, sorted.
    pub(super) fn find_ambient(&self) -> Arc<[FileId]> {
        let own = self.files.iter().filter(|(_, file)| file.names().is_ambient).map(|(file, _)| FileId(file as u32));
        let mut ambient: Vec<FileId> = own.collect();
        ambient.extend(self.declarations.iter().map(|path| self.shared.paths.intern(path)));
        ambient.sort_unstable();
        ambient.into()
    }
}

impl View {
    /// Those that may say something for a file; of each, whether a configuration of TypeScript takes both, so that its
    /// declarations certainly hold.
    pub(super) fn ambient_for(&self, from: FileId) -> Vec<(FileId, bool)> {
        let Some(path) = self.path(from) else { return Vec::new() };
        let State { ambient, resolver, .. } = &*self.state;
        let others = ambient.iter().filter(|file| **file != from);
        others.map(|file| (*file, self.path(*file).is_some_and(|other| resolver.are_together(&path, &other)))).collect()
    }

    /// The other files that have to do with the SDK, belong to the same packages and put a member of this name into
    /// something. All are asked, which is why it is only asked of a name that is about to be reported.
    pub(super) fn putting_members(&self, from: FileId, name: &str) -> Vec<FileId> {
        let puts = |file: &FileId| {
            self.facts(*file).is_some_and(|facts| facts.members_put().iter().any(|member| member == name))
        };
        let own = self.group(from);
        let beside = self.state.reached.iter().copied().filter(|file| *file != from && self.group(*file) == own);
        let mut found: Vec<FileId> = beside.filter(puts).collect();
        found.sort_unstable();
        found
    }

    /// The other files of the same packages that have to do with the SDK and hand something over under a name. All are
    /// asked, once, which is why it is only asked of names that tell of Customer.io.
    pub(super) fn handing_over(&self, from: FileId, name: &str) -> Vec<FileId> {
        let all = self.handing.get_or_init(|| self.files_by_name_handed());
        let Some(files) = all.get(name) else { return Vec::new() };
        let own = self.group(from);
        files.iter().copied().filter(|file| *file != from && self.group(*file) == own).collect()
    }

    /// The files that hand something over, sorted, by the names under which they do.
    fn files_by_name_handed(&self) -> FxHashMap<SmolStr, Vec<FileId>> {
        let mut reached: Vec<FileId> = self.state.reached.iter().copied().collect();
        reached.sort_unstable();
        let mut found: FxHashMap<SmolStr, Vec<FileId>> = FxHashMap::default();
        for file in reached {
            let (Some(state), Some(path)) = (self.file(file), self.path(file)) else { continue };
            for name in state.names_handed(&path) {
                found.entry(name.clone()).or_default().push(file);
            }
        }
        found
    }

    /// Returns whether a file that was looked at hands something over that is followed into other files.
    pub(super) fn hands_over(&self, file: FileId) -> bool {
        let looked_at = self.known_file(file).filter(|state| state.was_asked());
        looked_at.zip(self.path(file)).is_some_and(|(state, path)| !state.names_handed(&path).is_empty())
    }

    /// The names of the members that a file puts into something, as far as it has to do with the SDK.
    pub(super) fn members_put(&self, file: FileId) -> Vec<SmolStr> {
        if !self.state.reached.contains(&file) {
            return Vec::new();
        }
        self.facts(file).map(|facts| facts.members_put()).unwrap_or_default()
    }
}
