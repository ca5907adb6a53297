//! The files that `.gitignore`, `.ignore` and `.git/info/exclude` leave out, with the precedence of git and ripgrep.
//!
//! The walk's crate knows these files as well, but opens whatever has their name: a FIFO would hold it up for good.

use super::regular_file::read_regular;
use super::walk::{WalkError, WalkErrorKind};
use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The maximum size of an ignore file that is read (4 MiB).
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The verdict of ignore rules on a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoreVerdict {
    /// It is ignored.
    Ignored,
    /// It is not, whatever else speaks against it.
    Wanted,
    /// Nothing.
    Unknown,
}

/// The rules for one walk, read folder by folder.
#[derive(Debug)]
pub struct Ignored {
    /// Distinguishes one walk from another.
    id: u64,
    folders: Mutex<FxHashMap<PathBuf, Chain>>,
    roots: Vec<Root>,
    errors: Mutex<Vec<WalkError>>,
}

/// The rules of a folder and of those above it; folders without rules have the chain of the one above.
type Chain = Option<Arc<Folder>>;

/// A root, as it was given and without symbolic links.
#[derive(Debug)]
struct Root {
    given: PathBuf,
    real: PathBuf,
}

/// The rules of one folder.
#[derive(Debug)]
struct Folder {
    above: Chain,
    /// True when the folder lies above the root: its rules are about real paths.
    outside: bool,
    /// True when a repository begins here: git's rules from the folders above do not apply in it.
    repository: bool,
    ignore: Gitignore,
    gitignore: Gitignore,
    exclude: Gitignore,
}

thread_local! {
    /// The folder that was asked about last: a walk goes through a folder entry by entry.
    static LAST: RefCell<(u64, PathBuf, Chain)> = RefCell::default();
}

impl Ignored {
    /// The rules for a walk through `roots`; without any, for paths from anywhere.
    pub fn new(roots: &[PathBuf]) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let root = |given: &PathBuf| Root {
            given: given.clone(),
            real: dunce::canonicalize(given).unwrap_or_else(|_| given.clone()),
        };
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            folders: Mutex::default(),
            roots: roots.iter().map(root).collect(),
            errors: Mutex::default(),
        }
    }

    /// Returns the verdict of the rules on the entry at `path`, which lies below a root.
    pub fn verdict(&self, path: &Path, is_folder: bool) -> IgnoreVerdict {
        LAST.with_borrow_mut(|(id, folder, chain)| {
            if *id != self.id || !lies_right_in(path, folder) {
                let Some(parent) = path.parent() else { return IgnoreVerdict::Unknown };
                *chain = self.chain(parent);
                folder.clear();
                folder.push(parent);
                *id = self.id;
            }
            self.weigh(chain.as_ref(), path, is_folder)
        })
    }

    /// Returns whether the rules leave out a folder, or one above it.
    pub fn leaves_out(&self, folder: &Path) -> bool {
        folder.ancestors().any(|folder| self.verdict(folder, true) == IgnoreVerdict::Ignored)
    }

    /// The ignore files that could not be read.
    pub fn errors(self) -> Vec<WalkError> {
        self.errors.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// `.ignore` overrides `.gitignore`, which overrides `.git/info/exclude`; of the files of one name, the nearest
    /// overrides the rest.
    fn weigh(&self, chain: Option<&Arc<Folder>>, path: &Path, is_folder: bool) -> IgnoreVerdict {
        if chain.is_none() {
            return IgnoreVerdict::Unknown;
        }
        let mut real = None;
        let (mut ignore, mut gitignore, mut exclude) =
            (IgnoreVerdict::Unknown, IgnoreVerdict::Unknown, IgnoreVerdict::Unknown);
        let mut repository = false;
        let mut next = chain;
        while let Some(folder) = next {
            let path = if folder.outside { &**real.get_or_insert_with(|| self.real(path)) } else { path };
            for (found, rules, of_git) in [
                (&mut ignore, &folder.ignore, false),
                (&mut gitignore, &folder.gitignore, true),
                (&mut exclude, &folder.exclude, true),
            ] {
                if *found == IgnoreVerdict::Unknown && !(of_git && repository) {
                    *found = match rules.matched(path, is_folder) {
                        Match::None => IgnoreVerdict::Unknown,
                        Match::Ignore(_) => IgnoreVerdict::Ignored,
                        Match::Whitelist(_) => IgnoreVerdict::Wanted,
                    };
                }
            }
            repository |= folder.repository;
            next = folder.above.as_ref();
        }
        [ignore, gitignore, exclude]
            .into_iter()
            .find(|found| *found != IgnoreVerdict::Unknown)
            .unwrap_or(IgnoreVerdict::Unknown)
    }

    /// The root that a path lies below.
    fn root_of(&self, path: &Path) -> Option<&Root> {
        let roots = self.roots.iter().filter(|root| path.starts_with(&root.given));
        roots.max_by_key(|root| root.given.as_os_str().len())
    }

    fn real(&self, path: &Path) -> PathBuf {
        let real = self.root_of(path).and_then(|root| Some(root.real.join(path.strip_prefix(&root.given).ok()?)));
        real.unwrap_or_else(|| path.to_path_buf())
    }

    /// The rules for the entries of a folder at or below a root.
    fn chain(&self, folder: &Path) -> Chain {
        let lock = || self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        // Up to the nearest folder that is known, or to the root; from there down again. Never by recursion: folders may
        // be as deep as paths are long.
        let mut unknown = Vec::new();
        let mut chain = None;
        for folder in folder.ancestors() {
            if let Some(known) = lock().get(folder) {
                chain = known.clone();
                break;
            }
            unknown.push(folder);
            if let Some(root) = self.roots.iter().find(|root| root.given == folder) {
                for above in root.real.ancestors().skip(1).collect::<Vec<_>>().into_iter().rev() {
                    chain = self.with(chain, above, true);
                }
                break;
            }
        }
        for folder in unknown.into_iter().rev() {
            chain = self.with(chain, folder, false);
            lock().insert(folder.to_path_buf(), chain.clone());
        }
        chain
    }

    /// A chain with the rules of one more folder.
    fn with(&self, above: Chain, folder: &Path, outside: bool) -> Chain {
        let ignore = self.rules(folder, &folder.join(".ignore"));
        let gitignore = self.rules(folder, &folder.join(".gitignore"));
        let exclude = self.git_folder(folder).and_then(|git| self.rules(folder, &git.join("info/exclude")));
        let repository = above.is_some() && folder.join(".git").exists();
        if ignore.is_none() && gitignore.is_none() && exclude.is_none() && !repository {
            return above;
        }
        let or_none = |rules: Option<Gitignore>| rules.unwrap_or_else(Gitignore::empty);
        let (ignore, gitignore, exclude) = (or_none(ignore), or_none(gitignore), or_none(exclude));
        Some(Arc::new(Folder { above, outside, repository, ignore, gitignore, exclude }))
    }

    /// The rules in a file; `None` when there are none.
    fn rules(&self, folder: &Path, file: &Path) -> Option<Gitignore> {
        let bytes = self.read(file)?;
        let mut builder = GitignoreBuilder::new(folder);
        for line in String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').lines() {
            // A line that is no glob says nothing.
            let _ = builder.add_line(None, line);
        }
        builder.build().ok().filter(|rules| !rules.is_empty())
    }

    /// The folder that a repository keeps its own files in, for the work tree at `folder`.
    fn git_folder(&self, folder: &Path) -> Option<PathBuf> {
        let git = folder.join(".git");
        if std::fs::metadata(&git).ok()?.is_dir() {
            return Some(git);
        }
        // That of a work tree beside the repository, or of a submodule.
        let line = |path: &Path| Some(path_of(self.read(path)?.split(|&b| b == b'\n').next()?.trim_ascii_end()));
        let own = line(&git)?;
        let own = folder.join(own.to_str()?.strip_prefix("gitdir: ")?);
        let common = line(&own.join("commondir"));
        Some(common.map_or_else(|| own.clone(), |common| own.join(common)))
    }

    fn read(&self, file: &Path) -> Option<Vec<u8>> {
        match read_regular(file, MAX_BYTES) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                use io::ErrorKind::{FileTooLarge, IsADirectory, NotADirectory, NotFound};
                let why = match error.kind() {
                    NotFound | NotADirectory | IsADirectory => return None,
                    FileTooLarge => "it is too large".to_owned(),
                    _ => error.to_string(),
                };
                let message = format!("is skipped: {why}; files that it ignores may be checked");
                let error = WalkError { path: Some(file.to_path_buf()), message, kind: WalkErrorKind::IgnoreFile };
                self.errors.lock().unwrap_or_else(PoisonError::into_inner).push(error);
                None
            }
        }
    }
}

/// Returns whether the bytes show at once that a path is that of an entry of a folder: nearly every path that a walk
/// asks about is, and to take paths apart is long. An empty `folder` is none.
fn lies_right_in(path: &Path, folder: &Path) -> bool {
    let (path, folder) = (path.as_os_str().as_encoded_bytes(), folder.as_os_str().as_encoded_bytes());
    let is_separator = |byte: &u8| std::path::is_separator(char::from(*byte));
    let name = path.strip_prefix(folder).and_then(|rest| rest.split_first());
    !folder.is_empty()
        && name.is_some_and(|(first, name)| is_separator(first) && !name.is_empty() && !name.iter().any(is_separator))
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    OsStr::new(&*String::from_utf8_lossy(bytes)).into()
}
