//! All that is said of one text: analyzed, compared with the other files, merged.

use super::{Compared, Engine, Findings, Judged, Look, Member, Real};
use crate::finding::Fixes;
use crate::model::{FileId, Modules};
use crate::settings::Settings;
use crate::source::Source;
use std::path::Path;

/// The results of the three steps for one text.
pub struct Opinion {
    /// The result for the text alone.
    pub judged: Judged,
    /// The result of comparing it with the other files.
    pub compared: Option<Compared>,
    /// The final findings.
    pub findings: Findings,
}

impl Opinion {
    /// Goes through the steps. `compare`: how the file is compared when it is analyzed so.
    pub(super) fn new(
        source: &Source,
        project: Option<(FileId, &dyn Modules)>,
        settings: &Settings,
        fixes: Fixes,
        engine: &dyn Engine,
        compare: &dyn Fn(&Judged) -> Option<Compared>,
    ) -> Self {
        let provisional = source.is_provisional();
        let look = Look { input: source.into(), provisional, project, settings, wanted: fixes.into() };
        let judged = engine.judge(&look);
        let compared = compare(&judged);
        let findings = engine.finish(&look, judged.found.clone(), compared.as_ref());
        Self { judged, compared, findings }
    }

    /// The opinion on a file that stands alone: a project of one.
    pub fn alone(source: &Source, settings: &Settings, fixes: Fixes, engine: &dyn Engine) -> Self {
        Self::new(source, None, settings, fixes, engine, &|judged| {
            let file = FileId(0);
            let path = Path::new("").into();
            engine.across(&[Member { file, path, package: None, traces: &judged.traces, settings }]).remove(&file)
        })
    }
}

/// Analyzes a file that stands alone. Pure: the same source and settings give the same findings, whichever entry point
/// they came through.
pub fn analyze(source: &Source, settings: &Settings) -> Findings {
    Opinion::alone(source, settings, Fixes::Computed, &Real).findings
}
