//! The state of a session. The code that changes it is elsewhere: documents in [`super::sync`], settings and folders in
//! [`super::configuration`], projects in [`super::workspace`].

use super::activity::Activity;
use super::capabilities::{Capabilities, OUTLINE_REFRESH};
use super::children::Children;
use super::coalesce::Coalescer;
use super::convert;
use super::document::offset;
use super::documents::{Documents, Entry, Snapshot};
use super::folders::Folders;
use super::jobs::Jobs;
use super::log::log;
use super::outbox::Outbox;
use super::settings::SettingsStore;
use super::settings_diagnostics::SettingsDiagnostics;
use super::shutdown::Lifetime;
use super::workspace::Workspace;
use super::workspace::published::ToClient;
use super::{Options, editor_process};
use crate::engine::Engine;
use crate::settings::is_of_settings;
use crate::text::TextRange;
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tower::Service;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Request;
use tower_lsp::lsp_types::{MessageType, Position, Range, Url};

/// A handle on the session.
#[derive(Clone)]
pub struct Session(Arc<Shared>);

struct Shared {
    client: Client,
    options: Options,
    lifetime: Arc<Lifetime>,
    capabilities: OnceLock<Capabilities>,
    documents: Documents,
    settings: SettingsStore,
    workspace: Workspace,
    settings_diagnostics: SettingsDiagnostics,
    jobs: Jobs,
    children: Children,
    outbox: Arc<Outbox>,
    /// Documents whose loss was reported, so that it is said once.
    reported: Mutex<FxHashSet<String>>,
    /// Requests to pull again.
    refreshes: Coalescer,
    /// Requests to ask for inlay hints again.
    hint_refreshes: Coalescer,
    lens_refreshes: Coalescer,
    /// Requests to ask for the outline of the projects again.
    outline_refreshes: Coalescer,
}

impl Session {
    /// A session that has not been initialized.
    pub fn new(client: Client, options: Options, lifetime: Arc<Lifetime>) -> Self {
        let outbox = Arc::new(Outbox::new(options.activity.clone()));
        let workspace = Workspace::new(options.activity.clone());
        let settings = SettingsStore::new(options.activity.clone());
        Self(Arc::new(Shared {
            client,
            options,
            lifetime,
            capabilities: OnceLock::new(),
            documents: Documents::default(),
            settings,
            workspace,
            settings_diagnostics: SettingsDiagnostics::default(),
            jobs: Jobs::default(),
            children: Children::default(),
            outbox,
            reported: Mutex::default(),
            refreshes: Coalescer::default(),
            hint_refreshes: Coalescer::default(),
            lens_refreshes: Coalescer::default(),
            outline_refreshes: Coalescer::default(),
        }))
    }

    /// Takes the client's capabilities and starts the work beside the handlers.
    pub fn start(&self, capabilities: Capabilities) {
        if let Some(pid) = capabilities.parent {
            tokio::spawn(editor_process::watch(pid, self.0.lifetime.clone()));
        }
        if !capabilities.pull {
            tokio::spawn(self.0.outbox.clone().deliver(self.0.client.clone()));
        }
        // A second `initialize` never gets here: tower-lsp refuses it.
        let _ = self.0.capabilities.set(capabilities);
    }

    /// Returns the client's capabilities.
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
        &self.0.documents.folders
    }
    /// Returns the wrong settings that were reported to the client.
    pub fn settings_diagnostics(&self) -> &SettingsDiagnostics {
        &self.0.settings_diagnostics
    }
    /// Documents whose loss was reported.
    pub fn reported(&self) -> MutexGuard<'_, FxHashSet<String>> {
        self.0.reported.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// The way of findings of closed files to the client.
    pub fn to_client(&self) -> ToClient<'_> {
        ToClient { documents: self.documents(), outbox: self.outbox(), pull: self.client_capabilities().pull }
    }
    /// The projects.
    pub fn workspace(&self) -> &Workspace {
        &self.0.workspace
    }
    /// The engine.
    pub fn engine(&self) -> &dyn Engine {
        &*self.0.options.engine
    }
    /// The time after an edit in which the client may show findings in old places.
    pub fn deadline(&self) -> Duration {
        self.0.options.deadline
    }
    /// The program that commands about the account are runs of.
    pub fn program(&self) -> Option<&Path> {
        self.0.options.program.as_deref()
    }
    /// The blocking threads.
    pub fn jobs(&self) -> &Jobs {
        &self.0.jobs
    }
    /// The processes that were started.
    pub fn children(&self) -> &Children {
        &self.0.children
    }
    /// Diagnostics to be sent.
    pub fn outbox(&self) -> &Outbox {
        &self.0.outbox
    }

    /// Returns the work in progress in the session.
    pub fn activity(&self) -> &Arc<Activity> {
        &self.0.options.activity
    }

    /// Asks a client to ask again for what it shows: findings where it pulls them, inlay hints, and code lenses.
    pub fn refresh(&self) {
        let client = self.client_capabilities();
        if client.pull && client.refresh {
            self.have_asked(|shared| &shared.refreshes, "workspace/diagnostic/refresh");
        }
        self.refresh_hints();
        self.refresh_lenses();
    }

    /// Asks a client to ask again for code lenses, where it shows any.
    pub fn refresh_lenses(&self) {
        if self.shows_lenses() {
            self.have_asked(|shared| &shared.lens_refreshes, "workspace/codeLens/refresh");
        }
    }

    /// Returns whether a client shows code lenses, and can be asked to ask for them again.
    pub fn shows_lenses(&self) -> bool {
        self.client_capabilities().refresh_lenses && self.settings().has_code_lenses()
    }

    /// Changes the editor's settings, and has the client ask again for what they switch on and off.
    pub fn change_settings(&self, change: impl FnOnce()) {
        // Those that are shown are to go.
        let shown = self.shows_lenses();
        change();
        self.refresh_hints();
        if shown && !self.shows_lenses() {
            self.have_asked(|shared| &shared.lens_refreshes, "workspace/codeLens/refresh");
        }
        self.refresh_lenses();
    }

    /// Asks a client to ask again for inlay hints.
    pub fn refresh_hints(&self) {
        if self.client_capabilities().refresh_hints {
            self.have_asked(|shared| &shared.hint_refreshes, "workspace/inlayHint/refresh");
        }
    }

    /// Asks a client to ask again for the outline of the projects.
    pub fn refresh_outline(&self) {
        if self.client_capabilities().refresh_outline {
            self.have_asked(|shared| &shared.outline_refreshes, OUTLINE_REFRESH);
        }
    }

    /// Sends a request without parameters whose only answer is that it came. While one is on its way, one more is
    /// enough for all that happens meanwhile.
    fn have_asked(&self, rounds: fn(&Shared) -> &Coalescer, method: &'static str) {
        if !rounds(&self.0).ask() {
            return;
        }
        let session = self.clone();
        let busy = self.activity().begin();
        // Never awaited by a handler and never aborted (see the module `configuration`).
        tokio::spawn(async move {
            let _busy = busy;
            loop {
                let round = rounds(&session.0).begin();
                // Not by tower-lsp's own methods: they send `"params": null`, and the protocol knows no parameters.
                static NUMBER: AtomicU64 = AtomicU64::new(1);
                let id = format!("customerio/refresh/{}", NUMBER.fetch_add(1, Ordering::Relaxed));
                let request = Request::build(method).id(id).finish();
                let _ = session.client().clone().call(request).await;
                if rounds(&session.0).end(round) {
                    return;
                }
            }
        });
    }

    /// The document as it is now, if it is open and ours.
    pub fn snapshot(&self, uri: &Url) -> Option<Snapshot> {
        let snapshot = self.0.documents.get(uri)?.snapshot();
        snapshot.document.language.is_some().then_some(snapshot)
    }

    /// The offset in bytes of a position of the client's in a document.
    pub fn offset(&self, snapshot: &Snapshot, at: Position) -> usize {
        offset(&snapshot.document.rope, at, self.client_capabilities().encoding)
    }

    /// A range of a document as the client counts.
    pub fn range(&self, snapshot: &Snapshot, range: TextRange) -> Range {
        convert::range(&snapshot.document.rope, range, self.client_capabilities().encoding)
    }

    /// The settings file that is open under this URI.
    pub fn settings_file(&self, uri: &Url) -> Option<Snapshot> {
        let snapshot = self.0.documents.get(uri)?.snapshot();
        snapshot.path().is_some_and(is_of_settings).then_some(snapshot)
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
        let message = format!(
            "customerio-ls crashed while analyzing {uri}. This is a bug; the file is analyzed again on the next edit."
        );
        log(&message);
        let client = self.0.client.clone();
        tokio::spawn(async move { client.log_message(MessageType::ERROR, message).await });
    }
}
