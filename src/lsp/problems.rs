//! Wrong settings, told where they stand: in the settings file, or as a message when there is no place to mark.

use super::capabilities::Capabilities;
use super::convert::SOURCE;
use super::diagnostics::{NOTHING, cleared, digest};
use super::documents::path_of;
use super::session::Session;
use super::settings::Resolved;
use crate::config::{FILE_NAME, Problem};
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp::lsp_types::{Diagnostic, DiagnosticSeverity, MessageType, NumberOrString, Position, Range, Url};

/// What the client was told of wrong settings.
#[derive(Default)]
pub struct Told {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Digests of what is shown in settings files, and how these were spelled.
    shown: FxHashMap<PathBuf, (u64, Url)>,
    /// Messages that were said.
    said: FxHashSet<String>,
}

impl Told {
    /// Tells what is wrong in all of `resolved`, the settings of all open documents, and takes back what no longer is.
    pub fn tell(&self, session: &Session, resolved: &[Arc<Resolved>]) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let pull = session.client_capabilities().pull;
        let mut said = FxHashSet::default();
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
                    said.insert(problem.to_string());
                }
            }
        }
        for message in said.difference(&state.said) {
            session.tell(MessageType::WARNING, format!("customerio-ls: {message}"));
        }
        state.said = said;
        let gone: Vec<PathBuf> =
            state.shown.keys().filter(|path| !files.contains_key(path.as_path())).cloned().collect();
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
}

/// What is wrong in the settings file `uri`; `None` when it is none.
pub fn of_settings_file(session: &Session, uri: &Url) -> Option<Vec<Diagnostic>> {
    let path = path_of(uri).filter(|path| is_settings_file(path))?;
    let resolved = session.settings().resolve(Some(&path));
    let problems = resolved.problems.iter().filter(|problem| problem.path.as_deref() == Some(&path));
    Some(diagnostics(problems, session.client_capabilities()))
}

/// Whether settings are read from a file of this name.
pub fn is_settings_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE_NAME)
}

fn diagnostics<'a>(problems: impl Iterator<Item = &'a Problem>, client: &Capabilities) -> Vec<Diagnostic> {
    let diagnostic = |problem: &Problem| {
        let at = |place: crate::text::LineColumn| Position::new(place.line, place.column);
        let range = problem.positions(client.encoding).map(|(start, end)| Range::new(at(start), at(end)));
        Diagnostic {
            range: range.unwrap_or_default(),
            severity: Some(DiagnosticSeverity::WARNING),
            code: Some(NumberOrString::String("settings".to_owned())),
            source: Some(SOURCE.to_owned()),
            message: problem.message.clone(),
            ..Diagnostic::default()
        }
    };
    problems.map(diagnostic).collect()
}
