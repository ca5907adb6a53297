//! `--watch`: the check again after each change on disk.

use super::judge::SettingsByFile;
use super::scope::AskedFiles;
use super::{Args, names, once};
use crate::cli::FAILED;
use crate::cli::output;
use crate::disk::{folders_of_walk, forget_troubles, in_node_modules};
use crate::project::{FileRole, is_ignore_file, role_of};
use crate::settings::FILE_NAME;
use crate::text::{count, plain};
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
    let mut watched = Watched::default();
    loop {
        // Before they are read, so that no change in between is missed.
        if discovered.is_none() {
            match Watched::of(args) {
                Ok(now) => watched = now,
                // A file that is being written may be gone for a moment; the check says so.
                Err(_) if !watched.folders.is_empty() => {}
                Err(why) => return Err(why),
            }
            watched.watch(&mut watcher)?;
        }
        let code = once(args, Some(&mut discovered));
        if watched.folders.is_empty() || output::is_closed() {
            return Ok(code);
        }
        if !args.quiet {
            output::print_error(&format!(
                "Watching {} for changes; press Ctrl+C to stop.\n",
                count(watched.folders.len(), "folder")
            ));
        }
        let Some(changes) = next_changes(&events, &watched) else { return Ok(FAILED) };
        forget_troubles();
        if !args.quiet {
            output::print_error(&format!("\n{} changed.\n", changes.sentence()));
        }
        match &mut discovered {
            Some(known) if !changes.of_folders => {
                let paths: Vec<PathBuf> = changes.files.into_iter().collect();
                // A place that cannot be read is told of by a walk.
                if known.host.disk_changed(&paths, &|| false).is_none_or(|changed| !changed.files.unread.is_empty()) {
                    discovered = None;
                }
            }
            _ => discovered = None,
        }
    }
}

/// The files and folders that the result of a check depends on.
#[derive(Default)]
struct Watched {
    /// The folders that the check walks, and no others: `node_modules` alone may have more than a system watches.
    folders: FxHashSet<PathBuf>,
    /// The files that arguments and settings name, wherever they are.
    named: FxHashSet<PathBuf>,
}

impl Watched {
    fn of(args: &Args) -> Result<Self, String> {
        let judge = SettingsByFile::new(args)?;
        let roots = AskedFiles::of(&args.paths, &judge, None, &mut Vec::new()).roots();
        let folders: FxHashSet<PathBuf> = folders_of_walk(&roots).into_iter().collect();
        let options = [&args.config, &args.baseline].into_iter().flatten();
        let mut named: FxHashSet<PathBuf> = options.map(|path| names::absolute(&judge.folder, path)).collect();
        for folder in &folders {
            named.extend(judge.settings(&folder.join(FILE_NAME)).files.iter().cloned());
        }
        Ok(Self { folders, named })
    }

    fn watch(&self, watcher: &mut RecommendedWatcher) -> Result<(), String> {
        // Editors save by renaming: a file is watched by its folder.
        let beside =
            self.named.iter().filter_map(|file| file.parent()).filter(|folder| !self.folders.contains(*folder));
        let beside: FxHashSet<&Path> = beside.collect();
        for folder in self.folders.iter().map(PathBuf::as_path).chain(beside) {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                // It was removed in the meantime.
                Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => {}
                watched => watched.map_err(|error| told(&error))?,
            }
        }
        Ok(())
    }

    /// Returns whether a file or folder at `path` matters.
    fn has(&self, path: &Path) -> bool {
        self.named.contains(path)
            || self.folders.contains(path)
            || path.parent().is_some_and(|folder| self.folders.contains(folder))
    }
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
    /// True when folders came or went, other files are ignored now, or arguments or settings have another meaning.
    of_folders: bool,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.of_folders
    }

    /// Takes in what was reported, as far as the result of a check may depend on it.
    fn add(&mut self, reported: Reported, watched: &Watched) {
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
            if in_node_modules(&path) || !watched.has(&path) {
                continue;
            }
            let is_folder = || path.is_dir() || watched.folders.contains(&path);
            match role_of(&path) {
                _ if watched.named.contains(&path) => {
                    self.of_folders = true;
                    self.files.insert(path);
                }
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
fn next_changes(events: &Receiver<Reported>, watched: &Watched) -> Option<Changes> {
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
