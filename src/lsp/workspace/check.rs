//! One look at a file that is not open. Runs in the background.

use super::group::Group;
use super::published::FileDiagnostics;
use super::queue::Task;
use crate::disk::{Stage, caught};
use crate::engine::{Analysis, Judged, MemberState, WantedResults};
use crate::finding::Fixes;
use crate::lsp::analysis_limits::log_stops;
use crate::lsp::convert;
use crate::lsp::related_files::RelatedFiles;
use crate::lsp::session::Session;
use crate::model::{FileId, Modules};
use crate::project::View;
use crate::settings::FileSettings;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::lsp_types::Diagnostic;

/// The result of a check.
pub struct CheckedFile {
    /// The file.
    pub file: FileId,
    /// The state to keep.
    pub state: MemberState,
    /// True when the client shows the findings.
    pub shown: bool,
    /// Its diagnostics; `None` when they wait for the comparison of all files.
    pub diagnostics: Option<FileDiagnostics>,
    /// True when the file on disk differs from the one that the project knows.
    pub outdated: bool,
}

/// Looks at a file. A panic is reported, and the file has no findings.
pub fn check(session: &Session, group: &Group, analysis: &Analysis, file: FileId, task: Task) -> Option<CheckedFile> {
    let view = analysis.view.as_ref()?;
    let path = view.path(file)?;
    let before = analysis.members.get(&file);
    let settings = match before {
        Some(before) if session.settings().is_fresh(&before.settings) => before.settings.clone(),
        _ => session.settings().resolve(Some(&path)),
    };
    let look = || look(session, analysis, view, file, &path, &settings, task);
    let Looked { judged, diagnostics, outdated } = caught(&path, Stage::Analyze, look).unwrap_or_else(Looked::nothing);
    let shown = group.shows(session.settings(), &path);
    let diagnostics = if shown { diagnostics } else { Some(Vec::new()) };
    let state = MemberState { path, settings, judged };
    Some(CheckedFile { file, state, shown, diagnostics: diagnostics.map(FileDiagnostics::new), outdated })
}

struct Looked {
    judged: Option<Arc<Judged>>,
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
    analysis: &Analysis,
    view: &View,
    file: FileId,
    path: &Path,
    settings: &Arc<FileSettings>,
    task: Task,
) -> Looked {
    if !settings.covered {
        return Looked::nothing();
    }
    let Some(text) = view.text(file) else { return Looked::nothing() };
    let before = analysis.members.get(&file).and_then(|state| state.judged.as_ref());
    let judged = match before {
        Some(before) if task == Task::Finish && !text.outdated => before.clone(),
        _ => {
            let wanted = WantedResults { fixes: Fixes::Omitted, names: true };
            let judged = analysis.judge(file, &text, settings, wanted, session.engine());
            log_stops(Some(path), &text.rope, &judged);
            Arc::new(judged)
        }
    };
    let compared = match analysis.comparison.says(file, &judged, settings, view) {
        Some(compared) => compared,
        // What it is by itself is shown at once.
        None if !analysis.comparison.knows(file) => None,
        None => return Looked { judged: Some(judged), diagnostics: None, outdated: text.outdated },
    };
    let findings = analysis.finish(file, &text, settings, (&judged, compared), session.engine()).findings;
    let client = session.client_capabilities();
    let diagnostics = match session.documents().uri_of(path) {
        Some(uri) => convert::diagnostics(&findings, &text.rope, &uri, client, &RelatedFiles::new(session.documents())),
        None => Vec::new(),
    };
    Looked { judged: Some(judged), diagnostics: Some(diagnostics), outdated: text.outdated }
}
