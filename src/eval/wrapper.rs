//! Functions of the project that call the SDK: their own calls, and those of the functions that they call.

use super::Eval;
use super::ask::{Answer, Question};
use super::list_method::ListMethod;
use crate::facts::{BindingSource, Body, Element, ExprId, ExprKind, FunctionId};

use super::units::{Lookup, Node, UnitId};
use super::value::{Frame, Value, ValueKind};
use crate::sdk::methods_named;
use std::rc::Rc;

/// The number of files, one calling the next, over which calls of the SDK are looked for. Many more than are followed,
/// so that the search notices that it ends early; and bounded, so that a chain over all files of a project is not
/// walked to its end from each of them.
pub const MAX_REACH: u8 = 32;

/// A function by its place.
pub type FunctionRef = (UnitId, FunctionId);

/// A call of a function of the project.
#[derive(Clone, Debug)]
pub struct OwnCall<'u> {
    /// The function.
    pub function: FunctionRef,
    /// The calls under evaluation where it was made.
    pub made: Frame,
    /// The object it is called on.
    pub this: Option<Value>,
    /// Its arguments.
    pub arguments: &'u [Element],
}

impl Eval<'_> {
    /// The function of the project that a call calls, or has called for each element: `ids.forEach(send)`. Only looked
    /// for where the SDK can be reached.
    pub fn own_call(&self, node: Node, frame: &Frame) -> Option<OwnCall<'_>> {
        if let Some(named) = self.called_for_each(node) {
            return self.own_callback(named, frame);
        }
        let ExprKind::Call { callee, arguments } = self.units.kind(node) else { return None };
        let callee = self.units.peeled(Node { unit: node.unit, expr: *callee });
        if !self.may_matter(callee, frame) {
            return None;
        }
        let (value, this) = match self.units.kind(callee) {
            ExprKind::Member { object, property } => {
                let receiver = self.narrowly(Node { unit: node.unit, expr: *object }, frame);
                if receiver.kind.is_unknown() || receiver.client_kind().is_some() {
                    return None;
                }
                // One that is written in place is judged where it stands.
                let object = self.units.peeled(Node { unit: node.unit, expr: *object });
                let in_place = matches!(self.units.kind(object), ExprKind::Function(_));
                if let ("call", ValueKind::Function(unit, function, made)) = (property.as_str(), &receiver.kind)
                    && !in_place
                {
                    return self.called_with_this((*unit, *function), made, (node.unit, arguments), frame);
                }
                (self.narrow_member(&receiver, property, callee), Some(receiver))
            }
            _ => (self.narrowly(callee, frame), None),
        };
        match value.kind {
            ValueKind::Function(unit, function, made) => {
                Some(OwnCall { function: (unit, function), made, this, arguments })
            }
            // Which of them it is, and so what it is given, is not known.
            ValueKind::Unknown | ValueKind::Choice(_) | ValueKind::Typed(..) => {
                let (function, made) = self.chosen_from_table(callee, frame)?;
                Some(OwnCall { function, made, this: None, arguments: &[Element::Spread(None)] })
            }
            _ => None,
        }
    }

    /// `request.call(this, path)`: the function with what comes after its `this`.
    fn called_with_this<'u>(
        &self,
        function: FunctionRef,
        made: &Frame,
        (unit, arguments): (UnitId, &'u [Element]),
        frame: &Frame,
    ) -> Option<OwnCall<'u>> {
        let Some((Element::Item(this), arguments)) = arguments.split_first() else { return None };
        let this = Some(self.narrowly(Node { unit, expr: *this }, frame)).filter(|this| !this.kind.is_unknown());
        Some(OwnCall { function, made: made.clone(), this, arguments })
    }

    /// The function of the project that is named, to be called with unknown arguments.
    fn own_callback(&self, named: Node, frame: &Frame) -> Option<OwnCall<'_>> {
        if !self.may_matter(named, frame) {
            return None;
        }
        let this = match self.units.kind(named) {
            ExprKind::Member { object, .. } => Some(self.narrowly(Node { unit: named.unit, expr: *object }, frame))
                .filter(|it| it.client_kind().is_none()),
            _ => None,
        };
        let ValueKind::Function(unit, function, made) = self.narrowly(named, frame).kind else { return None };
        Some(OwnCall { function: (unit, function), made, this, arguments: &[Element::Spread(None)] })
    }

    /// Returns whether an expression is a method that calls its argument for each element, by its name.
    pub(super) fn is_for_each(&self, callee: Node) -> bool {
        matches!(self.units.kind(callee), ExprKind::Member { property, .. } if is_for_each(property))
    }

    /// The name that stands for the callback in `ids.forEach(send)`, `ids.map(this.send)`.
    pub fn called_for_each(&self, call: Node) -> Option<Node> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        // Asked of every call: what most calls lack is looked at first.
        let Some(Element::Item(first)) = arguments.first() else { return None };
        let named = self.units.peeled(Node { unit: call.unit, expr: *first });
        match self.units.kind(named) {
            ExprKind::Ident(..) | ExprKind::Member { .. } => {}
            // `ids.map(cio.destroy.bind(cio))`
            ExprKind::Call { .. } if self.binds_method(named) => {}
            _ => return None,
        }
        match self.units.kind(self.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { property, .. } => is_for_each(property).then_some(named),
            _ => None,
        }
    }

    /// The calls in a function that are calls of the SDK, or of functions that have such calls; and calls on its
    /// parameters that are calls of the SDK when the parameter turns out to be a client. Those of the functions inside
    /// it are among them. Calls are followed over `reach` files (see [`MAX_REACH`]).
    pub fn calls_in(&self, (unit, function): FunctionRef, reach: u8) -> Rc<[Node]> {
        let facts = self.units.unit(unit);
        match facts.functions[function.index()].body {
            Body::None => Rc::from([]),
            Body::Unit(ordinal) => self.calls_in_unit(self.units.child(unit, ordinal), reach),
            Body::Expr(_) => {
                let place = Node { unit, expr: ExprId(0) };
                self.ask_calls(Question::Calls(unit, function, reach), place, || {
                    let (own, children) = self.in_body((unit, function));
                    self.of_interest(own, children, reach)
                })
            }
        }
    }

    /// The same for a unit.
    pub(super) fn calls_in_unit(&self, unit: UnitId, reach: u8) -> Rc<[Node]> {
        let place = Node { unit, expr: ExprId(0) };
        self.ask_calls(Question::CallsInUnit(unit, reach), place, || {
            let facts = self.units.unit(unit);
            let own = facts.calls.iter().map(|expr| Node { unit, expr: *expr }).collect();
            let children = (0..facts.children.len() as u32).map(|ordinal| self.units.child(unit, ordinal)).collect();
            self.of_interest(own, children, reach)
        })
    }

    /// The reach that is left in a function which a call calls; `None` where there is none.
    pub fn reach_into(&self, reach: u8, call: Node, function: FunctionRef) -> Option<u8> {
        if function.0.file == call.unit.file { Some(reach) } else { reach.checked_sub(1) }
    }

    fn ask_calls(&self, question: Question, place: Node, find: impl Fn() -> Vec<Node>) -> Rc<[Node]> {
        // A function that calls itself adds nothing to what it calls.
        let none = || Answer::Calls(Rc::from([]));
        match self.ask(question, &None, place, none, || Answer::Calls(find().into())) {
            Answer::Calls(calls) => calls,
            _ => Rc::from([]),
        }
    }

    /// Those of the calls of a function that are of interest, and those of the units inside it. The inner ones are
    /// looked at first: a function that is called where it is written is known by then.
    fn of_interest(&self, own: Vec<Node>, children: Vec<UnitId>, reach: u8) -> Vec<Node> {
        let inner: Vec<Rc<[Node]>> = children.into_iter().map(|unit| self.calls_in_unit(unit, reach)).collect();
        let own = own.into_iter().filter(|call| self.is_of_interest(*call, reach));
        own.chain(inner.iter().flat_map(|calls| calls.iter().copied())).collect()
    }

    pub(super) fn is_of_interest(&self, node: Node, reach: u8) -> bool {
        let is_wrapper = || {
            let Some(call) = self.own_call(node, &None) else { return false };
            // Further away than anything is followed: that it ends there is for the search to say.
            let reach = self.reach_into(reach, node, call.function);
            reach.is_none_or(|reach| !self.calls_in(call.function, reach).is_empty())
        };
        let of_interest = || {
            self.sdk_call(node, &None).is_some()
                || self.on_client(node, &None).is_some()
                || self.is_on_parameter(node)
                || self.may_be_request(node)
                || self.calls_bound_parameter(node)
                || is_wrapper()
        };
        let is_it = |it: bool| Answer::Calls(if it { Rc::from([node]) } else { Rc::from([]) });
        let answer = self.ask(Question::OfInterest(node, reach), &None, node, || is_it(false), || is_it(of_interest()));
        matches!(answer, Answer::Calls(calls) if !calls.is_empty())
    }

    /// `client.track(…)` where `client` is a parameter, or `this.client.track(…)`: its value may be known at a call.
    fn is_on_parameter(&self, node: Node) -> bool {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return false };
        let callee = self.units.peeled(Node { unit: node.unit, expr: *callee });
        let ExprKind::Member { object, property } = self.units.kind(callee) else { return false };
        if methods_named(property).next().is_none() {
            return false;
        }
        let mut object = Node { unit: node.unit, expr: *object };
        while let ExprKind::Member { object: inner, .. } = self.units.kind(object) {
            object.expr = *inner;
        }
        let (name, scope) = match self.units.kind(object) {
            ExprKind::Ident(name, scope) => (name, scope),
            ExprKind::This(_) | ExprKind::Super(_) => return true,
            _ => return false,
        };
        match self.units.lookup(object.unit, *scope, name) {
            Lookup::One(bound) => matches!(self.units.binding(bound).source, BindingSource::Parameter { .. }),
            _ => false,
        }
    }

    /// Every call in the body of a function, those of the functions inside it among them.
    pub fn all_calls_in(&self, function: FunctionRef) -> Vec<Node> {
        let (mut calls, units) = match self.units.unit(function.0).functions[function.1.index()].body {
            Body::None => return Vec::new(),
            Body::Unit(ordinal) => (Vec::new(), vec![self.units.child(function.0, ordinal)]),
            Body::Expr(_) => self.in_body(function),
        };
        for outer in units {
            for unit in std::iter::once(outer).chain(self.units.inside(outer)) {
                calls.extend(self.units.unit(unit).calls.iter().map(|expr| Node { unit, expr: *expr }));
            }
        }
        calls
    }

    /// The calls and the units in the expression that is the body of a function.
    fn in_body(&self, (unit, function): FunctionRef) -> (Vec<Node>, Vec<UnitId>) {
        let facts = self.units.unit(unit);
        let Body::Expr(expr) = facts.functions[function.index()].body else { return Default::default() };
        let body = facts.exprs[expr.index()].range;
        let calls = facts.calls.iter().filter(|call| body.contains(facts.exprs[call.index()].range));
        let calls = calls.map(|expr| Node { unit, expr: *expr }).collect();
        let children = facts.children.iter().enumerate();
        let children = children.filter(|(_, child)| body.start <= child.start && child.start < body.end);
        (calls, children.map(|(ordinal, _)| self.units.child(unit, ordinal as u32)).collect())
    }
}

fn is_for_each(method: &str) -> bool {
    method == "forEach" || ListMethod::maps(method)
}
