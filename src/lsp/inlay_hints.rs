//! `textDocument/inlayHint`: what the code does not say, beside it. The date that a number means, the unit of a time in
//! a variable, the region of a client without one, the method that a function of the project ends in. Each kind can be
//! switched off under `customerio.inlayHints`.

use super::convert;
use super::documents::Snapshot;
use super::request::{Analyzed, about_analysis};
use super::session::Session;
use crate::finding::Fixes;
use crate::model::{Model, RegionGiven, Time, TimeCase};
use crate::settings::InlayHints;
use crate::text::TextRange;
use jiff::Timestamp;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintTooltip, Range};

/// A hint behind a place.
#[derive(Debug, PartialEq, Eq)]
struct Hint {
    at: usize,
    label: String,
    tooltip: &'static str,
}

/// Answers the request for the hints in a range.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    visible: Range,
) -> jsonrpc::Result<Option<Vec<InlayHint>>> {
    about_analysis(session, snapshot, ("the inlay hints", Fixes::Omitted), move |it| hints(it, visible)).await
}

fn hints(it: &Analyzed<'_>, visible: Range) -> Vec<InlayHint> {
    let kinds = it.session.settings().inlay_hints(it.snapshot.path());
    let (start, end) = (it.offset(visible.start), it.offset(visible.end));
    let visible = TextRange::new(start.min(end), start.max(end));
    let found = it.inspect(|model| {
        let mut found = Vec::new();
        if kinds.dates || kinds.units {
            times(model, visible, kinds, &mut found);
        }
        if kinds.regions {
            regions(model, visible, &mut found);
        }
        if kinds.wrappers {
            wrappers(model, visible, &mut found);
        }
        found
    });
    let mut found: Vec<Hint> = found;
    found.sort_by(|a, b| (a.at, &a.label).cmp(&(b.at, &b.label)));
    // A value in two places of one call is one value.
    found.dedup();
    let encoding = it.session.client_capabilities().encoding;
    let rope = &it.snapshot.document.rope;
    let hint = |hint: Hint| InlayHint {
        position: convert::range(rope, TextRange::new(hint.at, hint.at), encoding).start,
        label: InlayHintLabel::String(hint.label),
        kind: Some(InlayHintKind::TYPE),
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(hint.tooltip.to_owned())),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    found.into_iter().map(hint).collect()
}

/// The dates of numbers, and the units of what is no number.
fn times(model: &Model<'_>, visible: TextRange, kinds: InlayHints, found: &mut Vec<Hint>) {
    for slot in model.times().slots() {
        // Where one value may be several things, none of them is told.
        let [case] = &slot.cases[..] else { continue };
        if case.partial || !visible.touches(case.at) {
            continue;
        }
        let written = model.text(case.at);
        let number = written.replace('_', "").parse::<i64>().ok();
        match number {
            Some(number) if kinds.dates => {
                let seconds = match case.time {
                    Time::Milliseconds { text: false, .. } => Some(number.div_euclid(1000)),
                    Time::Seconds => Some(number),
                    _ => None,
                };
                if let Some(date) = seconds.and_then(date) {
                    let tooltip = "The date that this number means";
                    found.push(Hint { at: case.at.end(), label: date, tooltip });
                }
            }
            None if kinds.units => {
                if let Some((unit, tooltip)) = unit(case, &written) {
                    found.push(Hint { at: case.at.end(), label: unit.to_owned(), tooltip });
                }
            }
            _ => {}
        }
    }
}

/// A date in words, as Customer.io shows it: in UTC.
pub fn date(seconds: i64) -> Option<String> {
    let time = Timestamp::from_second(seconds).ok()?;
    Some(time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
}

/// The unit of an expression, where it does not say so itself.
fn unit(case: &TimeCase, written: &str) -> Option<(&'static str, &'static str)> {
    let is_name = written.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '?' | '!'));
    if case.direct && !is_name {
        return None;
    }
    let lower = written.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.ends_with(word));
    match case.time {
        Time::Milliseconds { text: false, .. } if !says(&["ms", "millis", "milliseconds"]) => {
            Some(("ms", "This value is in milliseconds"))
        }
        Time::Seconds if !says(&["seconds", "secs", "unix"]) => Some(("s", "This value is in whole seconds")),
        Time::FractionalSeconds { .. } => Some(("s, with a fraction", "This value is in seconds, with a fraction")),
        _ => None,
    }
}

/// The region that a client uses because it is given none.
fn regions(model: &Model<'_>, visible: TextRange, found: &mut Vec<Hint>) {
    let clients = model.clients().made().iter().filter(|client| visible.touches(client.range));
    for client in clients.filter(|client| client.region == RegionGiven::Absent) {
        if let Some(region) = client.region_in_effect() {
            found.push(Hint {
                at: client.range.end(),
                label: format!("region: {} (default)", region.as_str()),
                tooltip: "A client without the option `region` sends to the US",
            });
        }
    }
}

/// The methods of the SDK that functions of the project end in.
fn wrappers(model: &Model<'_>, visible: TextRange, found: &mut Vec<Hint>) {
    let calls = model.calls().of_sdk().iter().filter(|call| visible.touches(call.callee));
    for call in calls {
        if let (Some(through), Some(method)) = (&call.through, &call.method)
            && !through.is_bound
            && through.name != *method
        {
            found.push(Hint {
                at: call.callee.end(),
                label: format!("→ {method}"),
                tooltip: "The method of the SDK that this function calls",
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_seconds_has_a_date() {
        assert_eq!(date(1_700_000_000).as_deref(), Some("2023-11-14 22:13:20 UTC"));
        assert_eq!(date(-1).as_deref(), Some("1969-12-31 23:59:59 UTC"));
        assert_eq!(date(i64::MAX), None);
    }
}
