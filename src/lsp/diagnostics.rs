//! Diagnostics in the two ways a client can want them: pushed, or pulled.

use super::codes;
use super::convert;
use super::document::Document;
use super::documents::{Key, Snapshot};
use super::judge::judge;
use super::others::Others;
use super::problems;
use super::session::Session;
use super::workspace;
use crate::finding::Finding;
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hasher};
use std::io;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{
    Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Url,
};

/// The digest of no diagnostics: what every client shows of a document it has just opened.
pub const NOTHING: u64 = 0;

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
    /// `findings` of the document of `snapshot`. What it takes to send them is done here, away from the session's own
    /// thread, and not at all while the client shows the same already: most keystrokes change nothing.
    pub fn new(snapshot: &Snapshot, findings: &[Finding], session: &Session) -> Self {
        let Document { uri, version, rope, .. } = &snapshot.document;
        let (client, others) = (session.client_capabilities(), Others::new(session.documents()));
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

/// A digest of diagnostics as they go over the wire.
pub fn digest(diagnostics: &[Diagnostic]) -> u64 {
    if diagnostics.is_empty() {
        return NOTHING;
    }
    let mut hasher = Digest::default();
    // Neither the hasher nor the form of a diagnostic can fail.
    let _ = serde_json::to_writer(&mut hasher, diagnostics);
    hasher.0.finish().max(NOTHING + 1)
}

/// Takes a text in without keeping it.
#[derive(Default)]
struct Digest(DefaultHasher);

impl io::Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

/// The parameters that take all diagnostics of a document away.
pub fn cleared(uri: &Url) -> Value {
    json!({ "uri": uri, "diagnostics": [] })
}

/// Answers `textDocument/diagnostic`. `previous` is the id of the report the client has.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analysed.
pub async fn pull(
    session: &Session,
    uri: &Url,
    snapshot: Option<Snapshot>,
    previous: Option<String>,
) -> jsonrpc::Result<DocumentDiagnosticReport> {
    let Some(snapshot) = snapshot else {
        if let Some(file) = Key::of(uri).and_then(|key| session.workspace().shown().get(&key)) {
            let id = workspace::pull::result_id(&file);
            return Ok(match previous.as_deref() == Some(&id) {
                true => unchanged(id),
                false => report(Some(id), file.diagnostics.to_vec()),
            });
        }
        let (session, uri) = (session.clone(), uri.clone());
        let problems = tokio::task::spawn_blocking(move || problems::of_settings_file(&session, &uri)).await;
        return Ok(report(None, problems.ok().flatten().unwrap_or_default()));
    };
    let (entry, generation) = (snapshot.entry.clone(), snapshot.generation);
    let job = {
        let session = session.clone();
        move |cancel: &super::jobs::Cancel| {
            let verdict = judge(&snapshot, true, &session, cancel)?;
            verdict.record(&snapshot, &session);
            let findings = verdict.known.as_ref().map_or(&[][..], |known| &known.findings[..]);
            let document = &snapshot.document;
            let (client, others) = (session.client_capabilities(), Others::new(session.documents()));
            let items = convert::diagnostics(findings, &document.rope, &document.uri, client, &others);
            // A reopened document starts afresh: its client may have forgotten what it had.
            let id = format!("{}-{:016x}", snapshot.entry.serial, digest(&items));
            Some((id, items))
        }
    };
    match session.jobs().run(entry.counter(), generation, job).await {
        Ok(Some((id, _))) if previous.as_deref() == Some(&id) => Ok(unchanged(id)),
        Ok(Some((id, items))) => Ok(report(Some(id), items)),
        Ok(None) => Err(codes::superseded()),
        Err(_) => {
            session.analysis_failed(&entry);
            Err(codes::request_failed(format!("{uri} could not be analysed; an edit will try again")))
        }
    }
}

fn unchanged(result_id: String) -> DocumentDiagnosticReport {
    DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
        related_documents: None,
        unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
    })
}

fn report(result_id: Option<String>, items: Vec<Diagnostic>) -> DocumentDiagnosticReport {
    DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    })
}
