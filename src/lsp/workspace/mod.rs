//! Whole projects: the results for files that are not open, and the effects of an edit on others.
//!
//! | module | purpose |
//! |---|---|
//! | [`supervisor`] | which projects there are: those of the workspace folders, and of open files outside of them |
//! | [`group`] | one project as the rest of the server sees it |
//! | [`indexer`], [`mailbox`] | the task of a project, and the events that it has not looked at |
//! | [`index`], [`events`], [`queue`] | its knowledge, how an event changes that, and which closed files wait |
//! | [`check`] | one look at a closed file |
//! | [`published`], [`pull`] | findings of closed files to the client, pushed or pulled |
//! | [`watch`], [`disk_stamps`] | changes on disk, with and without a client that reports them |

pub mod check;
pub mod disk_stamps;
pub mod events;
pub mod group;
pub mod index;
pub mod indexer;
pub mod mailbox;
pub mod published;
pub mod pull;
pub mod queue;
pub mod supervisor;
pub mod watch;

use super::activity::{Activity, Busy};
use super::documents::{Documents, Entry};
use super::settings::SettingsStore;
use super::uris::DocumentKey;
use crate::engine::{FileInProject, MemberState};
use crate::settings::FileSettings;
use group::Group;
use mailbox::PendingEvents;
use published::Shown;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::{Notify, watch as signal};

/// All projects of a session.
pub struct Workspace {
    groups: RwLock<Vec<Arc<Group>>>,
    /// Wakes the steward.
    changed: Notify,
    /// As long as the steward has something to do.
    busy: Mutex<Option<Busy>>,
    activity: Arc<Activity>,
    shown: Shown,
    over: signal::Sender<bool>,
}

impl Workspace {
    /// A workspace without projects.
    pub fn new(activity: Arc<Activity>) -> Self {
        Self {
            groups: RwLock::default(),
            changed: Notify::new(),
            busy: Mutex::default(),
            activity,
            shown: Shown::default(),
            over: signal::Sender::new(false),
        }
    }

    /// Wakes the steward to look for projects again.
    fn wake(&self) {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        busy.get_or_insert_with(|| self.activity.begin());
        self.changed.notify_one();
    }

    /// Ends all work at once.
    pub fn stop(&self) {
        self.over.send_replace(true);
        self.all().iter().for_each(|group| group.end());
    }

    /// Waits until [`Workspace::stop`].
    pub async fn stopped(&self) {
        // The sender lives as long as `self`.
        let _ = self.over.subscribe().wait_for(|over| *over).await;
    }

    /// Returns the findings of closed files that the client shows.
    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// The file at `path` among the files of its project, as far as that is known.
    pub fn place(&self, path: Option<&Path>) -> Option<FileInProject> {
        let path = path?;
        FileInProject::of(self.of(path)?.analysis(), path)
    }

    /// The project that the file at `path` lies in.
    pub fn of(&self, path: &Path) -> Option<Arc<Group>> {
        let groups = self.groups.read().unwrap_or_else(PoisonError::into_inner);
        groups.iter().find(|group| group.contains(path)).cloned()
    }

    /// All projects.
    pub fn all(&self) -> Vec<Arc<Group>> {
        self.groups.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The settings of closed files that were analyzed, those that were read from the same files once; as they are now.
    pub fn settings(&self, documents: &Documents, store: &SettingsStore) -> Vec<Arc<FileSettings>> {
        let mut distinct: Vec<Arc<MemberState>> = Vec::new();
        for group in self.all() {
            for state in group.analysis().members.values() {
                let is_open = DocumentKey::of_path(&state.path).is_some_and(|key| documents.contains(&key));
                let is_known = |other: &Arc<MemberState>| other.settings.is_of_the_same_files(&state.settings);
                if !is_open && !distinct.iter().any(is_known) {
                    distinct.push(state.clone());
                }
            }
        }
        let now = |state: &Arc<MemberState>| {
            if store.is_fresh(&state.settings) { state.settings.clone() } else { store.resolve(Some(&state.path)) }
        };
        distinct.iter().map(now).collect()
    }

    /// A document was opened. `is_watched`: whether the client reports changes on disk.
    pub fn opened(&self, is_watched: bool, entry: &Arc<Entry>) {
        self.in_case(is_watched);
        let Some(path) = entry.path.as_deref() else { return };
        match self.of(path) {
            Some(group) => group.mailbox.put(|pending| pending.document(entry)),
            None => self.wake(),
        }
    }

    /// A document was looked at, or has a new text that nothing else will look at.
    pub fn looked_at(&self, entry: &Arc<Entry>) {
        if let Some(group) = entry.path.as_deref().and_then(|path| self.of(path)) {
            group.mailbox.put(|pending| pending.document(entry));
        }
    }

    /// Explains that `what` cannot be done yet because not all files are known. Where people stopped the search for them,
    /// it begins again: nothing else would.
    pub fn why_incomplete(&self, what: &str) -> String {
        let given_up: Vec<Arc<Group>> = self.all().into_iter().filter(|it| it.analysis().is_given_up).collect();
        if given_up.is_empty() {
            return format!("{what} Try again when indexing has finished.");
        }
        given_up.iter().for_each(|group| group.mailbox.put(|pending| pending.discover = true));
        format!("{what} Indexing was cancelled and has been started again. Try again when it has finished.")
    }

    /// Returns whether the file at `path` is shown while it is closed, if there is anything to show.
    pub fn shows(&self, store: &SettingsStore, path: &Path) -> bool {
        self.of(path).is_some_and(|group| group.shows(store, path))
    }

    /// A document was closed.
    pub fn closed(&self, entry: &Entry) {
        self.wake();
        let Some(path) = entry.path.as_deref() else { return };
        if let Some(group) = self.of(path) {
            group.mailbox.put(|pending| {
                pending.documents.retain(|key, known| *key != entry.key || known.serial > entry.serial);
                pending.closed.insert(path.to_path_buf());
            });
        }
    }

    /// A document was saved. `is_watched`: whether the client reports changes on disk.
    pub fn saved(&self, is_watched: bool) {
        self.in_case(is_watched);
    }

    /// Files or folders were created, changed, renamed or deleted.
    pub fn on_disk(&self, paths: impl IntoIterator<Item = PathBuf>) {
        for path in paths {
            for group in self.all() {
                if group.contains(&path) || group.root.starts_with(&path) {
                    group.mailbox.put(|pending| pending.disk.extend([path.clone()]));
                }
            }
        }
    }

    /// Settings may have changed.
    pub fn reconsider(&self) {
        self.tell_all(|pending| pending.settings = true);
    }

    /// The workspace folders are others; `added` came. One that is there already was taken out a moment ago: its
    /// project starts over.
    pub fn folders_changed(&self, added: &[PathBuf]) {
        for group in self.all() {
            if added.iter().any(|folder| group.has_folder(folder)) {
                group.mailbox.put(|pending| pending.discover = true);
            }
        }
        self.wake();
    }

    /// The client's user does not want to wait for the work with this name.
    pub fn give_up(&self, token: &str) {
        self.all().iter().for_each(|group| group.give_up(token));
    }

    /// Changes on disk may not have been reported.
    fn in_case(&self, is_watched: bool) {
        if !is_watched {
            self.tell_all(|pending| {
                pending.compare_disk = true;
                pending.settings = true;
            });
        }
    }

    fn tell_all(&self, write: impl Fn(&mut PendingEvents)) {
        self.all().iter().for_each(|group| group.mailbox.put(&write));
    }
}
