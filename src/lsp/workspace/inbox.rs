//! What happened to a project and was not looked at yet. However much happens, it is kept once.

use crate::lsp::documents::{Entry, Key};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// What happened.
#[derive(Default)]
pub struct News {
    /// The files are to be looked for, from scratch.
    pub discover: bool,
    /// Open documents that were looked at, or whose text is new. The newest of each.
    pub documents: FxHashMap<Key, Arc<Entry>>,
    /// Files that were closed in the editor: what is on disk counts again.
    pub closed: FxHashSet<PathBuf>,
    /// Files that may have changed on disk, and folders in which something may have.
    pub disk: FxHashSet<PathBuf>,
    /// Settings may have changed, or which files are shown.
    pub settings: bool,
    /// The disk is to be compared with what is known of it: nobody tells of changes.
    pub compare_disk: bool,
}

impl News {
    /// Notes a document.
    pub fn document(&mut self, entry: &Arc<Entry>) {
        self.documents.insert(entry.key.clone(), entry.clone());
    }

    /// Whether nothing happened.
    pub fn is_empty(&self) -> bool {
        let Self { discover, documents, closed, disk, settings, compare_disk } = self;
        !(*discover || *settings || *compare_disk) && documents.is_empty() && closed.is_empty() && disk.is_empty()
    }
}

/// Where it waits.
#[derive(Default)]
pub struct Inbox {
    state: Mutex<State>,
    arrived: Notify,
}

#[derive(Default)]
struct State {
    news: News,
    over: bool,
}

impl Inbox {
    /// Writes something down.
    pub fn put(&self, write: impl FnOnce(&mut News)) {
        write(&mut self.lock().news);
        self.arrived.notify_one();
    }

    /// All that came since the last time.
    pub fn take(&self) -> News {
        std::mem::take(&mut self.lock().news)
    }

    /// Nothing counts any more.
    pub fn end(&self) {
        self.lock().over = true;
        self.arrived.notify_one();
    }

    /// Whether it was ended.
    pub fn is_over(&self) -> bool {
        self.lock().over
    }

    /// Waits until something comes, or is there already. For one waiter.
    pub async fn wait(&self) {
        loop {
            let (empty, over) = {
                let state = self.lock();
                (state.news.is_empty(), state.over)
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
