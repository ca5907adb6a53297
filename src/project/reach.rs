//! The files that reach the SDK: those that name it, and backwards from them all that import one that does.
//!
//! Specifiers are resolved only in files that may mean a reached file by the text of a specifier; and those that name
//! something that the walk did not find: it may be there all the same, ignored or outside of the roots, and reach the
//! SDK.

use super::file::FileState;
use super::index::{ImportIndex, is_index, lexical};
use super::intern::SpecId;
use super::view::{View, lock};
use super::workspaces::Packages;
use crate::disk::{Stage, caught};
use crate::model::FileId;
use crate::text::deep;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files to search.
pub struct World<'a> {
    /// The specifiers.
    pub index: &'a ImportIndex,
    /// The packages.
    pub packages: &'a Packages,
    /// The paths of all files, by their numbers.
    pub paths: &'a [Arc<Path>],
    /// The texts of all specifiers, by their numbers.
    pub texts: &'a [SmolStr],
    /// Files whose specifiers are others than the index knows, with those.
    pub edited: &'a FxHashMap<FileId, Box<[SpecId]>>,
    /// The file that a specifier means in a file.
    pub resolve: &'a dyn Fn(FileId, SpecId) -> Option<FileId>,
    /// True when the walk found a file, or the editor has it.
    pub walked: &'a dyn Fn(FileId) -> bool,
    /// A file that the walk did not find.
    pub other: &'a dyn Fn(FileId) -> Option<Arc<FileState>>,
}

/// All files of the walk that reach one of `seeds`, or a file that the walk did not find and that names the SDK; the
/// seeds included. `cancelled` is asked now and then; when it says yes, the result is not complete.
pub fn reach(
    seeds: impl Iterator<Item = FileId>,
    world: &World<'_>,
    cancelled: &dyn Fn() -> bool,
) -> FxHashSet<FileId> {
    let mut search = Search {
        world,
        reached: FxHashSet::default(),
        open: Vec::new(),
        by_target: FxHashMap::default(),
        asked: FxHashSet::default(),
        strays: Vec::new(),
        seen: FxHashSet::default(),
    };
    seeds.for_each(|file| search.add(file));
    search.astray(cancelled);
    if !search.open.is_empty() {
        for specifier in world.index.opaque() {
            world.index.users_of(*specifier).iter().for_each(|user| search.ask(*user, *specifier));
        }
        for (user, specifiers) in world.edited {
            specifiers.iter().for_each(|specifier| search.ask(*user, *specifier));
        }
    }
    while !cancelled() {
        let (file, is_stray) = match (search.strays.pop(), &mut search.open) {
            (Some(stray), _) => (stray, true),
            (None, open) => match open.pop() {
                Some(file) => (file, false),
                None => break,
            },
        };
        // One that was met during the search has no other importers than those who were asked.
        let path = world.paths.get(file.0 as usize);
        let mut look = || if is_stray { search.follow(file) } else { search.importers_of(file, path) };
        match path {
            Some(path) => drop(caught(path, Stage::Index, look)),
            None => look(),
        }
    }
    search.reached.retain(|file| (world.walked)(*file));
    search.reached
}

impl View {
    /// Returns whether a file that the walk did not find reaches the SDK.
    pub(super) fn other_reaches(&self, file: FileId, open: &mut FxHashSet<FileId>) -> bool {
        if self.state.files.get(file.0 as usize).is_some() {
            return self.state.reached.contains(&file);
        }
        if let Some(known) = lock(&self.state.others_reach).get(&file) {
            return *known;
        }
        if !open.insert(file) {
            return false;
        }
        let reaches = self.file(file).is_some_and(|state| {
            let mut targets = state.names().specifiers.iter().filter_map(|specifier| self.resolve_id(file, *specifier));
            state.names().names_sdk || targets.any(|target| deep(|| self.other_reaches(target, open)))
        });
        open.remove(&file);
        // Inside a circle a no is not certain.
        if reaches || open.is_empty() {
            lock(&self.state.others_reach).insert(file, reaches);
        }
        reaches
    }
}

struct Search<'a> {
    world: &'a World<'a>,
    reached: FxHashSet<FileId>,
    /// Reached files whose importers were not searched yet.
    open: Vec<FileId>,
    /// The files that mean a file which so far is not reached.
    by_target: FxHashMap<FileId, Vec<FileId>>,
    /// Folders of packages whose users were asked.
    asked: FxHashSet<PathBuf>,
    /// Files that the walk did not find, and that are still to be looked at.
    strays: Vec<FileId>,
    /// All of those.
    seen: FxHashSet<FileId>,
}

impl Search<'_> {
    fn add(&mut self, file: FileId) {
        if self.reached.insert(file) {
            self.open.push(file);
        }
    }

    /// Asks now, and uses the answer when the file that is meant is reached, if ever.
    fn ask(&mut self, user: FileId, specifier: SpecId) {
        if self.reached.contains(&user) || !self.has(user, specifier) {
            return;
        }
        let Some(target) = (self.world.resolve)(user, specifier) else { return };
        if self.reached.contains(&target) {
            self.add(user);
        } else {
            self.by_target.entry(target).or_default().push(user);
            if !(self.world.walked)(target) && self.seen.insert(target) {
                self.strays.push(target);
            }
        }
    }

    /// Searches for the files that name one which the walk did not find.
    fn astray(&mut self, cancelled: &dyn Fn() -> bool) {
        let world = self.world;
        // What is not there for one is not there for the others that mean the same place.
        let mut missing: FxHashSet<PathBuf> = FxHashSet::default();
        for specifier in world.index.astray() {
            let text = &world.texts[specifier.0 as usize];
            for user in world.index.users_of(*specifier) {
                if cancelled() {
                    return;
                }
                let place = world.paths[user.0 as usize].parent().and_then(|folder| lexical(folder, text));
                if self.reached.contains(user) || place.as_ref().is_some_and(|place| missing.contains(place)) {
                    continue;
                }
                if (world.resolve)(*user, *specifier).is_some() {
                    self.ask(*user, *specifier);
                } else {
                    missing.extend(place);
                }
            }
        }
    }

    /// Looks at a file that the walk did not find: it reaches the SDK when it names it, or imports one that does.
    fn follow(&mut self, stray: FileId) {
        let Some(file) = (self.world.other)(stray) else { return };
        if file.names().names_sdk {
            return self.add(stray);
        }
        for specifier in &file.names().specifiers {
            self.ask(stray, *specifier);
        }
    }

    /// Returns whether a file that was edited still has a specifier.
    fn has(&self, user: FileId, specifier: SpecId) -> bool {
        let edited = self.world.edited.get(&user);
        edited.is_none_or(|specifiers| specifiers.binary_search(&specifier).is_ok())
    }

    fn importers_of(&mut self, file: FileId, path: Option<&Arc<Path>>) {
        for user in self.by_target.remove(&file).unwrap_or_default() {
            self.add(user);
        }
        let world = self.world;
        let Some(path) = path else { return };
        self.by_name(path);
        if is_index(path)
            && let Some(folder) = path.parent()
        {
            self.by_name(folder);
            self.by_place(folder);
        }
        for package in world.packages.around(path) {
            // Which of its files is the entry is a matter of the resolver: who means the package is asked, once.
            if self.asked.insert(package.folder.clone()) {
                let names = world.packages.names_of(package);
                for specifier in names.into_iter().flat_map(|name| world.index.of_package(name)) {
                    world.index.users_of(*specifier).iter().for_each(|user| self.ask(*user, *specifier));
                }
                self.by_name(&package.folder);
                self.by_place(&package.folder);
            }
        }
    }

    /// Searches for the files that may mean a file or folder by its name.
    fn by_name(&mut self, path: &Path) {
        let world = self.world;
        for specifier in world.index.by_name(path) {
            let text = &world.texts[specifier.0 as usize];
            for user in world.index.users_of(specifier) {
                let folder = world.paths[user.0 as usize].parent();
                if !self.reached.contains(user) && folder.is_some_and(|folder| world.index.may_mean(folder, text, path))
                {
                    self.ask(*user, specifier);
                }
            }
        }
    }

    /// Searches for the files that may mean a folder without naming it.
    fn by_place(&mut self, folder: &Path) {
        for (user, specifier) in self.world.index.by_place(folder) {
            self.ask(*user, *specifier);
        }
    }
}
