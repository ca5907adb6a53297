//! Walking folders in parallel.

use ignore::{DirEntry, WalkBuilder, WalkState};
use std::fmt;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

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
    // The user's own ignore file is left out: the same repository gives the same findings on every machine.
    builder.require_git(false).git_global(false).follow_links(false);
    match among.map(<[PathBuf]>::to_vec) {
        None => builder.filter_entry(is_no_dependency),
        Some(among) => builder.filter_entry(move |entry| {
            let leads = |path: &PathBuf| path.starts_with(entry.path()) || entry.path().starts_with(path);
            is_no_dependency(entry) && among.iter().any(leads)
        }),
    };
    builder.build_parallel().run(|| {
        let mut worker = worker();
        Box::new(move |entry| {
            let flow = match &entry {
                Ok(entry) => match entry.file_type() {
                    Some(kind) if kind.is_file() || kind.is_symlink() => {
                        worker(Ok(Entry { path: entry.path(), link: kind.is_symlink() }))
                    }
                    _ => ControlFlow::Continue(()),
                },
                Err(error) => worker(Err(describe(error))),
            };
            if flow.is_break() { WalkState::Quit } else { WalkState::Continue }
        })
    });
}

fn is_no_dependency(entry: &DirEntry) -> bool {
    entry.file_name() != "node_modules"
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
    WalkError { path, message }
}
