//! The files that one analysis looks at: the one that is analyzed, and those that it was led to by imports.

use super::modules::{FileId, Modules};
use super::variable::EnvVariable;
use crate::facts::{FileFacts, Unit};
use crate::sdk::{Door, Module, PACKAGE, barely_begun, begun, taken_for_the_sdk};
use elsa::FrozenVec;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

/// The maximum number of files that one analysis is led to. Where there are more, the nearest are looked at, and that
/// is reported.
const MAX_FILES: usize = 2_000;

/// A file of an analysis, by its number there; 0 is the one that is analyzed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalFile(pub u16);

impl LocalFile {
    /// The file that is analyzed.
    pub const HERE: LocalFile = LocalFile(0);
}

/// The files of one analysis. Grows as imports are followed; what is there stays where it is.
pub struct Files<'m> {
    modules: Option<(FileId, &'m dyn Modules)>,
    facts: FrozenVec<Arc<FileFacts>>,
    /// The project's numbers, in the order of `facts`.
    ids: RefCell<Vec<FileId>>,
    known: RefCell<FxHashMap<FileId, Option<LocalFile>>>,
    /// The files that are looked at, where there are too many.
    only: Option<Rc<FxHashSet<FileId>>>,
    /// True when there were more files than the limit allows.
    is_full: Cell<bool>,
    /// True when the SDK is one of its main branch.
    is_next: Cell<bool>,
    resolved: RefCell<FxHashMap<(LocalFile, SmolStr), Option<FileId>>>,
    /// The paths that were asked for, each a copy of this analysis's own: a copy that is kept elsewhere is a place in
    /// the file.
    pointed: RefCell<FxHashMap<FileId, Arc<Path>>>,
}

impl<'m> Files<'m> {
    /// A file by itself: its imports lead nowhere.
    pub fn alone(facts: Arc<FileFacts>) -> Self {
        Self::new(facts, None)
    }

    /// A file of a project.
    pub fn of(facts: Arc<FileFacts>, file: FileId, modules: &'m dyn Modules) -> Self {
        Self::new(facts, Some((file, modules)))
    }

    /// Says whether the installed SDK has what no release has.
    pub fn tell_next(&self, is_next: bool) {
        self.is_next.set(is_next);
    }

    fn new(here: Arc<FileFacts>, modules: Option<(FileId, &'m dyn Modules)>) -> Self {
        let facts = FrozenVec::new();
        facts.push(here);
        let (mut ids, mut known) = (Vec::new(), FxHashMap::default());
        if let Some((file, _)) = modules {
            ids.push(file);
            known.insert(file, Some(LocalFile::HERE));
        }
        Self {
            modules,
            facts,
            only: None,
            ids: ids.into(),
            known: known.into(),
            is_full: Cell::new(false),
            is_next: Cell::new(false),
            resolved: RefCell::default(),
            pointed: RefCell::default(),
        }
    }

    /// The same files, of which no others than these are looked at.
    pub fn only(mut self, files: Option<Rc<FxHashSet<FileId>>>) -> Self {
        self.only = files;
        self
    }

    /// The number of expressions in the analyzed file.
    pub fn size(&self) -> u32 {
        fn of(unit: &Unit) -> usize {
            unit.exprs.len() + unit.children.iter().map(|child| of(&child.unit)).sum::<usize>()
        }
        u32::try_from(of(&self.facts(LocalFile::HERE).root)).unwrap_or(u32::MAX)
    }

    /// The facts of a file.
    pub fn facts(&self, file: LocalFile) -> &FileFacts {
        &self.facts[usize::from(file.0)]
    }

    /// The file that a specifier means; it is read when it was not yet.
    pub fn resolve(&self, from: LocalFile, specifier: &str) -> Option<LocalFile> {
        self.read(self.resolve_unread(from, specifier)?)
    }

    /// The files whose declarations may hold in a file without an import; of each, whether they certainly do.
    pub fn ambient(&self, file: LocalFile) -> Vec<(LocalFile, bool)> {
        let (Some((_, modules)), Some(id)) = (self.modules, self.id(file)) else { return Vec::new() };
        let found = modules.ambient(id).into_iter();
        found.filter_map(|(id, holds)| Some((self.read(id)?, holds))).collect()
    }

    /// The other files of the project that have to do with the SDK and put a member of this name into something.
    pub fn putting(&self, name: &str) -> Vec<LocalFile> {
        let Some((here, modules)) = self.modules else { return Vec::new() };
        modules.putting(here, name).into_iter().filter_map(|id| self.read(id)).collect()
    }

    /// The other files of the same packages that hand something over under a name, tests left out: theirs are fakes.
    pub fn handing(&self, name: &str) -> Vec<LocalFile> {
        let Some((here, modules)) = self.modules else { return Vec::new() };
        let others = modules.handing(here, name).into_iter();
        let others = others.filter(|id| !modules.path(*id).is_some_and(|path| is_test(&path)));
        others.filter_map(|id| self.read(id)).collect()
    }

    fn read(&self, id: FileId) -> Option<LocalFile> {
        if let Some(known) = self.known.borrow().get(&id) {
            return *known;
        }
        let (_, modules) = self.modules?;
        if self.facts.len() >= MAX_FILES || self.only.as_ref().is_some_and(|only| !only.contains(&id)) {
            self.is_full.set(true);
            return None;
        }
        let read = modules.facts(id);
        let no = read.map(|facts| {
            self.facts.push(facts);
            self.ids.borrow_mut().push(id);
            LocalFile(self.facts.len() as u16 - 1)
        });
        self.known.borrow_mut().insert(id, no);
        no
    }

    /// The number of files looked at so far.
    pub fn count(&self) -> usize {
        self.facts.len()
    }

    /// Compares files by what they are, whichever was met first: the analyzed one comes first, the others by their
    /// paths.
    pub fn compare(&self, one: LocalFile, other: LocalFile) -> Ordering {
        let by = |file: LocalFile| (file != LocalFile::HERE, self.path_unpointed(file));
        by(one).cmp(&by(other))
    }

    /// A number for a file that does not tell when it was met.
    pub fn mark(&self, file: LocalFile) -> u32 {
        self.id(file).map_or(0, |id| id.0 + 1)
    }

    fn path_unpointed(&self, file: LocalFile) -> Option<Arc<Path>> {
        let (_, modules) = self.modules?;
        modules.path(self.id(file)?)
    }

    /// Returns whether the analysis was led to more files than are looked at.
    pub fn is_full(&self) -> bool {
        self.is_full.get()
    }

    /// Returns whether a specifier means a file that has to do with the SDK.
    pub fn reaches(&self, from: LocalFile, specifier: &str) -> bool {
        let Some((_, modules)) = self.modules else { return false };
        self.resolve_unread(from, specifier).is_some_and(|id| modules.reaches(id))
    }

    /// Returns whether a specifier means a file of the project.
    pub fn is_own(&self, from: LocalFile, specifier: &str) -> bool {
        self.resolve_unread(from, specifier).is_some()
    }

    /// Returns whether the analyzed file gets a module of the project by a specifier, or some package that is known to
    /// be there by the name of `package`.
    pub fn is_there(&self, specifier: &str, package: &str) -> bool {
        let Some((here, modules)) = self.modules else { return false };
        self.resolve_unread(LocalFile::HERE, specifier).is_some() || modules.has_package(here, package)
    }

    /// The module of the SDK that a specifier names, that it is mistaken for, or whose name it begins: a package by that
    /// name is not there, so that the code can only mean the SDK. Where a few letters could be anything, it has to be known
    /// that the SDK is there. Of a module mistaken for it only the names of the exports are known.
    pub fn sdk_module(&self, specifier: &str) -> Option<Module> {
        let own = Module::of(specifier).map(|module| match module {
            Module::Root if self.is_next.get() => Module::Next,
            module => module,
        });
        own.or_else(|| Door::of_module(specifier).map(Module::Sibling))
            .or_else(|| {
                let mistaken = || Some((taken_for_the_sdk(specifier)?, Module::Other));
                let (package, module) = mistaken().or_else(|| Some((specifier, begun(specifier)?)))?;
                (!self.is_there(specifier, package)).then_some(module)
            })
            .or_else(|| {
                let (here, modules) = self.modules?;
                let depends_on = |name: &str| modules.depends_on(here, name);
                let is_meant = barely_begun(specifier) && depends_on(PACKAGE) && !depends_on(specifier);
                (is_meant && !self.is_there(specifier, specifier)).then_some(Module::Other)
            })
    }

    fn resolve_unread(&self, from: LocalFile, specifier: &str) -> Option<FileId> {
        let (_, modules) = self.modules?;
        let key = (from, SmolStr::new(specifier));
        if let Some(known) = self.resolved.borrow().get(&key) {
            return *known;
        }
        let from = *self.ids.borrow().get(usize::from(from.0))?;
        let id = modules.resolve(from, specifier);
        self.resolved.borrow_mut().insert(key, id);
        id
    }

    /// The number of a file in the project; `None` where the analyzed file has no project.
    pub fn id(&self, file: LocalFile) -> Option<FileId> {
        self.ids.borrow().get(usize::from(file.0)).copied()
    }

    /// The path of a file; `None` for the one that is analyzed.
    pub fn path(&self, file: LocalFile) -> Option<Arc<Path>> {
        if file == LocalFile::HERE {
            return None;
        }
        let (_, modules) = self.modules?;
        let id = *self.ids.borrow().get(usize::from(file.0))?;
        if let Some(known) = self.pointed.borrow().get(&id) {
            return Some(known.clone());
        }
        let own: Arc<Path> = Arc::from(&*modules.path(id)?);
        self.pointed.borrow_mut().insert(id, own.clone());
        Some(own)
    }

    /// The other files that something has a place in, of all that is still kept of this analysis: when the code before
    /// the place changes, the place does.
    pub fn pointed(&self) -> Vec<FileId> {
        let pointed = self.pointed.borrow();
        let kept = pointed.iter().filter(|(_, path)| Arc::strong_count(path) > 1);
        let mut kept: Vec<FileId> = kept.map(|(file, _)| *file).collect();
        kept.sort();
        kept
    }

    /// The path of the analyzed file; `None` where it stands alone.
    pub fn here(&self) -> Option<Arc<Path>> {
        let (here, modules) = self.modules?;
        modules.path(here)
    }

    /// The names that the `.env*` files around the analyzed file set, examples included.
    pub fn variable_names(&self) -> Vec<SmolStr> {
        self.modules.map_or_else(Vec::new, |(here, modules)| modules.variable_names(here))
    }

    /// Returns the entries for a variable in the `.env*` files around the analyzed file.
    pub fn variables(&self, name: &str) -> Vec<EnvVariable> {
        self.modules.map_or_else(Vec::new, |(here, modules)| modules.variables(here, name))
    }

    /// The files that were asked for so far, the analyzed one left out: when one of them changes, the result may.
    pub fn used(&self) -> Vec<FileId> {
        let mut used: Vec<FileId> = self.known.borrow().keys().copied().collect();
        used.extend(self.resolved.borrow().values().flatten());
        used.retain(|id| Some(*id) != self.modules.map(|(here, _)| here));
        used.sort();
        used.dedup();
        used
    }
}

/// Returns whether a path says that a file is a test or a mock.
pub fn is_test(path: &Path) -> bool {
    const FOLDERS: [&str; 3] = ["__tests__", "__mocks__", "__fixtures__"];
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    [".test.", ".spec.", ".mock."].iter().any(|part| name.contains(part))
        || path.components().any(|part| FOLDERS.iter().any(|folder| part.as_os_str() == *folder))
}
