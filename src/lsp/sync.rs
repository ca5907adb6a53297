//! Documents as they are opened, changed and closed. All of it is synchronous: a handler calls one function before its
//! first await, so changes happen in the order in which the messages came.

use super::digest::{NOTHING, cleared};
use super::document::Document;
use super::documents::Entry;
use super::ingress::DesyncHandler;
use super::log::log;
use super::schedule;
use super::session::Session;
use super::uris::{DocumentKey, written_path_of};
use crate::syntax::Language;
use ropey::Rope;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidOpenTextDocumentParams, MessageType, TextDocumentItem, Url,
};

/// Unknown documents that are remembered as reported. More than a client opens by mistake.
const MOST_REPORTED: usize = 256;

/// `textDocument/didOpen`
pub fn open(session: &Session, params: DidOpenTextDocumentParams) {
    let TextDocumentItem { uri, language_id, version, text } = params.text_document;
    let Some(key) = session.documents().key_of(&uri) else { return };
    session.reported().remove(uri.as_str());
    let document = Document::new(uri.clone(), version, language(&uri, &language_id), &text);
    let (concerns, language) = (document.concerns, document.language);
    let (entry, before) = session.documents().open(key, document);
    // From here on the document is shown; what was shown of the file goes over to it.
    let closed = session.workspace().shown().take(&entry.key);
    let (closed, closed_uri) = closed.map_or((NOTHING, None), |file| (file.digest, Some(file.uri)));
    if !session.client_capabilities().pull {
        entry.lock().published = under(session, &uri, closed, closed_uri.as_ref());
    }
    let shown = before.map(|before| {
        let mut before_state = before.lock();
        before_state.closed = true;
        before.advance();
        let uri_before = before_state.document.uri.clone();
        under(session, &uri, before_state.published, Some(&uri_before))
    });
    if let Some(shown) = shown {
        log(format_args!("{uri} was opened twice; the newer content is used"));
        entry.lock().published = shown;
    }
    if concerns || shown.is_some() || closed != NOTHING || is_around(session, &entry, language) {
        schedule::poke(session, &entry);
    }
    session.workspace().opened(session.client_capabilities().register_watched_files, &entry);
}

/// Returns the digest of the findings that the client shows for a document under `uri`, given that it may show `digest`
/// under another spelling. There it is taken away.
fn under(session: &Session, uri: &Url, digest: u64, before: Option<&Url>) -> u64 {
    match before.filter(|before| *before != uri && digest != NOTHING) {
        Some(before) => {
            session.outbox().put(cleared(before));
            NOTHING
        }
        None => digest,
    }
}

/// `textDocument/didChange`
pub fn change(session: &Session, params: DidChangeTextDocumentParams) {
    let uri = params.text_document.uri;
    let Some(entry) = session.documents().get(&uri) else {
        if DocumentKey::as_written(&uri).is_some() {
            report(session, &uri, "it was changed, but never opened");
        }
        return;
    };
    let encoding = session.client_capabilities().encoding;
    let mut state = entry.lock();
    if state.dropped {
        return;
    }
    let applied = state.document.apply(&params.content_changes, encoding);
    state.document.version = params.text_document.version;
    state.changed_at = Instant::now();
    entry.advance();
    let work = state.document.concerns || state.document.known.is_some();
    let work = work || is_around(session, &entry, state.document.language);
    drop(state);
    match applied {
        Ok(()) if work => {
            schedule::poke(session, &entry);
            if session.client_capabilities().pull {
                session.workspace().looked_at(&entry);
            }
        }
        Ok(()) => {}
        Err(why) => drop_document(session, &entry, &why.to_string()),
    }
}

/// `textDocument/didClose`
pub fn close(session: &Session, uri: &Url) {
    session.reported().remove(uri.as_str());
    let Some(entry) = session.documents().close(uri) else { return };
    let mut state = entry.lock();
    state.closed = true;
    entry.advance();
    let (shown, uri) = (state.published, state.document.uri.clone());
    drop(state);
    let stays = entry.path.as_deref().is_some_and(|path| session.workspace().shows(session.settings(), path));
    if shown != NOTHING && stays {
        // What the client has may be right still. The project says so, or something else.
        session.workspace().shown().hand_over(entry.key.clone(), uri, shown);
    } else if shown != NOTHING {
        session.outbox().put(cleared(&uri));
    }
    session.workspace().closed(&entry);
}

/// Returns whether the document lies in a project in which anything reaches the SDK: then others may build on it,
/// whatever it says itself. A document that shows code builds on none that it does not name.
fn is_around(session: &Session, entry: &Entry, language: Option<Language>) -> bool {
    if language.is_some_and(Language::is_document) {
        return false;
    }
    let group = entry.path.as_deref().and_then(|path| session.workspace().of(path));
    group.is_some_and(|group| group.analysis().has_members())
}

/// Drops a document: the server's text is no longer the one that the client shows. It is back when it is opened again.
fn drop_document(session: &Session, entry: &Arc<Entry>, why: &str) {
    let mut state = entry.lock();
    state.dropped = true;
    entry.advance();
    state.document.language = None;
    state.document.rope = Rope::new();
    state.document.concerns = false;
    state.document.forget();
    if state.published != NOTHING {
        state.published = NOTHING;
        session.outbox().put(cleared(&state.document.uri));
    }
    let uri = state.document.uri.clone();
    drop(state);
    session.workspace().looked_at(entry);
    report(session, &uri, why);
}

/// Reports once that a document cannot be checked.
fn report(session: &Session, uri: &Url, why: &str) {
    let mut reported = session.reported();
    if reported.len() >= MOST_REPORTED {
        reported.clear();
    }
    if reported.insert(uri.as_str().to_owned()) {
        drop(reported);
        let name = written_path_of(uri).map_or_else(|| uri.to_string(), |path| path.display().to_string());
        session.tell(MessageType::WARNING, format!("customerio-ls does not check {name}: {why}. Close and reopen it."));
    }
}

impl DesyncHandler for Session {
    fn lost(&self, method: &str, uri: &str, why: &str) {
        // Read first: what is no URI may hold anything.
        let Ok(uri) = Url::parse(uri) else { return };
        log(format_args!("{method} for {uri} was ignored because {why}"));
        match self.documents().get(&uri) {
            Some(entry) if method == "textDocument/didChange" || method == "textDocument/didOpen" => {
                drop_document(self, &entry, &format!("a message about it could not be used, because {why}"));
            }
            Some(_) => {}
            None if method.starts_with("textDocument/did") && DocumentKey::as_written(&uri).is_some() => {
                report(self, &uri, &format!("it could not be opened, because {why}"))
            }
            None => {}
        }
    }
}

/// The grammar of a document: by its name, as the command line does it; by the client's language ID where there is no
/// name or it has no known extension.
fn language(uri: &Url, id: &str) -> Option<Language> {
    let named = written_path_of(uri).and_then(|path| Language::of_path(&path));
    // A buffer that was never saved may have a name all the same.
    named.or_else(|| Language::of_id(id)).or_else(|| Language::of_path(Path::new(uri.path())))
}
