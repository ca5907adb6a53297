//! What the client was told of wrong settings, so that it is told once and taken back.

use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tower_lsp::lsp_types::Url;

/// What the client was told of wrong settings.
#[derive(Default)]
pub struct SettingsDiagnostics(Mutex<Reported>);

/// What was reported, and not taken back since.
#[derive(Default)]
pub struct Reported {
    /// Digests of what is shown in settings files, and how these were spelled.
    pub shown: FxHashMap<PathBuf, (u64, Url)>,
    /// What was told by messages: the file, the setting, and what is wrong with it.
    pub said: FxHashSet<(Option<PathBuf>, String, String)>,
}

impl SettingsDiagnostics {
    /// All of it, for one to change.
    pub fn lock(&self) -> MutexGuard<'_, Reported> {
        // Nothing is ever half-written under this lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
