//! One state of a project, as an analysis sees it.

use super::discover::Batch;
use super::file::{FileState, SpecifiersOfText, Text};
use super::index::ImportIndex;
use super::intern::{Paths, SpecId, SpecTable, Specifiers};
use super::package_scope::{PackageScope, PackageScopes};
use super::parallel::both;
use super::resolve::{PathMemo, ProjectRoot, Resolver};
use super::sparse_list::SparseList;
use crate::disk::{Stage, as_spelled, caught};
use crate::facts::FileFacts;
use crate::model::{EnvVariable, FileId, Modules};
use crate::syntax::Language;
use crate::text::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// One state of a project. Taking it is cheap, and no change of the project changes it: an analysis sees one state from
/// beginning to end.
#[derive(Clone, Debug)]
pub struct View {
    pub(super) state: Arc<State>,
    /// The files that hand something over under each name, when they were asked for.
    pub(super) handing: Arc<OnceLock<FxHashMap<SmolStr, Vec<FileId>>>>,
}

/// The part that all states of a project share.
#[derive(Debug)]
pub(super) struct Shared {
    pub roots: Arc<[ProjectRoot]>,
    pub paths: Paths,
    pub specifiers: Specifiers,
}

impl Shared {
    /// Numbers the results of the threads of a walk. They come one by one: a list of them all would be one of the largest
    /// things that a walk makes.
    pub fn take_in(&self, mut batches: Vec<Batch>) -> impl Iterator<Item = (FileId, SpecifiersOfText)> {
        // The first one may keep its numbers.
        batches.sort_by_key(|batch| std::cmp::Reverse(batch.specifiers.len()));
        let (tables, files): (Vec<_>, Vec<_>) =
            batches.into_iter().map(|batch| (batch.specifiers, batch.files)).unzip();
        let count = files.iter().map(Vec::len).sum();
        // Where nothing names the SDK there are none.
        let numbered = tables.iter().map(SpecTable::len).sum::<usize>().min(count);
        let number = || tables.into_iter().map(|table| self.specifiers.take_in(table)).collect::<Vec<_>>();
        let (numbers, files) =
            both(numbered, number, || files.into_iter().map(|files| self.paths.intern_with(files)).collect::<Vec<_>>());
        numbers.into_iter().zip(files).flat_map(|(numbers, files)| {
            files.into_iter().map(move |(file, mut names)| {
                if let Some(numbers) = &numbers {
                    names.renumber(numbers);
                }
                (file, names)
            })
        })
    }
}

/// Everything else. Cheap to copy: parts that a change leaves alone are shared.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub shared: Arc<Shared>,
    /// The files that the walk found, or the editor has.
    pub files: SparseList<Arc<FileState>>,
    /// The others: files that were asked for, or that a specifier led to; and what those became of that were searched
    /// only, at the first question about them.
    pub others: Arc<Mutex<FxHashMap<FileId, Arc<FileState>>>>,
    /// Configuration files that the walk found.
    pub configs: Arc<[PathBuf]>,
    /// Symbolic links that it found.
    pub links: Arc<[PathBuf]>,
    /// Declarations that it found and that name the SDK.
    pub declarations: Arc<[PathBuf]>,
    /// Documents that it found: they are read where they are asked for.
    pub documents: Arc<[PathBuf]>,
    /// The files that may apply to others which do not import them: those, and files that declare something for others.
    pub ambient: Arc<[FileId]>,
    pub resolver: Arc<Resolver>,
    /// The specifiers resolved with `resolver`.
    pub resolved: Arc<Resolved>,
    pub index: Arc<ImportIndex>,
    /// Files whose specifiers are others than the index knows, with those.
    pub edited: Arc<FxHashMap<FileId, Box<[SpecId]>>>,
    /// True when the specifiers of the files are known. They are not as long as no file names the SDK.
    pub scanned: bool,
    pub reached: Arc<FxHashSet<FileId>>,
    /// The requested files besides those that the walk found, each with whether it reaches the SDK.
    pub others_reach: Arc<Mutex<FxHashMap<FileId, bool>>>,
    /// The surroundings of the files, until something changes on disk.
    pub surroundings: Arc<PackageScopes>,
}

/// The meaning of specifiers, as far as it was asked for.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    answers: Mutex<FxHashMap<(FileId, SpecId), Option<FileId>>>,
}

impl Resolved {
    /// All answers: the meaning of a specifier in a file.
    pub fn all(&self) -> Vec<(FileId, SpecId, Option<FileId>)> {
        lock(&self.answers).iter().map(|((from, specifier), to)| (*from, *specifier, *to)).collect()
    }
}

impl View {
    /// A state of a project.
    pub(super) fn of(state: State) -> Self {
        Self { state: Arc::new(state), handing: Arc::default() }
    }

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
        let real = dunce::canonicalize(path).ok().filter(|real| real.is_file())?;
        // Where the file system folds cases, Linux gives back the spelling that was asked for.
        let given = self.state.resolver.as_given(as_spelled(&real));
        Some(known(&given).unwrap_or_else(|| shared.paths.intern(&given)))
    }

    /// The paths of the files that the walk found.
    pub fn walked(&self) -> impl Iterator<Item = Arc<Path>> + '_ {
        self.state.files.iter().filter_map(|(file, _)| self.path(FileId(file as u32)))
    }

    /// The number of files that the walk found and for which `is_counted` is true.
    pub fn count_walked(&self, is_counted: impl Fn(&Path) -> bool) -> usize {
        let State { shared, files, .. } = &*self.state;
        shared.paths.with_all(|paths| files.iter().filter(|(file, _)| is_counted(&paths[*file])).count())
    }

    /// The documents that the walk passed. They are no files of the project.
    pub fn documents(&self) -> &[PathBuf] {
        &self.state.documents
    }

    /// Returns whether the walk found the file at `path`, which is absolute.
    pub fn was_walked(&self, path: &Path) -> bool {
        let file = self.state.shared.paths.find(path);
        file.is_some_and(|file| self.state.files.get(file.0 as usize).is_some())
    }

    /// Returns whether any file reaches the SDK.
    pub fn is_concerned(&self) -> bool {
        !self.state.reached.is_empty()
    }

    /// Returns whether a file is one of [`View::reached`].
    pub fn is_reached(&self, file: FileId) -> bool {
        self.state.reached.contains(&file)
    }

    /// The text of a file as this state of the project has it, with its facts; `None` when it cannot be read.
    pub fn text(&self, file: FileId) -> Option<Text> {
        self.file(file)?.text(&self.path(file)?)
    }

    /// The place of the file at `path`, which is absolute, in the project.
    pub fn home(&self, path: &Path) -> PackageScope {
        self.state.surroundings.home(path)
    }

    /// The folder whose files a file is compared with; `None` when it has no path.
    pub(super) fn group(&self, file: FileId) -> Option<Arc<Path>> {
        self.path(file).map(|path| self.home(&path).group)
    }

    /// Returns whether a file has the same text in another state of the project.
    pub fn has_same_text(&self, other: &View, file: FileId) -> bool {
        // Of a file that was only searched nobody knows.
        let is_unknown = |view: &View| view.state.files.get(file.0 as usize).is_none();
        match (self.known_file(file), other.known_file(file)) {
            (Some(own), Some(other)) => Arc::ptr_eq(&own, &other) || own.has_text_of(&other),
            (own, theirs) => own.is_none() && theirs.is_none() && is_unknown(self) && is_unknown(other),
        }
    }

    /// Returns whether others see the same of a file in another state of the project.
    pub fn looks_the_same(&self, other: &View, file: FileId) -> bool {
        let (own, theirs) = match (self.known_file(file), other.known_file(file)) {
            (Some(own), Some(theirs)) if Arc::ptr_eq(&own, &theirs) => return true,
            (Some(own), Some(theirs)) => (own, theirs),
            (own, theirs) => return own.is_none() && theirs.is_none(),
        };
        // Only who was asked for its facts can tell.
        let _ = (self.facts(file), other.facts(file));
        let fingerprint = own.known_fingerprint();
        fingerprint.is_some() && fingerprint == theirs.known_fingerprint()
    }

    /// Returns whether specifiers mean the same in another state of the project, as far as that is certain.
    pub fn resolves_as(&self, other: &View) -> bool {
        Arc::ptr_eq(&self.state.resolved, &other.state.resolved)
    }

    /// Returns whether the surroundings of the files were not read again for another state of the project.
    pub fn has_same_surroundings(&self, other: &View) -> bool {
        Arc::ptr_eq(&self.state.surroundings, &other.state.surroundings)
    }

    /// The number of files that the walk found.
    pub fn len(&self) -> usize {
        self.state.files.iter().count()
    }

    /// Returns whether the walk found no file.
    pub fn is_empty(&self) -> bool {
        self.state.files.iter().next().is_none()
    }

    /// A file in this state of the project, if anything is known of it.
    pub(super) fn known_file(&self, file: FileId) -> Option<Arc<FileState>> {
        let walked = self.state.files.get(file.0 as usize).filter(|state| !state.is_searched());
        walked.cloned().or_else(|| lock(&self.state.others).get(&file).cloned())
    }

    /// A file in this state of the project.
    pub(super) fn file(&self, file: FileId) -> Option<Arc<FileState>> {
        if let Some(state) = self.known_file(file) {
            return Some(state);
        }
        let path = self.path(file)?;
        let specifiers = &self.state.shared.specifiers;
        let names = SpecifiersOfText::read(&path, &mut Vec::new(), |text| specifiers.intern(text)).ok()?;
        let state = Arc::new(FileState::on_disk(names));
        Some(lock(&self.state.others).entry(file).or_insert(state).clone())
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
        let found = caught(&path, Stage::Resolve, || resolver.resolve(&path, text, self)).flatten();
        let found = found.map(|path| shared.paths.intern(&path));
        lock(&resolved.answers).insert((from, specifier), found);
        found
    }
}

impl Modules for View {
    fn resolve(&self, from: FileId, specifier: &str) -> Option<FileId> {
        self.answer(from, self.state.shared.specifiers.intern(specifier), specifier)
    }

    fn facts(&self, file: FileId) -> Option<Arc<FileFacts>> {
        self.file(file)?.facts(&self.path(file)?)
    }

    fn path(&self, file: FileId) -> Option<Arc<Path>> {
        self.state.shared.paths.get(file)
    }

    fn reaches(&self, file: FileId) -> bool {
        self.other_reaches(file, &mut FxHashSet::default())
            || self.file(file).is_some_and(|state| state.names().is_mentioned)
    }

    fn ambient(&self, from: FileId) -> Vec<(FileId, bool)> {
        self.ambient_for(from)
    }

    fn putting(&self, from: FileId, name: &str) -> Vec<FileId> {
        self.putting_members(from, name)
    }

    fn handing(&self, from: FileId, name: &str) -> Vec<FileId> {
        self.handing_over(from, name)
    }

    fn has_package(&self, from: FileId, name: &str) -> bool {
        let Some(path) = self.path(from) else { return false };
        let packages = &self.state.resolver.packages;
        packages.around(&path).any(|package| package.takes_from_elsewhere(name))
            || path.ancestors().skip(1).any(|folder| folder.join("node_modules").join(name).exists())
    }

    fn depends_on(&self, from: FileId, name: &str) -> bool {
        let Some(path) = self.path(from) else { return false };
        self.state.resolver.packages.around(&path).any(|package| package.depends_on(name))
    }

    fn variables(&self, file: FileId, name: &str) -> Vec<EnvVariable> {
        let Some(path) = self.path(file) else { return Vec::new() };
        self.state.surroundings.environment(&path, |environment| {
            let known = environment.all(name).filter(|variable| !variable.example);
            let known = known.map(|variable| EnvVariable {
                place: Place { file: Some(variable.file.clone()), range: variable.name },
                form: variable.value.form(),
                fingerprint: variable.value.fingerprint(),
            });
            known.collect()
        })
    }

    fn variable_names(&self, file: FileId) -> Vec<SmolStr> {
        let Some(path) = self.path(file) else { return Vec::new() };
        self.state.surroundings.environment(&path, |environment| {
            let mut names: Vec<SmolStr> = environment.variables().map(|(name, _)| name.clone()).collect();
            names.sort_unstable();
            names
        })
    }
}

impl PathMemo for View {
    fn file(&self, path: &Path) -> bool {
        let file = self.state.shared.paths.find(path);
        file.is_some_and(|file| self.state.files.get(file.0 as usize).is_some())
    }

    fn folder(&self, path: &Path) -> bool {
        self.state.index.has_folder(path)
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is ever half-written under these locks, so a panic elsewhere does not spoil what they guard.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
