//! `customerio.fixAllInWorkspace`: the safe fixes in all files of the workspace, as one edit that the client applies.
//! People choose first whether to apply it or to look at it, where the client can ask that.

use super::fix_all::{converge, safe};
use crate::disk::MAX_FILE_BYTES;
use crate::engine::{Findings, opinion};
use crate::finding::Fixes;
use crate::lsp::codes;
use crate::lsp::dialog;
use crate::lsp::edits::{ChangedFile, workspace_edit_of_files};
use crate::lsp::judge::Analyzer;
use crate::lsp::progress::Progress;
use crate::lsp::related_files::RelatedFiles;
use crate::lsp::session::Session;
use crate::model::Modules;
use crate::project::is_left_out;
use crate::source::Source;
use crate::syntax::Language;
use crate::text;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::MessageType;

/// The buttons of the question.
const APPLY: &str = "Apply";
const REVIEW: &str = "Review";

type Answer = Result<Value, String>;

/// Runs the command. Its result is the number of files that change, and whether the client applied the edit.
///
/// # Errors
/// When the workspace is not known yet or changes meanwhile, and when the client does not apply the edit.
pub async fn execute(session: &Session) -> jsonrpc::Result<Option<Value>> {
    let (answer, answered) = oneshot::channel();
    // In a task of its own, which a cancelled request does not end (see the module `configuration`).
    tokio::spawn(carry_out(session.clone(), answer));
    let result = answered
        .await
        .unwrap_or_else(|_| Err("customerio-ls crashed while fixing the workspace. This is a bug.".to_owned()));
    result.map(Some).map_err(codes::request_failed)
}

async fn carry_out(session: Session, answer: oneshot::Sender<Answer>) {
    let changed = match collect(&session, &answer).await {
        Ok(Some(changed)) => changed,
        Ok(None) => return,
        Err(why) => return drop(answer.send(Err(why))),
    };
    let count = changed.len();
    let result = |applied: bool| json!({ "files": count, "applied": applied });
    if changed.is_empty() {
        session.tell(MessageType::INFO, "No problem in the workspace can be fixed safely.".to_owned());
        return drop(answer.send(Ok(result(false))));
    }
    let Some(is_reviewed) = agreed(&session, count).await else { return drop(answer.send(Ok(result(false)))) };
    if answer.is_closed() {
        return;
    }
    if let Some(other) = changed.iter().find(|file| !is_still_so(&session, file)) {
        let why = format!("{} has changed meanwhile. Run the command again.", other.path.display());
        return drop(answer.send(Err(why)));
    }
    let label = is_reviewed.then_some("Safe fixes of customerio-ls");
    let edit = workspace_edit_of_files(changed, label, session.client_capabilities());
    let applied = match session.client().apply_edit(edit).await {
        Ok(response) if response.applied => Ok(result(true)),
        Ok(response) if is_reviewed && response.failure_reason.is_none() => Ok(result(false)),
        Ok(response) => {
            let reason = response.failure_reason.map(|reason| format!(": {reason}")).unwrap_or_default();
            Err(format!("The editor did not apply the edit{reason}."))
        }
        Err(error) => Err(format!("The editor did not apply the edit: {error}.")),
    };
    let _ = answer.send(applied);
}

/// The files that have something to fix, with progress. `None` when the request was cancelled.
async fn collect(session: &Session, answer: &oneshot::Sender<Answer>) -> Result<Option<Vec<ChangedFile>>, String> {
    let groups = session.workspace().all();
    let is_awaited = groups.is_empty() && !session.folders().all().is_empty();
    if is_awaited || groups.iter().any(|group| !group.analysis().is_complete) {
        return Err(session.workspace().why_incomplete("The workspace is not indexed yet."));
    }
    let mut paths: Vec<Arc<Path>> = Vec::new();
    for view in groups.iter().filter_map(|group| group.analysis().view.clone()) {
        paths.extend(view.reached().into_iter().filter_map(|file| view.path(file)));
    }
    // Each file has one project, also where folders lie in each other.
    paths.sort();
    let progress = Progress::begin(session, "Customer.io: fix all".to_owned(), false);
    let mut changed = Vec::new();
    for (done, path) in paths.iter().enumerate() {
        if answer.is_closed() {
            return Ok(None);
        }
        progress.report(done, paths.len());
        let job = {
            let (session, path) = (session.clone(), path.clone());
            move |_: &_| fixed(&session, &path)
        };
        let found = session.jobs().run_behind(&Arc::default(), 0, job).await;
        let crashed = |_| format!("customerio-ls crashed while fixing {}. This is a bug.", path.display());
        changed.extend(found.map_err(crashed)?);
    }
    progress.end("done".to_owned());
    Ok(Some(changed))
}

/// A file with its safe fixes; `None` where there are none, or its findings are not shown.
fn fixed(session: &Session, path: &Arc<Path>) -> Option<ChangedFile> {
    let place = session.workspace().place(Some(path))?;
    let file = RelatedFiles::new(session.documents()).at(path)?;
    let is_shown = file.version.is_some() || session.workspace().shows(session.settings(), path);
    let settings = session.settings().resolve(Some(path));
    if !is_shown || !settings.covered || is_left_out(path) || file.rope.len_bytes() as u64 > MAX_FILE_BYTES {
        return None;
    }
    let open = session.documents().get(&file.uri).and_then(|entry| entry.snapshot().document.language);
    let source = Source::parse(file.rope.clone(), open.or_else(|| Language::of_path(path))?);
    let analyzer: Analyzer = {
        let session = session.clone();
        Box::new(move |source| opinion(source, Some(&place), &settings, Fixes::Computed, session.engine()).findings)
    };
    let Findings { findings, .. } = analyzer(&source);
    findings.iter().find(|finding| safe(finding).is_some())?;
    let edits = converge(&source, findings, &analyzer, |_| true);
    let (uri, version, rope) = (file.uri.clone(), file.version, file.rope.clone());
    (!edits.is_empty()).then(|| ChangedFile { path: path.clone(), uri, version, rope, edits })
}

/// Returns whether a file still has the text that was fixed.
fn is_still_so(session: &Session, file: &ChangedFile) -> bool {
    let now = RelatedFiles::new(session.documents()).at(&file.path);
    now.is_some_and(|now| now.version == file.version && now.rope == file.rope)
}

/// Asks whether to go on, and returns whether people want to review the edit. `None` when they decide against it.
async fn agreed(session: &Session, count: usize) -> Option<bool> {
    let client = session.client_capabilities();
    if !client.asks_people {
        return Some(false);
    }
    let files = text::count(count, "file");
    let can_review = client.change_annotations && client.document_changes;
    let buttons: &[&str] = if can_review { &[APPLY, REVIEW, "Cancel"] } else { &[APPLY, "Cancel"] };
    let question = format!("Apply all safe fixes? They change {files}.");
    match dialog::ask(session, MessageType::INFO, question, buttons).await?.as_str() {
        APPLY => Some(false),
        REVIEW => Some(true),
        _ => None,
    }
}
