//! The ways back to a request after the test of its status: round a loop, or by a call of the function that it is in.

use super::status::StatusTests;
use crate::eval::units::{Bound, Lookup, Node};
use crate::facts::{BindingSource, ExprKind};
use crate::flow::promise::{PromiseAnalysis, TryPart};
use crate::model::calls::sdk_calls::Call;
use crate::model::errors::{is_on_itself, parameters};
use crate::text::TextRange;

/// The maximum number of names that the arguments of a request are followed through, to see whether they are the same in
/// each round of a loop.
const MAX_NAMES: usize = 32;
/// Methods that take something out of what they are called on: the next request is another one.
const TAKING: &[&str] = &["dequeue", "next", "pop", "read", "shift", "splice", "take"];

/// Returns the test after which a failed request is sent again, whatever its status is.
pub(super) fn test_before_again(promises: &PromiseAnalysis<'_, '_>, call: &Call, tests: &StatusTests) -> Option<Node> {
    looped(promises, call, tests).or_else(|| recursive(promises, call, tests))
}

/// A loop that a success leaves and a failure does not.
fn looped(promises: &PromiseAnalysis<'_, '_>, call: &Call, tests: &StatusTests) -> Option<Node> {
    let body = loop_around(promises, call.site)?;
    let flow = promises.eval().units.flow(call.site.unit);
    let is_of_loop =
        |range: TextRange| !flow.loops.around(range).any(|(inner, _)| inner != body && body.contains(inner));
    let leaves = tests.succeeded.iter().any(|range| {
        let inside = TextRange { start: range.start.max(body.start), end: range.end.min(body.end) };
        inside.start < inside.end && flow.exits.inside(inside).any(|(exit, ())| is_of_loop(exit))
    });
    let goes_on = |failed: TextRange| {
        if !body.contains(failed) {
            return false;
        }
        let is_certain = |range: TextRange| {
            let nested = flow.arms.around(range).any(|(arm, ())| arm != failed && arm.start >= failed.start);
            let handled = flow.tries.around(range).any(|(_, (_, part))| *part == TryPart::Handler);
            !nested && !handled
        };
        let rest = TextRange { start: failed.start, end: body.end };
        let ends = flow.exits.inside(rest).chain(flow.throws.inside(rest)).map(|(range, ())| range);
        let first_end = ends.filter(|range| is_certain(*range)).map(|range| range.start).min();
        let again = flow.again.inside(failed).map(|(range, ())| range).find(|range| is_of_loop(*range));
        match (again, first_end) {
            (Some(again), Some(end)) => again.start < end,
            (_, end) => end.is_none(),
        }
    };
    let (_, test) = tests.failed.iter().find(|(range, _)| goes_on(*range))?;
    (leaves && is_same_each_time(promises, call.site, body)).then_some(*test)
}

/// The body of the innermost loop around a call, where that does not go through something.
pub(super) fn loop_around(promises: &PromiseAnalysis<'_, '_>, site: Node) -> Option<TextRange> {
    let units = &promises.eval().units;
    let facts = units.unit(site.unit);
    let (body, at) = units.flow(site.unit).loops.around(facts.exprs[site.expr.index()].range).next()?;
    facts.flow.loops[*at as usize].each.is_none().then_some(body)
}

/// Returns whether a call in a loop gets the same in each round, as far as its names show.
pub(super) fn is_same_each_time(promises: &PromiseAnalysis<'_, '_>, site: Node, body: TextRange) -> bool {
    let units = &promises.eval().units;
    let facts = units.unit(site.unit);
    let flow = units.flow(site.unit);
    let mut open = vec![facts.exprs[site.expr.index()].range];
    let mut seen: Vec<Bound> = Vec::new();
    while let Some(range) = open.pop() {
        let inside = flow.calls.inside(range).map(|(_, at)| Node { unit: site.unit, expr: facts.calls[*at as usize] });
        if inside.into_iter().any(|call| TAKING.contains(&promises.eval().called(call).as_str())) {
            return false;
        }
        for expr in facts.exprs.iter().filter(|expr| range.contains(expr.range)) {
            let ExprKind::Ident(name, scope) = &expr.kind else { continue };
            let Lookup::One(bound) = units.lookup(site.unit, *scope, name) else { continue };
            if bound.unit != site.unit || seen.contains(&bound) {
                continue;
            }
            seen.push(bound);
            let binding = units.binding(bound);
            match &binding.source {
                _ if seen.len() > MAX_NAMES => {
                    promises.eval().hit(crate::eval::What::Steps, site);
                    return false;
                }
                BindingSource::Variable { constant: false, .. } => return false,
                BindingSource::Variable { value, .. } if body.contains(binding.range) => {
                    let Some(value) = value else { return false };
                    open.push(facts.exprs[value.index()].range);
                }
                _ => {}
            }
        }
    }
    true
}

/// A call of the function itself where the request failed, which sends the same again.
fn recursive(promises: &PromiseAnalysis<'_, '_>, call: &Call, tests: &StatusTests) -> Option<Node> {
    let eval = promises.eval();
    let unit = call.site.unit;
    let function = promises.function_of(unit)?;
    let name = promises.name_of(function)?;
    let facts = eval.units.unit(unit);
    let flow = eval.units.flow(unit);
    let sent = facts.exprs[call.site.expr.index()].range;
    let found = tests.failed.iter().find(|(range, _)| {
        let calls = flow.calls.inside(*range).map(|(_, at)| Node { unit, expr: facts.calls[*at as usize] });
        calls.into_iter().any(|again| {
            eval.called(again) == name
                && is_on_itself(promises, again, function)
                && gives_the_same(promises, function, again, sent)
        })
    });
    found.map(|(_, test)| *test)
}

/// Returns whether a call of a function from itself gives it the same for all parameters that the request is made of.
fn gives_the_same(
    promises: &PromiseAnalysis<'_, '_>,
    (unit, function): crate::eval::FunctionRef,
    again: Node,
    sent: TextRange,
) -> bool {
    let eval = promises.eval();
    let ExprKind::Call { arguments, .. } = eval.units.kind(again) else { return false };
    let given = crate::eval::units::places(again.unit, arguments);
    if given.len() != arguments.len() {
        return false;
    }
    given.into_iter().enumerate().all(|(at, given)| {
        let is_it = |parameter: Bound| match eval.units.kind(eval.units.peeled(given)) {
            ExprKind::Ident(name, scope) => {
                matches!(eval.units.lookup(given.unit, *scope, name), Lookup::One(bound) if bound == parameter)
            }
            _ => false,
        };
        let is_used = |parameter: Bound| {
            eval.units.references(parameter).any(|name| {
                name.unit == again.unit && sent.contains(eval.units.unit(name.unit).exprs[name.expr.index()].range)
            })
        };
        parameters(eval, (unit, function), at as u32)
            .into_iter()
            .all(|(parameter, _)| is_it(parameter) || !is_used(parameter))
    })
}
