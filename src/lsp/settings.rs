//! The settings of each document: the thin adapter to [`crate::settings`].

use super::activity::{Activity, Busy};
use crate::disk::SdkVersion;
use crate::settings::{CodeLenses, Editor, FileSettings, InlayHints, Loader, SettingChange};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::Notify;

/// The key under which editors keep this tool's settings.
pub const SECTION: &str = "customerio";

/// The settings from the editor, and those read from disk.
pub struct SettingsStore {
    /// Looks at each file once an epoch.
    loader: Loader,
    editors: RwLock<Editors>,
    /// A counter that is increased when settings may have changed.
    epoch: AtomicU64,
    questions: AtomicU64,
    /// Wakes the task that reads the settings again.
    asked: Notify,
    /// From when that was asked for until it begins.
    busy: Mutex<Option<Busy>>,
    activity: Arc<Activity>,
}

/// The editor's settings, for each workspace folder and for everything outside of them.
#[derive(Default)]
struct Editors {
    folders: Vec<(PathBuf, Editor)>,
    general: Editor,
}

impl Editors {
    /// Returns its settings for a document.
    fn of(&self, path: Option<&Path>) -> &Editor {
        let inside = self.folders.iter().filter(|(folder, _)| path.is_some_and(|path| path.starts_with(folder)));
        let nearest = inside.max_by_key(|(folder, _)| folder.components().count());
        nearest.map_or(&self.general, |(_, editor)| editor)
    }
}

impl SettingsStore {
    /// A store without anything from the editor.
    pub fn new(activity: Arc<Activity>) -> Self {
        Self {
            loader: Loader::until_told(None),
            editors: RwLock::default(),
            epoch: AtomicU64::default(),
            questions: AtomicU64::default(),
            asked: Notify::new(),
            busy: Mutex::default(),
            activity,
        }
    }

    /// Takes the editor's settings for everything, and for each of `folders`.
    pub fn set_editor(&self, general: &Value, folders: &[(PathBuf, &Value)]) {
        let base = folders.first().map_or(Path::new("/"), |(folder, _)| folder);
        let editors = Editors {
            general: Editor::new(general, base),
            folders: folders.iter().map(|(folder, value)| (folder.clone(), Editor::new(value, folder))).collect(),
        };
        *self.editors.write().unwrap_or_else(PoisonError::into_inner) = editors;
        self.advance();
    }

    /// Marks everything that was read as possibly out of date.
    pub fn advance(&self) {
        // In this order: what is resolved in the new epoch is never made of a look in the old one.
        self.loader.look_again();
        self.epoch.fetch_add(1, Ordering::SeqCst);
    }

    /// Returns whether `settings` were read since the last change.
    pub fn is_fresh(&self, settings: &FileSettings) -> bool {
        settings.epoch == self.epoch.load(Ordering::SeqCst)
    }

    /// Numbers a question to the client; an answer counts only if no newer question was asked.
    pub fn question(&self) -> u64 {
        self.questions.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Returns whether `number` is that of the newest question.
    pub fn is_newest(&self, number: u64) -> bool {
        self.questions.load(Ordering::SeqCst) == number
    }

    /// Requests that the settings of all documents are compared with those of their last analysis, and that problems in
    /// them are reported.
    pub fn ask_for_round(&self) {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        busy.get_or_insert_with(|| self.activity.begin());
        self.asked.notify_one();
    }

    /// Waits until a round was [requested](Self::ask_for_round). For one waiter.
    pub async fn asked(&self) -> Option<Busy> {
        self.asked.notified().await;
        self.busy.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Returns whether findings of the file at `path` are to be shown only while it is open.
    pub fn open_files_only(&self, path: &Path) -> bool {
        self.editors.read().unwrap_or_else(PoisonError::into_inner).of(Some(path)).open_files_only()
    }

    /// Returns whether the editor's settings for the document at `path` say what a change of a file is about.
    pub fn overrides(&self, path: Option<&Path>, change: SettingChange<'_>) -> bool {
        self.editors.read().unwrap_or_else(PoisonError::into_inner).of(path).overrides(change)
    }

    /// The version of the SDK that the document at `path` runs against, whatever the settings say.
    pub fn sdk_version(&self, path: &Path) -> Option<SdkVersion> {
        self.loader.sdk_version(path)
    }

    /// The inlay hints that are to be shown in the document at `path`.
    pub fn inlay_hints(&self, path: Option<&Path>) -> InlayHints {
        self.editors.read().unwrap_or_else(PoisonError::into_inner).of(path).inlay_hints()
    }

    /// The code lenses that are to be shown in the document at `path`.
    pub fn code_lenses(&self, path: Option<&Path>) -> CodeLenses {
        self.editors.read().unwrap_or_else(PoisonError::into_inner).of(path).code_lenses()
    }

    /// Returns whether any code lens is to be shown in any document.
    pub fn has_code_lenses(&self) -> bool {
        let editors = self.editors.read().unwrap_or_else(PoisonError::into_inner);
        let mut all = editors.folders.iter().map(|(_, editor)| editor).chain([&editors.general]);
        all.any(|editor| editor.code_lenses().wrappers || editor.code_lenses().clients)
    }

    /// The settings of the document at `path`. Reads files: not for the reader's thread.
    pub fn resolve(&self, path: Option<&Path>) -> Arc<FileSettings> {
        let epoch = self.epoch.load(Ordering::SeqCst);
        let editors = self.editors.read().unwrap_or_else(PoisonError::into_inner);
        let loaded = self.loader.load(path, editors.of(path));
        Arc::new(FileSettings::new(path, loaded, epoch))
    }
}
