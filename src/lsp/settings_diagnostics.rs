//! Diagnostics of wrong settings that were sent to the client, so that each is sent once and withdrawn.

use rustc_hash::{FxHashMap, FxHashSet};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tower_lsp::lsp_types::Url;

/// The wrong settings that were reported to the client.
#[derive(Default)]
pub struct SettingsDiagnostics(Mutex<Reported>);

/// The problems that were reported and not withdrawn since.
#[derive(Default)]
pub struct Reported {
    /// Digests of the diagnostics shown in settings files, and the spelling of their URIs.
    pub shown: FxHashMap<PathBuf, (u64, Url)>,
    /// The problems reported by messages: the file, the setting, and the mistake in it.
    pub said: FxHashSet<(Option<PathBuf>, String, String)>,
}

impl SettingsDiagnostics {
    /// All of it, for one to change.
    pub fn lock(&self) -> MutexGuard<'_, Reported> {
        // Nothing is ever half-written under this lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
