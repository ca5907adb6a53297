//! Diagnostics of open documents, pushed.

use super::convert;
use super::digest::digest;
use super::document::Document;
use super::documents::Snapshot;
use super::related_files::RelatedFiles;
use super::session::Session;
use crate::finding::Finding;
use serde_json::{Value, json};
use tower_lsp::lsp_types::{Diagnostic, Url};

/// A set of diagnostics ready to be pushed.
pub struct Push {
    uri: Url,
    version: i32,
    diagnostics: Vec<Diagnostic>,
    digest: u64,
    /// As they go over the wire; only when they seemed to be news.
    params: Option<Value>,
}

impl Push {
    /// `findings` of the document of `snapshot`. The work of sending them is done here, away from the session's own
    /// thread, and not at all while the client shows the same already: most keystrokes change nothing.
    pub fn new(snapshot: &Snapshot, findings: &[Finding], session: &Session) -> Self {
        let Document { uri, version, rope, .. } = &snapshot.document;
        let (client, others) = (session.client_capabilities(), RelatedFiles::new(session.documents()));
        let diagnostics = convert::diagnostics(findings, rope, uri, client, &others);
        let digest = digest(&diagnostics);
        let mut push = Self { uri: uri.clone(), version: *version, diagnostics, digest, params: None };
        if snapshot.entry.lock().published != digest {
            push.params = Some(push.params());
        }
        push
    }

    fn params(&self) -> Value {
        json!({ "uri": self.uri, "version": self.version, "diagnostics": self.diagnostics })
    }
}

/// Hands `push` to the client, unless the document moved on or the client shows the same already.
pub fn publish(session: &Session, snapshot: &Snapshot, mut push: Push) {
    // Under the lock, so that a close cannot come in between and its clearing be overtaken.
    let mut state = snapshot.entry.lock();
    if snapshot.is_current(&state) && state.published != push.digest {
        state.published = push.digest;
        // What the client shows may have changed since the push was made.
        let params = push.params.take().unwrap_or_else(|| push.params());
        session.outbox().put(params);
    }
}
