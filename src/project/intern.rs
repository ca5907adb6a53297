//! Paths and specifiers by number. Both tables only grow, so that a number means the same in every state of a project.

use crate::model::FileId;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;
use smol_str::SmolStr;
use std::hash::Hasher;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A module specifier, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpecId(pub u32);

/// Values by number, and their numbers by their bytes. The table holds a number instead of the value: that is small
/// enough for hundreds of thousands.
#[derive(Debug)]
struct Table<T> {
    numbers: HashTable<u32>,
    values: Vec<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { numbers: HashTable::new(), values: Vec::new() }
    }
}

trait Bytes {
    fn bytes(&self) -> &[u8];
}

/// Paths here are absolute and clean: to compare them byte by byte is as good as component by component.
impl Bytes for Path {
    fn bytes(&self) -> &[u8] {
        self.as_os_str().as_encoded_bytes()
    }
}

impl Bytes for Arc<Path> {
    fn bytes(&self) -> &[u8] {
        (**self).bytes()
    }
}

impl Bytes for SmolStr {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl<T: Bytes> Table<T> {
    fn find(&self, bytes: &[u8]) -> Option<u32> {
        self.numbers.find(hash_of(bytes), |number| self.values[*number as usize].bytes() == bytes).copied()
    }

    fn intern(&mut self, bytes: &[u8], value: impl FnOnce() -> T) -> u32 {
        let (number, is_new) = self.number(bytes);
        if is_new {
            self.values.push(value());
        }
        number
    }

    fn intern_value(&mut self, value: T) -> u32 {
        let (number, is_new) = self.number(value.bytes());
        if is_new {
            self.values.push(value);
        }
        number
    }

    /// The number of the value with these bytes, and whether it is new: it is to be added then.
    fn number(&mut self, bytes: &[u8]) -> (u32, bool) {
        let Self { numbers, values } = self;
        let is_it = |number: &u32| values[*number as usize].bytes() == bytes;
        let hash_again = |number: &u32| hash_of(values[*number as usize].bytes());
        match numbers.entry(hash_of(bytes), is_it, hash_again) {
            Entry::Occupied(known) => (*known.get(), false),
            Entry::Vacant(free) => {
                let number = values.len() as u32;
                free.insert(number);
                (number, true)
            }
        }
    }

    fn reserve(&mut self, more: usize) {
        let values = &self.values;
        self.numbers.reserve(more, |number| hash_of(values[*number as usize].bytes()));
        self.values.reserve(more);
    }
}

fn hash_of(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// The paths of all files that were ever met.
#[derive(Debug, Default)]
pub struct Paths {
    table: RwLock<Table<Arc<Path>>>,
}

impl Paths {
    /// The number of a path that was met.
    pub fn find(&self, path: &Path) -> Option<FileId> {
        read(&self.table).find(path.bytes()).map(FileId)
    }

    /// The number of a path.
    pub fn intern(&self, path: &Path) -> FileId {
        self.find(path).unwrap_or_else(|| FileId(write(&self.table).intern(path.bytes(), || path.into())))
    }

    /// Numbers many paths.
    pub fn intern_all(&self, paths: Vec<Arc<Path>>) -> Vec<FileId> {
        let mut table = write(&self.table);
        table.reserve(paths.len());
        paths.into_iter().map(|path| FileId(table.intern_value(path))).collect()
    }

    /// Numbers many paths, each with what belongs to it.
    pub fn intern_with<T>(&self, paths: Vec<(Arc<Path>, T)>) -> Vec<(FileId, T)> {
        let mut table = write(&self.table);
        table.reserve(paths.len());
        paths.into_iter().map(|(path, belongs)| (FileId(table.intern_value(path)), belongs)).collect()
    }

    /// The path with a number.
    pub fn get(&self, file: FileId) -> Option<Arc<Path>> {
        read(&self.table).values.get(file.0 as usize).cloned()
    }

    /// Returns the result of `look` on all paths, by their numbers. It may not number any.
    pub fn with_all<R>(&self, look: impl FnOnce(&[Arc<Path>]) -> R) -> R {
        look(&read(&self.table).values)
    }

    /// All paths, by their numbers.
    pub fn all(&self) -> Vec<Arc<Path>> {
        read(&self.table).values.clone()
    }
}

/// The specifiers of all files that were ever scanned.
#[derive(Debug, Default)]
pub struct Specifiers {
    table: RwLock<SpecTable>,
}

/// Specifiers by number, for one thread.
#[derive(Debug, Default)]
pub struct SpecTable(Table<SmolStr>);

impl SpecTable {
    /// The number of values.
    pub fn len(&self) -> usize {
        self.0.values.len()
    }

    /// The number of a specifier.
    pub fn intern(&mut self, text: &str) -> SpecId {
        SpecId(self.0.intern(text.as_bytes(), || SmolStr::new(text)))
    }
}

impl Specifiers {
    /// The number of a specifier.
    pub fn intern(&self, text: &str) -> SpecId {
        let known = read(&self.table).0.find(text.as_bytes()).map(SpecId);
        known.unwrap_or_else(|| write(&self.table).intern(text))
    }

    /// Takes in the specifiers of another table. For each of them, its number here; `None` when all keep their own.
    pub fn take_in(&self, other: SpecTable) -> Option<Vec<SpecId>> {
        let mut table = write(&self.table);
        if table.len() == 0 {
            *table = other;
            return None;
        }
        let texts = other.0.values.into_iter();
        Some(texts.map(|text| SpecId(table.0.intern(text.as_bytes(), || text.clone()))).collect())
    }

    /// The specifier with a number.
    pub fn get(&self, id: SpecId) -> Option<SmolStr> {
        read(&self.table).0.values.get(id.0 as usize).cloned()
    }

    /// All of them, by their numbers.
    pub fn all(&self) -> Vec<SmolStr> {
        read(&self.table).0.values.clone()
    }
}

// Nothing is ever half-written under these locks, so a panic elsewhere does not spoil the tables.
fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_what_it_is() {
        let paths = Paths::default();
        let number = |at: usize| paths.intern(Path::new(&format!("/p/{at}.ts")));
        let first: Vec<FileId> = (0..1000).map(number).collect();
        assert_eq!(first, (0..1000).map(number).collect::<Vec<_>>());
        assert_eq!(paths.get(first[7]).as_deref(), Some(Path::new("/p/7.ts")));
        assert_eq!(paths.find(Path::new("/p/7.ts")), Some(first[7]));
        assert_eq!(paths.find(Path::new("/p/x.ts")), None);
        assert_eq!(paths.get(FileId(1000)), None);
    }

    #[test]
    fn tables_of_threads_become_one() {
        let table = |texts: &[&str]| {
            let mut table = SpecTable::default();
            for text in texts {
                table.intern(text);
            }
            table
        };
        let all = Specifiers::default();
        assert_eq!(all.take_in(table(&["a", "b", "a"])), None);
        assert_eq!(all.take_in(table(&["c", "b"])), Some(vec![SpecId(2), SpecId(1)]));
        assert_eq!(all.all(), ["a", "b", "c"]);
    }
}
