//! One project of the workspace, as the rest of the server sees it.

use super::mailbox::Mailbox;
use crate::engine::Analysis;
use crate::lsp::activity::Activity;
use crate::lsp::settings::SettingsStore;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// A project that is wanted.
pub struct WantedProject {
    /// The folder that everything lies below.
    pub root: PathBuf,
    /// The workspace folders in it.
    pub folders: Vec<PathBuf>,
    /// The folders to walk.
    pub walked: Vec<PathBuf>,
}

/// A project. Its work goes on in a task of its own (see [`super::indexer`]).
pub struct Group {
    /// The folder that everything lies below.
    pub root: PathBuf,
    /// The events that it has not handled yet.
    pub mailbox: Mailbox,
    /// The workspace folders in it. Without any, it is there for open files alone.
    folders: RwLock<Vec<PathBuf>>,
    /// The folders to walk.
    walked: RwLock<Vec<PathBuf>>,
    analysis: Mutex<Arc<Analysis>>,
    /// A counter that is increased when running work is to stop.
    generation: Arc<AtomicU64>,
    given_up: AtomicBool,
    /// The client's token for the progress that it shows.
    token: Mutex<Option<String>>,
}

impl Group {
    /// A project of which nothing is known yet.
    pub fn new(wanted: WantedProject, activity: Arc<Activity>) -> Self {
        let WantedProject { root, folders, walked } = wanted;
        Self {
            root,
            mailbox: Mailbox::new(activity),
            folders: RwLock::new(folders),
            walked: RwLock::new(walked),
            analysis: Mutex::default(),
            generation: Arc::default(),
            given_up: AtomicBool::new(false),
            token: Mutex::default(),
        }
    }

    /// Returns its current state.
    pub fn analysis(&self) -> Arc<Analysis> {
        self.analysis.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on this is known.
    pub fn publish(&self, analysis: Analysis) {
        *self.analysis.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(analysis);
    }

    /// Returns whether the file at `path` lies in it.
    pub fn contains(&self, path: &Path) -> bool {
        path.starts_with(&self.root)
    }

    /// Returns whether findings of the file at `path` are shown while it is closed.
    pub fn shows(&self, store: &SettingsStore, path: &Path) -> bool {
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        folders.iter().any(|folder| path.starts_with(folder)) && !store.open_files_only(path)
    }

    /// Returns whether this is one of its workspace folders.
    pub fn has_folder(&self, folder: &PathBuf) -> bool {
        self.folders.read().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }

    /// The folders to walk: its own, and those workspace folders that its own rules leave out.
    pub fn walked(&self) -> Vec<PathBuf> {
        self.walked.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes other workspace folders, and applies the change.
    pub fn set_folders(&self, folders: Vec<PathBuf>, walked: Vec<PathBuf>) {
        let changes = |before: &RwLock<Vec<PathBuf>>, now: Vec<PathBuf>| {
            let mut before = before.write().unwrap_or_else(PoisonError::into_inner);
            let other = *before != now;
            *before = now;
            other
        };
        let (other_folders, other_walk) = (changes(&self.folders, folders), changes(&self.walked, walked));
        if other_folders || other_walk {
            self.mailbox.put(|pending| {
                pending.settings = true;
                pending.discover |= other_walk;
            });
        }
    }

    /// The title of its progress, for users.
    pub fn name(&self) -> String {
        self.root
            .file_name()
            .map_or_else(|| self.root.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// The counter that jobs watch.
    pub fn generation(&self) -> &Arc<AtomicU64> {
        &self.generation
    }

    /// Ends it: running work is stopped, and no more is begun.
    pub fn end(&self) {
        self.mailbox.end();
        self.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Stops the work with this token, on request. The results stay.
    pub fn give_up(&self, token: &str) {
        if self.token.lock().unwrap_or_else(PoisonError::into_inner).as_deref() == Some(token) {
            self.given_up.store(true, Ordering::SeqCst);
            self.generation.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Returns whether the work was given up; asked once for each time.
    pub fn was_given_up(&self) -> bool {
        self.given_up.swap(false, Ordering::SeqCst)
    }

    /// Sets the name by which the work can be given up.
    pub fn set_token(&self, token: Option<String>) {
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = token;
    }
}
