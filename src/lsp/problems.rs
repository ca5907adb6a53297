//! Wrong settings, reported at their places: in the settings file, or as a message when there is no place to mark.

use super::capabilities::Capabilities;
use super::convert::SOURCE;
use super::dialog;
use super::digest::{NOTHING, cleared, digest};
use super::log::log;
use super::session::Session;
use super::settings::SECTION;
use super::uris::path_of;
use crate::settings::{FileSettings, Problem, is_of_settings};
use crate::text::Encoding;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::lsp_types::{Diagnostic, DiagnosticSeverity, MessageType, NumberOrString, Position, Range, Url};

/// Reports the problems in all of `resolved`, the settings of all open documents, and withdraws those that are gone.
pub fn tell(session: &Session, resolved: &[Arc<FileSettings>]) {
    let mut state = session.settings_diagnostics().lock();
    let pull = session.client_capabilities().pull;
    let mut said = FxHashSet::default();
    let mut toasts: Vec<&Problem> = Vec::new();
    let mut files: FxHashMap<&Path, Vec<&Problem>> = FxHashMap::default();
    for path in resolved.iter().flat_map(|resolved| &*resolved.files) {
        files.entry(path).or_default();
    }
    for problem in resolved.iter().flat_map(|resolved| &*resolved.problems) {
        match &problem.path {
            // A client that pulls asks for open documents only; a settings file rarely is one.
            Some(path) if !pull => {
                let known = files.entry(path).or_default();
                if !known.contains(&problem) {
                    known.push(problem);
                }
            }
            _ => {
                // Not by its place: that moves with every line above.
                let known = (problem.path.clone(), problem.pointer.clone(), problem.message.clone());
                if !state.said.contains(&known) && !said.contains(&known) {
                    toasts.push(problem);
                }
                said.insert(known);
            }
        }
    }
    toasts.into_iter().for_each(|problem| toast(session, problem));
    state.said = said;
    let gone: Vec<PathBuf> = state.shown.keys().filter(|path| !files.contains_key(path.as_path())).cloned().collect();
    for (path, problems) in files.into_iter().chain(gone.iter().map(|path| (path.as_path(), Vec::new()))) {
        let diagnostics = diagnostics(problems.into_iter(), session.client_capabilities());
        let digest = digest(&diagnostics);
        let Some(uri) = session.documents().uri_of(path) else { continue };
        let before = state.shown.remove(path);
        let elsewhere = before.as_ref().filter(|(_, before)| *before != uri);
        if let Some((_, before)) = elsewhere {
            session.outbox().put(cleared(before));
        }
        let shown = before.as_ref().filter(|(_, before)| *before == uri).map_or(NOTHING, |(shown, _)| *shown);
        if shown != digest {
            session.outbox().put(json!({ "uri": uri, "diagnostics": diagnostics }));
        }
        if digest != NOTHING {
            state.shown.insert(path.to_owned(), (digest, uri));
        }
    }
}

/// Reports a problem as a message: the reason first, because editors cut long ones off. It leads to the place where the
/// client can open one.
fn toast(session: &Session, problem: &Problem) {
    let Some(path) = &problem.path else {
        // As people write it in their settings. Some clients send the section, some what is in it.
        let pointer = problem.pointer.replace('/', ".");
        let inside = pointer.trim_start_matches('.');
        let named = inside == SECTION || inside.starts_with(&format!("{SECTION}."));
        let setting = if named { inside.to_owned() } else { format!("{SECTION}{pointer}") };
        session.tell(MessageType::WARNING, format!("{} (editor setting `{setting}`)", problem.message));
        return;
    };
    let folders = session.folders().all();
    let inside = folders.iter().filter_map(|(_, folder)| path.strip_prefix(folder).ok());
    let shown = inside.min_by_key(|path| path.components().count()).unwrap_or(path).display();
    let place = problem.positions(Encoding::Utf32);
    let place = place.map(|(start, _)| format!(":{}:{}", start.line + 1, start.column + 1)).unwrap_or_default();
    let message = format!("{} ({shown}{place})", problem.message);
    let target = if session.client_capabilities().show_document { session.documents().uri_of(path) } else { None };
    let Some(uri) = target else {
        session.tell(MessageType::WARNING, message);
        return;
    };
    log(&message);
    let selection = range(problem, session.client_capabilities());
    let session = session.clone();
    // In a task of its own, never awaited by a handler and never aborted (see the module `configuration`).
    tokio::spawn(async move {
        if dialog::ask(&session, MessageType::WARNING, message, &[OPEN]).await.is_some() {
            dialog::show(&session, uri, false, selection).await;
        }
    });
}

/// The button that leads to the place of a problem.
const OPEN: &str = "Open";

fn range(problem: &Problem, client: &Capabilities) -> Option<Range> {
    let at = |place: crate::text::LineColumn| Position::new(place.line, place.column);
    problem.positions(client.encoding).map(|(start, end)| Range::new(at(start), at(end)))
}

/// Returns the problems in the settings file `uri`; `None` when it is not one.
pub fn of_settings_file(session: &Session, uri: &Url) -> Option<Vec<Diagnostic>> {
    let path = path_of(uri).filter(|path| is_of_settings(path))?;
    let resolved = session.settings().resolve(Some(&path));
    let problems = resolved.problems.iter().filter(|problem| problem.path.as_deref() == Some(&path));
    Some(diagnostics(problems, session.client_capabilities()))
}

fn diagnostics<'a>(problems: impl Iterator<Item = &'a Problem>, client: &Capabilities) -> Vec<Diagnostic> {
    let diagnostic = |problem: &Problem| Diagnostic {
        range: range(problem, client).unwrap_or_default(),
        severity: Some(DiagnosticSeverity::WARNING),
        code: Some(NumberOrString::String("settings".to_owned())),
        source: Some(SOURCE.to_owned()),
        message: problem.message.clone(),
        ..Diagnostic::default()
    };
    problems.map(diagnostic).collect()
}
