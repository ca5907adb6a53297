//! Calls under evaluation: the values of the parameters while the code in a function is evaluated.
//!
//! Results are cached for each frame, so there must not be many. A frame is one of the functions around an expression
//! and no other, so that code that does not depend on a function's arguments is evaluated once. A call inside others
//! gets a frame of its own as long as these, taken together, can be gone through in few ways. From there on, and where
//! a function calls itself again, one frame stands for all calls of a function with the same arguments: values from
//! further out are known in it, values created on the way are not. All of this depends on the code alone, and not on
//! earlier questions.

use super::arguments::Arguments;
use super::list_method::ListMethod;
use super::wrapper::{FunctionRef, OwnCall};
use super::{Eval, What};
use crate::facts::{BindingSource, Body, Element, ExprKind, Owner};

use super::units::{Lookup, Node, UnitId};
use super::value::{Activation, CallId, Frame, Merged, Value, ValueKind};
use rustc_hash::{FxBuildHasher, FxHasher};
use std::hash::{BuildHasher, Hash, Hasher};
use std::rc::Rc;

/// Methods that everything of the language has, besides those of lists: they lead to no function of the project.
const PLAIN: &[&str] = &[
    "catch",
    "charAt",
    "endsWith",
    "entries",
    "finally",
    "getTime",
    "includes",
    "indexOf",
    "join",
    "json",
    "keys",
    "match",
    "matchAll",
    "padEnd",
    "padStart",
    "push",
    "replace",
    "replaceAll",
    "split",
    "startsWith",
    "substring",
    "test",
    "then",
    "toFixed",
    "toISOString",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
    "unshift",
    "values",
];

impl Eval<'_> {
    /// The frame of the innermost function of `frame` around a node.
    pub(super) fn frame_around(&self, node: Node, frame: &Frame) -> Frame {
        self.frame_with(frame, |call| {
            self.is_body(node.unit, call) || {
                let at = self.units.unit(node.unit).exprs[node.expr.index()].range.start;
                self.is_inside(node.unit, Some(at), (call.unit, call.function))
            }
        })
    }

    /// The frame of the innermost function around a node among the calls under evaluation and those that they are made
    /// in.
    pub(super) fn frame_along(&self, node: Node, frame: &Frame) -> Frame {
        let mut calls = std::iter::successors(frame.clone(), |call| call.caller.clone());
        calls.find_map(|call| self.frame_around(node, &Some(call)))
    }

    /// The same for all of a unit.
    pub(super) fn frame_around_unit(&self, unit: UnitId, frame: &Frame) -> Frame {
        self.frame_with(frame, |call| {
            self.is_body(unit, call) || self.is_inside(unit, None, (call.unit, call.function))
        })
    }

    /// The same for a function.
    pub(super) fn frame_around_function(&self, (unit, function): FunctionRef, frame: &Frame) -> Frame {
        let head = self.units.unit(unit).functions[function.index()].head;
        self.frame_with(frame, |call| {
            (call.unit, call.function) != (unit, function)
                && self.is_inside(unit, Some(head), (call.unit, call.function))
        })
    }

    fn frame_with(&self, frame: &Frame, is_around: impl Fn(&Activation) -> bool) -> Frame {
        let mut frame = frame;
        while let Some(call) = frame {
            if is_around(call) {
                return frame.clone();
            }
            frame = &call.outer;
        }
        None
    }

    /// Returns whether a unit is the body of the called function.
    fn is_body(&self, unit: UnitId, call: &Activation) -> bool {
        match self.units.unit(call.unit).functions[call.function.index()].body {
            Body::Unit(ordinal) => self.units.child(call.unit, ordinal) == unit,
            _ => false,
        }
    }

    /// Returns whether a place of a unit is inside a function, its head included.
    fn is_inside(&self, mut at: UnitId, mut place: Option<u32>, (unit, function): FunctionRef) -> bool {
        if at.file != unit.file {
            return false;
        }
        let facts = self.units.unit(unit);
        let of = &facts.functions[function.index()];
        loop {
            if at == unit {
                let end = match of.body {
                    Body::Unit(ordinal) => facts.children[ordinal as usize].start,
                    Body::Expr(expr) => facts.exprs[expr.index()].range.end,
                    Body::None => return false,
                };
                return place.is_some_and(|place| (of.head..end).contains(&place));
            }
            let Some((outer, _)) = self.units.outer(at) else { return false };
            let ordinal = at.at - self.units.child(outer, 0).at;
            if outer == unit && matches!(of.body, Body::Unit(own) if own == ordinal) {
                return true;
            }
            place = Some(self.units.unit(outer).children[ordinal as usize].start);
            at = outer;
        }
    }

    /// Returns whether a function is called somewhere around.
    pub fn is_under_evaluation(&self, function: FunctionRef, frame: &Frame) -> bool {
        let mut around = std::iter::successors(frame.as_ref(), |call| call.caller.as_ref());
        around.any(|call| (call.unit, call.function) == function)
    }

    /// Returns the frame of a function of the project for a call at `node` under `frame`, beside this many others in
    /// the same function.
    pub fn enter(&self, own: OwnCall<'_>, node: Node, frame: &Frame, rivals: u32) -> Frame {
        let (unit, function) = own.function;
        let narrow = self.narrow.get();
        // What the function is made in tells what is around it; what it is called in, where that is not known.
        let made = self.frame_around_function(own.function, &own.made);
        let outer = made.clone().or_else(|| self.frame_around_function(own.function, frame));
        // Only an instance whose constructor's arguments are known says more than the class, and one of a class that extends
        // it.
        let owner = self.units.unit(unit).functions[function.index()].owner;
        let this = own.this.filter(|this| match this.kind {
            ValueKind::Instance(_, _, Some(_)) => true,
            ValueKind::Instance(of, class, None) => {
                matches!(owner, Owner::Instance(own) if (unit, own) != (of, class))
            }
            _ => false,
        });
        // What takes no arguments is worth the same at every call, and is remembered; so is what has one call alone.
        let parameters = self.units.unit(unit).functions[function.index()].parameters;
        if parameters == 0 && this.is_none() || self.is_in_place(node) {
            return outer;
        }
        let (depth, ways) = match frame {
            Some(call) => (call.depth + 1, call.ways.saturating_mul(rivals.max(1))),
            None => (1, 1),
        };
        let (given, provisional) = self.asks.watched(|| self.arguments(node.unit, own.arguments, frame));
        let again = self.is_under_evaluation(own.function, frame);
        if let Some(caller) = frame
            && (again || caller.merged.is_some() || depth > self.bounds.calls || ways > self.bounds.ways)
        {
            let cut = !again && caller.merged.is_none_or(|merged| merged == Merged::Cut);
            return Some(self.merged(own.function, outer, caller, given, cut));
        }
        let number = |frame: &Frame| frame.as_ref().map_or(CallId::default(), |call| call.id);
        let on = this.as_ref().map(|this| match &this.kind {
            ValueKind::Instance(unit, class, made) => Some((self.mark(*unit), *class, number(made))),
            _ => None,
        });
        // Where the call stands, and what is around it, tell what its arguments are worth; not so while some of that is
        // still being found out.
        let salt = if provisional { self.asks.fresh() } else { 0 };
        let is_callback = matches!(own.arguments, [Element::Spread(None)]);
        let caller = number(frame);
        let (at, called) = ((self.mark(node.unit), node.expr), (self.mark(unit), function));
        let of = (at, called, is_callback, on, number(&outer), caller, (narrow, ways), salt);
        let id = CallId(FxBuildHasher.hash_one(of) | 1);
        Some(Rc::new(Activation {
            id,
            unit,
            function,
            this,
            arguments: given.list.into_iter().map(Some).collect(),
            closed: given.closed,
            outer,
            caller: frame.clone(),
            depth,
            ways,
            merged: None,
            lost: 0,
        }))
    }

    /// A unit as what it is, whichever file was met first.
    fn mark(&self, unit: UnitId) -> (u32, u32) {
        (self.units.files.mark(unit.file), unit.at)
    }

    /// The frame of all calls of a function with the same arguments from further out than `caller`; whether these were
    /// too many to be distinguished.
    fn merged(
        &self,
        (unit, function): FunctionRef,
        outer: Frame,
        caller: &Activation,
        given: Arguments,
        cut: bool,
    ) -> Rc<Activation> {
        let mut content = FxHasher::default();
        let mut arguments = Vec::new();
        let mut lost = 0;
        for (at, value) in given.list.into_iter().enumerate() {
            let is_made_here = || {
                let at = self.units.unit(value.node.unit).exprs[value.node.expr.index()].range.start;
                self.is_inside(value.node.unit, Some(at), (caller.unit, caller.function))
            };
            // What is made on the way is known as far as it is the same whatever the function on the way is given.
            let kind = if is_made_here() { self.eval(value.node, &caller.outer).kind } else { value.kind.clone() };
            let is_kept = is_simple(&kind);
            if cut && !is_kept && self.is_worth_following(&value) {
                lost |= 1 << at.min(63);
            }
            is_kept.hash(&mut content);
            if is_kept {
                (value.node, format!("{kind:?}")).hash(&mut content);
            }
            // By which way it comes is not told apart.
            arguments.push(is_kept.then(|| Value::at(value.node, kind)));
        }
        let around = outer.as_ref().map_or(CallId::default(), |it| it.id);
        let of = (self.mark(unit), function, around, content.finish(), given.closed, (cut, lost));
        Rc::new(Activation {
            id: CallId(FxBuildHasher.hash_one(of) | 1),
            unit,
            function,
            this: None,
            arguments,
            closed: given.closed,
            caller: outer.clone(),
            depth: outer.as_ref().map_or(0, |it| it.depth) + 1,
            outer,
            ways: self.bounds.ways,
            merged: Some(if cut { Merged::Cut } else { Merged::Again }),
            lost,
        })
    }

    /// Returns whether not following a value into a function loses something: a search for clients needs no plain
    /// values.
    fn is_worth_following(&self, value: &Value) -> bool {
        !(value.is_partial() || self.narrow.get() && value.cases().iter().all(|case| case.kind.is_plain()))
    }

    /// The number of calls in the evaluated function that may enter functions of the project.
    pub(super) fn rivals(&self, frame: &Frame) -> u32 {
        let Some(call) = frame else { return 1 };
        let function = (call.unit, call.function);
        if let Some(known) = self.rivals.borrow().get(&function) {
            return *known;
        }
        let calls = self.all_calls_in(function);
        let count = calls.into_iter().filter(|call| self.may_enter(*call)).count() as u32;
        self.rivals.borrow_mut().insert(function, count);
        count
    }

    /// Returns whether a call may be one of a function of the project, by its form.
    fn may_enter(&self, call: Node) -> bool {
        let (ExprKind::Call { callee, .. } | ExprKind::New { callee, .. }) = self.units.kind(call) else {
            return false;
        };
        let mut node = self.units.peeled(Node { unit: call.unit, expr: *callee });
        if matches!(self.units.kind(node), ExprKind::Member { property, .. } if is_plain(property)) {
            return false;
        }
        loop {
            node.expr = match self.units.kind(node) {
                ExprKind::Member { object: inner, .. }
                | ExprKind::Index { object: inner, .. }
                | ExprKind::Call { callee: inner, .. }
                | ExprKind::Await(inner)
                | ExprKind::Paren(inner)
                | ExprKind::Cast(inner, _) => *inner,
                ExprKind::Ident(name, scope) => {
                    let Lookup::One(bound) = self.units.lookup(node.unit, *scope, name) else { return false };
                    return match &self.units.binding(bound).source {
                        BindingSource::Import { import, .. } => {
                            let module = &self.units.unit(bound.unit).imports[*import as usize].module;
                            self.units.files.is_own(bound.unit.file, module)
                        }
                        BindingSource::Enum(_) | BindingSource::Type(_) | BindingSource::Caught { .. } => false,
                        _ => true,
                    };
                }
                ExprKind::Load(module) => return self.units.files.is_own(node.unit.file, module),
                ExprKind::String(_) | ExprKind::Template(_) | ExprKind::Array(_) => return false,
                _ => return true,
            };
        }
    }

    /// The argument of a call under evaluation at a place. That it is not known because the call was not followed is
    /// remembered to be said.
    pub(super) fn given(&self, frame: &Frame, (unit, function): FunctionRef, index: u32, node: Node) -> Option<Value> {
        let call = call_of(frame, (unit, function))?;
        match call.arguments.get(index as usize) {
            Some(Some(value)) => Some(value.clone()),
            None if call.closed => {
                let node = call.arguments.first()?.as_ref().map_or(node, |value| value.node);
                Some(Value::at(node, ValueKind::Undefined))
            }
            None | Some(None) => {
                if call.lost >> index.min(63) & 1 == 1 {
                    self.hit(What::Calls, node);
                }
                None
            }
        }
    }

    /// The arguments from one on, when they are known to the last.
    pub(super) fn given_from(&self, frame: &Frame, function: FunctionRef, from: u32, node: Node) -> Option<Value> {
        let call = call_of(frame, function)?;
        let values: Option<Rc<[Value]>> =
            call.arguments.get(from as usize..).unwrap_or_default().iter().cloned().collect();
        match values {
            Some(values) if call.closed => Some(Value::at(node, ValueKind::List(values))),
            _ => {
                if call.lost >> from.min(63) != 0 {
                    self.hit(What::Calls, node);
                }
                None
            }
        }
    }
}

/// The call of a function that is under evaluation.
pub(super) fn call_of(frame: &Frame, (unit, function): FunctionRef) -> Option<&Activation> {
    let mut call = frame.as_ref()?;
    while call.unit != unit || call.function != function {
        call = call.outer.as_ref()?;
    }
    Some(call)
}

fn is_plain(method: &str) -> bool {
    PLAIN.contains(&method) || ListMethod::of(method).is_some()
}

/// Returns whether a value is known by its text and by where it is made.
fn is_simple(kind: &ValueKind) -> bool {
    match kind {
        _ if kind.is_plain() => true,
        ValueKind::Client(..)
        | ValueKind::Method(..)
        | ValueKind::Region(_)
        | ValueKind::Request(_)
        | ValueKind::Typed(..)
        | ValueKind::Class(..)
        | ValueKind::Instance(_, _, None)
        | ValueKind::Array(_, None)
        | ValueKind::Function(_, _, None) => true,
        ValueKind::Object(object) => object.frame.is_none(),
        _ => false,
    }
}
