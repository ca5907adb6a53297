//! The names that a request may ask about: those of the document as it is now, and those of the files beside it as the
//! project knows them.

use super::super::codes;
use super::super::document::AnalyzedText;
use super::super::documents::{Entry, Snapshot};
use super::super::jobs::Cancel;
use super::super::judge;
use super::super::related_files::{Other, RelatedFiles};
use super::super::request::{Analyzed, about_document};
use super::super::session::Session;
use crate::catalog::NameUse;
use crate::engine::{self, CallSites, FileInProject, Names};
use crate::model::Modules;
use crate::settings::FileSettings;
use crate::source::Source;
use crate::text::TextRange;
use std::cell::OnceCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{Location, Position, Range};

/// The names around a document.
pub struct NamesInSight<'a> {
    /// The session.
    pub session: &'a Session,
    /// The document.
    pub snapshot: &'a Snapshot,
    /// The settings that hold for it.
    pub settings: Arc<FileSettings>,
    /// Its text and facts; `None` where it has nothing to do with the SDK by itself.
    pub source: Option<Source>,
    /// The file in its project, where that is known.
    pub place: Option<FileInProject>,
    /// The path of the document; empty where it has none.
    pub path: Arc<Path>,
    /// The analysis of the text, where it has the names already.
    known: Option<&'a AnalyzedText>,
    own: OnceCell<Names>,
    beside: OnceCell<Vec<(Arc<Path>, Names)>>,
    files: RelatedFiles<'a>,
}

/// Answers a request about the names around a document; `None` for a document that is not open.
///
/// # Errors
/// When the document changes meanwhile, or the computation crashes.
pub async fn about_names<T: Send + 'static>(
    session: &Session,
    snapshot: Option<Snapshot>,
    what: &str,
    answer: impl FnOnce(&NamesInSight<'_>) -> T + Send + 'static,
) -> jsonrpc::Result<Option<T>> {
    let answer = |session: &Session, snapshot: &Snapshot, cancel: &Cancel| {
        Some(answer(&NamesInSight::of(session, snapshot, cancel)?))
    };
    about_document(session, snapshot, (what, codes::content_modified), answer).await
}

impl<'a> NamesInSight<'a> {
    /// `None` when cancelled.
    fn of(session: &'a Session, snapshot: &'a Snapshot, cancel: &Cancel) -> Option<Self> {
        let document = &snapshot.document;
        let settings = judge::settings(snapshot, session);
        let place = session.workspace().place(snapshot.path());
        let is_looked_at = judge::is_looked_at(snapshot, place.as_ref(), &settings);
        let known = if is_looked_at && document.since.is_empty() { document.known.as_ref() } else { None };
        let source = match known {
            Some(known) => Some(known.source.clone()),
            None if is_looked_at => Some(judge::parse(document, false, cancel)?),
            None => None,
        };
        Some(Self::new(session, snapshot, settings, source, place, known))
    }

    /// The names around a document that was analyzed.
    pub fn analyzed(it: &Analyzed<'a>) -> Self {
        let (settings, source) = (it.known.settings.clone(), Some(it.known.source.clone()));
        Self::new(it.session, it.snapshot, settings, source, it.place.clone(), Some(it.known))
    }

    fn new(
        session: &'a Session,
        snapshot: &'a Snapshot,
        settings: Arc<FileSettings>,
        source: Option<Source>,
        place: Option<FileInProject>,
        known: Option<&'a AnalyzedText>,
    ) -> Self {
        let path = match &place {
            Some(place) => place.path().clone(),
            None => snapshot.path().unwrap_or(Path::new("")).into(),
        };
        let files = RelatedFiles::new(session.documents());
        let (own, beside) = (OnceCell::new(), OnceCell::new());
        Self { session, snapshot, settings, source, place, path, known, own, beside, files }
    }

    /// The names in the document.
    pub fn own(&self) -> &[NameUse] {
        self.own.get_or_init(|| {
            let Some(source) = &self.source else { return Names::default() };
            let project = self.place.as_ref().map(FileInProject::modules);
            let find = |settings: &FileSettings| engine::names(source, project, &settings.settings);
            match self.known {
                Some(known) => known.judged.names.get_or_init(|| find(&known.settings)).clone(),
                None => find(&self.settings),
            }
        })
    }

    /// The calls in the document that end in the SDK.
    pub fn own_calls(&self) -> CallSites {
        let Some(source) = &self.source else { return CallSites::default() };
        let project = self.place.as_ref().map(FileInProject::modules);
        let find = |settings: &FileSettings| engine::call_sites(source, project, &settings.settings);
        match self.known {
            Some(known) => known.judged.call_sites.get_or_init(|| find(&known.settings)).clone(),
            None => find(&self.settings),
        }
    }

    /// The names in the other files of the project, in the order of their paths.
    pub fn beside(&self) -> &[(Arc<Path>, Names)] {
        self.beside.get_or_init(|| self.place.as_ref().map(FileInProject::names_beside).unwrap_or_default())
    }

    /// The names in all files, each with the path of its file; those of the document first.
    pub fn all(&self) -> impl Iterator<Item = (&Arc<Path>, &NameUse)> {
        let own = self.own().iter().map(|found| (&self.path, found));
        own.chain(self.beside().iter().flat_map(|(path, names)| names.iter().map(move |found| (path, found))))
    }

    /// Returns whether the names beside are all that there are: every file of the project was analyzed, as the disk or
    /// the editor has it.
    pub fn is_complete(&self) -> bool {
        let Some(path) = self.snapshot.path() else { return true };
        let workspace = self.session.workspace();
        let Some(place) = &self.place else {
            // A file that belongs to no project, unless one is being looked for.
            return match workspace.of(path) {
                Some(group) => group.analysis().is_complete && workspace.place(Some(path)).is_none(),
                None => !self.session.folders().all().iter().any(|(_, folder)| path.starts_with(folder)),
            };
        };
        let is_known = |entry: &Arc<Entry>| {
            let file = entry.path.as_deref().and_then(|path| place.view().id(path));
            let Some(file) = file.filter(|file| *file != place.file && place.view().is_reached(*file)) else {
                return true;
            };
            let state = entry.lock();
            let is_newest = state.look.as_ref().is_some_and(|look| look.generation == entry.generation());
            let member = place.analysis.members.get(&file).and_then(|member| member.judged.as_ref());
            let own = state.document.known.as_ref().map(|known| &known.judged);
            state.dropped || is_newest && own.is_none_or(|own| member.is_some_and(|it| Arc::ptr_eq(it, own)))
        };
        place.analysis.is_complete && self.session.documents().all().iter().all(is_known)
    }

    /// The offset in bytes of a position of the client's.
    pub fn offset(&self, at: Position) -> usize {
        self.session.offset(self.snapshot, at)
    }

    /// A range of the document as the client counts.
    pub fn range(&self, range: TextRange) -> Range {
        self.session.range(self.snapshot, range)
    }

    /// The file at a path, as the client sees it.
    pub fn file(&self, path: &Arc<Path>) -> Option<Rc<Other>> {
        if *path == self.path {
            let document = &self.snapshot.document;
            let (uri, rope) = (document.uri.clone(), document.rope.clone());
            return Some(Rc::new(Other { uri, rope, version: Some(document.version) }));
        }
        self.files.at(path)
    }

    /// The text at a place; `None` where the file does not have it any more.
    pub fn text(&self, path: &Arc<Path>, range: TextRange) -> Option<String> {
        Some(self.file(path)?.rope.get_byte_slice(range.as_range())?.to_string())
    }

    /// A place as the client counts.
    pub fn location(&self, path: &Arc<Path>, range: TextRange) -> Option<Location> {
        self.file(path)?.location(range, self.session.client_capabilities().encoding)
    }

    /// The entries of an environment variable in `.env*` files.
    pub fn variables(&self, name: &str) -> Vec<(Arc<Path>, TextRange)> {
        let Some(place) = &self.place else { return Vec::new() };
        let known = place.view().variables(place.file, name).into_iter();
        known.filter_map(|variable| Some((variable.place.file?, variable.place.range))).collect()
    }
}
