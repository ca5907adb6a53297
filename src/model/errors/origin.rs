//! The origins of the errors of a `try` block: the awaited expressions in it.

use super::handler::Origin;
use crate::facts::{Body, Element, ExprId, ExprKind, Unit};

use crate::eval::units::index::FlowIndex;
use crate::eval::units::{Bound, Lookup, Node, UnitId};
use crate::eval::value::ValueKind;
use crate::eval::{FunctionRef, ListMethod, What};
use crate::flow::promise::{PromiseAnalysis, TryPart};
use crate::sdk::Door;
use crate::text::TextRange;
use std::cell::{Cell, RefCell};

/// The maximum number of functions that are looked into from one to the next.
const MAX_DEPTH: u32 = 12;
/// The maximum number of expressions that are looked at for one handler.
const MAX_WORK: u32 = 3000;

/// Something that can be thrown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorSource {
    /// Nothing of interest: a pause, what JavaScript itself does.
    Nothing,
    /// Errors of the calls that are asked about.
    Sdk,
    /// A part that was not looked at, because there is too much of it.
    Unseen,
    /// Errors from elsewhere.
    Other,
}

/// Looks for sources of errors.
pub struct Sources<'f, 'e, 'a> {
    promises: &'f PromiseAnalysis<'e, 'a>,
    /// The parameter of a helper that is called where the SDK is called.
    parameter: Option<Bound>,
    /// The calls that are asked about: those of the SDK, or requests without it.
    door: Door,
    work: Cell<u32>,
    /// The functions that are being looked into: one that calls itself rejects with nothing more by that.
    inside: RefCell<Vec<FunctionRef>>,
    /// The first place that was not looked at.
    stopped: Cell<Option<(What, Node)>>,
}

impl<'f, 'e, 'a> Sources<'f, 'e, 'a> {
    /// `parameter` is that of a helper whose callback makes calls of the SDK and nothing else; `door` is that of the calls
    /// that are asked about.
    pub fn new(promises: &'f PromiseAnalysis<'e, 'a>, parameter: Option<Bound>, door: Door) -> Self {
        Self { promises, parameter, door, work: Cell::new(0), inside: RefCell::default(), stopped: Cell::new(None) }
    }

    /// The origin of the errors that awaited expressions in a block of a unit reject with.
    pub fn block(&self, unit: UnitId, block: TextRange) -> Origin {
        self.origin(self.awaited(unit, block, 0))
    }

    /// The origin of the errors that a promise rejects with.
    pub fn promise(&self, node: Node) -> Origin {
        self.origin(self.source(node, 0))
    }

    /// The origin of the errors that a function rejects with.
    pub fn function(&self, function: FunctionRef) -> Origin {
        self.origin(self.rejected(function, 0))
    }

    /// Records where it stopped when that decides.
    fn origin(&self, source: ErrorSource) -> Origin {
        if let (ErrorSource::Unseen, Some((what, node))) = (source, self.stopped.get()) {
            self.promises.eval().hit(what, node);
        }
        if source == ErrorSource::Sdk { Origin::Sdk } else { Origin::Mixed }
    }

    fn unseen(&self, what: What, node: Node) -> ErrorSource {
        if self.stopped.get().is_none() {
            self.stopped.set(Some((what, node)));
        }
        ErrorSource::Unseen
    }

    fn awaited(&self, unit: UnitId, block: TextRange, depth: u32) -> ErrorSource {
        let facts = self.promises.eval().units.unit(unit);
        let flow = self.promises.eval().units.flow(unit);
        let mut worst = ErrorSource::Nothing;
        for (range, value) in flow.awaits.inside(block) {
            let value = *value;
            if is_caught(facts, flow, block, range) {
                continue;
            }
            worst = worst.max(self.source(Node { unit, expr: value }, depth));
            if worst == ErrorSource::Other || self.work.get() > MAX_WORK {
                break;
            }
        }
        worst
    }

    fn source(&self, node: Node, depth: u32) -> ErrorSource {
        self.work.set(self.work.get() + 1);
        if depth >= MAX_DEPTH || self.work.get() > MAX_WORK {
            return self.unseen(if depth >= MAX_DEPTH { What::Functions } else { What::Work }, node);
        }
        let eval = self.promises.eval();
        let node = eval.units.peeled(node);
        let sibling = |expr: ExprId| Node { unit: node.unit, expr };
        match eval.units.kind(node) {
            ExprKind::Call { callee, arguments } => self.call(node, sibling(*callee), arguments, depth),
            ExprKind::New { callee, arguments, .. } => {
                let named = matches!(eval.units.kind(sibling(*callee)), ExprKind::Ident(name, _) if name == "Promise");
                match arguments.first() {
                    Some(Element::Item(executor)) if named && self.only_waits(sibling(*executor)) => {
                        ErrorSource::Nothing
                    }
                    _ if named => ErrorSource::Other,
                    _ => ErrorSource::Nothing,
                }
            }
            ExprKind::Await(inner) => self.source(sibling(*inner), depth),
            ExprKind::Conditional(_, then, other) => {
                self.source(sibling(*then), depth).max(self.source(sibling(*other), depth))
            }
            ExprKind::Binary(_, left, right) => {
                self.source(sibling(*left), depth).max(self.source(sibling(*right), depth))
            }
            ExprKind::Array(elements) => {
                let each = elements.iter().map(|element| match element {
                    Element::Item(expr) => self.source(sibling(*expr), depth),
                    Element::Spread(_) => ErrorSource::Other,
                    Element::Hole => ErrorSource::Nothing,
                });
                each.max().unwrap_or(ErrorSource::Nothing)
            }
            ExprKind::Ident(name, scope) => match eval.units.lookup(node.unit, *scope, name) {
                Lookup::One(bound) => match &eval.units.binding(bound).source {
                    crate::facts::BindingSource::Variable { value: Some(value), path, .. } if path.is_empty() => {
                        self.source(Node { unit: bound.unit, expr: *value }, depth + 1)
                    }
                    _ => ErrorSource::Other,
                },
                _ => ErrorSource::Other,
            },
            ExprKind::Unknown | ExprKind::Assign { .. } | ExprKind::Load(_) => ErrorSource::Other,
            _ => ErrorSource::Nothing,
        }
    }

    fn call(&self, node: Node, callee: Node, arguments: &[Element], depth: u32) -> ErrorSource {
        let eval = self.promises.eval();
        if self.is_asked_about(node) {
            return ErrorSource::Sdk;
        }
        let name = eval.called(node);
        if let Some(receiver) = self.promises.receiver(node) {
            match name.as_str() {
                "then" if arguments.len() < 2 => return self.source(receiver, depth),
                "finally" => return self.source(receiver, depth),
                "then" | "catch" => return ErrorSource::Nothing,
                name if ListMethod::maps(name) => {
                    return self.functions(node.unit, arguments, depth).unwrap_or(ErrorSource::Other);
                }
                "all" | "allSettled" | "race" | "any" if self.is_global(receiver, "Promise") => {
                    let each = arguments.iter().map(|argument| match argument {
                        Element::Item(expr) => self.source(Node { unit: node.unit, expr: *expr }, depth),
                        _ => ErrorSource::Other,
                    });
                    return each.max().unwrap_or(ErrorSource::Nothing);
                }
                // The body of a request, whose errors are plain ones.
                "json" | "text" | "formData" if self.is_named(receiver, &["req", "request"]) => {
                    return ErrorSource::Nothing;
                }
                "arrayBuffer" | "blob" | "json" | "text" if self.is_response(receiver) => return ErrorSource::Nothing,
                _ if GLOBALS.iter().any(|global| self.is_global(receiver, global)) => return ErrorSource::Nothing,
                _ => {}
            }
        }
        let callee = eval.units.peeled(callee);
        if let ExprKind::Ident(name, scope) = eval.units.kind(callee) {
            match eval.units.lookup(callee.unit, *scope, name) {
                Lookup::One(bound) if self.parameter == Some(bound) => return ErrorSource::Sdk,
                Lookup::None if FUNCTIONS.contains(&name.as_str()) => return ErrorSource::Nothing,
                _ => {}
            }
        }
        if let ValueKind::Function(unit, function, _) = eval.narrowly(callee, &None).kind {
            let own = self.rejected((unit, function), depth + 1);
            // A helper throws what its callback throws.
            return match self.functions(node.unit, arguments, depth) {
                Some(inner) if own >= ErrorSource::Unseen => {
                    inner.max(self.rejected_but_callbacks((unit, function), depth))
                }
                Some(inner) => own.max(inner),
                None => own,
            };
        }
        match self.functions(node.unit, arguments, depth) {
            Some(source) => source,
            None if PAUSES.contains(&name.as_str()) => ErrorSource::Nothing,
            None => ErrorSource::Other,
        }
    }

    /// Returns whether a call is one of those whose errors are asked about.
    fn is_asked_about(&self, node: Node) -> bool {
        let eval = self.promises.eval();
        match self.door {
            Door::Sdk => eval.on_client(node, &None).is_some(),
            _ => eval.http_request(node, &None).is_some(),
        }
    }

    /// Returns whether an expression is the response to one of them, whose body is read: `const res = await fetch(…)`.
    fn is_response(&self, node: Node) -> bool {
        let eval = self.promises.eval();
        if self.door == Door::Sdk {
            return false;
        }
        let node = eval.units.peeled(node);
        let awaited = match eval.units.kind(node) {
            ExprKind::Ident(name, scope) => match eval.units.lookup(node.unit, *scope, name) {
                Lookup::One(bound) => match &eval.units.binding(bound).source {
                    crate::facts::BindingSource::Variable { value: Some(value), path, constant: true, .. }
                        if path.is_empty() =>
                    {
                        eval.units.peeled(Node { unit: bound.unit, expr: *value })
                    }
                    _ => return false,
                },
                _ => return false,
            },
            _ => node,
        };
        match eval.units.kind(awaited) {
            ExprKind::Await(sent) => self.is_asked_about(eval.units.peeled(Node { unit: awaited.unit, expr: *sent })),
            _ => false,
        }
    }

    /// Returns the errors of the functions among arguments, written in place; `None` where there are none.
    fn functions(&self, unit: UnitId, arguments: &[Element], depth: u32) -> Option<ErrorSource> {
        let eval = self.promises.eval();
        let functions = arguments.iter().filter_map(|argument| match argument {
            Element::Item(expr) => match eval.units.kind(eval.units.peeled(Node { unit, expr: *expr })) {
                ExprKind::Function(function) => Some((unit, *function)),
                _ => None,
            },
            _ => None,
        });
        functions.map(|function| self.rejected(function, depth + 1)).max()
    }

    /// Returns the errors that a function rejects with.
    fn rejected(&self, function: FunctionRef, depth: u32) -> ErrorSource {
        if self.inside.borrow().contains(&function) {
            return ErrorSource::Nothing;
        }
        self.inside.borrow_mut().push(function);
        let source = self.rejected_here(function, depth);
        self.inside.borrow_mut().pop();
        source
    }

    fn rejected_here(&self, (unit, function): FunctionRef, depth: u32) -> ErrorSource {
        let eval = self.promises.eval();
        match eval.units.unit(unit).functions[function.index()].body {
            Body::None => ErrorSource::Other,
            Body::Expr(expr) => self.source(Node { unit, expr }, depth),
            Body::Unit(ordinal) => {
                let body = eval.units.child(unit, ordinal);
                let facts = eval.units.unit(body);
                let whole = TextRange { start: 0, end: u32::MAX };
                let awaited = self.awaited(body, whole, depth);
                let returned =
                    facts.returns.iter().filter(|expr| !matches!(facts.exprs[expr.index()].kind, ExprKind::Await(_)));
                let returned =
                    returned.map(|expr| self.source_of_returned(Node { unit: body, expr: *expr }, depth)).max();
                awaited.max(returned.unwrap_or(ErrorSource::Nothing))
            }
        }
    }

    /// A value that is not a promise is returned by its name: only a call here can reject.
    fn source_of_returned(&self, node: Node, depth: u32) -> ErrorSource {
        match self.promises.eval().units.kind(self.promises.eval().units.peeled(node)) {
            ExprKind::Ident(..) | ExprKind::Member { .. } => ErrorSource::Nothing,
            _ => self.source(node, depth),
        }
    }

    /// The same for a helper, its callback left out.
    fn rejected_but_callbacks(&self, function: FunctionRef, depth: u32) -> ErrorSource {
        let parameters = super::read::parameters(self.promises.eval(), function, 0);
        let inner = Self {
            promises: self.promises,
            parameter: parameters.first().map(|(bound, _)| *bound),
            door: self.door,
            work: Cell::new(self.work.get()),
            inside: self.inside.clone(),
            stopped: Cell::new(self.stopped.get()),
        };
        let source = inner.rejected(function, depth + 1);
        self.work.set(inner.work.get());
        self.stopped.set(inner.stopped.get());
        source
    }

    /// Returns whether the executor of a promise only sets a timer.
    fn only_waits(&self, executor: Node) -> bool {
        let eval = self.promises.eval();
        let ExprKind::Function(function) = eval.units.kind(eval.units.peeled(executor)) else { return false };
        let calls = eval.all_calls_in((executor.unit, *function));
        calls.into_iter().all(|call| {
            let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return false };
            match eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *callee })) {
                ExprKind::Ident(name, scope) => match eval.units.lookup(call.unit, *scope, name) {
                    Lookup::None => FUNCTIONS.contains(&name.as_str()),
                    Lookup::One(bound) => {
                        matches!(eval.units.binding(bound).source, crate::facts::BindingSource::Parameter { .. })
                    }
                    Lookup::Several => false,
                },
                ExprKind::Member { .. } => {
                    self.promises.receiver(call).is_some_and(|on| GLOBALS.iter().any(|it| self.is_global(on, it)))
                }
                _ => false,
            }
        })
    }

    fn is_global(&self, node: Node, wanted: &str) -> bool {
        let eval = self.promises.eval();
        eval.units.global_name(eval.units.peeled(node)).is_some_and(|name| name == wanted)
    }

    fn is_named(&self, node: Node, names: &[&str]) -> bool {
        let eval = self.promises.eval();
        matches!(eval.units.kind(eval.units.peeled(node)), ExprKind::Ident(name, _) if names.contains(&name.as_str()))
    }
}

/// Returns whether the code at `range` is in a `try` inside `block` that catches its errors.
fn is_caught(facts: &Unit, flow: &FlowIndex, block: TextRange, range: TextRange) -> bool {
    let blocks = flow.tries.around(range).filter(|(_, (_, part))| *part == TryPart::Block);
    blocks.take_while(|(inner, _)| block.contains(*inner) && block != *inner).any(|(_, (at, _))| {
        let handler = facts.flow.tries[*at as usize].handler;
        handler.is_some_and(|handler| !flow.throws.has_inside(handler.body))
    })
}

/// Global objects whose functions reject with nothing of interest.
const GLOBALS: &[&str] =
    &["Array", "Date", "JSON", "Math", "Number", "Object", "Promise", "String", "console", "performance"];
/// Global functions of the same kind.
const FUNCTIONS: &[&str] =
    &["Number", "String", "clearTimeout", "parseFloat", "parseInt", "setImmediate", "setTimeout", "structuredClone"];
/// The usual names of functions that delay.
const PAUSES: &[&str] = &["backoff", "delay", "pause", "setTimeout", "sleep", "wait", "waitFor"];
