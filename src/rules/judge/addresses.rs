//! Addresses of requests that are sent without the SDK: what is wrong in them, where, and what to write instead.

use crate::config::{AccountRegion, Settings};
use crate::finding::{Applicability, Severity};
use crate::model::{Model, RawRequest};
use crate::rules::{Context, Report};
use crate::sdk::Region;
use crate::text::{Place, TextEdit, TextRange};
use rustc_hash::FxHashSet;

/// Something that is wrong with a request.
pub struct Fault {
    /// What to mark.
    pub at: TextRange,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What to write instead of which part of the address.
    pub instead: Option<(String, String)>,
}

/// Reports what `faults` finds in the requests of a file; nothing in tests.
pub fn report_faults<F: IntoIterator<Item = Fault>>(
    cx: &Context<'_>,
    report: &mut Report<'_>,
    faults: impl Fn(&RawRequest) -> F,
) {
    if cx.model.is_test() {
        return;
    }
    let mut told: FxHashSet<TextRange> = FxHashSet::default();
    for request in cx.model.raw_requests() {
        for fault in faults(&request) {
            // One text may begin the addresses of many requests.
            if !told.insert(fault.at) {
                continue;
            }
            let elsewhere = request.begins.file.is_some().then(|| request.begins.clone());
            let edit = fault.instead.and_then(|(from, to)| replace(cx.model, &request.begins, &from, &to));
            let draft = report
                .at(fault.at, fault.severity, fault.message)
                .help(fault.help)
                .related_at(elsewhere, "the address begins here");
            if let Some(edit) = edit {
                draft.fix("Correct the address", Applicability::Suggested, vec![edit]);
            }
        }
    }
}

/// The region of the account, when the settings say that it is another one than that of the request.
pub fn other_region(settings: &Settings, request: &RawRequest) -> Option<Region> {
    let account = match settings.region? {
        AccountRegion::Us => Region::Us,
        AccountRegion::Eu => Region::Eu,
    };
    (request.region != account).then_some(account)
}

/// What to mark of an address: the text that it begins with, when that stands in this file.
pub fn marked(request: &RawRequest) -> TextRange {
    match request.begins.file {
        None => request.begins.range,
        Some(_) => request.address,
    }
}

/// The edit that writes something else in a text of this file that has it once.
fn replace(model: &Model<'_>, begins: &Place, from: &str, to: &str) -> Option<TextEdit> {
    if begins.file.is_some() {
        return None;
    }
    let text = model.text(begins.range);
    let (before, behind) = text.split_once(from)?;
    let start = begins.range.start() + before.len();
    (!behind.contains(from)).then(|| TextEdit::replace(TextRange::new(start, start + from.len()), to))
}
