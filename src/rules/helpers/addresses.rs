//! Addresses of requests that are sent without the SDK: the mistakes in them, their places and their repairs.

use crate::finding::{Applicability, Severity};
use crate::model::{Model, RawRequest};
use crate::rules::{Context, Report};
use crate::sdk::Region;
use crate::settings::Settings;
use crate::text::{Place, TextEdit, TextRange};
use rustc_hash::FxHashSet;

/// A mistake in a request.
pub struct Fault {
    /// The range to mark.
    pub at: TextRange,
    /// The severity.
    pub severity: Severity,
    /// The mistake.
    pub what: String,
    /// Its consequence.
    pub why: &'static str,
    /// The instruction.
    pub help: String,
    /// A part of the address, and its replacement.
    pub instead: Option<(String, String)>,
}

/// Reports the mistakes that `faults` finds in the requests of a file; nothing in tests.
pub fn report_faults<F: IntoIterator<Item = Fault>>(
    ctx: &Context<'_>,
    report: &mut Report<'_>,
    faults: impl Fn(&RawRequest) -> F,
) {
    if ctx.model.file().is_test() {
        return;
    }
    let mut told: FxHashSet<TextRange> = FxHashSet::default();
    for request in ctx.model.http().requests() {
        for fault in faults(&request) {
            // One string may begin the addresses of many requests.
            if !told.insert(fault.at) {
                continue;
            }
            let elsewhere = request.begins.file.is_some().then(|| request.begins.clone());
            let edit = fault.instead.and_then(|(from, to)| {
                let edit = replace(ctx.model, &request.begins, &from, &to)?;
                Some((format!("Change to `{to}`"), edit))
            });
            let draft = report
                .at(fault.at, fault.severity, fault.what)
                .why(fault.why)
                .help(fault.help)
                .related_at(elsewhere, "the address begins here");
            if let Some((title, edit)) = edit {
                draft.fix(title, Applicability::Suggested, || [edit]);
            }
        }
    }
}

/// The region of the account, if the settings give one that differs from the request's.
pub fn other_region(settings: &Settings, request: &RawRequest) -> Option<Region> {
    let account = settings.region?;
    (request.region != account).then_some(account)
}

/// The range to mark of an address: the string that it begins with, if that is in this file.
pub fn marked(request: &RawRequest) -> TextRange {
    match request.begins.file {
        None => request.begins.range,
        Some(_) => request.address,
    }
}

/// The edit that replaces a part of a string of this file that has it once.
fn replace(model: &Model<'_>, begins: &Place, from: &str, to: &str) -> Option<TextEdit> {
    if begins.file.is_some() {
        return None;
    }
    let text = model.text(begins.range);
    let (before, after) = text.split_once(from)?;
    let start = begins.range.start() + before.len();
    (!after.contains(from)).then(|| TextEdit::replace(TextRange::new(start, start + from.len()), to))
}
