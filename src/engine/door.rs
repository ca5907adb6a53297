//! The steps of an analysis as a value: a host can replace them with others.

use super::{Compared, Findings, Input, Judged, Member, WantedResults};
use crate::finding::Finding;
use crate::model::{FileId, Modules};
use crate::settings::Settings;
use rustc_hash::FxHashMap;

/// The input of one look at a file.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The text and its facts.
    pub input: Input<'a>,
    /// True when a parse from scratch may give another result.
    pub provisional: bool,
    /// The files around it, and its number there; `None` for a file that stands alone.
    pub project: Option<(FileId, &'a dyn Modules)>,
    /// The settings that hold for it.
    pub settings: &'a Settings,
    /// The results that are asked for with it.
    pub wanted: WantedResults,
}

/// The three steps (see [`super::judge`]).
pub trait Engine: Send + Sync {
    /// Analyzes one file.
    fn judge(&self, look: &Look<'_>) -> Judged {
        super::judge(look.input, look.project, look.settings, look.wanted)
    }

    /// Compares files.
    fn across(&self, files: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
        super::across(files)
    }

    /// Merges the results of the other two steps for one file.
    fn finish(&self, look: &Look<'_>, found: Vec<Finding>, compared: Option<&Compared>) -> Findings {
        super::finish(look.input, found, compared, look.settings)
    }
}

/// The engine of the product.
pub struct Real;

impl Engine for Real {}
