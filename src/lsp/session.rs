//! The state of a session, and everything that changes it. All of it is synchronous: a handler calls one method before
//! its first await, so changes happen in the order in which the messages came.

use super::activity::Activity;
use super::capabilities::Capabilities;
use super::configuration::Folders;
use super::document::Document;
use super::documents::{Documents, Entry, Key, Snapshot, path_of};
use super::engine::Engine;
use super::ingress::Witness;
use super::jobs::Jobs;
use super::lifeline::Lifeline;
use super::log::log;
use super::outbox::Outbox;
use super::problems::Told;
use super::rounds::Rounds;
use super::settings::SettingsStore;
use super::workspace::Workspace;
use super::{Options, diagnostics, parent, schedule};
use crate::syntax::Language;
use ropey::Rope;
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tower::Service;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Request;
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidOpenTextDocumentParams, MessageType, TextDocumentItem, Url,
};

/// Unknown documents that are remembered as reported. More than a client opens by mistake.
const MOST_REPORTED: usize = 256;

/// A handle on the session.
#[derive(Clone)]
pub struct Session(Arc<Shared>);

struct Shared {
    client: Client,
    options: Options,
    lifeline: Arc<Lifeline>,
    capabilities: OnceLock<Capabilities>,
    documents: Documents,
    settings: SettingsStore,
    folders: Folders,
    workspace: Workspace,
    told: Told,
    jobs: Jobs,
    outbox: Arc<Outbox>,
    /// Documents whose loss was reported, so that it is said once.
    reported: Mutex<FxHashSet<String>>,
    /// Requests to pull again.
    refreshes: Rounds,
}

impl Session {
    /// A session that has not been initialized.
    pub fn new(client: Client, options: Options, lifeline: Arc<Lifeline>) -> Self {
        let outbox = Arc::new(Outbox::new(options.activity.clone()));
        let workspace = Workspace::new(options.activity.clone());
        Self(Arc::new(Shared {
            client,
            options,
            lifeline,
            capabilities: OnceLock::new(),
            documents: Documents::default(),
            settings: SettingsStore::default(),
            folders: Folders::default(),
            workspace,
            told: Told::default(),
            jobs: Jobs::default(),
            outbox,
            reported: Mutex::default(),
            refreshes: Rounds::default(),
        }))
    }

    /// Takes the client's capabilities and starts what runs beside the handlers.
    pub fn start(&self, capabilities: Capabilities) {
        if let Some(pid) = capabilities.parent {
            tokio::spawn(parent::watch(pid, self.0.lifeline.clone()));
        }
        if !capabilities.pull {
            tokio::spawn(self.0.outbox.clone().deliver(self.0.client.clone()));
        }
        // A second `initialize` never gets here: tower-lsp refuses it.
        let _ = self.0.capabilities.set(capabilities);
    }

    /// What the client can do.
    pub fn client_capabilities(&self) -> &Capabilities {
        static NONE: OnceLock<Capabilities> = OnceLock::new();
        self.0.capabilities.get().unwrap_or_else(|| NONE.get_or_init(Capabilities::default))
    }
    /// The way back to the client.
    pub fn client(&self) -> &Client {
        &self.0.client
    }
    /// The open documents.
    pub fn documents(&self) -> &Documents {
        &self.0.documents
    }
    /// The settings.
    pub fn settings(&self) -> &SettingsStore {
        &self.0.settings
    }
    /// The workspace folders.
    pub fn folders(&self) -> &Folders {
        &self.0.folders
    }
    /// What the client was told of wrong settings.
    pub fn told(&self) -> &Told {
        &self.0.told
    }
    /// The projects.
    pub fn workspace(&self) -> &Workspace {
        &self.0.workspace
    }
    /// The engine.
    pub fn engine(&self) -> &dyn Engine {
        &*self.0.options.engine
    }
    /// How long after an edit the client may show findings in old places.
    pub fn deadline(&self) -> Duration {
        self.0.options.deadline
    }
    /// The blocking threads.
    pub fn jobs(&self) -> &Jobs {
        &self.0.jobs
    }
    /// Diagnostics to be sent.
    pub fn outbox(&self) -> &Outbox {
        &self.0.outbox
    }

    /// What goes on in the session.
    pub fn activity(&self) -> &Arc<Activity> {
        &self.0.options.activity
    }

    /// Tells a client that pulls to pull again.
    pub fn refresh(&self) {
        let client = self.client_capabilities();
        if client.pull && client.refresh && self.0.refreshes.ask() {
            let session = self.clone();
            let busy = self.activity().begin();
            // Never awaited by a handler and never aborted (see the module `configuration`).
            tokio::spawn(async move {
                let _busy = busy;
                loop {
                    let round = session.0.refreshes.begin();
                    // Not by tower-lsp's own method: it sends `"params": null`, and the protocol knows no parameters.
                    static NUMBER: AtomicU64 = AtomicU64::new(1);
                    let id = format!("customerio/refresh/{}", NUMBER.fetch_add(1, Ordering::Relaxed));
                    let request = Request::build("workspace/diagnostic/refresh").id(id).finish();
                    // Its only answer is that it came.
                    let _ = session.client().clone().call(request).await;
                    if session.0.refreshes.end(round) {
                        return;
                    }
                }
            });
        }
    }

    /// The document as it is now, if it is open and ours.
    pub fn snapshot(&self, uri: &Url) -> Option<Snapshot> {
        let snapshot = self.0.documents.get(uri)?.snapshot();
        snapshot.document.language.is_some().then_some(snapshot)
    }

    /// `textDocument/didOpen`
    pub fn open(&self, params: DidOpenTextDocumentParams) {
        let TextDocumentItem { uri, language_id, version, text } = params.text_document;
        let Some(key) = Key::of(&uri) else { return };
        self.0.reported.lock().unwrap_or_else(PoisonError::into_inner).remove(uri.as_str());
        let document = Document::new(uri.clone(), version, language(&uri, &language_id), &text);
        let concerns = document.concerns;
        let (entry, before) = self.0.documents.open(key, document);
        // From here on the document is shown; what was shown of the file goes over to it.
        let closed = self.0.workspace.shown().take(&entry.key);
        let (closed, closed_uri) = closed.map_or((diagnostics::NOTHING, None), |file| (file.digest, Some(file.uri)));
        if !self.client_capabilities().pull {
            entry.lock().published = self.under(&uri, closed, closed_uri.as_ref());
        }
        let shown = before.map(|before| {
            let mut before_state = before.lock();
            before_state.closed = true;
            before.advance();
            let uri_before = before_state.document.uri.clone();
            self.under(&uri, before_state.published, Some(&uri_before))
        });
        if let Some(shown) = shown {
            log(format_args!("{uri} was opened twice; the newer text counts"));
            entry.lock().published = shown;
        }
        if concerns || shown.is_some() || closed != diagnostics::NOTHING || self.is_around(&entry) {
            schedule::poke(self, &entry);
        }
        self.0.workspace.opened(self, &entry);
    }

    /// What the client shows of a document under `uri`, when it showed `digest` under another spelling, maybe. There it is
    /// taken away.
    fn under(&self, uri: &Url, digest: u64, before: Option<&Url>) -> u64 {
        match before.filter(|before| *before != uri && digest != diagnostics::NOTHING) {
            Some(before) => {
                self.0.outbox.put(diagnostics::cleared(before));
                diagnostics::NOTHING
            }
            None => digest,
        }
    }

    /// `textDocument/didChange`
    pub fn change(&self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.uri;
        if Key::of(&uri).is_none() {
            return;
        }
        let Some(entry) = self.0.documents.get(&uri) else {
            self.report(&uri, "it was changed, but never opened");
            return;
        };
        let encoding = self.client_capabilities().encoding;
        let mut state = entry.lock();
        if state.dropped {
            return;
        }
        let applied = state.document.apply(&params.content_changes, encoding);
        state.document.version = params.text_document.version;
        state.changed_at = Instant::now();
        entry.advance();
        let work = state.document.concerns || state.document.known.is_some() || self.is_around(&entry);
        drop(state);
        match applied {
            Ok(()) if work => {
                schedule::poke(self, &entry);
                if self.client_capabilities().pull {
                    self.0.workspace.looked_at(&entry);
                }
            }
            Ok(()) => {}
            Err(why) => self.drop_document(&entry, &why.to_string()),
        }
    }

    /// `textDocument/didClose`
    pub fn close(&self, uri: &Url) {
        self.0.reported.lock().unwrap_or_else(PoisonError::into_inner).remove(uri.as_str());
        let Some(entry) = self.0.documents.close(uri) else { return };
        let mut state = entry.lock();
        state.closed = true;
        entry.advance();
        let (shown, uri) = (state.published, state.document.uri.clone());
        drop(state);
        let stays = entry.path.as_deref().is_some_and(|path| self.0.workspace.shows(self, path));
        if shown != diagnostics::NOTHING && stays {
            // What the client has may be right still. The project says so, or something else.
            self.0.workspace.shown().hand_over(entry.key.clone(), uri, shown);
        } else if shown != diagnostics::NOTHING {
            self.0.outbox.put(diagnostics::cleared(&uri));
        }
        self.0.workspace.closed(&entry);
    }

    /// Whether the document lies in a project in which anything reaches the SDK: then others may build on it, whatever
    /// it says itself.
    fn is_around(&self, entry: &Entry) -> bool {
        let group = entry.path.as_deref().and_then(|path| self.0.workspace.of(path));
        group.is_some_and(|group| group.current().has_members())
    }

    /// Gives a document up: what we hold is no longer what the client shows. It is back when it is opened again.
    fn drop_document(&self, entry: &Arc<Entry>, why: &str) {
        let mut state = entry.lock();
        state.dropped = true;
        entry.advance();
        state.document.language = None;
        state.document.rope = Rope::new();
        state.document.concerns = false;
        state.document.forget();
        if state.published != diagnostics::NOTHING {
            state.published = diagnostics::NOTHING;
            self.0.outbox.put(diagnostics::cleared(&state.document.uri));
        }
        let uri = state.document.uri.clone();
        drop(state);
        self.0.workspace.looked_at(entry);
        self.report(&uri, why);
    }

    /// Says once that a document cannot be checked.
    fn report(&self, uri: &Url, why: &str) {
        let mut reported = self.0.reported.lock().unwrap_or_else(PoisonError::into_inner);
        if reported.len() >= MOST_REPORTED {
            reported.clear();
        }
        if reported.insert(uri.as_str().to_owned()) {
            drop(reported);
            let name = path_of(uri).map_or_else(|| uri.to_string(), |path| path.display().to_string());
            self.tell(
                MessageType::WARNING,
                format!("customerio-ls does not check {name}: {why}. Close and reopen it."),
            );
        }
    }

    /// Shows a message to the user, and logs it.
    pub fn tell(&self, kind: MessageType, message: String) {
        log(&message);
        let client = self.0.client.clone();
        tokio::spawn(async move { client.show_message(kind, message).await });
    }

    /// An analysis panicked. The tree it saw may be the cause, so the next one starts from scratch.
    pub fn analysis_failed(&self, entry: &Entry) {
        let mut state = entry.lock();
        state.document.forget();
        let uri = state.document.uri.clone();
        drop(state);
        let message =
            format!("the analysis of {uri} failed; this is a defect of customerio-ls. An edit will try again.");
        log(&message);
        let client = self.0.client.clone();
        tokio::spawn(async move { client.log_message(MessageType::ERROR, message).await });
    }
}

impl Witness for Session {
    fn lost(&self, method: &str, uri: &str, why: &str) {
        // Read first: what is no URI may hold anything.
        let Ok(uri) = Url::parse(uri) else { return };
        log(format_args!("{method} of {uri} was lost, because {why}"));
        match self.0.documents.get(&uri) {
            Some(entry) if method == "textDocument/didChange" || method == "textDocument/didOpen" => {
                self.drop_document(&entry, &format!("a message about it could not be used, because {why}"));
            }
            Some(_) => {}
            None if method.starts_with("textDocument/did") && Key::of(&uri).is_some() => {
                self.report(&uri, &format!("it could not be opened, because {why}"))
            }
            None => {}
        }
    }
}

/// The grammar of a document: by its name, as the command line does it; by the client's word where there is no name or
/// it says nothing.
fn language(uri: &Url, id: &str) -> Option<Language> {
    let named = path_of(uri).and_then(|path| Language::of_path(&path));
    // A buffer that was never saved may have a name all the same.
    named.or_else(|| Language::of_id(id)).or_else(|| Language::of_path(Path::new(uri.path())))
}
