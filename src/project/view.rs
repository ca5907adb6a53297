//! One state of a project, as a judgement sees it.

use super::file::{FileState, Names, Text};
use super::index::{Index, Parts};
use super::intern::{Paths, SpecId, Specifiers};
use super::pages::Pages;
use super::reach::{World, reach};
use super::resolve::{Known, Resolver, Root};
use crate::facts::FileFacts;
use crate::model::{FileId, Modules};
use crate::syntax::Language;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One state of a project. Taking it is cheap, and no change of the project changes it: whoever judges with it sees one
/// state from beginning to end.
#[derive(Clone, Debug)]
pub struct View {
    pub(super) state: Arc<State>,
}

/// What all states of a project share.
#[derive(Debug)]
pub(super) struct Shared {
    pub roots: Arc<[Root]>,
    pub paths: Paths,
    pub specifiers: Specifiers,
}

/// Everything else.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub shared: Arc<Shared>,
    /// The files that the walk found, or the editor has.
    pub files: Pages<Arc<FileState>>,
    /// The others: files that somebody asked for, or that a specifier led to.
    pub others: Arc<Others>,
    /// Configuration files.
    pub configs: Arc<[PathBuf]>,
    /// Symbolic links to code or folders.
    pub links: Arc<[PathBuf]>,
    pub resolver: Arc<Resolver>,
    /// What was resolved with `resolver`.
    pub resolved: Arc<Resolved>,
    pub index: Arc<Index>,
    /// Whether the specifiers of the files are known. They are not as long as no file names the SDK.
    pub scanned: bool,
    pub reached: Arc<FxHashSet<FileId>>,
}

/// Files beside those that the walk found.
#[derive(Debug, Default)]
pub(super) struct Others {
    files: Mutex<FxHashMap<FileId, Arc<FileState>>>,
    reach: Mutex<FxHashMap<FileId, bool>>,
}

/// What specifiers mean, as far as it was asked.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    answers: Mutex<FxHashMap<(FileId, SpecId), Option<FileId>>>,
}

impl Resolved {
    /// Who was told that a specifier of his means `file`.
    pub fn known(&self) -> Vec<(FileId, FileId)> {
        lock(&self.answers).iter().filter_map(|((from, _), to)| Some((*from, (*to)?))).collect()
    }
}

impl View {
    /// The files that reach the SDK, sorted by their paths: those that name it, and those that import one that does.
    pub fn reached(&self) -> Vec<FileId> {
        let mut files: Vec<_> = self.state.reached.iter().filter_map(|file| Some((self.path(*file)?, *file))).collect();
        files.sort();
        files.into_iter().map(|(_, file)| file).collect()
    }

    /// The number of the file at `path`, which is absolute. A file that was not walked is taken in, if it is there.
    pub fn id(&self, path: &Path) -> Option<FileId> {
        let State { shared, files, .. } = &*self.state;
        let known = |path: &Path| shared.paths.find(path).filter(|file| files.get(file.0 as usize).is_some());
        if let Some(file) = known(path) {
            return Some(file);
        }
        Language::of_path(path)?;
        let real = path.canonicalize().ok().filter(|real| real.is_file())?;
        let given = self.state.resolver.as_given(real);
        Some(known(&given).unwrap_or_else(|| shared.paths.intern(&given)))
    }

    /// The paths of the files that the walk found.
    pub fn walked(&self) -> impl Iterator<Item = Arc<Path>> + '_ {
        self.state.files.iter().filter_map(|(file, _)| self.path(FileId(file as u32)))
    }

    /// Whether the walk found the file at `path`, which is absolute.
    pub fn was_walked(&self, path: &Path) -> bool {
        let file = self.state.shared.paths.find(path);
        file.is_some_and(|file| self.state.files.get(file.0 as usize).is_some())
    }

    /// Whether any file reaches the SDK.
    pub fn is_concerned(&self) -> bool {
        !self.state.reached.is_empty()
    }

    /// Whether a file is one of [`View::reached`].
    pub fn is_reached(&self, file: FileId) -> bool {
        self.state.reached.contains(&file)
    }

    /// The text of a file as this state of the project has it, with its facts.
    pub fn text(&self, file: FileId) -> Option<Text> {
        self.file(file)?.text(&*self.path(file)?)
    }

    /// The files of the project that lie in a folder.
    pub fn files_below(&self, folder: &Path) -> Vec<PathBuf> {
        let paths = self.state.files.iter().filter_map(|(file, _)| self.path(FileId(file as u32)));
        paths.filter(|path| path.starts_with(folder)).map(|path| path.to_path_buf()).collect()
    }

    /// How many files the walk found.
    pub fn len(&self) -> usize {
        self.state.files.iter().count()
    }

    /// Whether the walk found no file.
    pub fn is_empty(&self) -> bool {
        self.state.files.iter().next().is_none()
    }

    /// Keeps the facts of a file that somebody has parsed anyway, so that nobody has to do it again.
    pub fn offer(&self, file: FileId, facts: &Arc<FileFacts>) {
        if let Some(state) = self.file(file) {
            state.offer(facts);
        }
    }

    /// A file in this state of the project.
    pub(super) fn file(&self, file: FileId) -> Option<Arc<FileState>> {
        if let Some(state) = self.state.files.get(file.0 as usize) {
            return Some(state.clone());
        }
        if let Some(state) = lock(&self.state.others.files).get(&file) {
            return Some(state.clone());
        }
        let path = self.path(file)?;
        let specifiers = &self.state.shared.specifiers;
        let names = Names::read(&path, &mut Vec::new(), |text| specifiers.intern(text)).ok()?;
        let state = Arc::new(FileState::on_disk(names));
        Some(lock(&self.state.others.files).entry(file).or_insert(state).clone())
    }

    pub(super) fn resolve_id(&self, from: FileId, specifier: SpecId) -> Option<FileId> {
        let text = self.state.shared.specifiers.get(specifier)?;
        self.answer(from, specifier, &text)
    }

    fn answer(&self, from: FileId, specifier: SpecId, text: &str) -> Option<FileId> {
        let State { resolved, resolver, shared, .. } = &*self.state;
        if let Some(known) = lock(&resolved.answers).get(&(from, specifier)) {
            return *known;
        }
        let path = self.path(from)?;
        let found = resolver.resolve(&path, text, self).map(|path| shared.paths.intern(&path));
        lock(&resolved.answers).insert((from, specifier), found);
        found
    }

    /// Whether a file that the walk did not find reaches the SDK.
    fn other_reaches(&self, file: FileId, open: &mut FxHashSet<FileId>) -> bool {
        if self.state.files.get(file.0 as usize).is_some() {
            return self.state.reached.contains(&file);
        }
        if let Some(known) = lock(&self.state.others.reach).get(&file) {
            return *known;
        }
        if !open.insert(file) {
            return false;
        }
        let reaches = self.file(file).is_some_and(|state| {
            let mut targets = state.specifiers.iter().filter_map(|specifier| self.resolve_id(file, *specifier));
            state.names_sdk
                || targets
                    .any(|target| stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.other_reaches(target, open)))
        });
        open.remove(&file);
        // Inside a circle a no is not certain.
        if reaches || open.is_empty() {
            lock(&self.state.others.reach).insert(file, reaches);
        }
        reaches
    }
}

impl Modules for View {
    fn resolve(&self, from: FileId, specifier: &str) -> Option<FileId> {
        self.answer(from, self.state.shared.specifiers.intern(specifier), specifier)
    }

    fn facts(&self, file: FileId) -> Option<Arc<FileFacts>> {
        self.file(file)?.facts(&*self.path(file)?)
    }

    fn path(&self, file: FileId) -> Option<Arc<Path>> {
        self.state.shared.paths.get(file)
    }

    fn reaches(&self, file: FileId) -> bool {
        self.other_reaches(file, &mut FxHashSet::default())
    }
}

impl Known for View {
    fn file(&self, path: &Path) -> bool {
        let file = self.state.shared.paths.find(path);
        file.is_some_and(|file| self.state.files.get(file.0 as usize).is_some())
    }

    fn folder(&self, path: &Path) -> bool {
        self.state.index.has_folder(path)
    }
}

impl State {
    /// With index and reached files made anew from all the rest.
    pub fn linked(mut self, cancelled: &dyn Fn() -> bool) -> Self {
        if !self.scanned {
            return self;
        }
        let paths = self.shared.paths.all();
        let specifiers = self.shared.specifiers.all();
        let aliases = self.resolver.configs.aliases(&self.resolver.packages);
        self.index = Arc::new(Index::new(&Parts {
            files: &self.files,
            paths: &paths,
            specifiers: &specifiers,
            packages: &self.resolver.packages,
            aliases: &aliases,
            links: &self.links,
        }));
        let view = View { state: Arc::new(self) };
        let seeds = view.state.files.iter().filter(|(_, file)| file.names_sdk).map(|(file, _)| FileId(file as u32));
        let world = World {
            index: &view.state.index,
            packages: &view.state.resolver.packages,
            paths: &paths,
            texts: &specifiers,
            resolve: &|from, specifier| view.resolve_id(from, specifier),
        };
        let reached = reach(seeds, &world, cancelled);
        drop(world);
        let mut state = Arc::into_inner(view.state).expect("nobody else has seen this state");
        state.reached = Arc::new(reached);
        state
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is ever half-written under these locks, so a panic elsewhere does not spoil what they guard.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
