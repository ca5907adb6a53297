//! Finds the requests without the SDK that are sent again whatever the response is.

use super::again::{is_same_each_time, loop_around, test_before_again};
use super::options::{conditions_always_true, final_codes, rejects_plainly, repeating_package};
use super::status::{StatusTests, status_tests};
use crate::eval::Eval;
use crate::eval::units::Node;
use crate::flow::promise::{PromiseAnalysis, TryPart};
use crate::model::calls::sdk_calls::Call;
use crate::model::errors::{ErrorHandler, Origin, Retried, RetryBy, is_given_on, retried};
use crate::model::http::calls::is_not_intercepted;
use crate::text::{Place, TextRange};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// A request that is sent again whatever the response is.
#[derive(Clone, Debug, PartialEq)]
pub struct RetriedAlways {
    /// The called expression that sends it; `None` where an instance is made to do so for all of its requests.
    pub callee: Option<TextRange>,
    /// The range to mark.
    pub at: TextRange,
    /// The part of the code that decides it.
    pub mark: RetryMark,
    /// The body of the handler, where that is in another file.
    pub elsewhere: Option<Place>,
    /// True when the handler may get the errors of other calls, too.
    pub is_shared: bool,
}

/// A part of the code that decides that a request is sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RetryMark {
    /// A handler of errors.
    Handler,
    /// A test that only tells success from failure.
    Test,
    /// A package that calls a function again after every error.
    Package(SmolStr),
    /// A condition of axios-retry that is always true.
    Condition,
    /// A status code among those that a library repeats requests for.
    Code(u16),
}

/// The requests among `calls` that are sent again whatever the response is, in the order of the text. `handlers` are those
/// that their errors reach.
pub fn retried_always<'h>(
    promises: &PromiseAnalysis<'_, '_>,
    calls: &[Call],
    handlers: &dyn Fn() -> &'h [ErrorHandler],
) -> Vec<RetriedAlways> {
    let eval = promises.eval();
    let mut found = Vec::new();
    let mut tests: FxHashMap<usize, Option<StatusTests>> = FxHashMap::default();
    for (at, call) in calls.iter().enumerate() {
        for (node, code) in final_codes(eval, call) {
            found.extend(node.is_here().then(|| marked(call, eval.units.range(node), RetryMark::Code(code))));
        }
        if !is_fetched_here(call) {
            continue;
        }
        let read = status_tests(promises, call);
        if let Some(test) = read.as_ref().and_then(|tests| test_before_again(promises, call, tests)) {
            found.push(marked(call, eval.units.range(test), RetryMark::Test));
        }
        tests.insert(at, read);
    }
    // Most requests are sent once, and nothing is looked for around them.
    let again = retried(promises, calls);
    let fails = |at: usize, place: Option<&Place>| match tests.get(&at) {
        Some(read) => read.as_ref().is_some_and(|read| throws(promises, &calls[at], read, place)),
        None => is_rejecting(promises, &calls[at]),
    };
    if again.iter().any(|again| again.handler.is_some()) {
        for handler in handlers() {
            found.extend(handled(calls, handler, &again, &fails));
        }
    }
    for again in again.iter().filter(|again| matches!(again.by, RetryBy::Package(_))) {
        let call = &calls[again.call];
        if let Some((package, around)) = repeating_package(promises, call.site)
            && call.through.is_none()
            && fails(again.call, None)
            && (tests.contains_key(&again.call) || is_given_on(promises, call.site))
        {
            found.push(marked(call, callee(promises, around), RetryMark::Package(package)));
        }
    }
    for (sender, condition) in conditions_always_true(eval) {
        let made = |made: Option<Node>| made == sender.made.as_ref().map(|made| made.call);
        let is_of_it = |call: &&Call| {
            let of = call.request.as_ref().and_then(|request| request.sender.as_ref());
            of.is_some_and(|of| of.module == sender.module && made(of.made.as_ref().map(|made| made.call)))
        };
        let call = calls.iter().find(is_of_it);
        if condition.is_here() && (call.is_some() || eval.api_of_instance(&sender).is_some()) {
            found.push(RetriedAlways {
                callee: call.map(|call| call.callee),
                at: eval.units.range(condition),
                mark: RetryMark::Condition,
                elsewhere: None,
                is_shared: false,
            });
        }
    }
    found.sort_by_key(|again| again.at);
    found.dedup_by_key(|again| again.at);
    found
}

fn marked(call: &Call, at: TextRange, mark: RetryMark) -> RetriedAlways {
    RetriedAlways { callee: Some(call.callee), at, mark, elsewhere: None, is_shared: false }
}

/// Returns whether the promise of a request resolves whatever the status is, and the request is written in place.
fn is_fetched_here(call: &Call) -> bool {
    call.through.is_none() && call.request.as_ref().is_some_and(|request| request.resolves_always)
}

/// Returns whether the promise of a request rejects for every status that is a failure.
pub fn rejects(eval: &Eval<'_>, call: &Call) -> bool {
    let Some(request) = &call.request else { return false };
    !request.resolves_always
        && !request.is_observable
        && request.sender.is_some()
        && rejects_plainly(eval, &request.options)
        && is_not_intercepted(eval, request)
}

/// The same for a call that sends the same each time.
fn is_rejecting(promises: &PromiseAnalysis<'_, '_>, call: &Call) -> bool {
    rejects(promises.eval(), call)
        && loop_around(promises, call.site).is_none_or(|body| is_same_each_time(promises, call.site, body))
}

/// Returns whether a failed request is thrown: in this `try`, or out of the function around it.
fn throws(promises: &PromiseAnalysis<'_, '_>, call: &Call, tests: &StatusTests, handler: Option<&Place>) -> bool {
    let units = &promises.eval().units;
    let unit = call.site.unit;
    let flow = units.flow(unit);
    // The handler of a `try` around the request itself is in the same function.
    let is_around = |body: TextRange| {
        units.unit(unit).flow.tries.iter().filter_map(|it| it.handler).any(|it| units.absolute(unit, it.body) == body)
    };
    let goes_to_handler = |throw: TextRange| {
        let caught = flow.tries.around(throw).find_map(|(_, (at, part))| match part {
            TryPart::Block => units.unit(unit).flow.tries[*at as usize].handler,
            _ => None,
        });
        match (caught, handler) {
            (None, None) => true,
            // A helper catches what leaves its callback.
            (None, Some(place)) => place.file.is_some() || !is_around(place.range),
            (Some(caught), Some(place)) => place.file.is_none() && units.absolute(unit, caught.body) == place.range,
            (Some(_), None) => false,
        }
    };
    let is_thrown = tests.failed.iter().any(|(failed, _)| {
        flow.throws.inside(*failed).any(|(throw, ())| {
            // One behind another test may be for some of the failures alone.
            let is_plain = !flow.arms.around(throw).any(|(arm, ())| arm != *failed && arm.start >= failed.start);
            is_plain && goes_to_handler(throw)
        })
    });
    is_thrown && loop_around(promises, call.site).is_none_or(|body| is_same_each_time(promises, call.site, body))
}

fn handled(
    calls: &[Call],
    handler: &ErrorHandler,
    again: &[Retried],
    fails: &dyn Fn(usize, Option<&Place>) -> bool,
) -> Option<RetriedAlways> {
    let again = again.iter().find(|again| again.handler.as_ref() == Some(&handler.body))?;
    let call = &calls[again.call];
    let is_known = handler.origin != Origin::Mixed && handler.looks_at_nothing();
    let is_failure = handler.calls.iter().all(|at| fails(*at, Some(&handler.body)));
    (is_known && is_failure).then(|| RetriedAlways {
        callee: Some(call.callee),
        at: handler.mark,
        mark: RetryMark::Handler,
        elsewhere: handler.body.file.is_some().then(|| handler.body.clone()),
        is_shared: handler.origin == Origin::Shared,
    })
}

fn callee(promises: &PromiseAnalysis<'_, '_>, call: Node) -> TextRange {
    let eval = promises.eval();
    match eval.units.kind(call) {
        crate::facts::ExprKind::Call { callee, .. } => eval.units.range(Node { unit: call.unit, expr: *callee }),
        _ => eval.units.range(call),
    }
}
