//! The use of the responses to requests that are sent without the SDK: some code checks their status, or looks for errors in
//! their bodies, and some does not.

use crate::eval::FunctionRef;
use crate::eval::units::{Bound, Node};
use crate::facts::{BinaryOp, BindingId, BindingSource, Element, ExprKind, FunctionId, Key, PatternStep};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::model::calls::sdk_calls::Call;
use rustc_hash::FxHashSet;

/// Members of a response that only read its body.
pub(in crate::model) const READING: &[&str] =
    &["arrayBuffer", "blob", "body", "bodyUsed", "bytes", "formData", "json", "text"];
/// Keys of a body that tell whether the request succeeded.
const TELLING: &[&str] =
    &["code", "error", "errors", "message", "meta", "ok", "reason", "status", "statusCode", "success"];
/// Functions that only show what they are given.
pub(in crate::model) const SHOWING: &[&str] = &["debug", "error", "info", "log", "trace", "verbose", "warn"];

/// Returns whether nothing looks at the status of the response of a call whose promise resolves whatever that is.
pub fn is_unchecked(promises: &PromiseAnalysis<'_, '_>, call: &Call) -> bool {
    let resolves = call.request.as_ref().is_some_and(|request| request.resolves_always);
    if !resolves || call.through.is_some() {
        return false;
    }
    let here = |expr| Node { unit: call.site.unit, expr };
    match promises.use_of(call.site) {
        Use::In(then, Role::Object) => {
            callback_of_then(promises, here(then)).is_some_and(|function| !looks(promises, function))
        }
        Use::In(wait, Role::Await) => is_ignored(promises, here(wait)),
        _ => false,
    }
}

/// Returns whether nothing looks at the status of a response.
fn is_ignored(promises: &PromiseAnalysis<'_, '_>, response: Node) -> bool {
    match promises.use_of(response) {
        Use::Dropped => true,
        Use::In(member, Role::Object) => only_reads_body(promises, Node { expr: member, ..response }),
        Use::Initial(binding) => {
            let bound = Bound { unit: response.unit, binding };
            let is_plain = matches!(
                &promises.eval().units.binding(bound).source,
                BindingSource::Variable { path, constant: true, .. } if path.is_empty()
            );
            is_plain && is_never_looked_at(promises, bound)
        }
        _ => false,
    }
}

/// Returns whether every use of a variable only reads the body of the response in it.
fn is_never_looked_at(promises: &PromiseAnalysis<'_, '_>, bound: Bound) -> bool {
    let mut names = promises.eval().units.references(bound);
    names.all(|name| match promises.use_of(name) {
        Use::In(member, Role::Object) => only_reads_body(promises, Node { expr: member, ..name }),
        _ => false,
    })
}

/// Returns whether a member of a response is its body, in which nothing looks for errors.
pub(in crate::model) fn only_reads_body(promises: &PromiseAnalysis<'_, '_>, member: Node) -> bool {
    matches!(promises.eval().units.kind(member), ExprKind::Member { property, .. } if READING.contains(&property.as_str()))
        && !Body::of(promises, member).is_judged()
}

/// The function that a call of `then` gets first, where it is written there.
fn callback_of_then(promises: &PromiseAnalysis<'_, '_>, member: Node) -> Option<FunctionRef> {
    let ExprKind::Member { property, .. } = promises.eval().units.kind(member) else { return None };
    let Use::In(then, Role::Callee) = promises.use_of(member) else { return None };
    if property == "then" { callback(promises, Node { expr: then, ..member }) } else { None }
}

fn callback(promises: &PromiseAnalysis<'_, '_>, call: Node) -> Option<FunctionRef> {
    let eval = promises.eval();
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return None };
    let Some(Element::Item(first)) = arguments.first() else { return None };
    match eval.units.kind(eval.units.peeled(Node { expr: *first, ..call })) {
        ExprKind::Function(function) => Some((call.unit, *function)),
        _ => None,
    }
}

/// The first parameter of a function, or what a pattern takes out of it, each with the keys that lead there.
fn taken<'f>(
    promises: &'f PromiseAnalysis<'_, '_>,
    (unit, function): FunctionRef,
) -> impl Iterator<Item = (&'f [PatternStep], Bound)> + 'f {
    let bindings = promises.eval().units.unit(unit).bindings.iter().enumerate();
    bindings.filter_map(move |(at, binding)| match &binding.source {
        BindingSource::Parameter { function: of, index: 0, path } if *of == function => {
            Some((path.as_ref(), Bound { unit, binding: BindingId(at as u32) }))
        }
        _ => None,
    })
}

/// Returns whether a function looks at the response that it gets.
fn looks(promises: &PromiseAnalysis<'_, '_>, function: FunctionRef) -> bool {
    taken(promises, function).any(|(path, bound)| !path.is_empty() || !is_never_looked_at(promises, bound))
}

/// The body of a response, and what is made of it.
struct Body<'f, 'e, 'a> {
    promises: &'f PromiseAnalysis<'e, 'a>,
    /// The expressions that are still to be looked at, each with whether it is all of the body.
    open: Vec<(Node, bool)>,
    seen: FxHashSet<(Node, bool)>,
}

impl<'f, 'e, 'a> Body<'f, 'e, 'a> {
    fn of(promises: &'f PromiseAnalysis<'e, 'a>, body: Node) -> Self {
        Self { promises, open: vec![(body, true)], seen: FxHashSet::default() }
    }

    /// Returns whether something may look in it for errors: a test, or another function.
    fn is_judged(&mut self) -> bool {
        while let Some((node, is_whole)) = self.open.pop() {
            if self.seen.insert((node, is_whole)) && self.is_judged_at(node, is_whole) {
                return true;
            }
        }
        false
    }

    fn is_judged_at(&mut self, node: Node, is_whole: bool) -> bool {
        let outer = |expr| Node { unit: node.unit, expr };
        match self.promises.use_of(node) {
            Use::Dropped | Use::In(_, Role::Text | Role::Left(BinaryOp::Add) | Role::Right(BinaryOp::Add)) => false,
            Use::In(around, Role::Await | Role::Around | Role::Branch | Role::Callee) => {
                self.follow(outer(around), is_whole)
            }
            Use::In(member, Role::Object) => self.is_member_judged(outer(member), is_whole),
            Use::In(call, Role::Argument(_)) => self.is_argument_judged(outer(call), is_whole),
            Use::Initial(binding) => self.follow_all(Bound { unit: node.unit, binding }, is_whole),
            Use::Returned => self.promises.function_of(node.unit).is_some_and(|it| self.is_result_judged(it, is_whole)),
            Use::Given(function) => self.is_result_judged((node.unit, function), is_whole),
            Use::In(_, Role::Kept | Role::Element | Role::Assigned) => is_whole,
            Use::Unknown => self.is_pattern_judged(node, is_whole),
            Use::Tested | Use::In(..) => true,
        }
    }

    /// Looks at another expression that has it. Nothing is known to judge it by that.
    fn follow(&mut self, node: Node, is_whole: bool) -> bool {
        self.open.push((node, is_whole));
        false
    }

    fn follow_all(&mut self, bound: Bound, is_whole: bool) -> bool {
        let names = self.promises.eval().units.references(bound);
        self.open.extend(names.map(|name| (name, is_whole)));
        false
    }

    fn is_member_judged(&mut self, member: Node, is_whole: bool) -> bool {
        let ExprKind::Member { property, .. } = self.promises.eval().units.kind(member) else {
            return self.follow(member, false);
        };
        let Use::In(call, Role::Callee) = self.promises.use_of(member) else {
            return TELLING.contains(&property.as_str()) || self.follow(member, false);
        };
        let call = Node { expr: call, ..member };
        match property.as_str() {
            "then" => match callback(self.promises, call) {
                Some(function) => self.is_taken_judged(function) || self.follow(call, is_whole),
                None => true,
            },
            "catch" | "finally" => self.follow(call, is_whole),
            // `text.includes("error")`
            _ => true,
        }
    }

    fn is_argument_judged(&mut self, call: Node, is_whole: bool) -> bool {
        match self.promises.method_called(call) {
            Some(method) if SHOWING.contains(&method.as_str()) => false,
            Some(method) if matches!(method.as_str(), "parse" | "stringify") && self.is_json(call) => {
                self.follow(call, is_whole)
            }
            _ => is_whole,
        }
    }

    fn is_json(&self, call: Node) -> bool {
        let receiver = self.promises.receiver(call);
        receiver.is_some_and(|it| self.promises.eval().units.global_name(it).is_some_and(|name| name == "JSON"))
    }

    fn is_taken_judged(&mut self, function: FunctionRef) -> bool {
        let taken: Vec<_> =
            taken(self.promises, function).map(|(path, bound)| (tells(path), path.is_empty(), bound)).collect();
        taken.into_iter().any(|(tells, is_whole, bound)| tells || self.follow_all(bound, is_whole))
    }

    /// `const { errors } = await response.json()`
    fn is_pattern_judged(&mut self, node: Node, is_whole: bool) -> bool {
        let eval = self.promises.eval();
        let mut whole = node.expr;
        while let Use::In(around, Role::Around) = self.promises.uses(node.unit).get(whole) {
            whole = around;
        }
        let named = eval.units.functions(node.unit).initial(whole).iter();
        let taken: Vec<_> = named
            .filter_map(|binding| match &eval.units.unit(node.unit).bindings[binding.index()].source {
                BindingSource::Variable { path, .. } => {
                    Some((tells(path), Bound { unit: node.unit, binding: *binding }))
                }
                _ => None,
            })
            .collect();
        if taken.is_empty() {
            is_whole
        } else {
            taken.into_iter().any(|(tells, bound)| tells || self.follow_all(bound, false))
        }
    }

    /// Looks at the calls of a function in its file for what they make of its result.
    fn is_result_judged(&mut self, function: FunctionRef, is_whole: bool) -> bool {
        let eval = self.promises.eval();
        let (unit, id): (_, FunctionId) = function;
        if let Some((call, _)) = self.promises.callback_of(function) {
            return match self.promises.method_called(call).as_deref() {
                Some("then" | "catch" | "finally") => self.follow(call, is_whole),
                // Another function gets the result.
                _ => is_whole,
            };
        }
        if let Some(binding) = eval.units.functions(unit).bound(id) {
            for name in eval.units.references(Bound { unit, binding }) {
                match self.promises.use_of(name) {
                    Use::In(call, Role::Callee) => self.open.push((Node { expr: call, ..name }, is_whole)),
                    Use::In(_, Role::Argument(_)) if is_whole => return true,
                    _ => {}
                }
            }
            return false;
        }
        let Some(method) = eval.units.members(unit).method(eval.units.unit(unit), id) else { return false };
        let Key::Name(name) = &method.key else { return is_whole };
        for member in eval.units.members_outside_new(name) {
            if let Use::In(call, Role::Callee) = self.promises.use_of(member) {
                self.open.push((Node { expr: call, ..member }, is_whole));
            }
        }
        false
    }
}

/// Returns whether a pattern takes something out of a body that tells whether the request succeeded.
fn tells(path: &[PatternStep]) -> bool {
    path.iter().any(|step| matches!(step, PatternStep::Key(key) if TELLING.contains(&key.as_str())))
        || matches!(path.last(), Some(PatternStep::Rest))
}
