//! The reasons why a call runs: the strings that decide it. `on("email_bounced", () => here)`, `case "email_bounced":
//! here`, `if (event.metric === "bounced") here`.

use super::sdk_calls::Call;
use crate::eval::units::Node;
use crate::eval::units::places;
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, ExprKind};
use crate::text::TextRange;
use ropey::Rope;
use smol_str::SmolStr;

/// The maximum depth to which a condition is taken apart.
const MAX_DEPTH: u32 = 512;
/// Methods that test whether a list contains something.
const LOOKS_UP: &[&str] = &["has", "includes"];

/// The texts that decide that a call runs, the nearest first.
pub fn reasons(eval: &Eval<'_>, rope: &Rope, call: &Call) -> Vec<SmolStr> {
    let unit = call.site.unit;
    let facts = eval.units.unit(unit);
    let text = |start: u32, end: u32| {
        if start <= end { rope.byte_slice(start as usize..end as usize).to_string() } else { "?".to_owned() }
    };
    let mut found = Vec::new();
    for arm in &call.around.arms {
        let place = |expr| eval.units.range(Node { unit, expr });
        // The value of a case is in it, and those of the empty ones before it above.
        let value = facts.flow.cases.iter().find(|case| {
            arm.start < place(case.value).start && { text(arm.start, place(case.value).start).trim() == "case" }
        });
        let mut next = value;
        while let Some(case) = next {
            found.extend(eval.value(Node { unit, expr: case.value }).as_str().cloned());
            let at = place(case.value).start;
            next = facts.flow.cases.iter().find(|other| {
                let end = place(other.value).end;
                other.of == case.of && end < at && {
                    let between = text(end, at);
                    between.split_whitespace().collect::<String>() == ":case"
                }
            });
        }
        // What an `if` tests stands right before what it does.
        let test = facts.flow.tested.iter().find(|test| {
            let end = place(**test).end;
            end <= arm.start && text(end, arm.start).chars().all(|c| c.is_whitespace() || c == ')')
        });
        if let Some(test) = test {
            compared(eval, Node { unit, expr: *test }, MAX_DEPTH, &mut found);
        }
    }
    if let Some(callback) = call.around.function.as_ref().and_then(|function| function.callback.as_ref()) {
        found.extend(event_of(eval, callback.call, callback.at));
    }
    found
}

/// The string argument before the function at this place of a call: `on("email_bounced", () => …)`.
fn event_of(eval: &Eval<'_>, call: TextRange, at: u32) -> Option<SmolStr> {
    let before = at.checked_sub(1)?;
    let all =
        eval.units.iter().flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
    let call = all.into_iter().find(|node| eval.units.range(*node) == call)?;
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return None };
    let event = *places(call.unit, arguments).get(before as usize)?;
    eval.value(event).as_str().cloned()
}

/// The texts one of which something equals when a condition holds.
fn compared(eval: &Eval<'_>, node: Node, left: u32, found: &mut Vec<SmolStr>) {
    let Some(left) = left.checked_sub(1) else { return eval.hit(What::Depth, node) };
    let node = eval.units.peeled(node);
    let sibling = |expr| Node { unit: node.unit, expr };
    match eval.units.kind(node) {
        ExprKind::Binary(BinaryOp::And | BinaryOp::Or, one, other) => {
            compared(eval, sibling(*one), left, found);
            compared(eval, sibling(*other), left, found);
        }
        ExprKind::Binary(BinaryOp::Equal, one, other) => {
            for side in [one, other] {
                found.extend(eval.value(sibling(*side)).as_str().cloned());
            }
        }
        ExprKind::Call { callee, arguments } if LOOKS_UP.contains(&eval.called(node).as_str()) => {
            let ExprKind::Member { object, .. } = eval.units.kind(eval.units.peeled(sibling(*callee))) else { return };
            let list = eval.value(sibling(*object));
            found.extend(eval.items(&list).iter().filter_map(|item| item.as_str().cloned()));
            for given in places(node.unit, arguments) {
                found.extend(eval.value(given).as_str().cloned());
            }
        }
        _ => {}
    }
}
