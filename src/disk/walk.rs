//! Walking folders in parallel.

use super::ignored::{IgnoreVerdict, Ignored};
use super::parallel::available;
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::ffi::OsStr;
use std::fmt;
use std::fs::Metadata;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder of this name no walk goes into.
const NEVER: &str = "node_modules";

/// More threads than this make no walk faster.
const MOST_THREADS: usize = 12;

/// A file that the walk found.
#[derive(Debug)]
pub struct WalkedFile<'a> {
    /// Its path, beginning as the root it was found under.
    pub path: &'a Path,
    /// Its name.
    pub name: &'a OsStr,
    /// True for a symbolic link, whatever its target: the walk does not follow it.
    pub link: bool,
}

/// A place that the walk could not look into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkError {
    /// The path, when the system reports it.
    pub path: Option<PathBuf>,
    /// The reason, for users.
    pub message: String,
    /// The importance of the error.
    pub kind: WalkErrorKind,
}

/// The importance of a place that was not looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalkErrorKind {
    /// Part of the work could not be done.
    Failure,
    /// A file was skipped that is rarely meant.
    Skipped,
    /// A file with rules for the walk was skipped.
    IgnoreFile,
}

impl fmt::Display for WalkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Walks `roots` in parallel and shows every file to a worker; `worker` makes one for each thread, so that it can keep
/// buffers. The work is done in the walk's own threads. `.gitignore` and `.ignore` are honored with and without a
/// repository around; `node_modules` and hidden files are left out; symbolic links are not followed, so that nothing is
/// seen twice and no loop can hold the walk. Anything unreadable is reported and skipped. A worker that breaks ends the
/// walk.
pub fn walk<'s, W>(roots: &[PathBuf], worker: impl Fn() -> W)
where
    W: FnMut(Result<WalkedFile<'_>, WalkError>) -> ControlFlow<()> + Send + 's,
{
    walk_among(roots, None, worker);
}

/// As [`walk`], but only what leads to one of the paths `among`, and what lies below one: which of them the whole walk
/// would show. `None` is the whole walk.
pub fn walk_among<'s, W>(roots: &[PathBuf], among: Option<&[PathBuf]>, worker: impl Fn() -> W)
where
    W: FnMut(Result<WalkedFile<'_>, WalkError>) -> ControlFlow<()> + Send + 's,
{
    let ignored = Arc::new(Ignored::new(roots));
    let Some(mut builder) = builder(roots, among, ignored.clone()) else { return };
    let show = |worker: &mut W, entry: Result<DirEntry, ignore::Error>| match &entry {
        Ok(entry) => match entry.file_type() {
            Some(kind) if kind.is_file() || kind.is_symlink() => {
                worker(Ok(WalkedFile { path: entry.path(), name: entry.file_name(), link: kind.is_symlink() }))
            }
            Some(kind) if !kind.is_dir() => worker(Err(WalkError {
                path: Some(entry.path().to_path_buf()),
                message: "is skipped: it is not a regular file".to_owned(),
                kind: WalkErrorKind::Skipped,
            })),
            _ => ControlFlow::Continue(()),
        },
        Err(error) => worker(Err(describe(error))),
    };
    // The parallel walk needs all the threads that it asks for.
    let most = std::thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    let threads = available(most, None);
    if threads > 0 {
        builder.threads(threads).build_parallel().run(|| {
            let mut worker = worker();
            Box::new(
                move |entry| if show(&mut worker, entry).is_break() { WalkState::Quit } else { WalkState::Continue },
            )
        });
    } else {
        let mut worker = worker();
        let _ = builder.build().try_for_each(|entry| show(&mut worker, entry));
    }
    drop(builder);
    let errors = Arc::into_inner(ignored).map(Ignored::errors).unwrap_or_default();
    if !errors.is_empty() {
        let mut worker = worker();
        let _ = errors.into_iter().try_for_each(|error| worker(Err(error)));
    }
}

/// The folders that a walk of `roots` goes through.
pub fn folders_of_walk(roots: &[PathBuf]) -> Vec<PathBuf> {
    let Some(builder) = builder(roots, None, Arc::new(Ignored::new(roots))) else { return Vec::new() };
    let folders =
        builder.build().filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|it| it.is_dir()));
    folders.map(DirEntry::into_path).collect()
}

/// A walk of `roots`, or of what of them leads to one of the paths `among`; `None` where there are none.
fn builder(roots: &[PathBuf], among: Option<&[PathBuf]>, rules: Arc<Ignored>) -> Option<WalkBuilder> {
    let (first, rest) = roots.split_first()?;
    let mut builder = WalkBuilder::new(first);
    for root in rest {
        builder.add(root);
    }
    // Ignore files are read here, not there. The user's own is left out: the same repository gives the same findings on
    // every machine.
    builder.standard_filters(false).follow_links(false);
    let among = among.map(<[PathBuf]>::to_vec);
    builder.filter_entry(move |entry| {
        let leads = |path: &PathBuf| path.starts_with(entry.path()) || entry.path().starts_with(path);
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let name = entry.file_name();
        let is_hidden = || is_hidden(name, if cfg!(windows) { entry.metadata().ok() } else { None });
        name != NEVER
            && among.as_ref().is_none_or(|among| among.iter().any(leads))
            && is_wanted(rules.verdict(entry.path(), is_folder), is_hidden)
    });
    Some(builder)
}

/// Returns whether a walk through `root` does not come to the folder at `path` below: rules or names leave it out, or
/// one that it lies in, or a symbolic link is in the way.
pub fn is_passed_over(path: &Path, root: &Path) -> bool {
    let Ok(below) = path.strip_prefix(root) else { return true };
    let ignored = Ignored::new(&[root.to_path_buf()]);
    let mut folder = root.to_path_buf();
    below.components().any(|part| {
        folder.push(part);
        let metadata = folder.symlink_metadata().ok();
        let is_link = metadata.as_ref().is_some_and(|metadata| metadata.is_symlink());
        let is_hidden = || is_hidden(part.as_os_str(), metadata);
        is_link || part.as_os_str() == NEVER || !is_wanted(ignored.verdict(&folder, true), is_hidden)
    })
}

/// The folders to walk for `folders`, each of which lies in one of `projects`: the projects, and those of the folders
/// that walking these leaves out, for a path that is asked for by name is checked. A project inside another one is
/// walked with it.
pub fn folders_to_walk(projects: impl IntoIterator<Item = PathBuf>, folders: &[PathBuf]) -> Vec<PathBuf> {
    let mut projects: Vec<PathBuf> = projects.into_iter().collect();
    projects.sort();
    // Whatever lies in a folder comes right behind it.
    projects.dedup_by(|inner, outer| inner.starts_with(outer));
    let is_left_out = |folder: &&PathBuf| !projects.iter().any(|root| !is_passed_over(folder, root));
    let mut left_out: Vec<PathBuf> = folders.iter().filter(is_left_out).cloned().collect();
    left_out.sort();
    left_out.dedup();
    projects.append(&mut left_out);
    projects
}

/// Something below `root` that has one of these names and is neither a file nor a folder. Folders that ignore files
/// leave out are not searched.
pub fn find_odd(root: &Path, names: &[&str]) -> Option<PathBuf> {
    let ignored = Ignored::new(&[root.to_path_buf()]);
    let mut builder = WalkBuilder::new(root);
    builder.standard_filters(false).follow_links(false).filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        !is_folder || entry.file_name() != ".git" && ignored.verdict(entry.path(), true) != IgnoreVerdict::Ignored
    });
    let is_named = |entry: &DirEntry| names.iter().any(|name| entry.file_name() == *name);
    let is_odd = |entry: &DirEntry| {
        std::fs::metadata(entry.path()).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
    };
    let mut odd = builder.build().filter_map(Result::ok).filter(|entry| is_named(entry) && is_odd(entry));
    odd.next().map(DirEntry::into_path)
}

/// Returns whether rules and its name let an entry be seen.
fn is_wanted(verdict: IgnoreVerdict, is_hidden: impl FnOnce() -> bool) -> bool {
    match verdict {
        IgnoreVerdict::Ignored => false,
        IgnoreVerdict::Wanted => true,
        IgnoreVerdict::Unknown => !is_hidden(),
    }
}

#[cfg(not(windows))]
fn is_hidden(name: &OsStr, _metadata: Option<Metadata>) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

#[cfg(windows)]
fn is_hidden(name: &OsStr, metadata: Option<Metadata>) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 2;
    name.as_encoded_bytes().starts_with(b".")
        || metadata.is_some_and(|metadata| metadata.file_attributes() & HIDDEN != 0)
}

fn describe(error: &ignore::Error) -> WalkError {
    fn path_of(error: &ignore::Error) -> Option<PathBuf> {
        match error {
            ignore::Error::WithPath { path, .. } => Some(path.clone()),
            ignore::Error::WithLineNumber { err, .. } | ignore::Error::WithDepth { err, .. } => path_of(err),
            ignore::Error::Loop { child, .. } => Some(child.clone()),
            _ => None,
        }
    }
    let path = path_of(error);
    let message = match error.io_error() {
        Some(io) => format!("cannot be read: {io}"),
        None => error.to_string(),
    };
    WalkError { path, message, kind: WalkErrorKind::Failure }
}
