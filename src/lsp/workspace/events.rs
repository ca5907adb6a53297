//! Updates of an index by events.

use super::group::Group;
use super::index::{WorkspaceIndex, documents_in, log_unread};
use super::mailbox::PendingEvents;
use super::published::FileDiagnostics;
use super::queue::Task;
use crate::disk::{Stage, caught};
use crate::engine::{Changed, Judged, MemberState, elsewhere};
use crate::finding::Fixes;
use crate::lsp::document::AnalyzedText;
use crate::lsp::documents::{Basis, Entry};
use crate::lsp::jobs::Cancel;
use crate::lsp::judge::{Verdict, judge};
use crate::lsp::session::Session;
use crate::lsp::uris::DocumentKey;
use crate::model::{FileId, Modules};
use crate::project::{FileRole, View, is_left_out, role_of};
use crate::settings::FileSettings;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl WorkspaceIndex {
    /// Takes in the events; from then on the queue knows the files to look at.
    pub fn take_in(&mut self, session: &Session, group: &Group, pending: PendingEvents, cancel: &Cancel) {
        let PendingEvents { discover, documents, closed, mut disk, settings, compare_disk } = pending;
        if discover {
            // Whatever else happened is seen by it.
            return self.discover(session, group, cancel);
        }
        for path in closed {
            self.closed(session, group, &path);
        }
        if compare_disk {
            disk.extend(self.differences(group, cancel));
        }
        // A package says which version of the SDK it wants.
        let says_settings = |path: &PathBuf| matches!(role_of(path), FileRole::Settings | FileRole::Configuration);
        let settings = settings || disk.iter().any(says_settings);
        let environment = disk.iter().any(|path| role_of(path) == FileRole::Environment);
        let disk: Vec<PathBuf> = disk.into_iter().collect();
        self.on_disk(session, group, &disk);
        for entry in documents.into_values() {
            self.document(session, group, &entry, cancel);
        }
        if settings {
            self.settings(session, group);
        }
        if environment {
            // Which judgement asked for a variable is not known.
            for file in self.view().map(View::reached).unwrap_or_default() {
                self.wish(session, file, Task::Judge);
            }
        }
    }

    /// An open document was looked at, or its text is new.
    fn document(&mut self, session: &Session, group: &Group, entry: &Arc<Entry>, cancel: &Cancel) {
        let Some(path) = entry.path.as_deref() else { return };
        let mut state = entry.lock();
        if state.closed {
            return;
        }
        let dropped = state.dropped;
        let look = state.look.as_mut().filter(|look| look.generation == entry.generation());
        if look.is_none() && !dropped {
            drop(state);
            return self.have_looked_at(session, group, entry, cancel);
        }
        let basis = look.and_then(|look| look.basis.take());
        let (document, newest) = (state.document.clone(), state.judged_with.clone());
        drop(state);
        debug_assert!(document.since.is_empty(), "what is known is of the text that was looked at");
        let known = document.known.as_ref();
        let change = match document.language {
            Some(language) if !dropped && !is_left_out(path) && document.is_of_project() => {
                self.host.set_text(path, &document.rope, language, known.map(|known| &known.source.facts))
            }
            _ => self.host.close(path),
        };
        self.after(session, group, &change, Some(entry));
        let Some(file) = self.view().and_then(|view| view.id(path)) else { return };
        let is_reached = self.view().is_some_and(|view| view.is_reached(file));
        match known {
            Some(known) if is_reached => {
                let judged = Some(known.judged.clone());
                let state = MemberState { path: path.into(), settings: known.settings.clone(), judged };
                self.hold(file, state, true);
            }
            _ => self.forget(session, group, file),
        }
        // What the project has heard of once, it keeps in step with all that happens.
        let is_behind = |basis: &Basis| self.is_behind(file, known, basis, newest.as_deref());
        if !dropped && basis.as_ref().is_some_and(is_behind) {
            self.pokes.push(entry.clone());
        }
    }

    /// Looks at the newest text of a document, which was not looked at yet.
    fn have_looked_at(&mut self, session: &Session, group: &Group, entry: &Arc<Entry>, cancel: &Cancel) {
        if !session.client_capabilities().pull {
            // A worker does, mostly, and others build on the document where anything reaches the SDK.
            if self.host.analysis().has_members() && !entry.lock().working {
                self.pokes.push(entry.clone());
            }
            return;
        }
        // A client that pulls may never ask for this document.
        let snapshot = entry.snapshot();
        let path = entry.path.as_deref().unwrap_or(Path::new(""));
        match caught(path, Stage::Analyze, || judge(&snapshot, true, Fixes::Omitted, session, cancel)) {
            Some(Some(verdict)) => verdict.record(&snapshot, session),
            // The work was canceled. The text counts all the same. When another one came in, that is an event.
            Some(None) if entry.generation() == snapshot.generation => {
                group.mailbox.put(|pending| pending.document(entry))
            }
            Some(None) => {}
            None => {
                session.analysis_failed(entry);
                Verdict::none(self.view().cloned()).record(&snapshot, session);
            }
        }
    }

    /// Returns whether an open document was looked at in a state of the project, or with settings, in which something
    /// that it rests on was another: while a look goes on, the session does, too.
    fn is_behind(
        &self,
        file: FileId,
        known: Option<&AnalyzedText>,
        basis: &Basis,
        newest: Option<&FileSettings>,
    ) -> bool {
        let Some(view) = self.view() else { return false };
        let Basis { view: then, settings } = basis;
        if let (Some(settings), Some(newest)) = (settings, newest)
            && !settings.same(newest)
        {
            return true;
        }
        // The project was not there yet, or did not reach so far.
        let Some(then) = then else { return view.reaches(file) };
        let Some(known) = known else { return view.reaches(file) && !then.reaches(file) };
        let Judged { used, pointed, .. } = &*known.judged;
        let same_text = |file: &FileId| view.has_same_text(then, *file);
        // Its own edit may have taken it out of what reaches the SDK, or back in.
        view.reaches(file) != then.reaches(file)
            || !view.resolves_as(then)
            || !view.has_same_surroundings(then)
            || used.iter().any(|file| !view.looks_the_same(then, *file))
            || !pointed.iter().all(same_text)
            || !known
                .compared
                .iter()
                .flat_map(|it| elsewhere(&it.found))
                .filter_map(|path| view.id(path))
                .all(|it| same_text(&it))
            || !self.host.is_stale() && !self.shows_what_was_compared(known, file)
    }

    /// A document was closed: the file on disk counts again.
    fn closed(&mut self, session: &Session, group: &Group, path: &Path) {
        let change = self.host.close(path);
        self.after(session, group, &change, None);
        match self.view().and_then(|view| view.id(path).filter(|file| view.is_reached(*file))) {
            Some(file) => self.wish(session, file, Task::Judge),
            None => session.workspace().shown().put(session.to_client(), group, path, FileDiagnostics::nothing()),
        }
    }

    /// Files or folders may have changed on disk.
    pub fn on_disk(&mut self, session: &Session, group: &Group, paths: &[PathBuf]) {
        if paths.is_empty() {
            return;
        }
        // What is not taken in now would be lost: only the end of the project stops it.
        if let Some(change) = self.host.disk_changed(paths, &|| group.mailbox.is_over()) {
            self.after(session, group, &change, None);
        }
    }

    /// Draws the consequences of a change of the project. `by` is the document that made it.
    fn after(&mut self, session: &Session, group: &Group, change: &Changed, by: Option<&Arc<Entry>>) {
        let Changed { files: change, begins_to_concern } = change;
        log_unread(group, &change.unread);
        if *begins_to_concern {
            // So far the contents of those that do not name the SDK themselves did not matter.
            let is_other = |entry: &Arc<Entry>| by.is_none_or(|by| !Arc::ptr_eq(by, entry));
            self.pokes.extend(documents_in(session, group).into_iter().filter(is_other));
        }
        // It has been looked at already, or is being.
        let own = by.and_then(|entry| entry.path.as_deref()).and_then(|path| self.view()?.id(path));
        for file in &change.ceased {
            self.forget(session, group, *file);
            if Some(*file) != own {
                // An open one is to lose what was said of it in the project.
                self.pokes.extend(self.document_of(session, *file));
            }
        }
        let affected = change.affected.iter().filter(|file| self.rests_on(session, **file, &change.different));
        let mut again: FxHashSet<FileId> =
            change.changed.iter().chain(&change.reached).chain(affected).copied().collect();
        again.extend(self.resting_on(&change.different));
        again.extend(self.pointing_into(session, group, &change.written));
        for file in again {
            if Some(file) != own && self.view().is_some_and(|view| view.is_reached(file)) {
                self.wish(session, file, Task::Judge);
            }
        }
    }

    /// The files whose results have places in one of `written`, whatever their contents. Among the compared files,
    /// those with such places wait until all are compared again.
    fn pointing_into(&mut self, session: &Session, group: &Group, written: &[FileId]) -> Vec<FileId> {
        if written.is_empty() {
            return Vec::new();
        }
        let paths: Vec<Arc<Path>> = written.iter().filter_map(|file| self.view()?.path(*file)).collect();
        for file in self.host.analysis().comparison.pointing_into(&paths) {
            self.wait_for_comparison(file);
        }
        // An open document compares itself: it may be shown with more than the last comparison says.
        for entry in documents_in(session, group) {
            let compared = entry.lock().document.known.as_ref().and_then(|known| known.compared.clone());
            if compared.is_some_and(|compared| elsewhere(&compared.found).any(|path| paths.contains(path)))
                && let Some(file) = entry.path.as_deref().and_then(|path| self.view()?.id(path))
            {
                self.wait_for_comparison(file);
            }
        }
        let points = |state: &MemberState| {
            let pointed = state.judged.as_ref().map_or(&[][..], |judged| &judged.pointed);
            pointed.iter().any(|file| written.contains(file))
        };
        self.host.analysis().members.iter().filter(|(_, state)| points(state)).map(|(file, _)| *file).collect()
    }

    /// The files whose results depend on one of `different`. Of a broken text the parser may understand an import that
    /// the search for imports does not see, so that it is known only here.
    fn resting_on(&self, different: &[FileId]) -> Vec<FileId> {
        if different.is_empty() {
            return Vec::new();
        }
        let rests = |state: &MemberState| state.judged.as_ref().is_some_and(|judged| uses(judged, different));
        self.host.analysis().members.iter().filter(|(_, state)| rests(state)).map(|(file, _)| *file).collect()
    }

    /// Returns whether the result of a file depends on one of `different`. Of an open one always: it may be in analysis
    /// now, and the dependencies of that are not known yet.
    fn rests_on(&self, session: &Session, file: FileId, different: &[FileId]) -> bool {
        let judged = self.host.analysis().members.get(&file).and_then(|state| state.judged.as_ref());
        let Some(judged) = judged else { return true };
        if self.document_of(session, file).is_some() {
            return true;
        }
        different.binary_search(&file).is_ok() || uses(judged, different)
    }

    /// Settings may have changed.
    fn settings(&mut self, session: &Session, group: &Group) {
        let Some(view) = self.view().cloned() else { return };
        for file in view.reached() {
            let Some(path) = view.path(file) else { continue };
            if DocumentKey::of_path(&path).is_some_and(|key| session.documents().contains(&key)) {
                continue;
            }
            let Some(state) = self.host.analysis().members.get(&file).cloned() else {
                self.wish(session, file, Task::Judge);
                continue;
            };
            let settings = session.settings().resolve(Some(&path));
            if settings.same(&state.settings) {
                let shows = group.shows(session.settings(), &path);
                if self.shown.get(&file) != Some(&shows) {
                    self.wish(session, file, Task::Finish);
                }
                self.hold(
                    file,
                    MemberState { settings, ..(*state).clone() },
                    self.shown.get(&file).copied().unwrap_or(shows),
                );
            } else {
                self.wish(session, file, Task::Judge);
            }
        }
    }
}

/// Returns whether a result used one of `different`, which are in order.
fn uses(judged: &Judged, different: &[FileId]) -> bool {
    judged.used.iter().any(|file| different.binary_search(file).is_ok())
}
