//! Calls of the SDK that the analyzed file makes: their places, and the functions of the project that they go through.

use super::search::{Goes, Search};
use crate::eval::Eval;
use crate::eval::sdk_call::{SdkCall, Through};
use crate::eval::units::Node;
use crate::eval::value::Frame;
use crate::facts::ExprKind;
use crate::text::TextRange;

/// The calls and constructions of the analyzed file that have to do with the SDK: methods of its clients, functions of
/// the project, and objects created from the SDK or the project. Every search for calls starts from these: most of a
/// file is something else.
pub fn of_interest(eval: &Eval<'_>) -> Vec<Node> {
    let interesting = |node: &&Node| match eval.units.kind(**node) {
        ExprKind::New { .. } => true,
        _ => {
            eval.on_client(**node, &None).is_some()
                || eval.own_call(**node, &None).is_some()
                || eval.http_request(**node, &None).is_some()
        }
    };
    eval.candidates().iter().filter(interesting).copied().collect()
}

/// The calls among those of a file that are [`of_interest`], in the order of the text.
pub fn calls(eval: &Eval<'_>, nodes: &[Node]) -> Vec<SdkCall> {
    let mut calls = Vec::new();
    for node in nodes {
        match eval.sdk_call(*node, &None) {
            Some(call) => calls.push(call),
            None => {
                let mut search = Search::of(eval, *node);
                through(&mut search, *node, &None, (1, 1), &mut calls);
            }
        }
    }
    calls.sort_by_key(|call| call.range);
    calls
}

/// The calls of the SDK that a call of a function of the project makes.
fn through(
    search: &mut Search<'_, '_>,
    node: Node,
    frame: &Frame,
    (rivals, depth): (u32, usize),
    calls: &mut Vec<SdkCall>,
) {
    let eval = search.eval;
    // What is called where it is written has its calls there too.
    let Some(own) = eval.own_call(node, frame) else { return };
    if eval.is_in_place(node) {
        return;
    }
    let (inner, reach) = search.enter(node, own.function);
    if !inner.is_empty() && !eval.is_under_evaluation(own.function, frame) {
        // What is given nothing can pass nothing on.
        let frame = eval.enter(own, node, frame, rivals);
        if frame.is_some() {
            inside(search, &inner, &frame, depth, calls);
        }
    }
    search.leave(reach);
}

/// The calls of the SDK that the calls of interest of a function make, which was entered with `frame`.
fn inside(search: &mut Search<'_, '_>, inner: &[Node], frame: &Frame, depth: usize, calls: &mut Vec<SdkCall>) {
    let (eval, site) = (search.eval, search.site);
    for call in inner {
        match search.goes_on(*call, frame, depth) {
            Goes::On => {}
            Goes::By => continue,
            Goes::Out => return,
        }
        match eval.sdk_call(*call, frame) {
            Some(found) => {
                search.found += 1;
                calls.push(SdkCall {
                    range: eval.units.range(site),
                    site,
                    through: Some(Through { name: eval.called(site), call: eval.units.place(*call), is_bound: false }),
                    ..found
                });
            }
            None => through(search, *call, frame, (inner.len() as u32, depth + 1), calls),
        }
    }
}

/// Returns whether something whose name begins with one of `names`, in any case, is called in a range of the analyzed
/// file.
pub fn calls_named(eval: &Eval<'_>, range: TextRange, names: &[&str]) -> bool {
    eval.units.iter().any(|(unit, facts)| {
        facts.calls.iter().any(|expr| {
            let node = Node { unit, expr: *expr };
            eval.units.is_within(node, range) && {
                let called = eval.called(node).to_lowercase();
                names.iter().any(|name| called.starts_with(name))
            }
        })
    })
}
