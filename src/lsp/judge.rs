//! One look at a document: parse what changed, judge it. Runs on a blocking thread.

use super::concern;
use super::configuration;
use super::document::{Document, Known};
use super::documents::Snapshot;
use super::jobs::Cancel;
use super::session::Session;
use super::settings::Resolved;
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::syntax::Source;
use crate::workspace::MAX_FILE_BYTES;
use std::sync::Arc;

/// The engine's door, as a value: tests put a door of their own here.
pub type Analyzer = Arc<dyn Fn(&Source, &Settings) -> Analysis + Send + Sync>;

/// What came of it.
pub struct Verdict {
    /// Whether the text names the SDK at all.
    pub concerns: bool,
    /// The tree and the findings; `None` when the document is not to be checked.
    pub known: Option<Known>,
    /// Whether a parse from scratch may find something else.
    pub provisional: bool,
}

impl Verdict {
    fn nothing(concerns: bool) -> Self {
        Self { concerns, known: None, provisional: false }
    }

    /// Writes down what was learnt from `snapshot`.
    pub fn record(&self, snapshot: &Snapshot) {
        let mut state = snapshot.entry.lock();
        if state.closed {
            return;
        }
        match &self.known {
            // Worth keeping even when newer edits wait: they are parsed upon it.
            Some(known) => state.document.learn(&snapshot.document, known.clone()),
            None if snapshot.is_current(&state) => {
                state.document.concerns = self.concerns;
                state.document.forget();
            }
            None => {}
        }
    }
}

/// Looks at `snapshot`. `settled` asks for the findings that a fresh parse gives. `None` when cancelled.
pub fn judge(snapshot: &Snapshot, settled: bool, session: &Session, cancel: &Cancel) -> Option<Verdict> {
    let document = &snapshot.document;
    if !document.concerns || !concern::rope(&document.rope) {
        return Some(Verdict::nothing(false));
    }
    if too_long(document) {
        return Some(Verdict::nothing(true));
    }
    let resolved = resolved(snapshot, session);
    if !resolved.covered {
        return Some(Verdict::nothing(true));
    }
    let source = parse(document, settled, cancel)?;
    let findings = Arc::new((session.analyzer())(&source, &resolved.settings).findings);
    let provisional = source.is_provisional();
    Some(Verdict { concerns: true, known: Some(Known { source, findings }), provisional })
}

/// Whether the command line would refuse the text for its length.
fn too_long(document: &Document) -> bool {
    document.rope.len_bytes() as u64 > MAX_FILE_BYTES
}

/// The settings of the document. Those it was last judged with, if nothing happened since: reading them again costs more
/// than a keystroke.
pub fn resolved(snapshot: &Snapshot, session: &Session) -> Arc<Resolved> {
    let last = snapshot.entry.lock().judged_with.clone();
    if let Some(last) = &last
        && session.settings().is_fresh(last)
    {
        return last.clone();
    }
    let now = session.settings().resolve(snapshot.path());
    snapshot.entry.lock().judged_with = Some(now.clone());
    if last.is_none() {
        // What is wrong in them has not been told yet.
        configuration::round(session);
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
