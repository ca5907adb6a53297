//! Settings on their way in: from `initialize`, from the client when asked, and from files that changed.

use super::capabilities::{CALL_HIERARCHY, POSITION_ENCODING, encoding_named};
use super::documents::Entry;
use super::log::log;
use super::problems;
use super::schedule;
use super::session::Session;
use super::settings::SECTION;
use super::uris::path_of;
use super::workspace::watch;
use crate::settings::{FileSettings, is_of_settings};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tower_lsp::lsp_types::{ConfigurationItem, Registration, Url, WorkspaceFoldersChangeEvent};

/// Takes the folders and the `initializationOptions` of the parameters of `initialize`.
pub fn initialize(session: &Session, params: &Value) {
    let url = |value: &Value| Url::parse(value.as_str()?).ok();
    let listed = params.get("workspaceFolders").and_then(Value::as_array);
    let mut folders: Vec<Url> = listed.into_iter().flatten().filter_map(|folder| url(folder.get("uri")?)).collect();
    if folders.is_empty() {
        folders.extend(params.get("rootUri").and_then(url));
    }
    session.folders().set(folders);
    tokio::spawn(rounds(session.clone()));
    let mut options = params.get("initializationOptions").cloned().unwrap_or(Value::Null);
    // Of the client and not of the code: one that does not exist stays, and is reported like any unknown setting.
    if let Some(options) = options.as_object_mut()
        && options.get(POSITION_ENCODING).and_then(encoding_named).is_some()
    {
        options.shift_remove(POSITION_ENCODING);
    }
    if let Some(options) = options.as_object_mut()
        && options.get(CALL_HIERARCHY).is_some_and(Value::is_boolean)
    {
        options.shift_remove(CALL_HIERARCHY);
    }
    set_for_all(session, &options);
}

fn set_for_all(session: &Session, value: &Value) {
    let folders = session.folders().all();
    let each: Vec<_> = folders.into_iter().map(|(_, path)| (path, value)).collect();
    session.settings().set_editor(value, &each);
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
        register("workspace/didChangeWatchedFiles", watch::registration());
    }
    if !registrations.is_empty() {
        // In a task of its own, never awaited by a handler and never aborted: a handler that waits for the client stops
        // the reader that would bring the answer, and an answer that is not awaited ends tower-lsp.
        let client = session.client().clone();
        tokio::spawn(async move {
            if let Err(error) = client.register_capability(registrations).await {
                log(format_args!("the client rejected the registration for settings changes: {error}"));
            }
        });
    }
    ask(session);
    reconsider_all(session);
}

/// Takes a `workspace/didChangeConfiguration`. Clients that answer questions are asked; the messages of the others
/// count.
pub fn changed(session: &Session, settings: &Value) {
    if session.client_capabilities().configuration {
        ask(session);
    } else {
        session.change_settings(|| set_for_all(session, settings));
        reconsider_all(session);
    }
}

/// Takes a `workspace/didChangeWorkspaceFolders`.
pub fn folders_changed(session: &Session, event: WorkspaceFoldersChangeEvent) {
    let added: Vec<PathBuf> = event.added.iter().filter_map(|folder| path_of(&folder.uri)).collect();
    session.folders().change(event);
    session.workspace().folders_changed(&added);
    ask(session);
}

/// Asks the client for the editor's settings, in a task of its own (see [`initialized`]).
fn ask(session: &Session) {
    if !session.client_capabilities().configuration {
        return;
    }
    let number = session.settings().question();
    let (session, busy) = (session.clone(), session.activity().begin());
    tokio::spawn(async move {
        let _busy = busy;
        let folders = session.folders().all();
        let item = |scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.to_owned()) };
        let mut items: Vec<_> = folders.iter().map(|(uri, _)| item(Some(uri.clone()))).collect();
        items.push(item(None));
        match session.client().configuration(items).await {
            Ok(answer) if session.settings().is_newest(number) => {
                let value = |at: usize| answer.get(at).unwrap_or(&Value::Null);
                let each: Vec<_> = folders.into_iter().enumerate().map(|(at, (_, path))| (path, value(at))).collect();
                session.change_settings(|| session.settings().set_editor(value(each.len()), &each));
                reconsider_all(&session);
            }
            Ok(_) => {}
            Err(error) => log(format_args!("the client did not send its settings: {error}")),
        }
    });
}

/// Has the settings read again, and those documents looked at for which something changed. Called whenever a document
/// is opened, saved or closed, because not every client tells when files change. Calls that come in while that goes on
/// are answered by one more round. Files that are not open follow where the client reports changes, or no one can.
///
/// In this order: any thread that receives `event` reads the settings as they are after it.
pub fn reconsider(session: &Session, event: impl FnOnce()) {
    session.settings().advance();
    event();
    session.settings().ask_for_round();
}

/// As [`reconsider`], for closed files too.
fn reconsider_all(session: &Session) {
    reconsider(session, || session.workspace().reconsider());
}

/// Reads the settings again whenever that was requested. Requests during that are answered by one more round.
async fn rounds(session: Session) {
    loop {
        let _busy = tokio::select! {
            busy = session.settings().asked() => busy,
            () = session.workspace().stopped() => return,
        };
        let affected = {
            let session = session.clone();
            tokio::task::spawn_blocking(move || affected(&session)).await.unwrap_or_default()
        };
        if !affected.is_empty() {
            schedule::look_again(&session, &affected);
        }
    }
}

/// The documents that were analyzed with other settings than they have now. Reports the problems in the settings.
fn affected(session: &Session) -> Vec<Arc<Entry>> {
    let mut affected = Vec::new();
    let mut all: Vec<Arc<FileSettings>> = Vec::new();
    for entry in session.documents().all() {
        let before = entry.lock().judged_with.clone();
        // Whether it was looked at does not count: else what is told would rest on what once stood in a document.
        let ours = entry.lock().document.language.is_some();
        let concerns = before.is_some() || entry.path.as_deref().is_some_and(|path| ours || is_of_settings(path));
        if !concerns {
            continue;
        }
        let now = match &before {
            Some(before) if session.settings().is_fresh(before) => before.clone(),
            _ => session.settings().resolve(entry.path.as_deref()),
        };
        if let Some(before) = before {
            if !before.same(&now) {
                affected.push(entry.clone());
            }
            entry.lock().read_settings(&now);
        }
        all.push(now);
    }
    all.extend(session.workspace().settings(session.documents(), session.settings()));
    if all.is_empty() {
        // Nothing is open; what the editor said may be wrong all the same.
        all.push(session.settings().resolve(None));
    }
    problems::tell(session, &all);
    affected
}
