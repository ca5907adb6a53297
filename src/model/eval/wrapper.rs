//! Functions of the project that call the SDK: their own calls, and those of the functions that they call.

use super::Eval;
use crate::facts::{BindingSource, Body, Element, ExprId, ExprKind, FunctionId, Step, Type, TypeId};
use crate::model::call::{client_kind, direct, on_client, peeled};
use crate::model::units::{Bound, Lookup, Node, UnitId};
use crate::model::value::{Frame, Kind, Value};
use crate::sdk::methods_named;
use std::rc::Rc;

/// How many variables are looked through from one to the next.
const MAX_NAMES: u32 = 4;

/// A function by its place.
pub type FunctionRef = (UnitId, FunctionId);

/// A call of a function of the project.
pub struct OwnCall<'u> {
    /// The function.
    pub function: FunctionRef,
    /// The calls under evaluation where it was made.
    pub made: Frame,
    /// What it is called on.
    pub this: Option<Value>,
    /// Its arguments.
    pub arguments: &'u [Element],
}

impl Eval<'_> {
    /// The function of the project that a call calls. Only looked for where the SDK can be reached.
    pub fn own_call(&self, node: Node, frame: &Frame) -> Option<OwnCall<'_>> {
        let ExprKind::Call { callee, arguments } = self.units.kind(node) else { return None };
        let callee = peeled(self, Node { unit: node.unit, expr: *callee });
        if !self.may_lead_to_own(callee, frame, 0) {
            return None;
        }
        let (value, this) = match self.units.kind(callee) {
            ExprKind::Member { object, property } => {
                let receiver = self.narrowly(Node { unit: node.unit, expr: *object }, frame);
                if receiver.kind.is_unknown() || client_kind(&receiver).is_some() {
                    return None;
                }
                (self.narrow_member(&receiver, property, callee), Some(receiver))
            }
            _ => (self.narrowly(callee, frame), None),
        };
        let Kind::Function(unit, function, made) = value.kind else { return None };
        Some(OwnCall { function: (unit, function), made, this, arguments })
    }

    /// Whether an expression may come to a function or an object of the project that has to do with the SDK. Asked for
    /// every call of a file, and answered with no for nearly all of them, by the first name in it alone.
    fn may_lead_to_own(&self, mut node: Node, frame: &Frame, depth: u32) -> bool {
        let unit = node.unit;
        let sibling = |expr: &ExprId| Node { unit, expr: *expr };
        loop {
            node = match self.units.kind(node) {
                ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => sibling(object),
                ExprKind::Call { callee, .. } | ExprKind::New { callee, .. } => sibling(callee),
                ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => sibling(inner),
                ExprKind::Ident(name, scope) => {
                    return match self.units.lookup(node.unit, *scope, name) {
                        Lookup::One(bound) => self.may_be_own(bound, frame, depth),
                        _ => false,
                    };
                }
                ExprKind::Load(module) => return self.units.files.reaches(node.unit.file, module),
                ExprKind::Unknown
                | ExprKind::Undefined
                | ExprKind::Null
                | ExprKind::Bool(_)
                | ExprKind::Number(_)
                | ExprKind::String(_)
                | ExprKind::Template(_)
                | ExprKind::Super(_)
                | ExprKind::ImportMeta
                | ExprKind::Unary(..) => return false,
                _ => return true,
            };
        }
    }

    fn may_be_own(&self, bound: Bound, frame: &Frame, depth: u32) -> bool {
        // Where arguments are known they are looked at; else the name alone decides, once.
        let remembered = frame.is_none() && depth == 0;
        if remembered && let Some(known) = self.own.borrow().get(&bound) {
            return *known;
        }
        let binding = self.units.binding(bound);
        let unit = self.units.unit(bound.unit);
        let typed = || binding.ty.is_some_and(|ty| self.may_be_own_type(bound.unit, ty));
        let may = match &binding.source {
            BindingSource::Import { import, .. } => {
                self.units.files.reaches(bound.unit.file, &unit.imports[*import as usize].module)
            }
            BindingSource::Variable { value: Some(value), constant: true, .. } if depth < MAX_NAMES => {
                self.may_lead_to_own(Node { unit: bound.unit, expr: *value }, frame, depth + 1) || typed()
            }
            BindingSource::Parameter { path, .. } => {
                frame.is_some() || typed() || path.iter().any(|step| matches!(step, Step::Default(_)))
            }
            BindingSource::Type(_) | BindingSource::Caught { .. } | BindingSource::Opaque | BindingSource::Enum(_) => {
                false
            }
            _ => true,
        };
        if remembered {
            self.own.borrow_mut().insert(bound, may);
        }
        may
    }

    fn may_be_own_type(&self, unit: UnitId, ty: TypeId) -> bool {
        let facts = self.units.unit(unit);
        match &facts.types[ty.index()] {
            Type::Of(..) | Type::ResultOf(..) => true,
            Type::Named(name, scope) | Type::Qualified(name, _, scope) => {
                match self.units.lookup_type(unit, *scope, name) {
                    Lookup::One(bound) => match &self.units.binding(bound).source {
                        BindingSource::Import { import, .. } => {
                            let imports = &self.units.unit(bound.unit).imports;
                            self.units.files.reaches(unit.file, &imports[*import as usize].module)
                        }
                        _ => true,
                    },
                    _ => false,
                }
            }
            Type::Unknown => false,
            _ => true,
        }
    }

    /// The calls in a function that are calls of the SDK, or of functions that have such calls; and calls on its
    /// parameters that are calls of the SDK when the parameter turns out to be a client.
    pub fn calls_in(&self, function: FunctionRef) -> Rc<[Node]> {
        if let Some(known) = self.wrappers.borrow().get(&function) {
            return known.clone();
        }
        // A function that calls itself adds nothing to what it calls.
        self.wrappers.borrow_mut().insert(function, Rc::from([]));
        let calls = self.all_calls_in(function).into_iter().filter(|node| self.is_of_interest(*node));
        let calls: Rc<[Node]> = calls.collect();
        self.wrappers.borrow_mut().insert(function, calls.clone());
        calls
    }

    fn is_of_interest(&self, node: Node) -> bool {
        direct(self, node, &None).is_some()
            || on_client(self, node, &None).is_some()
            || self.is_on_parameter(node)
            || self.own_call(node, &None).is_some_and(|call| !self.calls_in(call.function).is_empty())
    }

    /// `client.track(…)` where `client` is a parameter, or `this.client.track(…)`: what it is may be known at a call.
    fn is_on_parameter(&self, node: Node) -> bool {
        let ExprKind::Call { callee, .. } = self.units.kind(node) else { return false };
        let callee = peeled(self, Node { unit: node.unit, expr: *callee });
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
            ExprKind::This(_) => return true,
            _ => return false,
        };
        match self.units.lookup(object.unit, *scope, name) {
            Lookup::One(bound) => matches!(self.units.binding(bound).source, BindingSource::Parameter { .. }),
            _ => false,
        }
    }

    /// Every call in the body of a function, those of the functions inside it among them.
    pub fn all_calls_in(&self, (unit, function): FunctionRef) -> Vec<Node> {
        let facts = self.units.unit(unit);
        let mut units = Vec::new();
        let mut calls = Vec::new();
        match facts.functions[function.index()].body {
            Body::None => {}
            Body::Unit(ordinal) => units.push(self.units.child(unit, ordinal)),
            Body::Expr(expr) => {
                let body = facts.exprs[expr.index()].range;
                let inside = facts.calls.iter().filter(|call| body.contains(facts.exprs[call.index()].range));
                calls.extend(inside.map(|expr| Node { unit, expr: *expr }));
                let children = facts.children.iter().enumerate();
                let children = children.filter(|(_, child)| body.start <= child.start && child.start < body.end);
                units.extend(children.map(|(ordinal, _)| self.units.child(unit, ordinal as u32)));
            }
        }
        for outer in units {
            for unit in std::iter::once(outer).chain(self.units.inside(outer)) {
                calls.extend(self.units.unit(unit).calls.iter().map(|expr| Node { unit, expr: *expr }));
            }
        }
        calls
    }
}
