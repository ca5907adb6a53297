//! Indexes of a unit by anything other than its numbers: by place, by name, by the expression that is named. Generated
//! code has thousands of everything in one unit, so none of these can be a linear search. They are
//! kept with the unit, and so for as long as no edit touches it.

mod conditions;
mod functions;
mod late;

pub use conditions::ConditionIndex;
pub use functions::FunctionIndex;

use super::TryPart;
use crate::facts::{
    BindingId, BindingSource, ClassId, ClassMember, Element, EnumId, ExprId, ExprKind, FunctionId, Key, MemberKind,
    Property, ScopeId, Target, UnaryOp, Unit,
};
use crate::text::{Nest, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::sync::OnceLock;

/// The index of a unit. Each part is made when it is first asked for.
#[derive(Default)]
pub struct UnitIndex {
    names: OnceLock<FxHashMap<SmolStr, Vec<ExprId>>>,
    scopes: OnceLock<FxHashMap<(ScopeId, SmolStr), Vec<BindingId>>>,
    flow: OnceLock<FlowIndex>,
    functions: OnceLock<FunctionIndex>,
    members: OnceLock<MemberIndex>,
    about: OnceLock<AboutIndex>,
    branches: OnceLock<FxHashMap<ExprId, ExprId>>,
    late: OnceLock<Nest<()>>,
    conditions: OnceLock<ConditionIndex>,
}

impl UnitIndex {
    /// The index of a unit, which is kept with it.
    pub fn of(unit: &Unit) -> &Self {
        unit.derived()
    }
    /// The expressions that read a name.
    pub fn named(&self, unit: &Unit, name: &str) -> &[ExprId] {
        let names = self.names.get_or_init(|| {
            let mut names: FxHashMap<SmolStr, Vec<ExprId>> = FxHashMap::default();
            for (at, expr) in unit.exprs.iter().enumerate() {
                if let ExprKind::Ident(name, _) = &expr.kind {
                    names.entry(name.clone()).or_default().push(ExprId(at as u32));
                }
            }
            names
        });
        names.get(name).map_or(&[], Vec::as_slice)
    }
    /// The names that are bound in each scope.
    pub fn scopes(&self, unit: &Unit) -> &FxHashMap<(ScopeId, SmolStr), Vec<BindingId>> {
        self.scopes.get_or_init(|| {
            let mut scopes: FxHashMap<(ScopeId, SmolStr), Vec<BindingId>> = FxHashMap::default();
            for (at, scope) in unit.scopes.iter().enumerate() {
                for binding in &scope.bindings {
                    let name = unit.bindings[binding.index()].name.clone();
                    scopes.entry((ScopeId(at as u32), name)).or_default().push(*binding);
                }
            }
            scopes
        })
    }
    /// Its statements, by place.
    pub fn flow(&self, unit: &Unit) -> &FlowIndex {
        self.flow.get_or_init(|| FlowIndex::of(unit))
    }
    /// Its functions, and the names they are bound to.
    pub fn functions(&self, unit: &Unit) -> &FunctionIndex {
        self.functions.get_or_init(|| FunctionIndex::of(unit))
    }
    /// The members of its classes, objects and enums.
    pub fn members(&self, unit: &Unit) -> &MemberIndex {
        self.members.get_or_init(|| MemberIndex::of(unit))
    }
    /// The code that runs only where a test is true, or false.
    pub fn conditions(&self, unit: &Unit) -> &ConditionIndex {
        self.conditions.get_or_init(|| ConditionIndex::of(unit))
    }
    /// Returns the uses of what an expression names.
    pub fn about(&self, unit: &Unit) -> &AboutIndex {
        self.about.get_or_init(|| AboutIndex::of(unit))
    }
}

/// The statements of a unit, by place.
pub struct FlowIndex {
    /// The parts of `try` statements, each with the number of its statement.
    pub tries: Nest<(u32, TryPart)>,
    /// The bodies of loops, with their numbers.
    pub loops: Nest<u32>,
    /// The parts that run only in one case.
    pub arms: Nest<()>,
    /// `throw` statements.
    pub throws: Nest<()>,
    /// `return` and `break` statements.
    pub exits: Nest<()>,
    /// `continue` statements.
    pub again: Nest<()>,
    /// Calls, with their numbers among those of the unit.
    pub calls: Nest<u32>,
    /// The awaited expressions, by the ranges of the `await`s.
    pub awaits: Nest<ExprId>,
    /// Assignments.
    pub writes: Nest<()>,
    /// The returned expressions, without the parentheses and casts around them.
    pub returns: Nest<ExprId>,
    /// The names of caught values.
    pub caught: Nest<BindingId>,
    /// The places where something is written, to the byte.
    pub written: FxHashSet<TextRange>,
    /// The expressions that are statements by themselves, without the parentheses and casts around their values:
    /// `await`, `void`.
    pub statements: FxHashSet<ExprId>,
}

impl FlowIndex {
    fn of(unit: &Unit) -> Self {
        let plain = |ranges: &[TextRange]| Nest::of(ranges.iter().map(|range| (*range, ())));
        let flow = &unit.flow;
        let range = |expr: ExprId| unit.exprs[expr.index()].range;
        let parts = flow.tries.iter().enumerate().flat_map(|(at, it)| {
            let handler = it.handler.map(|handler| (handler.range, TryPart::Handler));
            let finalizer = it.finalizer.map(|range| (range, TryPart::Finalizer));
            let parts = [Some((it.block, TryPart::Block)), handler, finalizer];
            parts.into_iter().flatten().map(move |(range, part)| (range, (at as u32, part)))
        });
        let loops = flow.loops.iter().enumerate().map(|(at, it)| (it.body, at as u32));
        let calls = unit.calls.iter().enumerate().map(|(at, call)| (range(*call), at as u32));
        let awaits = unit.exprs.iter().filter_map(|expr| match expr.kind {
            ExprKind::Await(value) => Some((expr.range, value)),
            _ => None,
        });
        let returned = unit.returns.iter().map(|expr| unit.peeled(*expr)).map(|expr| (range(expr), expr));
        let bindings = unit.bindings.iter().enumerate();
        let caught = bindings.filter(|(_, binding)| matches!(binding.source, BindingSource::Caught { .. }));
        let value = |mut expr: ExprId| {
            while let ExprKind::Await(inner) | ExprKind::Void(inner) | ExprKind::Paren(inner) =
                &unit.exprs[expr.index()].kind
            {
                expr = *inner;
            }
            expr
        };
        Self {
            tries: Nest::of(parts),
            loops: Nest::of(loops),
            arms: plain(&flow.arms),
            throws: plain(&flow.throws),
            exits: plain(&flow.exits),
            again: plain(&flow.again),
            calls: Nest::of(calls),
            awaits: Nest::of(awaits),
            writes: Nest::of(unit.writes.iter().map(|write| (write.range, ()))),
            returns: Nest::of(returned),
            caught: Nest::of(caught.map(|(at, binding)| (binding.range, BindingId(at as u32)))),
            written: unit.writes.iter().map(|write| write.range).collect(),
            statements: flow.dropped.iter().map(|expr| value(*expr)).collect(),
        }
    }
}

/// The members of the classes, objects and enums of a unit, by name.
#[derive(Debug)]
pub struct MemberIndex {
    classes: FxHashMap<(ClassId, bool, SmolStr), u32>,
    methods: FxHashMap<FunctionId, (ClassId, u32)>,
    getters: FxHashMap<(ExprId, SmolStr), FunctionId>,
    enums: FxHashMap<(EnumId, SmolStr), Option<ExprId>>,
    /// The object and the property that each expression is the value of.
    values: FxHashMap<ExprId, (ExprId, u32)>,
}

impl MemberIndex {
    fn of(unit: &Unit) -> Self {
        let mut index = Self {
            classes: FxHashMap::default(),
            methods: FxHashMap::default(),
            getters: FxHashMap::default(),
            enums: FxHashMap::default(),
            values: FxHashMap::default(),
        };
        for (class, facts) in unit.classes.iter().enumerate() {
            let class = ClassId(class as u32);
            for (at, member) in facts.members.iter().enumerate() {
                if let Key::Name(name) = &member.key {
                    index.classes.entry((class, member.is_static, name.clone())).or_insert(at as u32);
                }
                if let MemberKind::Method(id) | MemberKind::Getter(id) = member.kind {
                    index.methods.entry(id).or_insert((class, at as u32));
                }
            }
        }
        for (at, facts) in unit.enums.iter().enumerate() {
            for (name, value) in &facts.members {
                index.enums.entry((EnumId(at as u32), name.clone())).or_insert(*value);
            }
        }
        for (at, expr) in unit.exprs.iter().enumerate() {
            let ExprKind::Object(properties) = &expr.kind else { continue };
            let object = ExprId(at as u32);
            for (at, property) in properties.iter().enumerate() {
                match property {
                    Property::Getter(Key::Name(name), function) => {
                        index.getters.entry((object, name.clone())).or_insert(*function);
                    }
                    Property::Entry { value, .. } => {
                        index.values.entry(*value).or_insert((object, at as u32));
                    }
                    _ => {}
                }
            }
        }
        index
    }
    /// The member of a class.
    pub fn of_class<'u>(&self, unit: &'u Unit, class: ClassId, name: &str, is_static: bool) -> Option<&'u ClassMember> {
        let at = self.classes.get(&(class, is_static, SmolStr::new(name)))?;
        Some(&unit.classes[class.index()].members[*at as usize])
    }
    /// The member of a class that a function is.
    pub fn method<'u>(&self, unit: &'u Unit, function: FunctionId) -> Option<&'u ClassMember> {
        let (class, at) = self.methods.get(&function)?;
        Some(&unit.classes[class.index()].members[*at as usize])
    }
    /// The getter of an object.
    pub fn getter(&self, object: ExprId, name: &str) -> Option<FunctionId> {
        if self.getters.is_empty() {
            return None;
        }
        self.getters.get(&(object, SmolStr::new(name))).copied()
    }
    /// The initializer of a member of an enum.
    pub fn of_enum(&self, id: EnumId, name: &str) -> Option<ExprId> {
        self.enums.get(&(id, SmolStr::new(name))).copied().flatten()
    }
    /// The key of the property that an expression is the value of, when it is one of this object.
    pub fn key_of<'u>(&self, unit: &'u Unit, object: ExprId, value: ExprId) -> Option<&'u Key> {
        let (of, at) = self.values.get(&value).filter(|(of, _)| *of == object)?;
        let ExprKind::Object(properties) = &unit.exprs[of.index()].kind else { return None };
        match &properties[*at as usize] {
            Property::Entry { key, .. } => Some(key),
            _ => None,
        }
    }
}

/// The uses that a unit makes of what its expressions name.
#[derive(Debug, Default)]
pub struct AboutIndex {
    of: FxHashMap<ExprId, Mentions>,
    written: FxHashSet<ExprId>,
}

/// The uses that a unit makes of what one expression names, or of a member of that.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Calls that get it, or call a method of it.
    pub calls: Vec<ExprId>,
    /// Variables that are set to it.
    pub bindings: Vec<BindingId>,
    /// Assignments to members of it, by their numbers.
    pub writes: Vec<u32>,
    /// `delete` and its kin, as statements.
    pub dropped: Vec<ExprId>,
    /// `it[key]`
    pub indexed: Vec<ExprId>,
    /// `it.key`
    pub members: Vec<ExprId>,
}

impl AboutIndex {
    fn of(unit: &Unit) -> Self {
        let mut index = Self::default();
        for call in &unit.calls {
            let ExprKind::Call { callee, arguments } = &unit.exprs[call.index()].kind else { continue };
            let mut add = |expr: ExprId| {
                index.each(unit, expr, |about| {
                    if about.calls.last() != Some(call) {
                        about.calls.push(*call);
                    }
                });
            };
            if let ExprKind::Member { object, .. } = &unit.exprs[unit.peeled(*callee).index()].kind {
                add(*object);
            }
            for argument in arguments {
                if let Element::Item(argument) = argument {
                    add(*argument);
                }
            }
        }
        for (at, binding) in unit.bindings.iter().enumerate() {
            if let BindingSource::Variable { value: Some(value), path, .. } = &binding.source
                && path.is_empty()
            {
                index.each(unit, *value, |about| about.bindings.push(BindingId(at as u32)));
            }
        }
        for (at, write) in unit.writes.iter().enumerate() {
            if let Target::Member(object, _) = &write.target {
                index.written.insert(*object);
                index.each(unit, *object, |about| about.writes.push(at as u32));
            }
        }
        for dropped in &unit.flow.dropped {
            if let ExprKind::Unary(UnaryOp::Other, what) = &unit.exprs[dropped.index()].kind {
                index.each(unit, *what, |about| about.dropped.push(*dropped));
            }
        }
        for (at, expr) in unit.exprs.iter().enumerate() {
            match &expr.kind {
                ExprKind::Index { object, .. } => {
                    index.of.entry(unit.peeled(*object)).or_default().indexed.push(ExprId(at as u32));
                }
                ExprKind::Member { object, .. } => {
                    index.of.entry(*object).or_default().members.push(ExprId(at as u32));
                }
                _ => {}
            }
        }
        index
    }
    /// Calls `add` for an expression, and for the object of which it is a member.
    fn each(&mut self, unit: &Unit, expr: ExprId, mut add: impl FnMut(&mut Mentions)) {
        let whole = unit.peeled(expr);
        add(self.of.entry(whole).or_default());
        if let ExprKind::Member { object, .. } = &unit.exprs[whole.index()].kind {
            add(self.of.entry(unit.peeled(*object)).or_default());
        }
    }
    /// Returns the uses of what an expression names.
    pub fn get(&self, expr: ExprId) -> Option<&Mentions> {
        self.of.get(&expr)
    }
    /// Returns whether an expression is the object of a written member.
    pub fn is_written(&self, object: ExprId) -> bool {
        self.written.contains(&object)
    }
}
