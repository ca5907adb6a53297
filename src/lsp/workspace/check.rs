//! One look at a file that is not open. Runs behind.

use super::group::Group;
use super::members::{Current, Held};
use super::queue::Task;
use super::shown::Report;
use crate::analysis::Input;
use crate::disk::{Stage, caught};
use crate::lsp::convert;
use crate::lsp::engine::Look;
use crate::lsp::others::Others;
use crate::lsp::session::Session;
use crate::lsp::settings::Resolved;
use crate::model::{FileId, Modules};
use crate::project::View;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::lsp_types::Diagnostic;

/// What came of it.
pub struct Checked {
    /// The file.
    pub file: FileId,
    /// What is to be kept of it.
    pub held: Held,
    /// Its diagnostics; `None` when they wait for the comparison of all files.
    pub diagnostics: Option<Report>,
    /// Whether the file is another one on disk than the project thinks.
    pub outdated: bool,
}

/// Looks at a file. A panic is told, and the file has no findings.
pub fn check(session: &Session, group: &Group, current: &Current, file: FileId, task: Task) -> Option<Checked> {
    let view = current.view.as_ref()?;
    let path = view.path(file)?;
    let held = current.members.get(&file);
    let resolved = match held {
        Some(held) if session.settings().is_fresh(&held.resolved) => held.resolved.clone(),
        _ => session.settings().resolve(Some(&path)),
    };
    let look = || look(session, current, view, file, &path, &resolved, task);
    let Looked { judged, diagnostics, outdated } = caught(&path, Stage::Analyze, look).unwrap_or_else(Looked::nothing);
    let shown = group.shows(session.settings(), &path);
    let diagnostics = if shown { diagnostics } else { Some(Vec::new()) };
    let held = Held { path, resolved, judged, shown };
    Some(Checked { file, held, diagnostics: diagnostics.map(Report::new), outdated })
}

struct Looked {
    judged: Option<Arc<crate::analysis::Judged>>,
    diagnostics: Option<Vec<Diagnostic>>,
    outdated: bool,
}

impl Looked {
    fn nothing() -> Self {
        Self { judged: None, diagnostics: Some(Vec::new()), outdated: false }
    }
}

fn look(
    session: &Session,
    current: &Current,
    view: &View,
    file: FileId,
    path: &Path,
    resolved: &Arc<Resolved>,
    task: Task,
) -> Looked {
    if !resolved.covered {
        return Looked::nothing();
    }
    let Some(text) = view.text(file) else { return Looked::nothing() };
    let look = Look {
        input: Input { rope: &text.rope, facts: &text.facts },
        provisional: false,
        project: Some((file, view)),
        settings: &resolved.settings,
    };
    let before = current.members.get(&file).and_then(|held| held.judged.as_ref());
    let judged = match before {
        Some(before) if task == Task::Finish && !text.outdated => before.clone(),
        _ => Arc::new(session.engine().judge(&look)),
    };
    let compared = match current.comparison.says(file, &judged, resolved, view) {
        Some(compared) => compared,
        // What it is by itself is shown at once.
        None if !current.comparison.knows(file) => None,
        None => return Looked { judged: Some(judged), diagnostics: None, outdated: text.outdated },
    };
    let findings = session.engine().finish(&look, judged.found.clone(), compared);
    let client = session.client_capabilities();
    let diagnostics = match session.documents().uri_of(path) {
        Some(uri) => convert::diagnostics(&findings, &text.rope, &uri, client, &Others::new(session.documents())),
        None => Vec::new(),
    };
    Looked { judged: Some(judged), diagnostics: Some(diagnostics), outdated: text.outdated }
}
