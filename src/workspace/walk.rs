//! Walking folders in parallel.

use super::ignored::{Ignored, Verdict};
use super::parallel::available;
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::fmt;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More threads than this make no walk faster.
const MOST_THREADS: usize = 12;

/// A file that the walk found.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its path, beginning as the root it was found under.
    pub path: &'a Path,
    /// Whether it is a symbolic link, to whatever: the walk does not look behind it.
    pub link: bool,
}

/// A place that the walk could not look into.
#[derive(Debug)]
pub struct WalkError {
    /// Where, when the system says.
    pub path: Option<PathBuf>,
    /// Why, for people.
    pub message: String,
    /// How much it matters.
    pub kind: WalkErrorKind,
}

/// How much it matters that a place was not looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalkErrorKind {
    /// Part of the work could not be done.
    Failure,
    /// A file was passed over that is rarely meant.
    Skipped,
    /// A file with rules for the walk was passed over.
    IgnoreFile,
}

impl fmt::Display for WalkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Walks `roots` in parallel and shows every file to a worker; `worker` makes one for each thread, so that it can keep
/// buffers. The work is done in the walk's own threads. `.gitignore` and `.ignore` are honoured with and without a
/// repository around; `node_modules` and hidden files are left out; symbolic links are not followed, so that nothing
/// is seen twice and no loop can hold the walk. What cannot be looked into is told and passed over. A worker that breaks
/// ends the walk.
pub fn walk<'s, W>(roots: &[PathBuf], worker: impl Fn() -> W)
where
    W: FnMut(Result<Entry<'_>, WalkError>) -> ControlFlow<()> + Send + 's,
{
    walk_among(roots, None, worker);
}

/// As [`walk`], but only what leads to one of the paths `among`, and what lies below one: which of them the whole walk
/// would show. `None` is the whole walk.
pub fn walk_among<'s, W>(roots: &[PathBuf], among: Option<&[PathBuf]>, worker: impl Fn() -> W)
where
    W: FnMut(Result<Entry<'_>, WalkError>) -> ControlFlow<()> + Send + 's,
{
    let Some((first, rest)) = roots.split_first() else { return };
    let mut builder = WalkBuilder::new(first);
    for root in rest {
        builder.add(root);
    }
    // Ignore files are read here, not there. The user's own is left out: the same repository gives the same findings on
    // every machine.
    builder.standard_filters(false).follow_links(false);
    let ignored = Arc::new(Ignored::new(roots));
    let rules = ignored.clone();
    let among = among.map(<[PathBuf]>::to_vec);
    builder.filter_entry(move |entry| {
        let leads = |path: &PathBuf| path.starts_with(entry.path()) || entry.path().starts_with(path);
        entry.file_name() != "node_modules"
            && among.as_ref().is_none_or(|among| among.iter().any(leads))
            && is_wanted(&rules, entry)
    });
    let show = |worker: &mut W, entry: Result<DirEntry, ignore::Error>| match &entry {
        Ok(entry) => match entry.file_type() {
            Some(kind) if kind.is_file() || kind.is_symlink() => {
                worker(Ok(Entry { path: entry.path(), link: kind.is_symlink() }))
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

/// Whether rules and its name let an entry be seen.
fn is_wanted(ignored: &Ignored, entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    match ignored.verdict(entry.path(), is_folder) {
        Verdict::Ignored => false,
        Verdict::Wanted => true,
        Verdict::Unknown => !is_hidden(entry),
    }
}

#[cfg(not(windows))]
fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(windows)]
fn is_hidden(entry: &DirEntry) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 2;
    entry.file_name().as_encoded_bytes().starts_with(b".")
        || entry.metadata().is_ok_and(|metadata| metadata.file_attributes() & HIDDEN != 0)
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
