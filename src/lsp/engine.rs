//! The engine's doors, as a value: tests put doors of their own here.

use crate::analysis::{self, Compared, Input, Judged, Member};
use crate::finding::Finding;
use crate::lsp::log::log;
use crate::lsp::stops::Stops;
use crate::model::{FileId, Modules};
use crate::settings::Settings;
use rustc_hash::FxHashMap;

static STOPS: Stops = Stops::new();

/// What one look at a file is given.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The text and what it says.
    pub input: Input<'a>,
    /// Whether a parse from scratch may say something else.
    pub provisional: bool,
    /// The files around it, and its number there; `None` for a file that stands alone.
    pub project: Option<(FileId, &'a dyn Modules)>,
    /// The settings that hold for it.
    pub settings: &'a Settings,
}

/// The three steps of [`crate::analysis`].
pub trait Engine: Send + Sync {
    /// Judges one file.
    fn judge(&self, look: &Look<'_>) -> Judged {
        let judged = analysis::judge(look.input, look.project, look.settings);
        let path = look.project.and_then(|(file, project)| project.path(file));
        let name = path.as_ref().map_or_else(|| "a file".into(), |path| path.display().to_string());
        STOPS.told(&name, &judged.stopped, |stopped| {
            let line = look.input.rope.byte_to_line(stopped.at.start().min(look.input.rope.len_bytes())) + 1;
            log(format_args!("{name}:{line} {}", stopped.sentence()));
        });
        judged
    }

    /// Compares files.
    fn across(&self, files: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
        analysis::across(files)
    }

    /// The findings of one file, of what the other two steps say of it.
    fn finish(&self, look: &Look<'_>, found: Vec<Finding>, compared: Option<&Compared>) -> Vec<Finding> {
        analysis::finish(look.input, found, compared, look.settings).findings
    }
}

/// The engine of the product.
pub struct Real;

impl Engine for Real {}
