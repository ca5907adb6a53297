//! A test of whether code waits on purpose: `await sleep(10_000)`.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::text::TextRange;

/// Words in the names of functions that wait, or that let only a limited number through at a time.
const WAITING: &[&str] = &["sleep", "delay", "settimeout", "wait", "pause", "throttle", "limit", "schedule", "backoff"];

/// Returns whether something in a range of the analyzed file waits on purpose.
pub fn waits_in(eval: &Eval<'_>, range: TextRange) -> bool {
    eval.units.iter().any(|(unit, facts)| {
        facts.calls.iter().map(|expr| Node { unit, expr: *expr }).any(|node| {
            let name = eval.called(node).to_lowercase();
            range.contains(eval.units.range(node)) && WAITING.iter().any(|word| name.contains(word))
        })
    })
}
