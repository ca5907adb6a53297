//! The findings of files that are not open which the client shows or may ask for.

use super::group::Group;
use crate::lsp::digest::{NOTHING, cleared, digest};
use crate::lsp::documents::Documents;
use crate::lsp::outbox::Outbox;
use crate::lsp::uris::DocumentKey;
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use tower_lsp::lsp_types::{Diagnostic, Url};

/// The findings of closed files: only of those that have some.
pub struct Shown {
    files: Mutex<FxHashMap<DocumentKey, ShownFile>>,
    /// The number of times that files were opened. The client may have forgotten the findings of a file from before it
    /// was opened.
    openings: Mutex<FxHashMap<DocumentKey, u64>>,
    /// The number of changes, for tasks that wait for one.
    changes: watch::Sender<u64>,
}

/// The way to the client.
#[derive(Clone, Copy)]
pub struct ToClient<'s> {
    /// The open documents; their findings go another way.
    pub documents: &'s Documents,
    /// The way to push findings.
    pub outbox: &'s Outbox,
    /// True when the client asks for findings instead.
    pub pull: bool,
}

/// The findings of one closed file.
#[derive(Clone)]
pub struct ShownFile {
    /// Its URI, as the client spells it if it ever did.
    pub uri: Url,
    /// The digest of its diagnostics.
    pub digest: u64,
    /// The number of times it had been opened.
    pub openings: u64,
    /// The diagnostics, where the client asks for them; pushed findings are not kept.
    pub diagnostics: Arc<[Diagnostic]>,
}

/// The diagnostics of a file, ready to be shown.
pub struct FileDiagnostics {
    digest: u64,
    value: Value,
    diagnostics: Vec<Diagnostic>,
}

impl FileDiagnostics {
    /// The report of these findings.
    pub fn new(diagnostics: Vec<Diagnostic>) -> Self {
        let value = serde_json::to_value(&diagnostics).unwrap_or_default();
        Self { digest: digest(&diagnostics), value, diagnostics }
    }

    /// The report of a file without findings.
    pub fn nothing() -> Self {
        Self::new(Vec::new())
    }
}

impl Default for Shown {
    fn default() -> Self {
        Self { files: Mutex::default(), openings: Mutex::default(), changes: watch::Sender::new(0) }
    }
}

impl Shown {
    /// Shows a report that the project `by` made of the file at `path`, unless it is open (then its document is shown),
    /// or the client has the same already, or the project is over.
    pub fn put(&self, to: ToClient<'_>, by: &Group, path: &Path, report: FileDiagnostics) {
        let Some(key) = DocumentKey::of_path(path) else { return };
        let FileDiagnostics { digest, value, diagnostics } = report;
        // Under the lock, so that neither an opening comes in between nor two files' pushes change places.
        let mut files = self.lock();
        let before = files.get(&key);
        let is_the_same = before.map_or(NOTHING, |before| before.digest) == digest;
        // What a project has shown goes when it is over, under this lock; what it still comes to after that, counts no more.
        if is_the_same || to.documents.contains(&key) || by.mailbox.is_over() {
            return;
        }
        let Some(uri) = before.map(|before| before.uri.clone()).or_else(|| to.documents.uri_of(path)) else {
            return;
        };
        if !to.pull {
            to.outbox.put(json!({ "uri": uri, "diagnostics": value }));
        }
        if digest == NOTHING {
            files.remove(&key);
        } else {
            let diagnostics = if to.pull { diagnostics.into() } else { Arc::default() };
            let openings = self.openings(&key);
            files.insert(key, ShownFile { uri, digest, openings, diagnostics });
        }
        drop(files);
        self.changed();
    }

    /// The file is open now; the findings that the client shows.
    pub fn take(&self, key: &DocumentKey) -> Option<ShownFile> {
        let mut openings = self.openings.lock().unwrap_or_else(PoisonError::into_inner);
        *openings.entry(key.clone()).or_default() += 1;
        drop(openings);
        self.lock().remove(key)
    }

    fn openings(&self, key: &DocumentKey) -> u64 {
        let openings = self.openings.lock().unwrap_or_else(PoisonError::into_inner);
        openings.get(key).copied().unwrap_or_default()
    }

    /// The file is no longer open, but its findings stay in the client until the project has looked at it.
    pub fn hand_over(&self, key: DocumentKey, uri: Url, digest: u64) {
        if digest != NOTHING {
            let openings = self.openings(&key);
            self.lock().insert(key, ShownFile { uri, digest, openings, diagnostics: Arc::default() });
        }
    }

    /// Removes the findings of some files of the project `by`, unless it is over: then they are not its own any more.
    pub fn clear_in(&self, to: ToClient<'_>, by: &Group, gone: impl Fn(&Path) -> bool) {
        self.clear(to, |path| by.contains(path) && !by.mailbox.is_over() && gone(path));
    }

    /// Removes the findings of some files.
    pub fn clear(&self, to: ToClient<'_>, gone: impl Fn(&Path) -> bool) {
        let mut files = self.lock();
        files.retain(|key, file| {
            let goes = gone(key.as_path());
            if goes && !to.pull {
                to.outbox.put(cleared(&file.uri));
            }
            !goes
        });
        drop(files);
        self.changed();
    }

    /// Returns the findings that are shown of one file.
    pub fn get(&self, key: &DocumentKey) -> Option<ShownFile> {
        self.lock().get(key).cloned()
    }

    /// Returns all findings that are shown.
    pub fn all(&self) -> FxHashMap<DocumentKey, ShownFile> {
        self.lock().clone()
    }

    /// To wait for changes.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    fn changed(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    fn lock(&self) -> MutexGuard<'_, FxHashMap<DocumentKey, ShownFile>> {
        // Nothing is ever half-written under this lock.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
