//! The door for tests, benches and tools, which are programs of their own: only what they use of the rooms. Everything
//! else is private, so that the compiler sees what nothing uses any more. No interface to build upon.

/// Files on disk.
pub mod disk {
    pub use crate::disk::WalkErrorKind;
}

/// The engine.
pub mod engine {
    pub use crate::engine::{
        Checked, Compared, Engine, Findings, Judged, Look, Member, Real, across, analyze, finish, fix_text, inspect,
        judge,
    };
}

/// The facts of a file.
pub mod facts {
    pub use crate::facts::{ExprKind, FileFacts, Unit};
}

/// Findings and fixes.
pub mod finding {
    pub use crate::finding::{Applicability, Finding, Fix, Fixes, Related, Severity};
}

/// The server.
#[cfg(feature = "lsp")]
pub mod lsp {
    pub use crate::lsp::{Options, activity, ingress, serve, shutdown};
}

/// The model of a file.
pub mod model {
    pub use crate::model::{
        Argument, Bounds, Call, ClientMade, DateLibrary, EnvVariable, ErrorHandler, EventName, FileId, Files, Given,
        Model, Modules, Origin, Promise, RegionGiven, RetryBy, SameCredential, Stopped, Time, TimeSlot, TryAround,
        TryPart, takes_types,
    };
}

/// Projects.
pub mod project {
    pub use crate::project::{Project, ProjectDelta, View};
}

/// Reports.
pub mod report {
    pub use crate::report::{FileFindings, FileText, Format, Run, TextStyle};
}

/// Refactorings.
pub mod rewrite {
    pub use crate::rewrite::refactorings;
}

/// The documentation of rules.
pub mod rule_docs {
    pub use crate::rule_docs::{FOR_CONTRIBUTORS, Page, WRITTEN, book};
}

/// The rules.
pub mod rules {
    pub use crate::rules::{
        CATEGORIES, Category, DOORS, FixAvailability, Member, OptionKind, OptionMeta, Preset, RULES, RuleMeta, SITE,
        find, run,
    };
}

/// The SDK, as data: all of it, since tests hold the tables to the published versions.
pub mod sdk {
    pub use crate::sdk::*;
}

/// Settings.
pub mod settings {
    pub use crate::settings::{Editor, FILE_NAME, Loader, RuleSetting, Settings, editor_properties, schema};
}

/// Texts with their trees and facts.
pub mod source {
    pub use crate::source::Source;
}

/// Languages and trees.
pub mod syntax {
    pub use crate::syntax::{Dialect, Language, TextChange, parse};
}

/// Ranges, positions and edits.
pub mod text {
    pub use crate::text::{Encoding, LineColumn, Place, TextEdit, TextRange, apply_edits, is_unsafe, position};
}
