//! Follows the promise of an expression to its fate.

use super::DroppedBy;
use super::uses::{Role, Use, Uses};
use crate::facts::{BinaryOp, BindingSource, Element, ExprId, ExprKind};

use crate::eval::units::{Bound, Lookup, Node, UnitId};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, FunctionRef, ListMethod, What};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// The maximum number of steps that a promise is followed.
pub(super) const MAX_STEPS: u32 = 48;

/// The fate of a promise. Where it is passed to a callback's surroundings (`map` under `Promise.all`, `then`), it has
/// been followed further.
#[derive(Clone, Debug, PartialEq)]
pub enum PromiseOutcome {
    /// This `await` waits for it.
    Awaited(Node),
    /// Its failure is dealt with, by this function where one is given.
    Handled(Option<Node>),
    /// `void`
    Voided,
    /// This function returns it, to callers that are not known here.
    Returned(FunctionRef),
    /// Given to something that may wait for it.
    HandedOn,
    /// It is neither awaited nor handled.
    Dropped {
        /// The whole dropped expression.
        whole: Node,
        /// The way it is dropped.
        how: DroppedBy,
    },
    /// Not to be known.
    Unknown,
}

/// Follows promises.
pub struct PromiseAnalysis<'e, 'a> {
    pub(super) eval: &'e Eval<'a>,
    known: Rc<KnownUses>,
}

/// The uses of the expressions of units, as far as they were asked for: shared by everything that follows promises.
pub type KnownUses = RefCell<FxHashMap<UnitId, Rc<Uses>>>;

/// Functions of `Promise` that make one promise of several.
pub(super) enum Joined {
    /// `all`, `race`, `any`: fails when they fail.
    Failing,
    /// `allSettled`: never fails.
    Settled,
    /// `resolve`: of one.
    One,
}

impl<'e, 'a> PromiseAnalysis<'e, 'a> {
    /// For the files that `eval` looks at.
    pub fn new(eval: &'e Eval<'a>) -> Self {
        Self::sharing(eval, Rc::default())
    }

    /// As [`PromiseAnalysis::new`], sharing the results of others for the same files.
    pub fn sharing(eval: &'e Eval<'a>, known: Rc<KnownUses>) -> Self {
        Self { eval, known }
    }

    /// Returns the evaluator.
    pub fn eval(&self) -> &'e Eval<'a> {
        self.eval
    }

    /// Returns the uses of the expressions of a unit.
    pub fn uses(&self, unit: UnitId) -> Rc<Uses> {
        let mut known = self.known.borrow_mut();
        known.entry(unit).or_insert_with(|| Rc::new(Uses::of(self.eval.units.unit(unit)))).clone()
    }

    /// Returns the fate of the promise that `node` is.
    pub fn fate(&self, node: Node) -> PromiseOutcome {
        self.fate_within(node, MAX_STEPS)
    }

    /// `whole` is the expression that is dropped if `node` is.
    pub(super) fn follow(&self, mut node: Node, mut whole: Node, steps: u32) -> PromiseOutcome {
        for steps in (0..steps).rev() {
            let outer = |expr: ExprId| Node { unit: node.unit, expr };
            match self.uses(node.unit).get(node.expr) {
                Use::In(around, Role::Around | Role::Branch)
                | Use::In(around, Role::Right(BinaryOp::And | BinaryOp::Or | BinaryOp::Nullish))
                | Use::In(around, Role::Left(BinaryOp::Or | BinaryOp::Nullish)) => node = outer(around),
                Use::In(around, Role::Await) => return PromiseOutcome::Awaited(outer(around)),
                Use::In(_, Role::Void) => return PromiseOutcome::Voided,
                Use::In(member, Role::Object) => match self.chained(outer(member)) {
                    Some(Chained::Handled(by)) => return PromiseOutcome::Handled(Some(by)),
                    Some(Chained::Passed(call)) => (node, whole) = (call, call),
                    None => return PromiseOutcome::Unknown,
                },
                Use::In(array, Role::Element) => return self.joined(outer(array), steps),
                Use::In(call, Role::Argument(at)) => match self.joining(outer(call)) {
                    Some(Joined::One) => (node, whole) = (outer(call), outer(call)),
                    Some(Joined::Failing | Joined::Settled) if self.has_several(outer(call)) => {
                        let name = self.method_called(outer(call)).unwrap_or_default();
                        return PromiseOutcome::Dropped { whole: outer(call), how: DroppedBy::Beside(name) };
                    }
                    None if self.pushes(outer(call)) => return self.pushed(outer(call), whole, steps),
                    None if at == 0 && self.writes(outer(call)) => {
                        return PromiseOutcome::Dropped { whole, how: DroppedBy::Written };
                    }
                    _ if self.logs(outer(call)) => return PromiseOutcome::Dropped { whole, how: DroppedBy::Logged },
                    _ => return PromiseOutcome::HandedOn,
                },
                Use::In(assignment, Role::Assigned) => {
                    return match self.uses(node.unit).get(assignment) {
                        Use::Dropped => self.assigned(outer(assignment), whole, steps),
                        // `return (last = call)`: both look at it, and one is enough.
                        _ => self.follow(outer(assignment), whole, steps),
                    };
                }
                Use::In(object, Role::Kept) if self.writes_whole(outer(object)) => {
                    return PromiseOutcome::Dropped { whole, how: DroppedBy::Written };
                }
                Use::In(_, Role::Kept) => return PromiseOutcome::HandedOn,
                Use::Initial(binding) => return self.variable(Bound { unit: node.unit, binding }, whole, steps),
                Use::Returned => match self.function_of(node.unit) {
                    Some(function) => return self.returned_within(function, steps),
                    None => return PromiseOutcome::Unknown,
                },
                Use::Given(function) => return self.returned_within((node.unit, function), steps),
                Use::Dropped => return PromiseOutcome::Dropped { whole, how: self.dropped_by(node) },
                Use::Tested | Use::In(_, Role::Test | Role::Left(BinaryOp::And)) => {
                    return PromiseOutcome::Dropped { whole, how: DroppedBy::Tested };
                }
                Use::In(comparison, Role::Left(BinaryOp::Equal | BinaryOp::Unequal))
                    if self.is_compared(outer(comparison)) =>
                {
                    return PromiseOutcome::Dropped { whole, how: DroppedBy::Tested };
                }
                Use::In(template, Role::Text) if !self.is_tagged(outer(template)) => {
                    return PromiseOutcome::Dropped { whole, how: DroppedBy::Text };
                }
                Use::In(..) | Use::Unknown => return PromiseOutcome::Unknown,
            }
        }
        self.eval.hit(What::Steps, node);
        PromiseOutcome::Unknown
    }

    /// Returns the fate of the promise that a call of `function` returns: the one it returns, or its own when it is
    /// `async`.
    pub(super) fn returned(&self, function: FunctionRef) -> PromiseOutcome {
        self.returned_within(function, MAX_STEPS)
    }

    pub(super) fn returned_within(&self, function: FunctionRef, steps: u32) -> PromiseOutcome {
        let (unit, id) = function;
        if self.eval.units.unit(unit).functions[id.index()].generator {
            return PromiseOutcome::Unknown;
        }
        let Some(mut expr) = self.uses(unit).function(id) else { return PromiseOutcome::Returned(function) };
        for steps in (0..steps).rev() {
            let call = |expr: ExprId| Node { unit, expr };
            match self.uses(unit).get(expr) {
                Use::In(around, Role::Around) => expr = around,
                Use::In(called, Role::Callee) => return self.follow(call(called), call(called), steps),
                Use::In(called, Role::Argument(at)) => return self.called_back(call(called), at, steps),
                _ => return PromiseOutcome::Returned(function),
            }
        }
        self.eval.hit(What::Steps, Node { unit, expr });
        PromiseOutcome::Unknown
    }

    /// Returns the fate of the promises returned by the callback which is the argument of `call` at `at`.
    fn called_back(&self, call: Node, at: u32, steps: u32) -> PromiseOutcome {
        match (self.method_called(call).as_deref(), at) {
            (Some(name), 0) if ListMethod::maps(name) => self.mapped(call, steps),
            (Some("forEach"), 0) => match self.use_of(call) {
                Use::Dropped => PromiseOutcome::Dropped { whole: call, how: DroppedBy::ForEach },
                _ => PromiseOutcome::HandedOn,
            },
            (Some("then"), 0 | 1) | (Some("catch" | "finally"), 0) => self.follow(call, call, steps),
            _ if self.calls_back(call, at, steps) => self.follow(call, call, steps),
            _ => match self.ignores(call, at) {
                Some(name) => PromiseOutcome::Dropped { whole: call, how: DroppedBy::CalledBack(name) },
                None => PromiseOutcome::HandedOn,
            },
        }
    }

    /// Returns the result of a call of a function of `Promise`.
    pub(super) fn joining(&self, call: Node) -> Option<Joined> {
        match self.called_of_global(call, "Promise")?.as_str() {
            "all" | "race" | "any" => Some(Joined::Failing),
            "allSettled" => Some(Joined::Settled),
            "resolve" => Some(Joined::One),
            _ => None,
        }
    }

    /// Returns whether a call writes its arguments to the console: a promise is only looked at.
    fn logs(&self, call: Node) -> bool {
        self.called_of_global(call, "console").is_some()
    }

    /// The name of the method that a call calls of a global object.
    pub(super) fn called_of_global(&self, call: Node, global: &str) -> Option<smol_str::SmolStr> {
        let method = self.method_called(call)?;
        let receiver = self.receiver(call)?;
        let is_it = self.eval.units.global_name(receiver).is_some_and(|name| name == global);
        is_it.then_some(method)
    }

    /// Returns the effect of `promise.then`, `.catch`, `.finally` and their kin on a promise.
    fn chained(&self, member: Node) -> Option<Chained> {
        let ExprKind::Member { property, .. } = self.eval.units.kind(member) else { return None };
        let Use::In(call, Role::Callee) = self.use_of(member) else { return None };
        let call = Node { unit: member.unit, expr: call };
        let ExprKind::Call { arguments, .. } = self.eval.units.kind(call) else { return None };
        let handler = match property.as_str() {
            "catch" => 0,
            "then" => 1,
            "finally" => return Some(Chained::Passed(call)),
            // `ky.put(…).json()`: the promise of got and ky has the methods of the response.
            "arrayBuffer" | "blob" | "buffer" | "json" | "text" if arguments.is_empty() => {
                return Some(Chained::Passed(call));
            }
            _ => return None,
        };
        if arguments.iter().take(handler + 1).any(|element| matches!(element, Element::Spread(_))) {
            return None;
        }
        match arguments.get(handler) {
            Some(Element::Item(expr)) if !self.is_nothing(Node { unit: call.unit, expr: *expr }) => {
                Some(Chained::Handled(Node { unit: call.unit, expr: *expr }))
            }
            _ => Some(Chained::Passed(call)),
        }
    }

    fn is_nothing(&self, node: Node) -> bool {
        matches!(self.eval.units.kind(self.eval.units.peeled(node)), ExprKind::Undefined | ExprKind::Null)
    }

    /// Returns the use of an expression, without the parentheses and casts around it.
    pub fn use_of(&self, mut node: Node) -> Use {
        loop {
            match self.uses(node.unit).get(node.expr) {
                Use::In(around, Role::Around) => node.expr = around,
                use_ => return use_,
            }
        }
    }

    /// The name of the method that a call calls.
    pub fn method_called(&self, call: Node) -> Option<smol_str::SmolStr> {
        let ExprKind::Call { callee, .. } = self.eval.units.kind(call) else { return None };
        match self.eval.units.kind(self.eval.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { property, .. } => Some(property.clone()),
            _ => None,
        }
    }

    /// Returns the fate of a promise that is assigned.
    fn assigned(&self, assignment: Node, whole: Node, steps: u32) -> PromiseOutcome {
        let ExprKind::Assign { target, .. } = self.eval.units.kind(assignment) else { return PromiseOutcome::Unknown };
        match self.eval.units.kind(self.eval.units.peeled(Node { unit: assignment.unit, expr: *target })) {
            ExprKind::Ident(name, scope) => match self.eval.units.lookup(assignment.unit, *scope, name) {
                Lookup::One(bound) => self.variable(bound, whole, steps),
                _ => PromiseOutcome::HandedOn,
            },
            _ => PromiseOutcome::HandedOn,
        }
    }

    /// Returns the fate of a promise in a variable: the best that any place makes of it that reads the variable.
    fn variable(&self, bound: Bound, whole: Node, steps: u32) -> PromiseOutcome {
        let units = &self.eval.units;
        let binding = units.binding(bound);
        let mut dropped = None;
        for place in units.references(bound) {
            if matches!(self.uses(place.unit).get(place.expr), Use::In(_, Role::Target)) {
                continue;
            }
            match self.follow(place, place, steps / 2) {
                // The fix is for the call, not for the part that is logged.
                PromiseOutcome::Dropped { how: how @ DroppedBy::Logged, .. } => {
                    dropped = dropped.or(Some(PromiseOutcome::Dropped { whole, how }));
                }
                fate @ PromiseOutcome::Dropped { .. } => dropped = dropped.or(Some(fate)),
                fate => return fate,
            }
        }
        if let Some(fate) = dropped {
            return fate;
        }
        // Other files and templates may read what belongs to a module, and `_unused` says that it is meant.
        let local = matches!(binding.source, BindingSource::Variable { .. }) && self.function_of(bound.unit).is_some();
        if !local || binding.name.starts_with('_') {
            return PromiseOutcome::Unknown;
        }
        PromiseOutcome::Dropped { whole, how: DroppedBy::Unread(binding.name.clone()) }
    }

    /// Returns the way a statement drops its value: the use of the function around it may reveal more.
    fn dropped_by(&self, node: Node) -> DroppedBy {
        let Some((unit, function)) = self.function_around(node) else { return DroppedBy::Statement };
        let facts = &self.eval.units.unit(unit).functions[function.index()];
        let expr = if !facts.is_async && !facts.generator { self.uses(unit).function(function) } else { None };
        let Some(expr) = expr else { return DroppedBy::Statement };
        let Use::In(call, Role::Argument(0)) = self.use_of(Node { unit, expr }) else { return DroppedBy::Statement };
        let call = Node { unit, expr: call };
        let maps = self.method_called(call).is_some_and(|name| ListMethod::maps(&name));
        if maps && !self.gives_something((unit, function)) && self.is_awaited_array(call) {
            return DroppedBy::MapWithoutReturn;
        }
        DroppedBy::Statement
    }

    fn gives_something(&self, (unit, function): FunctionRef) -> bool {
        use crate::facts::Body;
        match self.eval.units.unit(unit).functions[function.index()].body {
            Body::Unit(ordinal) => !self.eval.units.unit(self.eval.units.child(unit, ordinal)).returns.is_empty(),
            Body::Expr(_) | Body::None => true,
        }
    }

    /// Returns whether an array goes to `Promise.all` and its kin.
    fn is_awaited_array(&self, array: Node) -> bool {
        let Use::In(call, Role::Argument(0)) = self.use_of(array) else { return false };
        matches!(self.joining(Node { unit: array.unit, expr: call }), Some(Joined::Failing | Joined::Settled))
    }

    /// Returns whether a call is one of a function of the project that passes on the promise that its argument returns:
    /// `withRetries(() => …)`.
    fn calls_back(&self, call: Node, at: u32, steps: u32) -> bool {
        let ExprKind::Call { callee, .. } = self.eval.units.kind(call) else { return false };
        // Such a helper is of use to all, and need not know of the SDK.
        let helper = self.eval.value(Node { unit: call.unit, expr: *callee }).kind;
        let ValueKind::Function(unit, function, _) = helper else { return false };
        if steps < MAX_STEPS / 4 {
            self.eval.hit(What::Steps, call);
            return false;
        }
        let Some(bound) = self.eval.parameter((unit, function), at) else { return false };
        let calls: Vec<Node> = self.eval.units.references(bound).collect();
        calls.into_iter().any(|place| match self.use_of(place) {
            Use::In(called, Role::Callee) => {
                self.passes_within(Node { unit: place.unit, expr: called }, (unit, function), steps / 2)
            }
            _ => false,
        })
    }

    pub(super) fn fate_within(&self, node: Node, steps: u32) -> PromiseOutcome {
        // The promises are those that a callback of the project gives.
        let gives_promises =
            || self.eval.own_call(node, &None).is_some() || self.eval.indirectly_on_client(node, &None).is_some();
        if self.eval.called_for_each(node).is_some() && gives_promises() {
            return self.called_back(node, 0, steps);
        }
        self.follow(node, node, steps)
    }

    /// Returns whether the value of an expression is known to be an array.
    pub(super) fn is_array(&self, node: Node) -> bool {
        matches!(self.eval.value(node).kind, ValueKind::Array(..) | ValueKind::List(_))
    }
}

enum Chained {
    Handled(Node),
    Passed(Node),
}
