//! A cache of values read from files, each kept until its file changes. It needs no watcher: every request checks the
//! file's identity, so the next one notices a change, in every editor and on every file system.

use super::regular_file::read_as;
use super::trouble::{Stage, caught, noted};
use rustc_hash::FxHashMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// The metadata that distinguishes one state of a file from another. The inode is included for editors that save by
/// renaming: such a save can fall into the same clock tick with the same length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    len: u64,
    inode: u64,
}

impl Stamp {
    /// The stamp of the file at `path`; `None` when there is none.
    pub fn of_file(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().map(|metadata| Self::of(path, &metadata))
    }

    /// The stamp of the file at `path`, which has this metadata.
    fn of(path: &Path, metadata: &Metadata) -> Self {
        Self { modified: metadata.modified().ok(), len: metadata.len(), inode: inode(path, metadata) }
    }
}

#[cfg(unix)]
fn inode(_path: &Path, metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

/// The number that the volume has for the file; 0 where it cannot be opened. Nothing else tells a file from one that is
/// renamed to its name: Windows gives such a file the time of creation that the old one had.
#[cfg(windows)]
fn inode(path: &Path, metadata: &Metadata) -> u64 {
    let file = if metadata.is_file() { super::regular_file::open(path).ok() } else { None };
    file.and_then(|file| winapi_util::file::information(&file).ok()).map_or(0, |information| information.file_index())
}

#[cfg(not(any(unix, windows)))]
fn inode(_path: &Path, _metadata: &Metadata) -> u64 {
    0
}

/// The maximum size of a file that is read (64 MiB). The longest lock files have a few.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A cache of values that were made from files. One look at a file costs one `stat`.
#[derive(Debug)]
pub struct FreshCache<T> {
    // Only files that exist have an entry: the map cannot outgrow the disk.
    entries: Mutex<FxHashMap<PathBuf, (Stamp, Arc<T>)>>,
    /// The results of looks that count for a while, where each file is looked at once.
    looks: Option<Mutex<Looks<T>>>,
    /// True when files that cannot be read are noted.
    tells: bool,
}

#[derive(Debug)]
struct Looks<T> {
    seen: FxHashMap<PathBuf, Option<Arc<T>>>,
    /// The number of times they were forgotten.
    round: u64,
}

impl<T> Default for FreshCache<T> {
    fn default() -> Self {
        Self { entries: Mutex::default(), looks: None, tells: true }
    }
}

impl<T> FreshCache<T> {
    /// A cache that looks at each file once, also at one that is not there: the last result counts until
    /// [`FreshCache::look_again`]. A run over many files requests the same few hundreds of times.
    pub fn until_told() -> Self {
        let looks = Looks { seen: FxHashMap::default(), round: 0 };
        Self { looks: Some(Mutex::new(looks)), ..Self::default() }
    }

    /// A cache for values that report by themselves that a file cannot be read.
    pub fn in_silence(self) -> Self {
        Self { tells: false, ..self }
    }

    /// Files may be other ones now.
    pub fn look_again(&self) {
        if let Some(looks) = &self.looks {
            let mut looks = lock(looks);
            looks.seen.clear();
            looks.round += 1;
        }
    }

    /// The value of the file at `path`, made by `load` from its bytes (or from why it cannot be read) unless a value of
    /// exactly this state of the file is there already. `None` when there is no such file. Anything but a regular file
    /// is not read (a pipe could block forever), nor is a file of unreasonable length; that is noted. When `load`
    /// crashes, that is noted too, and it gets the case of a file that cannot be read.
    pub fn get(&self, path: &Path, load: impl Fn(io::Result<Vec<u8>>) -> T) -> Option<Arc<T>> {
        let Some(looks) = &self.looks else { return self.look(path, load) };
        let round = {
            let looks = lock(looks);
            if let Some(seen) = looks.seen.get(path) {
                return seen.clone();
            }
            looks.round
        };
        let seen = self.look(path, load);
        let mut looks = lock(looks);
        if looks.round == round {
            // Two threads may both look; what the first of them saw counts.
            looks.seen.entry(path.to_path_buf()).or_insert(seen).clone()
        } else {
            // It was seen before the others were forgotten.
            seen
        }
    }

    fn look(&self, path: &Path, load: impl Fn(io::Result<Vec<u8>>) -> T) -> Option<Arc<T>> {
        let Ok(metadata) = fs::metadata(path) else {
            lock(&self.entries).remove(path);
            return None;
        };
        let stamp = Stamp::of(path, &metadata);
        if let Some((known, value)) = lock(&self.entries).get(path)
            && *known == stamp
        {
            return Some(value.clone());
        }
        // Read outside the lock: a slow disk must not hold up the other documents.
        let bytes = read_as(path, MAX_BYTES, &metadata);
        let bytes = if self.tells { noted(path, bytes) } else { bytes };
        let value = caught(path, Stage::Read, || load(bytes));
        let value = Arc::new(value.unwrap_or_else(|| load(Err(io::Error::other("customerio-ls crashed")))));
        lock(&self.entries).insert(path.to_path_buf(), (stamp, value.clone()));
        Some(value)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is ever half-written under these locks, so a panic elsewhere does not spoil the maps.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_is_noticed_and_an_unchanged_one_is_not_read_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        let cache = FreshCache::default();
        let read = |bytes: io::Result<Vec<u8>>| bytes.unwrap().len();
        assert_eq!(cache.get(&path, read), None);
        fs::write(&path, "1").unwrap();
        assert_eq!(cache.get(&path, read).as_deref(), Some(&1));
        assert_eq!(cache.get(&path, |_| panic!("not read again")).as_deref(), Some(&1));
        fs::write(&path, "12").unwrap();
        assert_eq!(cache.get(&path, read).as_deref(), Some(&2));
        fs::remove_file(&path).unwrap();
        assert_eq!(cache.get(&path, read), None);
    }

    #[test]
    fn a_file_that_takes_the_place_of_another_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let (path, new) = (dir.path().join("a"), dir.path().join("b"));
        fs::write(&path, "1").unwrap();
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        let before = Stamp::of_file(&path).unwrap();
        assert_eq!(Stamp::of_file(&path), Some(before));
        fs::write(&new, "2").unwrap();
        fs::File::options().write(true).open(&new).unwrap().set_modified(time).unwrap();
        fs::rename(&new, &path).unwrap();
        let after = Stamp::of_file(&path).unwrap();
        assert_eq!((after.modified, after.len), (before.modified, before.len));
        assert_ne!(after, before);
    }

    #[test]
    fn the_first_look_counts_until_told() {
        let dir = tempfile::tempdir().unwrap();
        let (there, missing) = (dir.path().join("a"), dir.path().join("b"));
        fs::write(&there, "1").unwrap();
        let cache = FreshCache::until_told();
        let read = |bytes: io::Result<Vec<u8>>| bytes.unwrap().len();
        assert_eq!(cache.get(&there, read).as_deref(), Some(&1));
        assert_eq!(cache.get(&missing, read), None);
        fs::write(&there, "12").unwrap();
        fs::write(&missing, "1").unwrap();
        assert_eq!(cache.get(&there, read).as_deref(), Some(&1));
        assert_eq!(cache.get(&missing, read), None);
        cache.look_again();
        assert_eq!(cache.get(&there, read).as_deref(), Some(&2));
        assert_eq!(cache.get(&missing, read).as_deref(), Some(&1));
        // What is the same is not read again.
        cache.look_again();
        assert_eq!(cache.get(&there, |_| panic!("not read again")).as_deref(), Some(&2));
    }

    #[test]
    fn what_was_seen_before_does_not_count_afterwards() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        fs::write(&path, "1").unwrap();
        let cache = FreshCache::until_told();
        let slow = |bytes: io::Result<Vec<u8>>| {
            fs::write(&path, "12").unwrap();
            cache.look_again();
            bytes.unwrap().len()
        };
        assert_eq!(cache.get(&path, slow).as_deref(), Some(&1));
        assert_eq!(cache.get(&path, |bytes| bytes.unwrap().len()).as_deref(), Some(&2));
    }

    #[test]
    fn only_files_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let cache = FreshCache::default();
        assert_eq!(cache.get(dir.path(), |bytes| bytes.is_ok()).as_deref(), Some(&false));
        let path = dir.path().join("long");
        fs::File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(cache.get(&path, |bytes| bytes.is_ok()).as_deref(), Some(&false));
    }
}
