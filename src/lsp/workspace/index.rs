//! The knowledge of a project, and how an event changes it. Nothing here waits; the task that owns it decides when each
//! step is done (see [`super::indexer`]).

use super::check::CheckedFile;
use super::disk_stamps::Stamps;
use super::group::Group;
use super::published::FileDiagnostics;
use super::queue::{Queue, Task};
use crate::disk::{Landmarks, WalkError, env_files_of};
use crate::engine::{AnalysisHost, MemberState};
use crate::lsp::document::AnalyzedText;
use crate::lsp::documents::Entry;
use crate::lsp::jobs::Cancel;
use crate::lsp::session::Session;
use crate::lsp::uris::DocumentKey;
use crate::model::{FileId, Modules};
use crate::project::{View, is_left_out};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// See the module.
#[derive(Default)]
pub struct WorkspaceIndex {
    pub(super) host: AnalysisHost,
    /// Closed files to look at.
    pub(super) queue: Queue,
    /// Closed files whose findings wait for the comparison.
    waiting: FxHashSet<FileId>,
    /// The state of the disk, where no watcher reports changes.
    stamps: Option<Stamps>,
    /// True when files are checked with other settings than before: problems in these may never have been reported.
    pub(super) other_settings: bool,
    /// True for each file whose findings the client showed when it was looked at.
    pub(super) shown: FxHashMap<FileId, bool>,
    /// Open documents to look at again.
    pub(super) pokes: Vec<Arc<Entry>>,
    /// True when looks at closed files were given up: some were never analyzed.
    pub(super) given_up: bool,
}

impl WorkspaceIndex {
    /// The files, once they were looked for.
    pub fn view(&self) -> Option<&View> {
        self.host.view()
    }

    /// Returns whether all closed files were analyzed as they are now.
    pub fn is_complete(&self) -> bool {
        self.view().is_some() && !self.given_up && !self.queue.holds(Task::Judge)
    }

    /// The files on disk that are not as they were when this was asked the last time.
    pub fn differences(&mut self, group: &Group, cancel: &Cancel) -> Vec<PathBuf> {
        let Some(before) = &self.stamps else { return Vec::new() };
        let mut now = Stamps::take(&group.walked(), &|| cancel.is_cancelled());
        now.add(self.environment());
        if cancel.is_cancelled() {
            return Vec::new();
        }
        let differences = before.differences(&now);
        self.stamps = Some(now);
        differences
    }

    /// The files with environment variables that may matter to an analysis.
    fn environment(&self) -> impl Iterator<Item = PathBuf> + use<> {
        let view = self.view().cloned();
        let reached = view.as_ref().map(View::reached).unwrap_or_default();
        let paths = reached.into_iter().filter_map(|file| view.as_ref()?.path(file));
        let folders: FxHashSet<PathBuf> = paths.filter_map(|path| Some(path.parent()?.to_path_buf())).collect();
        let landmarks = Landmarks::default();
        let files: FxHashSet<PathBuf> = folders.iter().flat_map(|folder| env_files_of(folder, &landmarks)).collect();
        files.into_iter()
    }

    /// Walks the project. When it is canceled, the files found so far count.
    pub fn discover(&mut self, session: &Session, group: &Group, cancel: &Cancel) {
        // Before, so that what changes meanwhile is noticed.
        let blind = !session.client_capabilities().register_watched_files;
        let stamps = blind.then(|| Stamps::take(&group.walked(), &|| cancel.is_cancelled()));
        let (mut host, problems) = AnalysisHost::open(&group.walked(), &|| cancel.is_cancelled());
        log_unread(group, &problems);
        let documents = documents_in(session, group);
        for entry in &documents {
            let document = entry.snapshot().document;
            let known = if document.since.is_empty() { document.known.as_ref() } else { None };
            let path = entry.path.as_deref().filter(|path| !is_left_out(path) && document.is_of_project());
            if let (Some(path), Some(language)) = (path, document.language) {
                // Everything is looked at for the first time: what this changes need not be known.
                host.set_text(path, &document.rope, language, known.map(|known| &known.source.facts));
            }
        }
        *self = Self { host, stamps, ..Self::default() };
        let environment = self.environment();
        if let Some(stamps) = &mut self.stamps {
            stamps.add(environment);
        }
        let reached = self.view().map(View::reached).unwrap_or_default();
        let paths: FxHashSet<Arc<Path>> =
            reached.iter().filter_map(|file| self.view().and_then(|view| view.path(*file))).collect();
        session.workspace().shown().clear_in(session.to_client(), group, |path| !paths.contains(path));
        for file in reached {
            self.wish(session, file, Task::Judge);
        }
        self.pokes = documents;
    }

    /// Schedules a look at a file: by its document when it is open, else by the queue.
    pub fn wish(&mut self, session: &Session, file: FileId, task: Task) {
        match self.document_of(session, file) {
            Some(entry) => self.pokes.push(entry),
            None => self.queue.push(file, task),
        }
    }

    /// The open document of a file.
    pub fn document_of(&self, session: &Session, file: FileId) -> Option<Arc<Entry>> {
        document(session, &self.view()?.path(file)?)
    }

    /// Takes in the result of a look at a closed file.
    pub fn absorb(&mut self, session: &Session, group: &Group, checked: CheckedFile) {
        let CheckedFile { file, state, shown, diagnostics, outdated } = checked;
        if document(session, &state.path).is_some() || self.view().is_none_or(|view| !view.is_reached(file)) {
            return;
        }
        let path = state.path.clone();
        self.hold(file, state, shown);
        match diagnostics {
            Some(diagnostics) => {
                self.waiting.remove(&file);
                session.workspace().shown().put(session.to_client(), group, &path, diagnostics);
            }
            None => self.wait_for_comparison(file),
        }
        if outdated {
            self.on_disk(session, group, &[path.to_path_buf()]);
        }
    }

    /// Keeps the result of a file. `shown`: whether the client shows its findings.
    pub fn hold(&mut self, file: FileId, state: MemberState, shown: bool) {
        let before = self.host.analysis().members.get(&file);
        self.other_settings |= before.is_none_or(|before| !before.settings.is_of_the_same_files(&state.settings));
        self.shown.insert(file, shown);
        self.host.hold(file, state);
    }

    /// Forgets a file that does not reach the SDK any more, or is gone.
    pub fn forget(&mut self, session: &Session, group: &Group, file: FileId) {
        self.queue.forget(file);
        self.waiting.remove(&file);
        self.shown.remove(&file);
        let Some(state) = self.host.forget(file) else { return };
        self.other_settings = true;
        session.workspace().shown().put(session.to_client(), group, &state.path, FileDiagnostics::nothing());
    }

    /// Schedules a file to be finished once all are compared again: the last comparison is outdated.
    pub fn wait_for_comparison(&mut self, file: FileId) {
        self.waiting.insert(file);
        self.host.outdate();
    }

    /// Compares all files, and has those finished of which that says something else than the last time.
    pub fn compare(&mut self, session: &Session) {
        let mut again = self.host.compare(session.engine());
        let waiting = std::mem::take(&mut self.waiting);
        again.extend(&waiting);
        for file in again {
            let Some(state) = self.host.analysis().members.get(&file) else { continue };
            if document(session, &state.path).is_none() {
                self.queue.push(file, Task::Finish);
            }
        }
        // An open document compares itself, mostly with the same outcome; what it was last shown with may be older than
        // what the last comparison said.
        for entry in session.documents().all() {
            let file = entry.path.as_deref().and_then(|path| self.view()?.id(path));
            let Some(file) = file.filter(|file| self.host.analysis().members.contains_key(file)) else { continue };
            let known = entry.lock().document.known.clone();
            // Where nothing is known, a look is on its way to this index.
            if waiting.contains(&file) || known.is_some_and(|known| !self.shows_what_was_compared(&known, file)) {
                self.pokes.push(entry);
            }
        }
    }

    /// Returns whether a document was last shown with the result of the comparison. Yes where that is not certain: then
    /// a look at it is on its way to this index.
    pub(super) fn shows_what_was_compared(&self, known: &AnalyzedText, file: FileId) -> bool {
        let Some(view) = self.view() else { return true };
        let says = self.host.analysis().comparison.says(file, &known.judged, &known.settings, view);
        says.is_none_or(|says| says == known.compared.as_deref())
    }

    /// Stops all looks.
    pub fn give_up(&mut self) {
        self.given_up = true;
        self.queue.clear();
        self.waiting.clear();
    }
}

/// The open document of the file at `path`.
fn document(session: &Session, path: &Path) -> Option<Arc<Entry>> {
    session.documents().with_key(&DocumentKey::of_path(path)?)
}

/// The open documents of a project.
pub fn documents_in(session: &Session, group: &Group) -> Vec<Arc<Entry>> {
    let mut all = session.documents().all();
    all.retain(|entry| {
        entry.path.as_deref().is_some_and(|path| group.contains(path)) && entry.lock().document.language.is_some()
    });
    all
}

/// Logs the places of a project that could not be read.
pub(super) fn log_unread(group: &Group, places: &[WalkError]) {
    for place in places {
        crate::lsp::log::log(format_args!("{}: {place}", place.path.as_deref().unwrap_or(&group.root).display()));
    }
}
