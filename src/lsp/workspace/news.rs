//! How an index takes in what happened.

use super::group::Group;
use super::inbox::News;
use super::index::Index;
use super::members::Held;
use super::queue::Task;
use super::shown::Report;
use super::watch::{self, Kind};
use crate::analysis::Judged;
use crate::lsp::document::Known;
use crate::lsp::documents::Entry;
use crate::lsp::jobs::Cancel;
use crate::lsp::judge::judge;
use crate::lsp::session::Session;
use crate::lsp::uris::Key;
use crate::model::{FileId, Modules};
use crate::project::{Change, View, is_left_out};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Index {
    /// Takes it in; from then on the queue knows what is to be looked at.
    pub fn take_in(&mut self, session: &Session, group: &Group, news: News, cancel: &Cancel) {
        let News { discover, documents, closed, mut disk, settings, compare_disk } = news;
        if discover {
            // Whatever else happened is seen by it.
            return self.discover(session, group, cancel);
        }
        for path in closed {
            self.closed(session, &path);
        }
        if compare_disk {
            disk.extend(self.differences(group, cancel));
        }
        // A package says which version of the SDK it wants.
        let says_settings = |path: &PathBuf| matches!(watch::kind(path), Kind::Settings | Kind::Configuration);
        let settings = settings || disk.iter().any(says_settings);
        let environment = disk.iter().any(|path| watch::kind(path) == Kind::Environment);
        let disk: Vec<PathBuf> = disk.into_iter().collect();
        self.on_disk(session, group, &disk);
        for entry in documents.into_values() {
            self.document(session, &entry, cancel);
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
    fn document(&mut self, session: &Session, entry: &Arc<Entry>, cancel: &Cancel) {
        let Some(path) = entry.path.as_deref() else { return };
        let mut state = entry.lock();
        if state.closed {
            return;
        }
        let pull = session.client_capabilities().pull;
        if state.looked_at != Some(entry.generation()) && !state.dropped {
            drop(state);
            // Who pushes looks by itself. A client that pulls may never ask for this document; others build on it all
            // the same.
            let snapshot = entry.snapshot();
            if pull && let Some(verdict) = judge(&snapshot, true, session, cancel) {
                verdict.record(&snapshot, session);
            }
            return;
        }
        let (document, dropped, looked_in) = (state.document.clone(), state.dropped, state.looked_in.take());
        drop(state);
        let known = document.known.as_ref().filter(|_| document.since.is_empty());
        let Some(project) = &self.project else { return };
        let change = match document.language {
            Some(language) if !dropped && !is_left_out(path) => {
                project.set_editor(path, &document.rope, language, known.map(|known| &known.source.facts))
            }
            _ => project.drop_editor(path),
        };
        self.after(session, &change, Some(entry));
        let Some(file) = self.view().and_then(|view| view.id(path)) else { return };
        let is_reached = self.view().is_some_and(|view| view.is_reached(file));
        match known.filter(|_| is_reached) {
            Some(known) => {
                let judged = Some(known.judged.clone());
                self.hold(file, Held { path: path.into(), resolved: known.resolved.clone(), judged, shown: true });
            }
            None => self.forget(session, file),
        }
        if !dropped && self.is_behind(entry, file, known, looked_in.as_ref()) {
            self.pokes.push(entry.clone());
        }
    }

    /// Whether an open document was looked at in a state of the project in which something that it rests on was
    /// another: while a look goes on, the project does, too.
    fn is_behind(&self, entry: &Entry, file: FileId, known: Option<&Known>, looked_in: Option<&View>) -> bool {
        let Some(view) = self.view() else { return false };
        // The project was not there yet, or did not reach so far.
        let Some(then) = looked_in else { return view.reaches(file) };
        let Some(known) = known else { return view.reaches(file) && !then.reaches(file) };
        let Judged { used, pointed, .. } = &*known.judged;
        // Its own edit may have taken it out of what reaches the SDK, or back in.
        view.reaches(file) != then.reaches(file)
            || !view.resolves_as(then)
            || used.iter().any(|file| !view.looks_the_same(then, *file))
            || pointed.iter().any(|file| !view.has_same_text(then, *file))
            || !self.stale && !self.shows_what_was_compared(entry, file)
    }

    /// A document was closed: what is on disk counts again.
    fn closed(&mut self, session: &Session, path: &Path) {
        let Some(project) = &self.project else { return };
        let change = project.drop_editor(path);
        self.after(session, &change, None);
        match self.view().and_then(|view| view.id(path).filter(|file| view.is_reached(*file))) {
            Some(file) => self.wish(session, file, Task::Judge),
            None => session.workspace().shown().put(session.to_client(), path, Report::nothing()),
        }
    }

    /// Files or folders may have changed on disk.
    pub fn on_disk(&mut self, session: &Session, group: &Group, paths: &[PathBuf]) {
        let Some(project) = self.project.as_ref().filter(|_| !paths.is_empty()) else { return };
        // What is not taken in now would be lost: only the end of the project stops it.
        if let Some(change) = project.disk_changed(paths, &|| group.inbox.is_over()) {
            self.after(session, &change, None);
        }
    }

    /// Draws the consequences of a change of the project. `by` is the document that made it.
    fn after(&mut self, session: &Session, change: &Change, by: Option<&Arc<Entry>>) {
        let Some(project) = &self.project else { return };
        self.current.view = Some(project.view());
        // It has been looked at already, or is being.
        let own = by.and_then(|entry| entry.path.as_deref()).and_then(|path| self.view()?.id(path));
        for file in &change.ceased {
            self.forget(session, *file);
            if Some(*file) != own {
                // An open one is to lose what was said of it in the project.
                self.pokes.extend(self.document_of(session, *file));
            }
        }
        let affected = change.affected.iter().filter(|file| self.rests_on(session, **file, &change.different));
        let mut again: FxHashSet<FileId> =
            change.changed.iter().chain(&change.reached).chain(affected).copied().collect();
        again.extend(self.pointing_into(&change.written));
        for file in again {
            if Some(file) != own && self.view().is_some_and(|view| view.is_reached(file)) {
                self.wish(session, file, Task::Judge);
            }
        }
    }

    /// The files whose judgements have places in one of `written`, whatever these say. Of what was compared, files with
    /// such places wait until all are compared anew.
    fn pointing_into(&mut self, written: &[FileId]) -> Vec<FileId> {
        if written.is_empty() {
            return Vec::new();
        }
        let paths: Vec<Arc<Path>> = written.iter().filter_map(|file| self.view()?.path(*file)).collect();
        for file in self.current.comparison.pointing_into(&paths) {
            self.wait_for_comparison(file);
        }
        let points = |held: &Held| {
            let pointed = held.judged.as_ref().map_or(&[][..], |judged| &judged.pointed);
            pointed.iter().any(|file| written.contains(file))
        };
        self.current.members.iter().filter(|(_, held)| points(held)).map(|(file, _)| *file).collect()
    }

    /// Whether the judgement of a file rests on one of `different`. Of an open one always: it may be judged just now, and
    /// nobody knows yet what that rests on.
    fn rests_on(&self, session: &Session, file: FileId, different: &[FileId]) -> bool {
        let judged = self.current.members.get(&file).and_then(|held| held.judged.as_ref());
        let Some(judged) = judged.filter(|_| self.document_of(session, file).is_none()) else { return true };
        let is_different = |file: &FileId| different.binary_search(file).is_ok();
        is_different(&file) || judged.used.iter().any(is_different)
    }

    /// Settings may have changed.
    fn settings(&mut self, session: &Session, group: &Group) {
        let Some(view) = self.view().cloned() else { return };
        for file in view.reached() {
            let Some(path) = view.path(file) else { continue };
            if Key::of_path(&path).is_some_and(|key| session.documents().contains(&key)) {
                continue;
            }
            let Some(held) = self.current.members.get(&file).cloned() else {
                self.wish(session, file, Task::Judge);
                continue;
            };
            let resolved = session.settings().resolve(Some(&path));
            if resolved.same(&held.resolved) {
                let shows = group.shows(session.settings(), &path);
                if shows != held.shown {
                    self.wish(session, file, Task::Finish);
                }
                self.hold(file, Held { resolved, ..(*held).clone() });
            } else {
                self.wish(session, file, Task::Judge);
            }
        }
    }
}
