//! Code shared by the three timestamp rules: walking the places, and describing what a wrong time does there.

use super::event_time;
use crate::finding::{Applicability, Severity};
use crate::model::{SlotKind, Through, TimeCase, TimeSlot};
use crate::rules::{Context, Draft, Report};
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// The verdict of a rule on one value in one place.
pub struct TimeVerdict {
    /// Its severity.
    pub severity: Severity,
    /// The end of "… is" or "… may be": `in milliseconds`.
    pub what: String,
    /// The consequence: how Customer.io handles the value.
    pub effect: &'static str,
    /// The instruction.
    pub help: String,
    /// The note at the place where the value is computed, when that is elsewhere.
    pub origin: &'static str,
    /// True when a fix that touches nothing else is safe.
    pub safe: bool,
}

/// Calls `judge` for every value in every place and reports its verdict. A variable that may be wrong in two ways is
/// reported once: one change fixes both.
pub fn report(ctx: &Context<'_>, report: &mut Report<'_>, judge: impl Fn(&TimeSlot, &TimeCase) -> Option<TimeVerdict>) {
    // A `timestamp` in the wrong place is left to the rule that moves it.
    let mut seen: FxHashSet<TextRange> = event_time::told(ctx.model, ctx.settings);
    for slot in ctx.model.times().slots() {
        for case in &slot.cases {
            let Some(verdict) = judge(slot, case) else { continue };
            if !seen.insert(case.at) {
                continue;
            }
            let is = if case.partial { "may be" } else { "is" };
            let draft = report
                .at(case.at, verdict.severity, format!("`{}` {is} {}", slot.key, verdict.what))
                .why(verdict.effect)
                .help(verdict.help)
                .related_at(case.origin.clone(), verdict.origin);
            let draft = through(draft, slot.through.as_ref(), &slot.method);
            if let Some(repair) = &case.repair {
                let safe = verdict.safe && repair.safe && wants_seconds(slot.kind);
                draft.fix(&repair.title, if safe { Applicability::Safe } else { Applicability::Suggested }, || {
                    repair.edits.clone()
                });
            }
        }
    }
}

/// Adds a note that names the project's function which passes a value on.
pub fn through<'d>(draft: Draft<'d>, through: Option<&Through>, method: &str) -> Draft<'d> {
    match through {
        Some(Through { call, is_bound: true, .. }) => {
            draft.related_at(Some(call.clone()), format!("`{method}` is bound to its client here"))
        }
        Some(Through { name, call, .. }) => {
            draft.related_at(Some(call.clone()), format!("`{name}` passes it to `{method}` here"))
        }
        None => draft,
    }
}

/// The code that a repair puts in place of the whole value, when it is short enough for a sentence.
pub fn written(case: &TimeCase) -> Option<&str> {
    const LONGEST: usize = 60;
    match case.repair.as_ref()?.edits.as_slice() {
        [edit] if edit.range == case.at && edit.text.len() <= LONGEST => Some(&edit.text),
        _ => None,
    }
}

/// Returns whether only seconds make sense here: in a field that the API defines, or an attribute whose name suggests a
/// date.
fn wants_seconds(kind: SlotKind) -> bool {
    matches!(kind, SlotKind::Seconds | SlotKind::Attribute { dated: true })
}

/// The last key of a path.
pub fn last_key(slot: &TimeSlot) -> &str {
    slot.key.rsplit('.').next().unwrap_or(&slot.key)
}

/// The way Customer.io handles a number that is too large to be seconds.
pub fn effect_of_too_large(slot: &TimeSlot) -> &'static str {
    match (slot.kind, last_key(slot)) {
        (SlotKind::Payload { .. }, _) => PAYLOAD,
        (SlotKind::Seconds, "timestamp") => {
            "Customer.io expects Unix seconds and dates the event tens of thousands of years in the future"
        }
        (SlotKind::Seconds, "send_at") => {
            "Customer.io expects Unix seconds: this time is far past the 90 days that a message can be delayed"
        }
        (SlotKind::Seconds, "created_at") | (SlotKind::Attribute { .. }, _) => NO_DATE_MATCHES,
        (SlotKind::Seconds, _) => {
            "Customer.io expects Unix seconds: this time is tens of thousands of years in the future"
        }
    }
}

/// The way Customer.io handles a value that is not a number: a date object (sent as a string) or a string.
pub fn effect_of_date(slot: &TimeSlot) -> &'static str {
    match (slot.kind, last_key(slot)) {
        (SlotKind::Payload { .. }, _) => PAYLOAD,
        (SlotKind::Seconds, "timestamp") => {
            "Customer.io expects Unix seconds and dates the event by its arrival instead"
        }
        (SlotKind::Seconds, "send_at") => "Customer.io expects Unix seconds and does not send the message at that time",
        (SlotKind::Seconds, "created_at") | (SlotKind::Attribute { .. }, _) => NO_DATE_MATCHES,
        (SlotKind::Seconds, _) => "Customer.io expects Unix seconds here",
    }
}

const NO_DATE_MATCHES: &str =
    "Customer.io expects Unix seconds, so date conditions in segments and campaigns will not match";

const PAYLOAD: &str = "Customer.io's conditions and Liquid's `date` filter expect Unix seconds";
