//! The files that findings point to beside their own.

use super::{FileFindings, FileText, Run};
use crate::finding::Elsewhere;
use crate::text::{Place, TextEdit};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::fmt;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

type Name = dyn Fn(&Path) -> String + Send + Sync;
type Read = dyn Fn(&Path) -> Option<FileText> + Send + Sync;

/// The access of a report to files that are not among its own. By default it names them and shows nothing of them.
#[derive(Clone)]
pub struct OtherFiles {
    shown: Arc<Name>,
    read: Arc<Read>,
}

impl OtherFiles {
    /// `shown` gives the name of an absolute path, as the paths of a [`Run`]; `read` its text, where it can be read. A
    /// report asks for each file at most once.
    pub fn new(
        shown: impl Fn(&Path) -> String + Send + Sync + 'static,
        read: impl Fn(&Path) -> Option<FileText> + Send + Sync + 'static,
    ) -> Self {
        Self { shown: Arc::new(shown), read: Arc::new(read) }
    }
}

impl Default for OtherFiles {
    fn default() -> Self {
        Self::new(|path| path.display().to_string(), |_| None)
    }
}

impl fmt::Debug for OtherFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Others")
    }
}

/// A file that is pointed to.
pub(super) struct Other {
    /// As shown.
    pub path: String,
    /// Its text, if there is one that may be looked at.
    pub text: Option<FileText>,
}

impl Other {
    /// Returns whether lines of it may be shown. The value beside the name of an environment variable is a secret.
    pub fn may_be_shown(&self) -> bool {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        self.text.is_some() && !name.starts_with(".env")
    }
}

/// The files of one report, each read at most once.
pub(super) struct Files<'r> {
    run: &'r Run,
    known: RefCell<FxHashMap<Arc<Path>, Rc<Other>>>,
}

impl<'r> Files<'r> {
    pub fn new(run: &'r Run) -> Self {
        Self { run, known: RefCell::default() }
    }

    /// The file of a place that is spoken of in `file`.
    pub fn of(&self, file: &FileFindings, place: &Place) -> Rc<Other> {
        match &place.file {
            Some(path) => self.at(path),
            None => Rc::new(Other { path: file.path.clone(), text: Some(file.text.clone()) }),
        }
    }

    /// A file with the edits that a fix has for it, where they fit its text.
    pub fn fitting(&self, elsewhere: &Elsewhere) -> Option<(Rc<Other>, Vec<TextEdit>)> {
        let other = self.at(&elsewhere.file);
        let text = other.text.as_ref()?;
        let edits = elsewhere.fitting(|range| Some(text.slice(range)))?;
        Some((other, edits))
    }

    /// The file at an absolute path. The text with the findings overrides the one on the disk.
    pub fn at(&self, path: &Arc<Path>) -> Rc<Other> {
        if let Some(known) = self.known.borrow().get(path) {
            return known.clone();
        }
        let shown = (self.run.others.shown)(path);
        let own = self.run.files.iter().find(|file| file.path == shown).map(|file| file.text.clone());
        let text = own.or_else(|| (self.run.others.read)(path));
        let other = Rc::new(Other { path: shown, text });
        self.known.borrow_mut().insert(path.clone(), other.clone());
        other
    }
}
