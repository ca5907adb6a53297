//! Changes of a project: edits in the editor, and events on disk. Each makes a new state out of the last one, of which
//! it shares all that stays the same; an analysis with an older one is not disturbed.

use super::affected::difference;
use super::discover::{Discovered, Part, discover, scan_files};
use super::file::{FileState, SpecifiersOfText};
use super::kind::{is_config, is_declaration, is_source};
use super::view::{State, View, lock};
use super::watched::is_ignore_file;
use super::{Project, given};
use crate::disk::{WalkError, in_node_modules};
use crate::facts::FileFacts;
use crate::model::{FileId, Modules};
use crate::syntax::Language;
use ropey::Rope;
use rustc_hash::FxHashSet;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// With more edited files than this, the index is rebuilt.
const MAX_EDITED: usize = 64;

/// The effect of a change on the files of a project. Each list is sorted by number, and no file is in two of the last
/// three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectDelta {
    /// Files that have another text now, or no longer exist, as far as they reach the SDK or did.
    pub changed: Vec<FileId>,
    /// Files that reach the SDK now, and did not before.
    pub reached: Vec<FileId>,
    /// Files that did, and no longer do.
    pub ceased: Vec<FileId>,
    /// Files that did and do, and for which something looks different that they import, over however many files, or
    /// that a specifier of theirs means: they are to be analyzed again. All others need not be.
    pub affected: Vec<FileId>,
    /// Files of which others see something else, or that see something else themselves. A result that depends on none
    /// of them is the same, whatever its file imports.
    pub different: Vec<FileId>,
    /// Files that have another text now, or no longer exist, whether or not that is visible elsewhere.
    pub written: Vec<FileId>,
    /// The places that could not be read this time; in no order.
    pub unread: Vec<WalkError>,
}

/// The part of a state that has to be rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    /// The contents of one file.
    Contents,
    /// The files that a few others name.
    Edited,
    /// The files that name each other.
    Names,
    /// The set of files, or the meaning of specifiers.
    Meaning,
}

impl Project {
    /// The editor has this text for the file at `path`; it overrides the disk from now on. The file need not exist.
    /// `facts` are those of exactly this text, where they are known; else it is parsed on first use.
    pub fn set_editor(
        &self,
        path: &Path,
        text: &Rope,
        language: Language,
        facts: Option<&Arc<FileFacts>>,
    ) -> ProjectDelta {
        let _turn = lock(&self.changing);
        let before = self.view();
        let shared = &before.state.shared;
        let file = before.id(path).unwrap_or_else(|| shared.paths.intern(path));
        let names = SpecifiersOfText::of(path, &bytes_of(text), |specifier| shared.specifiers.intern(specifier));
        let names = if language.is_document() { names.of_document() } else { names };
        let mut next = (*before.state).clone();
        let old = next.files.get(file.0 as usize);
        let mut scope = match old {
            None => Scope::Meaning,
            Some(old) if old.names() == &names => Scope::Contents,
            Some(_) => Scope::Edited,
        };
        if names.is_mentioned && !next.scanned {
            scope = Scope::Meaning;
            next.scan(&|| false);
        }
        if scope == Scope::Edited {
            Arc::make_mut(&mut next.edited).insert(file, names.specifiers.clone());
            if next.edited.len() > MAX_EDITED {
                scope = Scope::Names;
            }
        }
        next.files
            .set(file.0 as usize, Some(Arc::new(FileState::in_editor(names, text.clone(), language, facts.cloned()))));
        self.go_on(&before, next, scope, &[file], &|| false).unwrap_or_default()
    }

    /// The editor has closed the file at `path`: the file on disk counts again.
    pub fn drop_editor(&self, path: &Path) -> ProjectDelta {
        let _turn = lock(&self.changing);
        let before = self.view();
        let mut next = (*before.state).clone();
        let known = before.id(path).or_else(|| next.shared.paths.find(path));
        let in_editor = |file: &FileId| before.known_file(*file).is_some_and(|state| state.is_in_editor());
        let Some((file, path)) = known.filter(in_editor).and_then(|file| Some((file, before.path(file)?))) else {
            return ProjectDelta::default();
        };
        let old = next.files.set(file.0 as usize, None);
        // What it was before it was opened.
        next.without_other(file);
        let part = Part { among: Some(&[path.to_path_buf()]), hit: next.scanned };
        let mut found = discover(&given(&next.shared.roots), part, &|| false);
        let unread = mem::take(&mut found.errors);
        next.take_in(found, &[], &mut Vec::new(), &|| false);
        let scope = match (old, next.files.get(file.0 as usize)) {
            (Some(old), Some(new)) if old.names() == new.names() => Scope::Contents,
            (Some(_), Some(_)) => Scope::Names,
            // It was never saved, or the walk passes it over.
            _ => Scope::Meaning,
        };
        let delta = self.go_on(&before, next, scope, &[file], &|| false).unwrap_or_default();
        ProjectDelta { unread, ..delta }
    }

    /// Something happened on disk at these paths: files or folders that came, went or changed, code or configuration.
    /// `cancelled` is asked now and then; when it says yes, the result is `None`, and nothing has changed.
    pub fn disk_changed(&self, paths: &[PathBuf], cancelled: &(dyn Fn() -> bool + Sync)) -> Option<ProjectDelta> {
        let _turn = lock(&self.changing);
        let before = self.view();
        let mut next = State { surroundings: Arc::default(), ..(*before.state).clone() };
        let paths: Vec<PathBuf> = paths.iter().map(|path| next.resolver.as_given(path.clone())).collect();
        let concerns = |path: &&PathBuf| !in_node_modules(path) || is_lock_file(path);
        let (there, gone): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.iter().filter(concerns).cloned().partition(|path| path.symlink_metadata().is_ok());
        let whole = paths.iter().any(|path| is_ignore_file(path));
        let mut scope = Scope::Contents;
        let (mut touched, mut unread) = (Vec::new(), Vec::new());
        if paths.iter().any(|path| is_lock_file(path) || is_config(path) || next.resolver.has_read(path)) {
            scope = Scope::Meaning;
        }
        if next.forget(&gone, &mut touched) {
            scope = Scope::Meaning;
        }
        let walked: Vec<PathBuf> = there.into_iter().filter(|path| !path.is_file() || is_of_interest(path)).collect();
        if whole || !walked.is_empty() {
            let part = Part { among: (!whole).then_some(&walked), hit: next.scanned };
            let mut found = discover(&given(&next.shared.roots), part, cancelled);
            unread = mem::take(&mut found.errors);
            if next.forget_all_but(&found, if whole { None } else { Some(&walked) }, &mut touched) {
                scope = Scope::Meaning;
            }
            scope = scope.max(next.take_in(found, &walked, &mut touched, cancelled));
        }
        if cancelled() {
            return None;
        }
        touched.sort_unstable();
        touched.dedup();
        let delta = self.go_on(&before, next, scope, &touched, cancelled)?;
        Some(ProjectDelta { unread, ..delta })
    }

    /// Makes `next` the state of the project, rebuilding everything that `scope` asks for, and returns the effect;
    /// unless it is cancelled.
    fn go_on(
        &self,
        before: &View,
        next: State,
        scope: Scope,
        touched: &[FileId],
        cancelled: &dyn Fn() -> bool,
    ) -> Option<ProjectDelta> {
        let next = match scope {
            Scope::Contents => next,
            Scope::Edited => next.searched_anew(cancelled),
            Scope::Names => next.indexed_anew(cancelled),
            Scope::Meaning => next.resolved_anew(cancelled),
        };
        if cancelled() {
            return None;
        }
        let after = View::of(next);
        *lock(&self.now) = after.clone();
        Some(difference(before, &after, touched))
    }
}

impl State {
    /// Reads the specifiers of all files: so far none named the SDK, so they were not needed.
    fn scan(&mut self, cancelled: &(dyn Fn() -> bool + Sync)) {
        let unscanned = self.files.iter().filter(|(_, state)| !state.is_in_editor());
        let paths = unscanned.filter_map(|(file, _)| self.shared.paths.get(FileId(file as u32)));
        let batches = scan_files(&paths.collect::<Vec<_>>(), cancelled);
        for (file, names) in self.shared.take_in(batches) {
            self.files.set(file.0 as usize, Some(Arc::new(FileState::on_disk(names))));
        }
        self.scanned = true;
    }

    /// Forgets missing files: files, and everything below folders. Returns whether there was anything to forget.
    fn forget(&mut self, gone: &[PathBuf], touched: &mut Vec<FileId>) -> bool {
        if gone.is_empty() {
            return false;
        }
        let is_gone = |path: &Path| gone.iter().any(|gone| path.starts_with(gone));
        let all = self.shared.paths.all();
        let files: Vec<FileId> =
            (0..all.len() as u32).map(FileId).filter(|file| is_gone(&all[file.0 as usize])).collect();
        let mut any = false;
        for file in files {
            // What the editor has stays.
            if self.files.get(file.0 as usize).is_some_and(|state| !state.is_in_editor()) {
                self.files.set(file.0 as usize, None);
                any = true;
            } else if self.files.get(file.0 as usize).is_some() {
                any = true;
                continue;
            }
            any |= self.without_other(file);
            touched.push(file);
        }
        let is_there = |path: &&PathBuf| !is_gone(path);
        self.documents = self.documents.iter().filter(is_there).cloned().collect();
        let count = |state: &Self| state.configs.len() + state.links.len() + state.declarations.len();
        let before = count(self);
        self.configs = self.configs.iter().filter(|path| !is_gone(path)).cloned().collect();
        self.links = self.links.iter().filter(|path| !is_gone(path)).cloned().collect();
        self.declarations = self.declarations.iter().filter(|path| !is_gone(path)).cloned().collect();
        any || before != count(self)
    }

    /// Forgets the files that a walk should have found (those at or below `among`, or all) and did not: they are
    /// ignored now, or hold something else. Returns whether there are any.
    fn forget_all_but(&mut self, found: &Discovered, among: Option<&[PathBuf]>, touched: &mut Vec<FileId>) -> bool {
        let there: FxHashSet<&Path> = found.paths().map(|path| &**path).collect();
        let all = self.shared.paths.all();
        let mut lost = Vec::new();
        for (file, state) in self.files.iter() {
            let path = &*all[file];
            let asked = among.is_none_or(|among| among.iter().any(|part| path.starts_with(part)));
            if asked && !state.is_in_editor() && !there.contains(path) {
                lost.push(FileId(file as u32));
            }
        }
        for file in &lost {
            self.files.set(file.0 as usize, None);
        }
        touched.extend(&lost);
        // Files beside the walked ones have changed, too.
        let others: Vec<FileId> = lock(&self.others).keys().copied().collect();
        for file in others {
            let path = &*all[file.0 as usize];
            if among.is_none_or(|among| among.iter().any(|part| path.starts_with(part))) {
                self.without_other(file);
                touched.push(file);
            }
        }
        !lost.is_empty()
    }

    /// Forgets a file beside those that the walk found, so that it is read again. The other states keep theirs.
    fn without_other(&mut self, file: FileId) -> bool {
        let mut others = lock(&self.others).clone();
        let was_there = others.remove(&file).is_some();
        if was_there {
            self.others = Arc::new(others.into());
        }
        was_there
    }

    /// Takes in what a walk found; of the files `named`, it is said that they have changed. How much of the state it
    /// puts into question.
    fn take_in(
        &mut self,
        found: Discovered,
        named: &[PathBuf],
        touched: &mut Vec<FileId>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Scope {
        let mut scope = Scope::Contents;
        let first_hit = found.hit && !self.scanned;
        let searched = self.shared.paths.intern_all(found.searched).into_iter();
        let searched = searched.map(|file| (file, SpecifiersOfText::default()));
        for (file, names) in self.shared.take_in(found.batches).chain(searched) {
            let Some(path) = self.shared.paths.get(file) else { continue };
            let old = self.files.get(file.0 as usize);
            let is_same = |old: &FileState| old.names() == &names;
            scope = scope.max(match old {
                Some(old) if old.is_in_editor() => continue,
                // Met on the way.
                Some(old) if !named.iter().any(|named| path.starts_with(named)) && is_same(old) => continue,
                None => Scope::Meaning,
                Some(old) if old.names() == &names => Scope::Contents,
                Some(_) => Scope::Names,
            });
            self.files.set(file.0 as usize, Some(Arc::new(FileState::on_disk(names))));
            touched.push(file);
        }
        for (known, found) in [
            (&mut self.configs, found.configs),
            (&mut self.links, found.links),
            (&mut self.declarations, found.declarations),
        ] {
            let new: Vec<PathBuf> = found.into_iter().filter(|path| !known.contains(path)).collect();
            if !new.is_empty() {
                *known = known.iter().cloned().chain(new).collect();
                scope = Scope::Meaning;
            }
        }
        // They mean nothing to the files of the project.
        let new = found.documents.into_iter().filter(|path| !self.documents.contains(path));
        self.documents = self.documents.iter().cloned().chain(new).collect();
        if first_hit {
            self.scan(cancelled);
            scope = Scope::Meaning;
        }
        scope
    }
}

/// The bytes of a text, side by side.
fn bytes_of(text: &Rope) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len_bytes());
    text.chunks().for_each(|chunk| bytes.extend_from_slice(chunk.as_bytes()));
    bytes
}

/// Returns whether a file on disk has a say in anything here.
fn is_of_interest(path: &Path) -> bool {
    is_source(path) || is_declaration(path) || is_config(path) || path.is_symlink()
}

/// Returns whether a file says that packages were installed or removed.
fn is_lock_file(path: &Path) -> bool {
    const NAMES: [&str; 6] =
        ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];
    path.file_name().is_some_and(|name| NAMES.iter().any(|other| name == *other))
}
