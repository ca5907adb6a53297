//! The only door to the engine: a parsed file and settings in, findings out.

use crate::config::Settings;
use crate::finding::Finding;
use crate::finding::suppress::{self, Suppressed};
use crate::model::{Files, Model};
use crate::{rules, syntax::Source};

/// What came of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The findings, sorted by place, then rule; suppressed ones are gone.
    pub findings: Vec<Finding>,
    /// What comments suppress, with their reasons.
    pub suppressed: Vec<Suppressed>,
}

/// Judges one file. Pure: the same source and settings give the same findings, whichever door they came through.
pub fn analyze(source: &Source, settings: &Settings) -> Analysis {
    let files = Files::alone(source.facts.clone());
    let model = Model::new(&source.rope, &files, settings.sdk_version.clone());
    let found = rules::run(&model, settings);
    let comments = source.facts.comments();
    let suppress::Outcome { mut findings, suppressed } = suppress::apply(found, comments, settings, &source.rope);
    findings.sort_by(|a, b| (a.range, a.rule, &a.message).cmp(&(b.range, b.rule, &b.message)));
    findings.dedup();
    Analysis { findings, suppressed }
}

/// Whether a text can concern this tool at all. Everything else is neither parsed nor kept.
pub fn may_concern(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"customerio").is_some()
}
