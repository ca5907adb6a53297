//! Code that retries a request of the SDK when it fails: loops, functions that call themselves, packages.

use super::find::{Helped, Spot, helpers, reached};
use crate::facts::{BindingSource, ExprKind, Imported, PatternStep, Try};

use crate::eval::Eval;
use crate::eval::units::{Lookup, Node, UnitId};
use crate::flow::promise::{Failure, PromiseAnalysis, PromiseOutcome};
use crate::model::calls::sdk_calls::Call;
use crate::text::{Place, TextRange};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// Packages whose functions call their argument again when it fails.
const PACKAGES: &[&str] = &[
    "async-retry",
    "exponential-backoff",
    "p-retry",
    "promise-retry",
    "retry-as-promised",
    "ts-retry",
    "ts-retry-promise",
    "@lifeomic/attempt",
];

/// A call of the SDK that is sent again by the project when it fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Retried {
    /// The call, as a place in [`crate::model::Calls::of_sdk`].
    pub call: usize,
    /// The construct that retries.
    pub by: RetryBy,
    /// The place of the retry.
    pub place: Place,
    /// The body of the handler that decides whether to try again; `None` for packages.
    pub handler: Option<Place>,
}

/// A construct that retries a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RetryBy {
    /// A loop.
    Loop,
    /// A function that calls itself when it fails.
    Recursion(SmolStr),
    /// A helper of the project that gets the call as a callback.
    Helper(SmolStr),
    /// A package.
    Package(SmolStr),
}

/// The calls of a file that are retried, each with the construct that does it: the innermost alone.
pub fn retried(promises: &PromiseAnalysis<'_, '_>, calls: &[Call]) -> Vec<Retried> {
    let mut known = Clauses::default();
    calls.iter().enumerate().filter_map(|(at, call)| one(promises, &mut known, at, call)).collect()
}

/// The results for `try` statements: many calls may be in one.
type Clauses = FxHashMap<(UnitId, Try), Option<(RetryBy, TextRange)>>;

fn one(promises: &PromiseAnalysis<'_, '_>, known: &mut Clauses, at: usize, call: &Call) -> Option<Retried> {
    let eval = promises.eval();
    for spot in reached(promises, call.failure) {
        let Spot::Clause(unit, it) = spot else { continue };
        let found = known.entry((unit, it)).or_insert_with(|| clause(promises, unit, &it)).clone();
        if let Some((by, range)) = found {
            let place = Place { file: eval.units.files.path(unit.file), range };
            return Some(Retried { call: at, by, place, handler: body(promises, unit, &it) });
        }
    }
    for helped in helpers(promises, call.site) {
        if let Some(found) = helper(promises, at, helped) {
            return Some(found);
        }
    }
    let (package, around) = package(promises, call.site)?;
    let place = Place::here(eval.units.range(around));
    Some(Retried { call: at, by: RetryBy::Package(package), place, handler: None })
}

fn helper(promises: &PromiseAnalysis<'_, '_>, at: usize, helped: Helped) -> Option<Retried> {
    let failure = match promises.fate(helped.inner) {
        PromiseOutcome::Awaited(node) => Failure::Awaited(node),
        _ => return None,
    };
    reached(promises, failure).into_iter().find_map(|spot| {
        let Spot::Clause(unit, it) = spot else { return None };
        clause(promises, unit, &it)?;
        Some(Retried {
            call: at,
            by: RetryBy::Helper(promises.eval().called(helped.call)),
            place: Place::here(promises.eval().units.range(helped.call)),
            handler: body(promises, unit, &it),
        })
    })
}

fn body(promises: &PromiseAnalysis<'_, '_>, unit: UnitId, it: &Try) -> Option<Place> {
    let units = &promises.eval().units;
    let handler = it.handler?;
    Some(Place { file: units.files.path(unit.file), range: units.absolute(unit, handler.body) })
}

/// Returns the construct that repeats a `try` when its `catch` has run.
fn clause(promises: &PromiseAnalysis<'_, '_>, unit: UnitId, it: &Try) -> Option<(RetryBy, TextRange)> {
    let units = &promises.eval().units;
    let facts = units.unit(unit);
    let handler = it.handler?;
    let flow = units.flow(unit);
    let always = |(range, _): (TextRange, &())| !flow.arms.around(range).any(|(arm, ())| handler.body.contains(arm));
    let ends = flow.throws.inside(handler.body).chain(flow.exits.inside(handler.body)).any(always);
    let loops = flow.loops.around(it.block).map(|(_, at)| &facts.flow.loops[*at as usize]);
    for around in loops.filter(|around| around.each.is_none()) {
        // What succeeds leaves the loop: else the loop is there to do the next one.
        let after = TextRange { start: handler.range.end, end: around.body.end };
        let succeeds = flow.exits.has_inside(it.block) || flow.exits.has_inside(after);
        let again = !ends || flow.again.has_inside(handler.body);
        if succeeds && again {
            return Some((RetryBy::Loop, units.absolute(unit, handler.range)));
        }
    }
    let function = promises.function_of(unit)?;
    let name = promises.name_of(function)?;
    let calls = flow.calls.inside(handler.body).map(|(_, at)| (*at, Node { unit, expr: facts.calls[*at as usize] }));
    let itself = calls
        .filter(|(_, call)| promises.eval().called(*call) == name && is_on_itself(promises, *call, function))
        .min_by_key(|(at, _)| *at)?;
    Some((RetryBy::Recursion(name), units.range(itself.1)))
}

/// Returns whether a call that has a function's name calls that function: by its own name, or on `this`.
pub fn is_on_itself(promises: &PromiseAnalysis<'_, '_>, call: Node, function: crate::eval::FunctionRef) -> bool {
    let eval = promises.eval();
    match promises.receiver(call) {
        Some(on) => matches!(eval.units.kind(eval.units.peeled(on)), ExprKind::This(_)),
        None => {
            let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return false };
            let ExprKind::Ident(name, scope) =
                eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *callee }))
            else {
                return false;
            };
            let bound = super::find::bound(eval, function);
            matches!(eval.units.lookup(call.unit, *scope, name), Lookup::One(found) if Some(found) == bound)
        }
    }
}

/// The package whose function gets the callback that contains a call, and the call of that function.
pub fn package(promises: &PromiseAnalysis<'_, '_>, site: Node) -> Option<(SmolStr, Node)> {
    let eval = promises.eval();
    let callback = promises.function_around(site)?;
    let (call, _) = promises.callback_of(callback)?;
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
    let module = module_of(eval, Node { unit: call.unit, expr: *callee })?;
    PACKAGES.contains(&module.as_str()).then_some((module, call))
}

/// The module that a called function is imported from, by itself or as a member.
pub fn module_of(eval: &Eval<'_>, callee: Node) -> Option<SmolStr> {
    let mut root = eval.units.peeled(callee);
    while let ExprKind::Member { object, .. } = eval.units.kind(root) {
        root = eval.units.peeled(Node { unit: root.unit, expr: *object });
    }
    let ExprKind::Ident(name, scope) = eval.units.kind(root) else { return None };
    let Lookup::One(bound) = eval.units.lookup(root.unit, *scope, name) else { return None };
    let facts = eval.units.unit(bound.unit);
    match &eval.units.binding(bound).source {
        BindingSource::Import { import, what: Imported::Default | Imported::Namespace | Imported::Named(_) } => {
            Some(facts.imports[*import as usize].module.clone())
        }
        BindingSource::Variable { value: Some(value), path, .. } => match (&facts.exprs[value.index()].kind, &**path) {
            (ExprKind::Load(module), [] | [PatternStep::Key(_)]) => Some(module.clone()),
            // `require("axios-retry").default`
            (ExprKind::Member { object, .. }, []) => match &facts.exprs[object.index()].kind {
                ExprKind::Load(module) => Some(module.clone()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
