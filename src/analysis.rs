//! The only door to the engine: a parsed file and settings in, findings out.
//!
//! A file of a project is judged in two steps. [`judge`] looks at the file, and over its imports at what other files say,
//! and keeps [`Traces`] of what the file does. Rules that compare files look at the traces of all of them; what they find
//! in a file goes into [`finish`], where comments and settings have the last word.

use crate::config::Settings;
use crate::facts::FileFacts;
use crate::finding::Finding;
use crate::finding::suppress::{self, Suppressed};
use crate::model::{ClientMade, EventName, FileId, Files, Model, Modules};
use crate::{rules, syntax::Source};
use memchr::memmem::Finder;
use ropey::Rope;
use std::sync::{Arc, LazyLock};

/// The text of a file and what it says.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The text.
    pub rope: &'a Rope,
    /// Its facts.
    pub facts: &'a Arc<FileFacts>,
}

impl<'a> From<&'a Source> for Input<'a> {
    fn from(source: &'a Source) -> Self {
        Self { rope: &source.rope, facts: &source.facts }
    }
}

/// What came of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The findings, sorted by place, then rule; suppressed ones are gone.
    pub findings: Vec<Finding>,
    /// What comments suppress, with their reasons.
    pub suppressed: Vec<Suppressed>,
}

/// What the file by itself comes to.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// What the rules found, suppressions not yet looked at.
    pub found: Vec<Finding>,
    /// What the file does, for rules that compare files.
    pub traces: Traces,
    /// The other files that the judgement rests on. When what one of them shows changes, the judgement may.
    pub used: Vec<FileId>,
}

/// What a file does that is of interest to the judgement of others.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    /// The event names that it sends.
    pub events: Vec<EventName>,
    /// The clients that it makes.
    pub clients: Vec<ClientMade>,
}

/// Judges a file that stands alone. Pure: the same source and settings give the same findings, whichever door they came
/// through.
pub fn analyze(source: &Source, settings: &Settings) -> Analysis {
    finish(source, judge(source, None, settings).found, settings)
}

/// Judges a file; with `project`, as the file with that number of it.
pub fn judge<'a>(input: impl Into<Input<'a>>, project: Option<(FileId, &dyn Modules)>, settings: &Settings) -> Judged {
    let Input { rope, facts } = input.into();
    let facts = facts.clone();
    let files = match project {
        Some((file, modules)) => Files::of(facts, file, modules),
        None => Files::alone(facts),
    };
    let model = Model::new(rope, &files, settings.sdk_version.clone());
    let found = rules::run(&model, settings);
    let traces = match project {
        Some(_) => Traces { events: model.event_names().to_vec(), clients: model.clients().to_vec() },
        None => Traces::default(),
    };
    Judged { found, traces, used: files.used() }
}

/// Takes out of `found` what comments suppress, and puts the rest in order.
pub fn finish<'a>(input: impl Into<Input<'a>>, found: Vec<Finding>, settings: &Settings) -> Analysis {
    let Input { rope, facts } = input.into();
    let comments = facts.comments();
    let suppress::Outcome { mut findings, suppressed } = suppress::apply(found, comments, settings, rope);
    findings.sort_by(|a, b| (a.range, a.rule, &a.message).cmp(&(b.range, b.rule, &b.message)));
    findings.dedup();
    Analysis { findings, suppressed }
}

/// Whether a text can concern this tool at all. Everything else is neither parsed nor kept.
pub fn may_concern(text: &[u8]) -> bool {
    // Made once: asked of thousands of files, making it would cost as much as searching a short one.
    static NAME: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("customerio"));
    NAME.find(text).is_some()
}
