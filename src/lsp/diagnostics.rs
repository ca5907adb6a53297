//! Diagnostics of open documents, pulled.

use super::codes;
use super::convert;
use super::digest::digest;
use super::documents::Snapshot;
use super::jobs::Cancel;
use super::judge::judge;
use super::problems;
use super::related_files::RelatedFiles;
use super::request::about_document;
use super::session::Session;
use super::uris::DocumentKey;
use super::workspace;
use crate::finding::Fixes;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{
    Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Url,
};

/// Answers `textDocument/diagnostic`. `previous` is the id of the report the client has.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn pull(
    session: &Session,
    uri: &Url,
    snapshot: Option<Snapshot>,
    previous: Option<String>,
) -> jsonrpc::Result<DocumentDiagnosticReport> {
    if snapshot.is_none() {
        return Ok(of_closed(session, uri, previous).await);
    }
    let known = |session: &Session, snapshot: &Snapshot, cancel: &Cancel| {
        let verdict = judge(snapshot, true, Fixes::Omitted, session, cancel)?;
        verdict.record_told(snapshot, session);
        let findings = verdict.findings();
        let document = &snapshot.document;
        let (client, others) = (session.client_capabilities(), RelatedFiles::new(session.documents()));
        let items = convert::diagnostics(findings, &document.rope, &document.uri, client, &others);
        // A reopened document starts afresh: its client may have forgotten what it had.
        let id = format!("{}-{:016x}", snapshot.entry.serial, digest(&items));
        Some((id, items))
    };
    let answer = about_document(session, snapshot, ("the diagnostics", codes::superseded), known).await?;
    Ok(match answer {
        Some((id, _)) if previous.as_deref() == Some(&id) => unchanged(id),
        Some((id, items)) => report(Some(id), items),
        None => report(None, Vec::new()),
    })
}

/// The report of a document that is not open: a file of a project, or a settings file.
async fn of_closed(session: &Session, uri: &Url, previous: Option<String>) -> DocumentDiagnosticReport {
    if let Some(file) = DocumentKey::of(uri).and_then(|key| session.workspace().shown().get(&key)) {
        let id = workspace::pull::result_id(&file);
        return if previous.as_deref() == Some(&id) {
            unchanged(id)
        } else {
            report(Some(id), file.diagnostics.to_vec())
        };
    }
    let (session, uri) = (session.clone(), uri.clone());
    let problems = tokio::task::spawn_blocking(move || problems::of_settings_file(&session, &uri)).await;
    report(None, problems.ok().flatten().unwrap_or_default())
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
