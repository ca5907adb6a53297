//! The common part of all requests about a document: they look at the text as it was when they arrived, on a thread of
//! their own, until the request is canceled; one that a newer text overtakes reports so, and a crash affects only that
//! request.

use super::codes;
use super::document::AnalyzedText;
use super::documents::Snapshot;
use super::jobs::Cancel;
use super::judge::judge;
use super::session::Session;
use crate::engine::{self, FileInProject};
use crate::finding::Fixes;
use crate::model::Model;
use crate::text::TextRange;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{Position, Range};

/// Answers a request about a document with the result of `answer`; `None` for a document that is not open. `answer`
/// returns `None` when it was cancelled. `what` it computes, for people.
///
/// # Errors
/// When the document changes meanwhile (`overtaken` is the error), or the computation crashes.
pub async fn about_document<T: Send + 'static>(
    session: &Session,
    snapshot: Option<Snapshot>,
    (what, overtaken): (&str, fn() -> jsonrpc::Error),
    answer: impl FnOnce(&Session, &Snapshot, &Cancel) -> Option<T> + Send + 'static,
) -> jsonrpc::Result<Option<T>> {
    let Some(snapshot) = snapshot else { return Ok(None) };
    let (entry, generation) = (snapshot.entry.clone(), snapshot.generation);
    let job = {
        let session = session.clone();
        move |cancel: &Cancel| answer(&session, &snapshot, cancel)
    };
    match session.jobs().run(entry.counter(), generation, job).await {
        Ok(Some(answer)) => Ok(Some(answer)),
        Ok(None) => Err(overtaken()),
        Err(_) => {
            session.analysis_failed(&entry);
            let message = format!("customerio-ls crashed while computing {what}; it tries again on the next edit");
            Err(codes::request_failed(message))
        }
    }
}

/// Answers a request about the analysis of a document, whose findings have fixes when it asks for them; `None` for a
/// document that is not open or not checked.
///
/// # Errors
/// As [`about_document`].
pub async fn about_analysis<T: Send + 'static>(
    session: &Session,
    snapshot: Option<Snapshot>,
    (what, fixes): (&str, Fixes),
    answer: impl FnOnce(&Analyzed<'_>) -> T + Send + 'static,
) -> jsonrpc::Result<Option<T>> {
    let answer = move |session: &Session, snapshot: &Snapshot, cancel: &Cancel| {
        let verdict = judge(snapshot, true, fixes, session, cancel)?;
        verdict.record(snapshot, session);
        let place = session.workspace().place(snapshot.path());
        let analyzed = verdict.known.as_ref().map(|known| Analyzed { session, snapshot, known, place });
        Some(analyzed.map(|analyzed| answer(&analyzed)))
    };
    Ok(about_document(session, snapshot, (what, codes::content_modified), answer).await?.flatten())
}

/// A document and its analysis.
pub struct Analyzed<'a> {
    /// The session.
    pub session: &'a Session,
    /// The document.
    pub snapshot: &'a Snapshot,
    /// Its tree, its findings, its settings.
    pub known: &'a AnalyzedText,
    /// The file in its project, where that is known.
    pub place: Option<FileInProject>,
}

impl Analyzed<'_> {
    /// Looks at the uses of the SDK in the document.
    pub fn inspect<T>(&self, look: impl Fn(&Model<'_>) -> T) -> T {
        let project = self.place.as_ref().map(FileInProject::modules);
        engine::inspect(&self.known.source, project, &self.known.settings.settings, look)
    }

    /// The offset in bytes of a position of the client's.
    pub fn offset(&self, at: Position) -> usize {
        self.session.offset(self.snapshot, at)
    }

    /// A range as the client counts.
    pub fn range(&self, range: TextRange) -> Range {
        self.session.range(self.snapshot, range)
    }
}
