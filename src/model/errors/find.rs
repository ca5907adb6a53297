//! Finds the handlers that errors of the SDK reach.

use super::handler::{Deeds, ErrorHandler, Origin};
use super::origin::Sources;
use super::read::{ErrorTrail, parameters};
use crate::facts::{BindingSource, Body, ExprKind, Try};

use crate::eval::units::{Bound, Node, UnitId};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, FunctionRef};
use crate::flow::promise::{Failure, PromiseAnalysis, PromiseOutcome, Role, TryPart, Use};
use crate::model::calls::sdk_calls::Call;
use crate::sdk::Door;
use crate::text::{Place, TextRange};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// Something that an error reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The `catch` of this `try` of a unit.
    Clause(UnitId, Try),
    /// A function, and the expression that gives it.
    Function(FunctionRef, Node),
}

/// A call of a helper of the project, whose callback contains a call of the SDK.
#[derive(Clone, Copy, Debug)]
pub struct Helped {
    /// The call of the helper.
    pub call: Node,
    /// The callback.
    pub callback: FunctionRef,
    /// The helper.
    pub helper: FunctionRef,
    /// Its parameter that is the callback.
    pub parameter: Bound,
    /// The place where the helper calls it.
    pub inner: Node,
}

/// The handlers that the errors of `calls` reach, which are of one door, in the order of the text.
pub fn handlers(promises: &PromiseAnalysis<'_, '_>, calls: &[Call], door: Door) -> Vec<ErrorHandler> {
    let mut spots: Vec<(Spot, Option<Helped>, Vec<usize>)> = Vec::new();
    let mut known: FxHashMap<Spot, usize> = FxHashMap::default();
    for (at, call) in calls.iter().enumerate() {
        let mut add = |spot: Spot, helped: Option<Helped>| match known.entry(spot) {
            Entry::Occupied(known) => spots[*known.get()].2.push(at),
            Entry::Vacant(new) => {
                new.insert(spots.len());
                spots.push((spot, helped, vec![at]));
            }
        };
        for spot in reached(promises, call.failure) {
            add(spot, None);
        }
        for helped in helpers(promises, call.site) {
            let failure = match promises.fate(helped.inner) {
                PromiseOutcome::Awaited(node) => Failure::Awaited(node),
                PromiseOutcome::Handled(Some(by)) => Failure::Handled(by),
                _ => Failure::Elsewhere,
            };
            for spot in reached(promises, failure) {
                add(spot, Some(helped));
            }
        }
    }
    let mut all: Vec<ErrorHandler> =
        spots.into_iter().map(|(spot, helped, calls)| described(promises, spot, helped, calls, door)).collect();
    all.sort_by_key(|handler| (handler.mark, handler.body.clone()));
    all
}

/// Returns the handler that a failure reaches: the innermost `catch`, and those around it as long as they throw it on.
pub fn reached(promises: &PromiseAnalysis<'_, '_>, failure: Failure) -> Vec<Spot> {
    match failure {
        Failure::Awaited(at) => {
            let flow = promises.eval().units.flow(at.unit);
            let mut spots = Vec::new();
            for (it, part) in promises.tries(at) {
                let Some(handler) = it.handler else { continue };
                if part != TryPart::Block {
                    continue;
                }
                spots.push(Spot::Clause(at.unit, *it));
                if !flow.throws.has_inside(handler.body) {
                    break;
                }
            }
            spots
        }
        Failure::Handled(by) => {
            let by = promises.eval().units.peeled(by);
            match promises.eval().narrowly(by, &None).kind {
                ValueKind::Function(unit, function, _) => vec![Spot::Function((unit, function), by)],
                _ => Vec::new(),
            }
        }
        Failure::Elsewhere => Vec::new(),
    }
}

/// The helpers of the project whose callbacks contain a call that hands its promise on to them, from inside out.
pub fn helpers(promises: &PromiseAnalysis<'_, '_>, site: Node) -> Vec<Helped> {
    let eval = promises.eval();
    let mut all = Vec::new();
    let mut node = site;
    // From one call to the next one around it, to the outermost.
    while let Some(callback) = promises.function_around(node) {
        let Some((call, at)) = promises.callback_of(callback) else { break };
        let ExprKind::Call { callee, .. } = eval.units.kind(call) else { break };
        if !is_given_on(promises, node) {
            break;
        }
        let callee = Node { unit: call.unit, expr: *callee };
        if let ValueKind::Function(unit, function, _) = eval.value(callee).kind {
            for (parameter, path) in parameters(eval, (unit, function), at) {
                if !path.is_empty() {
                    continue;
                }
                for place in eval.units.references(parameter) {
                    if let Use::In(inner, Role::Callee) = promises.use_of(place) {
                        let inner = Node { unit: place.unit, expr: inner };
                        all.push(Helped { call, callback, helper: (unit, function), parameter, inner });
                    }
                }
            }
        }
        node = call;
    }
    all
}

/// Returns whether the failure of a call leaves the callback that contains the call.
pub fn is_given_on(promises: &PromiseAnalysis<'_, '_>, node: Node) -> bool {
    match promises.use_of(node) {
        Use::Given(_) | Use::Returned => true,
        Use::In(around, Role::Await) => !promises.is_caught(Node { unit: node.unit, expr: around }),
        _ => false,
    }
}

fn described(
    promises: &PromiseAnalysis<'_, '_>,
    spot: Spot,
    helped: Option<Helped>,
    calls: Vec<usize>,
    door: Door,
) -> ErrorHandler {
    let eval = promises.eval();
    let mut reader = ErrorTrail::new(promises);
    let (mark, place, does);
    match spot {
        Spot::Clause(unit, it) => {
            let facts = eval.units.unit(unit);
            let (clause, body) = it.handler.map_or((it.block, it.block), |handler| (handler.range, handler.body));
            let head = TextRange { start: clause.start, end: body.start.max(clause.start) };
            for (range, id) in eval.units.flow(unit).caught.inside(head) {
                if let BindingSource::Caught { path } = &facts.bindings[id.index()].source
                    && !body.contains(range)
                {
                    reader.parameter(Bound { unit, binding: *id }, path);
                }
            }
            let word = TextRange { start: clause.start, end: clause.start + "catch".len() as u32 };
            mark = (unit, word);
            place = Place { file: eval.units.files.path(unit.file), range: eval.units.absolute(unit, body) };
            does = deeds(eval, unit, body);
        }
        Spot::Function((unit, function), given) => {
            for (bound, path) in parameters(eval, (unit, function), 0) {
                reader.parameter(bound, &path);
            }
            mark = (given.unit, eval.units.unit(given.unit).exprs[given.expr.index()].range);
            let body = promises.body((unit, function));
            place = Place { file: eval.units.files.path(unit.file), range: body };
            does = match eval.units.unit(unit).functions[function.index()].body {
                Body::Unit(ordinal) => {
                    deeds(eval, eval.units.child(unit, ordinal), TextRange { start: 0, end: u32::MAX })
                }
                Body::Expr(expr) => {
                    let facts = eval.units.unit(unit);
                    let tells = !is_nothing(&facts.exprs[eval.units.peeled(Node { unit, expr }).expr.index()].kind);
                    Deeds { tells, ..deeds(eval, unit, facts.exprs[expr.index()].range) }
                }
                Body::None => Deeds::default(),
            };
        }
    }
    let (unit, range) = mark;
    let mark = match helped {
        Some(helped) if !unit.is_here() => callee(eval, helped.call),
        _ => eval.units.absolute(unit, range),
    };
    let reads = reader.finish();
    ErrorHandler {
        mark,
        body: place,
        calls,
        origin: origin(promises, spot, helped, door),
        reads: reads.list,
        tests: reads.tests,
        tells_apart: reads.tells_apart,
        does,
    }
}

fn callee(eval: &Eval<'_>, call: Node) -> TextRange {
    match eval.units.kind(call) {
        ExprKind::Call { callee, .. } => eval.units.range(Node { unit: call.unit, expr: *callee }),
        _ => eval.units.range(call),
    }
}

fn origin(promises: &PromiseAnalysis<'_, '_>, spot: Spot, helped: Option<Helped>, door: Door) -> Origin {
    let eval = promises.eval();
    let sources = Sources::new(promises, helped.map(|helped| helped.parameter), door);
    let own = match spot {
        Spot::Clause(unit, it) => sources.block(unit, it.block),
        Spot::Function(function, given) => {
            // A function with a name may be given to others as well.
            let inline = matches!(eval.units.kind(given), ExprKind::Function(_));
            let shared = if inline || !is_exported(promises, function) { Origin::Sdk } else { Origin::Shared };
            shared.max(chain(promises, given).map_or(Origin::Mixed, |promise| sources.promise(promise)))
        }
    };
    let Some(helped) = helped else { return own };
    // A helper that others may call catches theirs as well.
    let mut all = own.max(Sources::new(promises, None, door).function(helped.callback));
    let (unit, function) = helped.helper;
    if !unit.is_here() || is_exported(promises, (unit, function)) {
        all = all.max(Origin::Shared);
    }
    if let Some(bound) = bound(eval, helped.helper) {
        for place in eval.units.references(bound) {
            let callback = match promises.use_of(place) {
                Use::In(call, Role::Callee) => first_function(eval, Node { unit: place.unit, expr: call }),
                _ => continue,
            };
            all = all.max(match callback {
                Some(callback) => Sources::new(promises, None, door).function(callback),
                None => Origin::Shared,
            });
        }
    }
    all
}

/// The promise whose `catch` or `then` a function is given to.
fn chain(promises: &PromiseAnalysis<'_, '_>, given: Node) -> Option<Node> {
    match promises.use_of(given) {
        Use::In(call, Role::Argument(_)) => promises.receiver(Node { unit: given.unit, expr: call }),
        _ => None,
    }
}

fn first_function(eval: &Eval<'_>, call: Node) -> Option<FunctionRef> {
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return None };
    crate::eval::units::places(call.unit, arguments).into_iter().find_map(|node| {
        match eval.units.kind(eval.units.peeled(node)) {
            ExprKind::Function(function) => Some((node.unit, *function)),
            _ => None,
        }
    })
}

/// The name that a function is bound to.
pub fn bound(eval: &Eval<'_>, (unit, function): FunctionRef) -> Option<Bound> {
    eval.units.functions(unit).bound(function).map(|binding| Bound { unit, binding })
}

/// Returns whether others may call a function that is not seen to be local.
fn is_exported(promises: &PromiseAnalysis<'_, '_>, function: FunctionRef) -> bool {
    bound(promises.eval(), function).is_none_or(|bound| promises.eval().units.is_exported(bound))
}

fn deeds(eval: &Eval<'_>, unit: UnitId, body: TextRange) -> Deeds {
    let facts = eval.units.unit(unit);
    let flow = eval.units.flow(unit);
    let child = facts.children.partition_point(|child| child.start < body.start);
    let mut returned = flow.returns.inside(body).map(|(_, expr)| &facts.exprs[expr.index()].kind);
    Deeds {
        throws: flow.throws.has_inside(body),
        calls: flow.calls.has_inside(body) || facts.children.get(child).is_some_and(|child| child.start < body.end),
        tells: flow.writes.has_inside(body) || returned.any(|kind| !is_nothing(kind)),
    }
}

fn is_nothing(kind: &ExprKind) -> bool {
    matches!(kind, ExprKind::Null | ExprKind::Undefined | ExprKind::Bool(false) | ExprKind::Void(_))
        || matches!(kind, ExprKind::Object(properties) if properties.is_empty())
}
