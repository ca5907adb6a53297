//! The open documents. The store hands out shared pointers only, never a guard of its map.

use super::digest::NOTHING;
use super::document::Document;
use super::folders::Folders;
use super::uris::{self, DocumentKey};
use crate::finding::Finding;
use crate::project::View;
use crate::settings::FileSettings;
use dashmap::DashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use tower_lsp::lsp_types::Url;

/// One open document and the work on it.
pub struct Entry {
    /// Its identity.
    pub key: DocumentKey,
    /// Its path, if it has one.
    pub path: Option<PathBuf>,
    /// Distinguishes one opening of a document from the next.
    pub serial: u64,
    generation: Arc<AtomicU64>,
    state: Mutex<State>,
}

/// The mutable part of a document.
pub struct State {
    /// The document itself.
    pub document: Document,
    /// True when something happened that its worker has not looked at yet.
    pub dirty: bool,
    /// True while a worker runs. At most one does.
    pub working: bool,
    /// True when the client closed it, or it was dropped.
    pub closed: bool,
    /// True when it was dropped because an edit could not be applied. It stays so until it is opened again.
    pub dropped: bool,
    /// Digest of the diagnostics last handed to the client.
    pub published: u64,
    /// The time when the newest text came in.
    pub changed_at: Instant,
    /// The newest settings that were read for it.
    pub judged_with: Option<Arc<FileSettings>>,
    /// The last look at the newest text that went on to the end. The results for the document came from it.
    pub look: Option<LastLook>,
    /// The last result sent to a client that asked.
    pub told: Option<Told>,
}

/// A look at a document. It goes on while the rest of the session does, so its inputs may have changed before it ended.
pub struct LastLook {
    /// The generation that was looked at.
    pub generation: u64,
    /// The basis of the result, until the project has received it.
    pub basis: Option<Basis>,
}

/// The inputs of a look besides the text.
#[derive(Clone)]
pub struct Basis {
    /// The state of the project; `None` where there was none.
    pub view: Option<View>,
    /// The settings; `None` where they were not asked for.
    pub settings: Option<Arc<FileSettings>>,
}

/// The result that a client was sent.
pub struct Told {
    generation: u64,
    findings: Arc<Vec<Finding>>,
}

impl State {
    /// Records that the client received these findings.
    pub fn tell(&mut self, generation: u64, findings: &Arc<Vec<Finding>>) {
        self.told = Some(Told { generation, findings: findings.clone() });
    }

    /// Returns whether the client received other findings for the same text.
    pub fn was_told_otherwise(&self, generation: u64, findings: &[Finding]) -> bool {
        let told = self.told.as_ref().filter(|told| told.generation == generation);
        told.is_some_and(|told| {
            let same = |(a, b): (&Finding, &Finding)| a.is_same(b);
            told.findings.len() != findings.len() || !told.findings.iter().zip(findings).all(same)
        })
    }

    /// Takes the settings that were read for the document, unless newer ones are known.
    pub fn read_settings(&mut self, settings: &Arc<FileSettings>) {
        if self.judged_with.as_ref().is_none_or(|known| !known.is_newer(settings)) {
            self.judged_with = Some(settings.clone());
        }
    }
}

/// A document at one moment, to work on.
#[derive(Clone)]
pub struct Snapshot {
    /// The document.
    pub document: Document,
    /// The document it came from.
    pub entry: Arc<Entry>,
    /// The entry's generation at that moment.
    pub generation: u64,
}

impl Entry {
    fn new(key: DocumentKey, document: Document) -> Self {
        let path = (document.uri.scheme() == "file").then(|| key.as_path().to_path_buf());
        let state = State {
            document,
            dirty: false,
            working: false,
            closed: false,
            dropped: false,
            published: NOTHING,
            changed_at: Instant::now(),
            judged_with: None,
            look: None,
            told: None,
        };
        static SERIAL: AtomicU64 = AtomicU64::new(0);
        let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
        Self { key, path, serial, generation: Arc::default(), state: Mutex::new(state) }
    }

    /// The state. A panic elsewhere leaves it usable: the guarded value is replaced, never half written.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes running work on this document obsolete.
    pub fn advance(&self) {
        self.generation.fetch_add(1, Ordering::Relaxed);
    }

    /// The number of changes of the document, and of the inputs of its findings. To be compared under the lock.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Relaxed)
    }

    /// The counter itself, for jobs to watch.
    pub fn counter(&self) -> &Arc<AtomicU64> {
        &self.generation
    }

    /// The document as it is now.
    pub fn snapshot(self: &Arc<Self>) -> Snapshot {
        let state = self.lock();
        Snapshot { document: state.document.clone(), entry: self.clone(), generation: self.generation() }
    }
}

impl Snapshot {
    /// Returns whether it is still the newest state of an open document. To be asked under the entry's lock.
    pub fn is_current(&self, state: &State) -> bool {
        !state.closed && self.entry.generation() == self.generation
    }

    /// The path of the document.
    pub fn path(&self) -> Option<&Path> {
        self.entry.path.as_deref()
    }
}

/// All of them.
#[derive(Default)]
pub struct Documents {
    entries: DashMap<DocumentKey, Arc<Entry>>,
    /// The spelling that the client used for each file when it last opened it.
    spelled: DashMap<DocumentKey, Url>,
    /// The documents by what the client calls them, where the file system was asked once: a name stays that of its
    /// document, whatever becomes of the file.
    names: DashMap<DocumentKey, DocumentKey>,
    /// The workspace folders.
    pub folders: Folders,
}

impl Documents {
    /// Opens a document, in place of one that was open under the same key; that one comes back.
    pub fn open(&self, key: DocumentKey, mut document: Document) -> (Arc<Entry>, Option<Arc<Entry>>) {
        document.uri = uris::allowed(document.uri);
        if let Some(written) = DocumentKey::as_written(&document.uri) {
            self.names.insert(written, key.clone());
        }
        self.spelled.insert(key.clone(), document.uri.clone());
        let entry = Arc::new(Entry::new(key.clone(), document));
        let before = self.entries.insert(key, entry.clone());
        (entry, before)
    }

    /// The open document with this URI.
    pub fn get(&self, uri: &Url) -> Option<Arc<Entry>> {
        self.with_key(&self.key_of(uri)?)
    }

    /// The key of the document with this URI, open or not; `None` for schemes that are not ours.
    pub fn key_of(&self, uri: &Url) -> Option<DocumentKey> {
        let known = self.names.get(&DocumentKey::as_written(uri)?).map(|key| key.value().clone());
        known.or_else(|| DocumentKey::of(uri))
    }

    /// The URI of a file, as the client spells it if it ever opened it; else it begins as the client spells the workspace
    /// folder around it.
    pub fn uri_of(&self, path: &Path) -> Option<Url> {
        let spelled = DocumentKey::of_path(path).and_then(|key| self.spelled.get(&key).map(|uri| uri.value().clone()));
        spelled.or_else(|| self.folders.uri_of(path)).or_else(|| uris::of_path(path))
    }

    /// Returns whether the file with this key is open.
    pub fn contains(&self, key: &DocumentKey) -> bool {
        self.entries.contains_key(key)
    }

    /// The open document with this key.
    pub fn with_key(&self, key: &DocumentKey) -> Option<Arc<Entry>> {
        self.entries.get(key).map(|entry| entry.value().clone())
    }

    /// Closes it. Where the client has opened it again by another name since, only this name goes.
    pub fn close(&self, uri: &Url) -> Option<Arc<Entry>> {
        let written = DocumentKey::as_written(uri)?;
        let (_, key) = self.names.remove(&written)?;
        let entry = self.with_key(&key)?;
        let name = DocumentKey::as_written(&entry.lock().document.uri);
        if name != Some(written) {
            return None;
        }
        self.entries.remove_if(&key, |_, other| Arc::ptr_eq(other, &entry)).map(|(_, entry)| entry)
    }

    /// All open documents.
    pub fn all(&self) -> Vec<Arc<Entry>> {
        self.entries.iter().map(|entry| entry.value().clone()).collect()
    }
}
