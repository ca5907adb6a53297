//! The events of a project that were not looked at yet. However many there are, each is kept once.

use crate::lsp::activity::{Activity, Busy};
use crate::lsp::documents::Entry;
use crate::lsp::uris::DocumentKey;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// The events.
#[derive(Default)]
pub struct PendingEvents {
    /// The files are to be looked for, from scratch.
    pub discover: bool,
    /// Open documents that were looked at, or whose text is new. The newest of each.
    pub documents: FxHashMap<DocumentKey, Arc<Entry>>,
    /// Files that were closed in the editor: the file on disk counts again.
    pub closed: FxHashSet<PathBuf>,
    /// Files that may have changed on disk, and folders in which something may have.
    pub disk: FxHashSet<PathBuf>,
    /// Settings may have changed, or which files are shown.
    pub settings: bool,
    /// The disk is to be compared with the known state: changes are not reported.
    pub compare_disk: bool,
}

impl PendingEvents {
    /// Notes a document. Of two openings of one the newer counts, in whatever order they arrive.
    pub fn document(&mut self, entry: &Arc<Entry>) {
        let known = self.documents.entry(entry.key.clone()).or_insert_with(|| entry.clone());
        if known.serial < entry.serial {
            *known = entry.clone();
        }
    }

    /// Returns whether nothing happened.
    pub fn is_empty(&self) -> bool {
        let Self { discover, documents, closed, disk, settings, compare_disk } = self;
        !(*discover || *settings || *compare_disk) && documents.is_empty() && closed.is_empty() && disk.is_empty()
    }
}

/// The mailbox of a project, in which events wait.
pub struct Mailbox {
    state: Mutex<State>,
    arrived: Notify,
    activity: Arc<Activity>,
}

#[derive(Default)]
struct State {
    pending: PendingEvents,
    over: bool,
    /// From the first event until there is nothing left to do.
    busy: Option<Busy>,
}

impl Mailbox {
    /// With nothing in it.
    pub fn new(activity: Arc<Activity>) -> Self {
        Self { state: Mutex::default(), arrived: Notify::new(), activity }
    }

    /// Writes something down.
    pub fn put(&self, write: impl FnOnce(&mut PendingEvents)) {
        let mut state = self.lock();
        write(&mut state.pending);
        if !state.over {
            state.busy.get_or_insert_with(|| self.activity.begin());
        }
        drop(state);
        self.arrived.notify_one();
    }

    /// All that came since the last time.
    pub fn take(&self) -> PendingEvents {
        std::mem::take(&mut self.lock().pending)
    }

    /// Ends the mailbox: nothing is kept any more.
    pub fn end(&self) {
        self.lock().over = true;
        self.arrived.notify_one();
    }

    /// The reader of the mailbox has ended.
    pub fn leave(&self) {
        self.lock().busy = None;
    }

    /// Returns whether it was ended.
    pub fn is_over(&self) -> bool {
        self.lock().over
    }

    /// Waits until something comes, or is there already. For one waiter, which has nothing else to do.
    pub async fn wait(&self) {
        loop {
            let (empty, over) = {
                let mut state = self.lock();
                if state.pending.is_empty() {
                    state.busy = None;
                }
                (state.pending.is_empty(), state.over)
            };
            if !empty || over {
                return;
            }
            self.arrived.notified().await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing is ever half-written under this lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
