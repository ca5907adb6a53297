//! The only door to the engine: texts and settings in, findings out. The command line, standard input and the server
//! all come through here, so that the same file has the same findings from each.
//!
//! | file | purpose |
//! |---|---|
//! | [`host`] | [`AnalysisHost`]: a project that changes, by edits, on disk and by settings |
//! | [`analysis`] | [`Analysis`]: a project at one moment, and [`FileInProject`] in it |
//! | [`mod@opinion`] | all that is said of one text: analyzed, compared, merged |
//! | [`comparison`] | the result of comparing the files of a project |
//! | [`steps`] | the three steps: analyze a file, compare files, merge both results |
//! | [`door`] | the steps as a value |
//! | [`mod@names`] | the names in the files of a project, and their calls that end in the SDK |
//! | [`fixing`] | many fixes of one text, until none is left |

mod analysis;
mod comparison;
mod door;
mod fixing;
mod host;
mod names;
mod opinion;
mod steps;

pub use analysis::{Analysis, FileInProject, MemberState, opinion};
pub use comparison::elsewhere;
pub use door::{Engine, Look, Real};
pub use fixing::{Checked, Fixed, Judge, edits, fix_text};
pub use host::{AnalysisHost, Changed};
pub use opinion::{Opinion, analyze};
pub use steps::{
    CallSites, Compared, Findings, Input, Judged, Member, Names, Stopped, WantedResults, across, call_sites, finish,
    inspect, judge, may_concern, names,
};
