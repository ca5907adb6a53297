//! Answers `workspace/diagnostic`: the findings of files that are not open. Open documents are pulled by themselves.
//!
//! The request stays open where there is nothing new, as the protocol suggests, so that the client does not have to ask
//! over and over. A client that takes partial results gets them for as long as it keeps the request; one that does not
//! gets an answer as soon as there is one.

use super::published::ShownFile;
use crate::lsp::progress;
use crate::lsp::session::Session;
use crate::lsp::uris::DocumentKey;
use rustc_hash::FxHashMap;
use serde_json::json;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{
    FullDocumentDiagnosticReport, Url, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
};

/// Reports that go in one message of a stream.
const AT_ONCE: usize = 100;

/// The id of the report of a closed file.
pub fn result_id(file: &ShownFile) -> String {
    format!("closed-{}-{:016x}", file.openings, file.digest)
}

/// The client's copy of a file's findings.
struct Had {
    uri: Url,
    result_id: String,
}

/// Answers the request.
///
/// # Errors
/// Never; the signature is the protocol's.
pub async fn answer(
    session: &Session,
    params: WorkspaceDiagnosticParams,
) -> jsonrpc::Result<WorkspaceDiagnosticReportResult> {
    let token = params.partial_result_params.partial_result_token;
    let mut had: FxHashMap<DocumentKey, Had> = FxHashMap::default();
    for previous in params.previous_result_ids {
        if let Some(key) = DocumentKey::of(&previous.uri) {
            had.insert(key, Had { uri: previous.uri, result_id: previous.value });
        }
    }
    let mut changes = session.workspace().shown().changes();
    loop {
        changes.borrow_and_update();
        let news = news(session, &mut had);
        match &token {
            None if !news.is_empty() => return Ok(report(news)),
            Some(token) => {
                for items in news.chunks(AT_ONCE) {
                    let partial = json!({ "token": token, "value": { "items": items } });
                    session.client().send_notification::<progress::Send>(partial).await;
                }
            }
            None => {}
        }
        tokio::select! {
            changed = changes.changed() => if changed.is_err() { break },
            () = session.workspace().stopped() => break,
        }
    }
    Ok(report(Vec::new()))
}

fn report(items: Vec<WorkspaceDocumentDiagnosticReport>) -> WorkspaceDiagnosticReportResult {
    WorkspaceDiagnosticReport { items }.into()
}

/// Returns the reports that differ from the client's. From then on it has it.
fn news(session: &Session, had: &mut FxHashMap<DocumentKey, Had>) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let shown = session.workspace().shown().all();
    let mut news = Vec::new();
    let gone: Vec<DocumentKey> = had.keys().filter(|key| !shown.contains_key(key)).cloned().collect();
    for key in gone {
        // An open document is asked for by itself; what the client has of it from here does not count meanwhile.
        if !session.documents().contains(&key)
            && let Some(had) = had.remove(&key)
        {
            news.push(full(had.uri, None, &[]));
        }
    }
    for (key, file) in shown {
        let id = result_id(&file);
        let ShownFile { uri, diagnostics, .. } = file;
        if session.documents().contains(&key) || had.get(&key).is_some_and(|had| had.result_id == id) {
            continue;
        }
        news.push(full(uri.clone(), Some(id.clone()), &diagnostics));
        let before = had.insert(key, Had { uri: uri.clone(), result_id: id });
        // The client has opened it under another name since.
        if let Some(before) = before.filter(|before| before.uri != uri) {
            news.push(full(before.uri, None, &[]));
        }
    }
    news.sort_by(|a, b| uri_of(a).cmp(uri_of(b)));
    news
}

fn full(
    uri: Url,
    result_id: Option<String>,
    items: &[tower_lsp::lsp_types::Diagnostic],
) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items: items.to_vec() },
    })
}

fn uri_of(report: &WorkspaceDocumentDiagnosticReport) -> &Url {
    match report {
        WorkspaceDocumentDiagnosticReport::Full(report) => &report.uri,
        WorkspaceDocumentDiagnosticReport::Unchanged(report) => &report.uri,
    }
}
