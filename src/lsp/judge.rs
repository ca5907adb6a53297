//! One look at a document: parse the changes, analyze the result. Runs on a blocking thread.

use super::analysis_limits::log_stops;
use super::document::{AnalyzedText, Document};
use super::documents::{Basis, LastLook, Snapshot};
use super::jobs::Cancel;
use super::mentions_sdk;
use super::session::Session;
use crate::disk::MAX_FILE_BYTES;
use crate::engine::{FileInProject, Findings, Opinion, opinion};
use crate::finding::{Finding, Fixes};
use crate::project::{View, is_left_out};
use crate::settings::FileSettings;
use crate::source::Source;
use crate::syntax::Language;
use std::sync::{Arc, LazyLock};

/// Gives the findings that a text would have in place of a document's.
pub type Analyzer = Box<dyn Fn(&Source) -> Findings + Send + Sync>;

/// The result of a look.
pub struct Verdict {
    /// True when the text names the SDK at all.
    pub concerns: bool,
    /// The tree and the findings; `None` when the document is not to be checked.
    pub known: Option<AnalyzedText>,
    /// True when a parse from scratch may find something else.
    pub provisional: bool,
    /// The inputs of the result besides the text.
    pub basis: Basis,
}

impl Verdict {
    fn nothing(concerns: bool, basis: Basis) -> Self {
        Self { concerns, known: None, provisional: false, basis }
    }

    /// The verdict on a document that cannot be analyzed in this state of its project.
    pub fn none(view: Option<View>) -> Self {
        Self::nothing(true, Basis { view, settings: None })
    }

    /// The findings.
    pub fn findings(&self) -> &Arc<Vec<Finding>> {
        static NONE: LazyLock<Arc<Vec<Finding>>> = LazyLock::new(Arc::default);
        self.known.as_ref().map_or(&NONE, |known| &known.findings)
    }

    /// Records the results for `snapshot`, and informs the project.
    pub fn record(&self, snapshot: &Snapshot, session: &Session) {
        self.write_down(snapshot, session, false);
    }

    /// As [`Verdict::record`], when the client receives the findings because it asked.
    pub fn record_told(&self, snapshot: &Snapshot, session: &Session) {
        self.write_down(snapshot, session, true);
    }

    fn write_down(&self, snapshot: &Snapshot, session: &Session, told: bool) {
        let mut state = snapshot.entry.lock();
        if state.closed {
            return;
        }
        if !snapshot.is_current(&state) {
            if let Some(known) = &self.known {
                // Worth keeping all the same: the newer text is parsed upon it.
                state.document.learn(&snapshot.document, known.clone());
            }
            return;
        }
        // What is known and what it rests on go in together, always: of looks that go on at the same time each may end
        // last.
        match &self.known {
            Some(known) => state.document.settle(known.clone()),
            None => {
                state.document.concerns = self.concerns;
                state.document.forget();
            }
        }
        state.look = Some(LastLook { generation: snapshot.generation, basis: Some(self.basis.clone()) });
        let otherwise = state.was_told_otherwise(snapshot.generation, self.findings());
        if told {
            state.tell(snapshot.generation, self.findings());
        }
        drop(state);
        session.workspace().looked_at(&snapshot.entry);
        if otherwise && !told {
            // It does not ask by itself: the text is the same.
            session.refresh();
        }
    }
}

/// Looks at `snapshot`. `settled` asks for the findings that a fresh parse gives. `None` when cancelled.
pub fn judge(snapshot: &Snapshot, settled: bool, fixes: Fixes, session: &Session, cancel: &Cancel) -> Option<Verdict> {
    let document = &snapshot.document;
    let place = session.workspace().place(snapshot.path());
    let basis = Basis { view: place.as_ref().map(FileInProject::view).cloned(), settings: None };
    let reaches = !is_prose(document) && place.as_ref().is_some_and(FileInProject::reaches);
    let concerns = concerns(document);
    if document.language.is_none() || !concerns && !reaches {
        return Some(Verdict::nothing(false, basis));
    }
    if snapshot.path().is_some_and(is_left_out) {
        return Some(Verdict::nothing(false, basis));
    }
    if too_long(document) {
        return Some(Verdict::nothing(concerns, basis));
    }
    let settings = settings(snapshot, session);
    let basis = Basis { settings: Some(settings.clone()), ..basis };
    if !settings.covered {
        return Some(Verdict::nothing(concerns, basis));
    }
    let source = parse(document, settled, cancel)?;
    let provisional = source.is_provisional();
    let Opinion { judged, compared, findings } = opinion(&source, place.as_ref(), &settings, fixes, session.engine());
    log_stops(snapshot.path(), &source.rope, &judged);
    let known = AnalyzedText {
        source,
        findings: Arc::new(findings.findings),
        judged: Arc::new(judged),
        compared: compared.map(Arc::new),
        settings,
    };
    Some(Verdict { concerns, known: Some(known), provisional, basis })
}

/// Returns whether it is a document of text that shows code: it reaches the SDK only by naming it.
fn is_prose(document: &Document) -> bool {
    document.language.is_some_and(Language::is_document)
}

/// Returns whether the text names the SDK.
fn concerns(document: &Document) -> bool {
    document.concerns && mentions_sdk::rope(&document.rope)
}

/// Returns whether anything is known of a document by a look at it: it may reach the SDK, and the settings cover it.
pub fn is_looked_at(snapshot: &Snapshot, place: Option<&FileInProject>, settings: &FileSettings) -> bool {
    let document = &snapshot.document;
    document.language.is_some()
        && settings.covered
        && !too_long(document)
        && !snapshot.path().is_some_and(is_left_out)
        && (!is_prose(document) && place.is_some_and(FileInProject::reaches) || concerns(document))
}

/// Returns whether the command line would refuse the text for its length.
fn too_long(document: &Document) -> bool {
    document.rope.len_bytes() as u64 > MAX_FILE_BYTES
}

/// The engine for texts in place of the one of `snapshot`.
pub fn analyzer(snapshot: &Snapshot, session: &Session) -> Analyzer {
    let place = session.workspace().place(snapshot.path());
    let settings = settings(snapshot, session);
    let session = session.clone();
    Box::new(move |source| opinion(source, place.as_ref(), &settings, Fixes::Computed, session.engine()).findings)
}

/// The settings of the document. Those it was last analyzed with, if nothing happened since: reading them again costs
/// more than a keystroke.
pub fn settings(snapshot: &Snapshot, session: &Session) -> Arc<FileSettings> {
    let last = snapshot.entry.lock().judged_with.clone();
    if let Some(last) = &last
        && session.settings().is_fresh(last)
    {
        return last.clone();
    }
    let now = session.settings().resolve(snapshot.path());
    let mut state = snapshot.entry.lock();
    state.read_settings(&now);
    // Newer ones may have been read meanwhile.
    let now = state.judged_with.clone().unwrap_or(now);
    drop(state);
    if last.is_none() {
        // What is wrong in them has not been told yet.
        session.settings().ask_for_round();
    }
    now
}

/// The tree of `document`, from the last one; from scratch where that may differ and `settled` is asked for.
pub fn parse(document: &Document, settled: bool, cancel: &Cancel) -> Option<Source> {
    let cancelled = &mut || cancel.is_cancelled();
    let source = document.parse(cancelled)?;
    if settled && source.is_provisional() {
        return Source::parse_unless(document.rope.clone(), source.language, cancelled);
    }
    Some(source)
}
