//! Where a document's settings come from: its project's file and the editor. The thin adapter to [`crate::config`].

use crate::config::Settings;
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// The settings that hold for a document.
#[derive(Debug, Default, PartialEq)]
pub struct Resolved {
    /// The merged settings.
    pub settings: Settings,
    /// Whether they leave the document out.
    pub excluded: bool,
}

/// What the editor said, and what was read from disk.
#[derive(Default)]
pub struct SettingsStore {
    editor: RwLock<Value>,
    read: Mutex<FxHashMap<Option<PathBuf>, Arc<Resolved>>>,
    questions: AtomicU64,
    /// Requests to read the settings again that have not been answered.
    rounds: AtomicU64,
}

impl SettingsStore {
    /// Takes what the editor says.
    pub fn set_editor(&self, value: Value) {
        *self.editor.write().unwrap_or_else(PoisonError::into_inner) = value;
        self.forget();
    }

    /// Numbers a question to the client; an answer counts only if no newer question was asked.
    pub fn question(&self) -> u64 {
        self.questions.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Whether `number` is that of the newest question.
    pub fn is_newest(&self, number: u64) -> bool {
        self.questions.load(Ordering::Relaxed) == number
    }

    /// Asks for a round of reading the settings again; whether the caller is to start it, because none is going on.
    pub fn begin_round(&self) -> bool {
        self.rounds.fetch_add(1, Ordering::SeqCst) == 0
    }

    /// The number of requests that a round which begins now answers.
    pub fn round(&self) -> u64 {
        self.rounds.load(Ordering::SeqCst)
    }

    /// Ends a round; whether it answered all requests.
    pub fn end_round(&self, answered: u64) -> bool {
        self.rounds.compare_exchange(answered, 0, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    /// Forgets what was read from disk.
    pub fn forget(&self) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The settings of the document at `path`. Reads files: not for the reader's thread.
    pub fn resolve(&self, path: Option<&Path>) -> Arc<Resolved> {
        let key = path.map(Path::to_owned);
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(key).or_default().clone()
    }
}
