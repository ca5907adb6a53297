//! Settings on their way in: from `initialize`, from the client when asked, and from files that changed.

use super::documents::Entry;
use super::log::log;
use super::schedule;
use super::session::Session;
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp::lsp_types::{ConfigurationItem, Registration, Url};

/// The key under which editors keep this tool's settings.
const SECTION: &str = "customerio";

/// Takes the `initializationOptions` of the parameters of `initialize`.
pub fn initialize(session: &Session, params: &Value) {
    let options = params.get("initializationOptions").cloned().unwrap_or_default();
    session.settings().set_editor(unwrap_section(options));
}

/// Asks for the settings and for news about them.
pub fn initialized(session: &Session) {
    let client = session.client_capabilities();
    let mut registrations = Vec::new();
    let mut register = |method: &str, options: Value| {
        registrations.push(Registration {
            id: format!("customerio/{method}"),
            method: method.to_owned(),
            register_options: Some(options),
        });
    };
    if client.register_configuration {
        register("workspace/didChangeConfiguration", json!({ "section": SECTION }));
    }
    if client.register_watched_files {
        let watchers = json!([{ "globPattern": "**/customerio.json" }, { "globPattern": "**/package.json" }]);
        register("workspace/didChangeWatchedFiles", json!({ "watchers": watchers }));
    }
    if !registrations.is_empty() {
        // In a task of its own, never awaited by a handler and never aborted: a handler that waits for the client
        // stops the reader that would bring the answer, and an answer that nobody waits for ends tower-lsp.
        let client = session.client().clone();
        tokio::spawn(async move {
            if let Err(error) = client.register_capability(registrations).await {
                log(format_args!("the client refused to register for changes of settings: {error}"));
            }
        });
    }
    ask(session);
}

/// Takes a `workspace/didChangeConfiguration`. Clients that answer questions are asked; what the others send counts.
pub fn changed(session: &Session, settings: Value) {
    if session.client_capabilities().configuration {
        ask(session);
    } else {
        session.settings().set_editor(unwrap_section(settings));
        reconsider(session);
    }
}

/// A file was opened or saved: not every client tells when files change, so this is when settings are read again.
pub fn touched(session: &Session, _uri: &Url) {
    reconsider(session);
}

/// Asks the client for the editor's settings, in a task of its own (see [`initialized`]).
fn ask(session: &Session) {
    if !session.client_capabilities().configuration {
        return;
    }
    let number = session.settings().question();
    let session = session.clone();
    tokio::spawn(async move {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        match session.client().configuration(vec![item]).await {
            Ok(mut answer) if session.settings().is_newest(number) => {
                session.settings().set_editor(answer.pop().unwrap_or_default());
                reconsider(&session);
            }
            Ok(_) => {}
            Err(error) => log(format_args!("the client did not tell its settings: {error}")),
        }
    });
}

/// Reads the settings again and has those documents looked at for which something changed. Calls that come in while
/// that goes on are answered by one more round.
pub fn reconsider(session: &Session) {
    session.settings().forget();
    if session.settings().begin_round() {
        tokio::spawn(rounds(session.clone()));
    }
}

async fn rounds(session: Session) {
    let mut any = false;
    loop {
        let round = session.settings().round();
        let changed = {
            let session = session.clone();
            tokio::task::spawn_blocking(move || affected(&session)).await.unwrap_or_default()
        };
        any |= !changed.is_empty();
        for entry in &changed {
            let state = entry.lock();
            if !state.closed {
                entry.advance();
                drop(state);
                schedule::poke(&session, entry);
            }
        }
        if session.settings().end_round(round) {
            break;
        }
    }
    let client = session.client_capabilities();
    if any && client.pull && client.refresh {
        // Its only answer is that it came.
        let _ = session.client().workspace_diagnostic_refresh().await;
    }
}

/// The documents that were judged with other settings than they have now.
fn affected(session: &Session) -> Vec<Arc<Entry>> {
    let entries = session.documents().all().into_iter();
    let affected = entries.filter(|entry| {
        let before = entry.lock().judged_with.clone();
        before.is_some_and(|before| before != session.settings().resolve(entry.path.as_deref()))
    });
    affected.collect()
}

/// Some editors send the settings under their section, some without it.
fn unwrap_section(settings: Value) -> Value {
    match settings {
        Value::Object(mut object) => match object.remove(SECTION) {
            Some(inner) => inner,
            None => Value::Object(object),
        },
        other => other,
    }
}
