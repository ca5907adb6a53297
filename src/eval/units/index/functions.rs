//! The functions of a unit: the names they are bound to, and the calls that take them where they are written.

use crate::facts::{BindingId, BindingSource, Body, Element, ExprId, ExprKind, FunctionId, Unit};
use crate::text::Nest;
use rustc_hash::{FxHashMap, FxHashSet};

/// The functions of a unit.
#[derive(Debug)]
pub struct FunctionIndex {
    /// The results of arrows without braces.
    pub arrows: Nest<FunctionId>,
    /// The function whose body each child of the unit is.
    bodies: FxHashMap<u32, FunctionId>,
    parameters: FxHashMap<FunctionId, Vec<BindingId>>,
    /// The first name that each declared function is bound to.
    declared: FxHashMap<FunctionId, BindingId>,
    /// The first name that each function is bound to, by a declaration or as a value.
    bound: FxHashMap<FunctionId, BindingId>,
    constructors: FxHashSet<FunctionId>,
    /// The call of each function that is called where it is written.
    in_place: FxHashMap<FunctionId, ExprId>,
    /// The first call that each function written as an argument is given to, and its place there.
    taken: FxHashMap<FunctionId, (ExprId, u32)>,
    /// The `new` that each function written as an argument is given to, and its place there.
    passed_to_new: FxHashMap<FunctionId, (ExprId, u32)>,
    /// The calls that call a name, by the name.
    called: FxHashMap<ExprId, ExprId>,
    /// The variables that each expression is the initializer of.
    initial: FxHashMap<ExprId, Vec<BindingId>>,
}

impl FunctionIndex {
    pub(super) fn of(unit: &Unit) -> Self {
        let numbered = || unit.functions.iter().enumerate().map(|(at, it)| (FunctionId(at as u32), it));
        let arrows = numbered().filter_map(|(id, function)| match function.body {
            Body::Expr(expr) => Some((unit.exprs[expr.index()].range, id)),
            _ => None,
        });
        let mut bodies = FxHashMap::default();
        for (id, function) in numbered() {
            if let Body::Unit(ordinal) = function.body {
                bodies.entry(ordinal).or_insert(id);
            }
        }
        let mut parameters: FxHashMap<FunctionId, Vec<BindingId>> = FxHashMap::default();
        let mut initial: FxHashMap<ExprId, Vec<BindingId>> = FxHashMap::default();
        let (mut declared, mut bound) = (FxHashMap::default(), FxHashMap::default());
        for (at, binding) in unit.bindings.iter().enumerate() {
            let id = BindingId(at as u32);
            match &binding.source {
                BindingSource::Parameter { function, .. } => parameters.entry(*function).or_default().push(id),
                BindingSource::Function(function) => {
                    declared.entry(*function).or_insert(id);
                    bound.entry(*function).or_insert(id);
                }
                BindingSource::Variable { value: Some(value), path, .. } => {
                    initial.entry(*value).or_default().push(id);
                    if let ExprKind::Function(function) = &unit.exprs[value.index()].kind
                        && path.is_empty()
                    {
                        bound.entry(*function).or_insert(id);
                    }
                }
                _ => {}
            }
        }
        let constructors = unit.classes.iter().filter_map(|class| class.constructor).collect();
        let (mut in_place, mut taken, mut called) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        let mut passed_to_new = FxHashMap::default();
        for call in &unit.calls {
            let (callee, arguments) = match &unit.exprs[call.index()].kind {
                ExprKind::Call { callee, arguments } => (callee, arguments),
                ExprKind::New { arguments, .. } => {
                    for (at, argument) in arguments.iter().enumerate() {
                        if let Element::Item(expr) = argument
                            && let ExprKind::Function(function) = unit.exprs[expr.index()].kind
                        {
                            passed_to_new.entry(function).or_insert((*call, at as u32));
                        }
                    }
                    continue;
                }
                _ => continue,
            };
            let named = unit.peeled(*callee);
            match unit.exprs[named.index()].kind {
                ExprKind::Function(function) => drop(in_place.insert(function, *call)),
                ExprKind::Ident(..) => drop(called.insert(named, *call)),
                _ => {}
            }
            for (at, argument) in arguments.iter().enumerate() {
                if let Element::Item(expr) = argument
                    && let ExprKind::Function(function) = unit.exprs[expr.index()].kind
                {
                    taken.entry(function).or_insert((*call, at as u32));
                }
            }
        }
        let arrows = Nest::of(arrows);
        Self {
            arrows,
            bodies,
            parameters,
            declared,
            bound,
            constructors,
            in_place,
            taken,
            passed_to_new,
            called,
            initial,
        }
    }
    /// The function whose body the n-th child of the unit is.
    pub fn of_body(&self, ordinal: u32) -> Option<FunctionId> {
        self.bodies.get(&ordinal).copied()
    }
    /// The names of the parameters of a function, in the order of the text.
    pub fn parameters(&self, function: FunctionId) -> &[BindingId] {
        self.parameters.get(&function).map_or(&[], Vec::as_slice)
    }
    /// The name that a function is declared by.
    pub fn declared(&self, function: FunctionId) -> Option<BindingId> {
        self.declared.get(&function).copied()
    }
    /// The name that a function is bound to.
    pub fn bound(&self, function: FunctionId) -> Option<BindingId> {
        self.bound.get(&function).copied()
    }
    /// Returns whether a function is the constructor of a class.
    pub fn is_constructor(&self, function: FunctionId) -> bool {
        self.constructors.contains(&function)
    }
    /// The call of a function that is called where it is written: `((id) => …)(user.id)`.
    pub fn in_place(&self, function: FunctionId) -> Option<ExprId> {
        self.in_place.get(&function).copied()
    }
    /// The call that a function is an argument of, and its place there.
    pub fn taken(&self, function: FunctionId) -> Option<(ExprId, u32)> {
        self.taken.get(&function).copied()
    }
    /// The `new` that a function is an argument of, and its place there.
    pub fn passed_to_new(&self, function: FunctionId) -> Option<(ExprId, u32)> {
        self.passed_to_new.get(&function).copied()
    }
    /// The call that calls a name.
    pub fn call_of(&self, name: ExprId) -> Option<ExprId> {
        self.called.get(&name).copied()
    }
    /// The variables that an expression is the initializer of.
    pub fn initial(&self, value: ExprId) -> &[BindingId] {
        self.initial.get(&value).map_or(&[], Vec::as_slice)
    }
}
