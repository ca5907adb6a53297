//! `--watch`: the check again after each change on disk.

use super::judge::SettingsByFile;
use super::scope::AskedFiles;
use super::{Args, names, once};
use crate::cli::FAILED;
use crate::cli::output;
use crate::disk::{folders_of_walk, forget_troubles, in_node_modules};
use crate::project::{FileRole, is_ignore_file, role_of};
use crate::report::count;
use crate::text::plain;
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The time without another change after which the check begins: editors and version control write several files.
const QUIET: Duration = Duration::from_millis(50);
/// The time after the first change that is waited at the most.
const PATIENCE: Duration = Duration::from_secs(2);

/// The result of events.
type Reported = notify::Result<Event>;

/// Checks, and again after each change, until the process is interrupted or its output is closed. Returns the exit code
/// when it cannot go on.
pub fn watch(args: &Args) -> u8 {
    match try_watch(args) {
        Ok(code) => code,
        Err(why) => output::failed(&why),
    }
}

fn try_watch(args: &Args) -> Result<u8, String> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(|error| told(&error))?;
    let mut discovered = None;
    let mut watched = FxHashSet::default();
    loop {
        forget_troubles();
        // Before they are read, so that no change in between is missed.
        if discovered.is_none() {
            watched = watch_folders(&mut watcher, args)?;
        }
        let code = once(args, Some(&mut discovered));
        if watched.is_empty() || output::is_closed() {
            return Ok(code);
        }
        if !args.quiet {
            output::print_error(&format!(
                "Watching {} for changes; press Ctrl+C to stop.\n",
                count(watched.len(), "folder")
            ));
        }
        let Some(changes) = next_changes(&events, &watched) else { return Ok(FAILED) };
        if !args.quiet {
            output::print_error(&format!("\n{} changed.\n", changes.sentence()));
        }
        match &mut discovered {
            Some(known) if !changes.of_folders => {
                let paths: Vec<PathBuf> = changes.files.into_iter().collect();
                if known.host.disk_changed(&paths, &|| false).is_none() {
                    discovered = None;
                }
            }
            _ => discovered = None,
        }
    }
}

/// Watches the folders that the check walks, and no others: `node_modules` alone may have more than a system watches.
fn watch_folders(watcher: &mut RecommendedWatcher, args: &Args) -> Result<FxHashSet<PathBuf>, String> {
    let judge = SettingsByFile::new(args)?;
    let roots = AskedFiles::of(&args.paths, &judge, None, &mut Vec::new()).roots();
    let folders = folders_of_walk(&roots);
    for folder in &folders {
        match watcher.watch(folder, RecursiveMode::NonRecursive) {
            // It was removed in the meantime.
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => {}
            watched => watched.map_err(|error| told(&error))?,
        }
    }
    Ok(folders.into_iter().collect())
}

/// The sentence for people about an error.
fn told(error: &notify::Error) -> String {
    match error.kind {
        ErrorKind::MaxFilesWatch => {
            "the system watches no more folders; raise its limit (on Linux fs.inotify.max_user_watches), or check fewer folders".to_owned()
        }
        _ => format!("changes on disk cannot be watched: {error}"),
    }
}

/// The changes to take in before the next check.
#[derive(Default)]
struct Changes {
    files: BTreeSet<PathBuf>,
    /// True when folders came or went, or other files are ignored now.
    of_folders: bool,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.of_folders
    }

    /// Takes in what was reported, as far as the result of a check may depend on it.
    fn add(&mut self, reported: Reported, watched: &FxHashSet<PathBuf>) {
        let Ok(event) = reported else {
            self.of_folders = true;
            return;
        };
        self.of_folders |= event.need_rescan();
        // The check itself reads files.
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in event.paths {
            if in_node_modules(&path) {
                continue;
            }
            let is_folder = || path.is_dir() || watched.contains(&path);
            match role_of(&path) {
                FileRole::Other if is_ignore_file(&path) || is_folder() => self.of_folders = true,
                // A report that this writes, for one.
                FileRole::Other => {}
                _ => drop(self.files.insert(path)),
            }
        }
    }

    /// The names of what changed.
    fn sentence(&self) -> String {
        let folder = std::env::current_dir().unwrap_or_default();
        let first = self.files.first().map(|path| plain(&names::shown(&folder, Path::new(path))).into_owned());
        match (first, self.files.len()) {
            (Some(first), 1) => first,
            (Some(first), more) => format!("{first} and {}", count(more - 1, "other file")),
            (None, _) => "Folders".to_owned(),
        }
    }
}

/// Waits for changes; `None` when nothing is reported any more.
fn next_changes(events: &Receiver<Reported>, watched: &FxHashSet<PathBuf>) -> Option<Changes> {
    let mut changes = Changes::default();
    while changes.is_empty() {
        changes.add(events.recv().ok()?, watched);
    }
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        match events.recv_timeout(QUIET) {
            Ok(reported) => changes.add(reported, watched),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(changes)
}
