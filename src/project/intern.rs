//! Paths and specifiers by number. Both tables only grow, so that a number means the same in every state of a project.

use crate::model::FileId;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::borrow::Borrow;
use std::ffi::OsStr;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A module specifier, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpecId(pub u32);

/// A path as a key: compared byte by byte, for that of [`Path`] goes component by component. Paths here are absolute and
/// clean, so it is the same.
#[derive(Debug, PartialEq, Eq)]
struct Key(Arc<Path>);

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_os_str().hash(state);
    }
}

impl Borrow<OsStr> for Key {
    fn borrow(&self) -> &OsStr {
        self.0.as_os_str()
    }
}

/// The paths of all files that were ever met.
#[derive(Debug, Default)]
pub struct Paths {
    inner: RwLock<PathTable>,
}

#[derive(Debug, Default)]
struct PathTable {
    ids: FxHashMap<Key, FileId>,
    paths: Vec<Arc<Path>>,
}

impl Paths {
    /// The number of a path that was met.
    pub fn find(&self, path: &Path) -> Option<FileId> {
        read(&self.inner).ids.get(path.as_os_str()).copied()
    }

    /// The number of a path.
    pub fn intern(&self, path: &Path) -> FileId {
        self.find(path).unwrap_or_else(|| write(&self.inner).intern(path.into()))
    }

    /// Numbers many paths, each with what belongs to it.
    pub fn intern_all<T>(&self, paths: Vec<(Arc<Path>, T)>) -> Vec<(FileId, T)> {
        let mut table = write(&self.inner);
        table.ids.reserve(paths.len());
        table.paths.reserve(paths.len());
        paths.into_iter().map(|(path, belongs)| (table.intern(path), belongs)).collect()
    }

    /// The path with a number.
    pub fn get(&self, file: FileId) -> Option<Arc<Path>> {
        read(&self.inner).paths.get(file.0 as usize).cloned()
    }

    /// All paths, by their numbers.
    pub fn all(&self) -> Vec<Arc<Path>> {
        read(&self.inner).paths.clone()
    }
}

impl PathTable {
    fn intern(&mut self, path: Arc<Path>) -> FileId {
        let next = FileId(self.paths.len() as u32);
        let id = *self.ids.entry(Key(path.clone())).or_insert(next);
        if id == next {
            self.paths.push(path);
        }
        id
    }
}

/// The specifiers of all files that were ever scanned.
#[derive(Debug, Default)]
pub struct Specifiers {
    inner: RwLock<SpecTable>,
}

/// Specifiers by number, for one thread.
#[derive(Debug, Default)]
pub struct SpecTable {
    ids: FxHashMap<SmolStr, SpecId>,
    texts: Vec<SmolStr>,
}

impl SpecTable {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// The number of a specifier.
    pub fn intern(&mut self, text: &str) -> SpecId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = SpecId(self.texts.len() as u32);
        let text = SmolStr::new(text);
        self.texts.push(text.clone());
        self.ids.insert(text, id);
        id
    }
}

impl Specifiers {
    /// The number of a specifier.
    pub fn intern(&self, text: &str) -> SpecId {
        let known = read(&self.inner).ids.get(text).copied();
        known.unwrap_or_else(|| write(&self.inner).intern(text))
    }

    /// Takes in the specifiers of another table. For each of them, its number here; `None` when all keep their own.
    pub fn take_in(&self, other: SpecTable) -> Option<Vec<SpecId>> {
        let mut table = write(&self.inner);
        if table.texts.is_empty() {
            *table = other;
            return None;
        }
        Some(other.texts.iter().map(|text| table.intern(text)).collect())
    }

    /// The specifier with a number.
    pub fn get(&self, id: SpecId) -> Option<SmolStr> {
        read(&self.inner).texts.get(id.0 as usize).cloned()
    }

    /// All of them, by their numbers.
    pub fn all(&self) -> Vec<SmolStr> {
        read(&self.inner).texts.clone()
    }
}

// Nothing is ever half-written under these locks, so a panic elsewhere does not spoil the tables.
fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
