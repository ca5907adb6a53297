//! The names that a request may ask about: those of the document as it is now, and those of the files beside it as the
//! project knows them.

use super::super::codes;
use super::super::convert;
use super::super::document::offset;
use super::super::documents::Snapshot;
use super::super::jobs::Cancel;
use super::super::judge;
use super::super::related_files::{Other, RelatedFiles};
use super::super::request::{Analyzed, about_document};
use super::super::session::Session;
use crate::catalog::NameUse;
use crate::engine::{self, FileInProject, Names};
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
    own: Names,
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
        let project = place.as_ref().map(FileInProject::modules);
        let (source, own) = match judge::is_looked_at(snapshot, place.as_ref(), &settings) {
            false => (None, Names::default()),
            true => match document.known.as_ref().filter(|_| document.since.is_empty()) {
                Some(known) => {
                    let find = || engine::names(&known.source, project, &known.settings.settings);
                    (Some(known.source.clone()), known.judged.names.get_or_init(find).clone())
                }
                None => {
                    let source = judge::parse(document, false, cancel)?;
                    let own = engine::names(&source, project, &settings.settings);
                    (Some(source), own)
                }
            },
        };
        Some(Self::new(session, snapshot, settings, source, place, own))
    }

    /// The names around a document that was analyzed.
    pub fn analyzed(it: &Analyzed<'a>) -> Self {
        let known = it.known;
        let project = it.place.as_ref().map(FileInProject::modules);
        let find = || engine::names(&known.source, project, &known.settings.settings);
        let own = known.judged.names.get_or_init(find).clone();
        let source = Some(known.source.clone());
        Self::new(it.session, it.snapshot, known.settings.clone(), source, it.place.clone(), own)
    }

    fn new(
        session: &'a Session,
        snapshot: &'a Snapshot,
        settings: Arc<FileSettings>,
        source: Option<Source>,
        place: Option<FileInProject>,
        own: Names,
    ) -> Self {
        let path = match &place {
            Some(place) => place.path().clone(),
            None => snapshot.path().unwrap_or(Path::new("")).into(),
        };
        let files = RelatedFiles::new(session.documents());
        Self { session, snapshot, settings, source, place, path, own, beside: OnceCell::new(), files }
    }

    /// The names in the document.
    pub fn own(&self) -> &[NameUse] {
        &self.own
    }

    /// The names in the other files of the project, in the order of their paths.
    pub fn beside(&self) -> &[(Arc<Path>, Names)] {
        self.beside.get_or_init(|| self.place.as_ref().map(FileInProject::names_beside).unwrap_or_default())
    }

    /// The names in all files, each with the path of its file; those of the document first.
    pub fn all(&self) -> impl Iterator<Item = (&Arc<Path>, &NameUse)> {
        let own = self.own.iter().map(|found| (&self.path, found));
        own.chain(self.beside().iter().flat_map(|(path, names)| names.iter().map(move |found| (path, found))))
    }

    /// The offset in bytes of a position of the client's.
    pub fn offset(&self, at: Position) -> usize {
        offset(&self.snapshot.document.rope, at, self.session.client_capabilities().encoding)
    }

    /// A range of the document as the client counts.
    pub fn range(&self, range: TextRange) -> Range {
        convert::range(&self.snapshot.document.rope, range, self.session.client_capabilities().encoding)
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
        let file = self.file(path)?;
        file.rope.get_byte_slice(range.as_range())?;
        Some(Location {
            uri: file.uri.clone(),
            range: convert::range(&file.rope, range, self.session.client_capabilities().encoding),
        })
    }

    /// The entries of an environment variable in `.env*` files.
    pub fn variables(&self, name: &str) -> Vec<(Arc<Path>, TextRange)> {
        let Some(place) = &self.place else { return Vec::new() };
        let known = place.view().variables(place.file, name).into_iter();
        known.filter_map(|variable| Some((variable.place.file?, variable.place.range))).collect()
    }
}
