//! What the three timestamp rules share: walking the places, and saying what a wrong time does there.

use super::event_time;
use crate::finding::{Applicability, Severity};
use crate::model::{SlotKind, Through, TimeCase, TimeSlot};
use crate::rules::{Context, Draft, Report};
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// What a rule says of one value in one place.
pub struct Verdict {
    /// How bad it is.
    pub severity: Severity,
    /// What the value is, as the end of "… is" or "… may be": `in milliseconds`.
    pub what: String,
    /// What Customer.io makes of it.
    pub effect: &'static str,
    /// What to do.
    pub help: String,
    /// What is found where the value is made, when that is elsewhere.
    pub origin: &'static str,
    /// Whether a repair that touches nothing else may go without being asked.
    pub safe: bool,
}

/// Asks `judge` of every value in every place and reports what it says. A variable that may be wrong in two ways is
/// reported once: there is one thing to do about it.
pub fn report(cx: &Context<'_>, report: &mut Report<'_>, judge: impl Fn(&TimeSlot, &TimeCase) -> Option<Verdict>) {
    // Of a `timestamp` in the wrong place the rule tells more that has it moved.
    let mut seen: FxHashSet<TextRange> = event_time::told(cx.model, cx.settings);
    for slot in cx.model.time_slots() {
        for case in &slot.cases {
            let Some(verdict) = judge(slot, case) else { continue };
            if !seen.insert(case.at) {
                continue;
            }
            let is = if case.partial { "may be" } else { "is" };
            let message = format!("`{}` {is} {}: {}", slot.key, verdict.what, verdict.effect);
            let draft = report
                .at(case.at, verdict.severity, message)
                .help(verdict.help)
                .related_at(case.origin.clone(), verdict.origin);
            let draft = through(draft, slot.through.as_ref(), &slot.method);
            if let Some(repair) = &case.repair {
                let safe = verdict.safe && repair.safe && wants_seconds(slot.kind);
                draft.fix(
                    &repair.title,
                    if safe { Applicability::Safe } else { Applicability::Suggested },
                    repair.edits.clone(),
                );
            }
        }
    }
}

/// Names the function of the project that hands a value on.
pub fn through<'d>(draft: Draft<'d>, through: Option<&Through>, method: &str) -> Draft<'d> {
    match through {
        Some(Through { name, call }) => {
            draft.related_at(Some(call.clone()), format!("`{name}` passes it to `{method}` here"))
        }
        None => draft,
    }
}

/// Whether nothing but seconds makes sense here: a place of the API, or an attribute that calls itself a date.
fn wants_seconds(kind: SlotKind) -> bool {
    matches!(kind, SlotKind::Seconds | SlotKind::Attribute { dated: true })
}

/// The key itself, without the path that leads to it.
pub fn last_key(slot: &TimeSlot) -> &str {
    slot.key.rsplit('.').next().unwrap_or(&slot.key)
}

/// What Customer.io makes of a number that is too large to be seconds.
pub fn effect_of_too_large(slot: &TimeSlot) -> &'static str {
    match (slot.kind, last_key(slot)) {
        (SlotKind::Payload { .. }, _) => PAYLOAD,
        (SlotKind::Seconds, "timestamp") => {
            "Customer.io reads it as Unix seconds, so the event is dated tens of thousands of years ahead"
        }
        (SlotKind::Seconds, "send_at") => {
            "Customer.io reads it as Unix seconds, far beyond the 90 days that a message can wait"
        }
        (SlotKind::Seconds, "created_at") | (SlotKind::Attribute { .. }, _) => {
            "Customer.io reads Unix seconds, so no date condition of a segment or campaign matches"
        }
        (SlotKind::Seconds, _) => "Customer.io reads it as Unix seconds, tens of thousands of years ahead",
    }
}

/// What Customer.io makes of something that is no number: a date object (it arrives as text) or a text.
pub fn effect_of_text(slot: &TimeSlot) -> &'static str {
    match (slot.kind, last_key(slot)) {
        (SlotKind::Payload { .. }, _) => PAYLOAD,
        (SlotKind::Seconds, "timestamp") => {
            "Customer.io expects Unix seconds and dates the event with the time it arrives instead"
        }
        (SlotKind::Seconds, "send_at") => "Customer.io expects Unix seconds and does not send the message at that time",
        (SlotKind::Seconds, "created_at") | (SlotKind::Attribute { .. }, _) => {
            "Customer.io reads Unix seconds, so no date condition of a segment or campaign matches"
        }
        (SlotKind::Seconds, _) => "Customer.io expects Unix seconds here",
    }
}

const PAYLOAD: &str = "conditions and Liquid's `date` filter in Customer.io work on Unix seconds";
