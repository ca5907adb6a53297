//! A quick test of whether an expression can concern the SDK at all: by the first name in it alone, without evaluating
//! it. It is asked for every call of a file, and the answer is nearly always no.

use super::Eval;
use super::immediate_calls::Argument;
use crate::facts::{Binding, BindingSource, Element, ExprId, ExprKind, PatternStep, Type, TypeId};

use super::units::files::LocalFile;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::Frame;
use crate::sdk::responses::is_transactional;

/// The maximum number of variables looked through from one to the next. Anything further away is assumed to matter, and
/// evaluated: nothing is missed.
const MAX_NAMES: u32 = 4;

/// Objects that everything may be kept in.
const SHELVES: &[&str] = &["globalThis", "global", "window", "self", "exports", "module"];

/// The end of a walk through an expression.
enum End<'e> {
    /// Something that leads to the SDK, or does not.
    Leads(bool),
    /// Something of the language. What is given to the calls on it may come back out of them; the outermost first.
    Language(Vec<&'e [Element]>),
}

impl Eval<'_> {
    /// The calls and constructions of the analyzed file whose callee may have to do with the SDK. No other one calls a
    /// client or a function of the project that does, or makes anything of the SDK.
    pub fn candidates(&self) -> &[Node] {
        self.candidates.get_or_init(|| {
            let all = self.units.iter();
            let calls = all.flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
            let may = |node: &Node| match self.units.kind(*node) {
                ExprKind::Call { callee, .. } | ExprKind::New { callee, .. } => {
                    let callee = Node { unit: node.unit, expr: *callee };
                    self.may_matter(callee, &None)
                        || self.gets_request(*node)
                        || self.may_send(*node)
                        || self.applied(*node).is_some_and(|applied| self.may_matter(applied.named, &None))
                        || self.is_for_each(callee)
                            && self.called_for_each(*node).is_some_and(|named| self.may_matter(named, &None))
                }
                _ => true,
            };
            calls.filter(may).collect()
        })
    }

    /// Returns whether a call may send a request of the SDK, by the names of its method and of its arguments.
    fn gets_request(&self, call: Node) -> bool {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return false };
        let ExprKind::Member { property, .. } = self.units.kind(Node { unit: call.unit, expr: *callee }) else {
            return false;
        };
        match arguments.first() {
            Some(Element::Item(first)) if is_transactional(property) => {
                self.may_matter(Node { unit: call.unit, expr: *first }, &None)
            }
            _ => false,
        }
    }

    /// Returns whether an import takes something out of another block of the same document.
    fn is_of_block(&self, file: LocalFile, module: &str) -> bool {
        self.units.block_named(file, module).is_some()
    }

    /// Returns whether an expression may evaluate to something of the SDK, or to a function or an object of the project
    /// that uses it.
    pub fn may_matter(&self, node: Node, frame: &Frame) -> bool {
        self.leads_on(node, frame, 0)
    }

    fn leads_on(&self, node: Node, frame: &Frame, depth: u32) -> bool {
        // While a variable is being looked at, what is found out rests on it.
        let lasts = frame.is_none() && depth == 0 && self.relating.borrow().is_empty();
        let mut passed = Vec::new();
        match self.walk_to_name(node, frame, depth, lasts.then_some(&mut passed)) {
            End::Leads(on) => {
                self.leading.borrow_mut().extend(passed.into_iter().map(|call| (call, Some(on))));
                on
            }
            End::Language(given) => self.any_leads_on(node.unit, &given, &passed, frame, depth),
        }
    }

    /// Walks from an expression to the first name in it, over the calls that are `passed`, unless it is known of one of
    /// them where the walk ends.
    fn walk_to_name<'e>(
        &'e self,
        mut node: Node,
        frame: &Frame,
        depth: u32,
        mut passed: Option<&mut Vec<Node>>,
    ) -> End<'e> {
        let unit = node.unit;
        let sibling = |expr: &ExprId| Node { unit, expr: *expr };
        // What is given to a function of the language may come back out of it: `Object.freeze(client)`.
        let mut given: Vec<&[Element]> = Vec::new();
        loop {
            if self.units.unit(unit).said_of(node.expr).is_some_and(|ty| self.type_matters(unit, ty)) {
                return End::Leads(true);
            }
            node = match self.units.kind(node) {
                ExprKind::Member { object, property } => {
                    let object = sibling(object);
                    let put = self.puts(object, property);
                    if self.is_handed_elsewhere(property) || self.client_of_global(property).is_some() {
                        return End::Leads(true);
                    }
                    let handed = self.values_under(unit.file, property);
                    if handed.iter().any(|given| depth >= MAX_NAMES || self.leads_on(*given, &None, depth + 1)) {
                        return End::Leads(true);
                    }
                    if depth >= MAX_NAMES && put.is_some() {
                        return End::Leads(true);
                    }
                    if put.into_iter().flatten().flatten().any(|given| self.leads_on(given, frame, depth + 1)) {
                        return End::Leads(true);
                    }
                    object
                }
                ExprKind::Index { object, .. } => sibling(object),
                ExprKind::Call { callee, arguments } => {
                    if let Some(passed) = &mut passed {
                        let known = self.leading.borrow().get(&node).copied();
                        match known {
                            Some(Some(on)) => return End::Leads(on),
                            Some(None) => return End::Language(given),
                            None => passed.push(node),
                        }
                    }
                    let first = match arguments.first() {
                        Some(Element::Item(first)) => self.units.kind(self.units.peeled(sibling(first))),
                        _ => &ExprKind::Unknown,
                    };
                    let leads_on = match first {
                        ExprKind::Function(_) | ExprKind::String(_) => self.remembered(node).is_some(),
                        ExprKind::Ident(..) => self
                            .asked_for(node)
                            .is_some_and(|asked| depth >= MAX_NAMES || self.leads_on(asked, frame, depth + 1)),
                        _ => false,
                    };
                    if self.tests_class(node, frame, depth) {
                        return End::Leads(true);
                    }
                    let taken = self.taken_by_name(node).map(|(_, name)| name);
                    if taken.is_some_and(|name| self.is_handed_elsewhere(name)) {
                        return End::Leads(true);
                    }
                    let handed = taken.map(|name| self.values_under(unit.file, name));
                    let mut handed = handed.into_iter().flatten();
                    if leads_on || handed.any(|given| depth >= MAX_NAMES || self.leads_on(given, &None, depth + 1)) {
                        return End::Leads(true);
                    }
                    given.push(arguments);
                    sibling(callee)
                }
                ExprKind::New { callee, arguments, .. } => {
                    if let Some(passed) = &mut passed {
                        passed.push(node);
                    }
                    given.push(arguments);
                    sibling(callee)
                }
                ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => sibling(inner),
                ExprKind::Ident(name, _) if self.client_of_global(name).is_some() => return End::Leads(true),
                ExprKind::Ident(name, scope) => {
                    return match self.units.lookup(unit, *scope, name) {
                        Lookup::One(bound) => {
                            let leads_on = self.binding_leads_on(bound, frame, depth);
                            End::Leads(leads_on || self.is_tested_name(unit.file, name))
                        }
                        Lookup::Several => End::Leads(false),
                        Lookup::None if SHELVES.contains(&name.as_str()) => End::Leads(true),
                        Lookup::None if self.is_declared_global(unit.file, name) => End::Leads(true),
                        Lookup::None => End::Language(given),
                    };
                }
                ExprKind::Load(module) => {
                    return End::Leads(self.module_matters(unit.file, module) || self.is_of_block(unit.file, module));
                }
                ExprKind::Unknown
                | ExprKind::Undefined
                | ExprKind::Null
                | ExprKind::Bool(_)
                | ExprKind::Number(_)
                | ExprKind::BigInt
                | ExprKind::String(_)
                | ExprKind::Template(_)
                | ExprKind::ImportMeta
                | ExprKind::Unary(..) => return End::Leads(false),
                _ => return End::Leads(true),
            };
        }
    }

    /// Returns whether a call lets only what is of a class pass that may be a client's:
    /// `xs.filter((x) => x instanceof TrackClient)`.
    fn tests_class(&self, call: Node, frame: &Frame, depth: u32) -> bool {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return false };
        let Some(Element::Item(first)) = arguments.first() else { return false };
        let is_filter = matches!(self.units.kind(self.units.peeled(Node { unit: call.unit, expr: *callee })),
            ExprKind::Member { property, .. } if property == "filter");
        let function = self.units.peeled(Node { unit: call.unit, expr: *first });
        let class = is_filter.then(|| self.class_tested_by(function)).flatten();
        class.is_some_and(|class| depth >= MAX_NAMES || self.leads_on(class, frame, depth + 1))
    }

    fn module_matters(&self, from: LocalFile, module: &str) -> bool {
        self.units.files.sdk_module(module).is_some() || self.units.files.reaches(from, module)
    }

    /// Returns whether anything leads on that is `given` to calls on something of the language, the outermost of them
    /// first. What each of the calls that were `passed` comes to is kept: a long chain is asked about at each of them.
    fn any_leads_on(&self, unit: UnitId, given: &[&[Element]], passed: &[Node], frame: &Frame, depth: u32) -> bool {
        let leads_on = |element: &Element| match element {
            Element::Item(expr) => depth >= MAX_NAMES || self.leads_on(Node { unit, expr: *expr }, frame, depth + 1),
            Element::Spread(_) => true,
            Element::Hole => false,
        };
        let mut any = false;
        for (at, elements) in given.iter().enumerate().rev() {
            any = any || elements.iter().any(leads_on);
            if let Some(call) = passed.get(at) {
                self.leading.borrow_mut().insert(*call, any.then_some(true));
            }
        }
        any
    }

    fn binding_leads_on(&self, bound: Bound, frame: &Frame, depth: u32) -> bool {
        // Where arguments are known they are looked at; else the name alone decides, once.
        let remembered = frame.is_none() && depth == 0;
        if remembered && let Some(known) = self.relevant.borrow().get(&bound) {
            return *known;
        }
        if remembered {
            // A type may name what it is the type of.
            self.relevant.borrow_mut().insert(bound, false);
            self.relating.borrow_mut().push(bound);
        }
        let binding = self.units.binding(bound);
        let unit = self.units.unit(bound.unit);
        let typed = || binding.ty.is_some_and(|ty| self.type_matters(bound.unit, ty));
        let may = match &binding.source {
            BindingSource::Import { import, .. } => {
                let module = &unit.imports[*import as usize].module;
                self.module_matters(bound.unit.file, module) || self.is_of_block(bound.unit.file, module)
            }
            BindingSource::Variable { value: Some(value), constant: true, .. } if depth < MAX_NAMES => {
                let value = Node { unit: bound.unit, expr: *value };
                let keeps = || {
                    let is_collection = matches!(self.units.kind(value), ExprKind::New { .. });
                    let kept = if is_collection { self.kept_in(bound) } else { Vec::new() };
                    kept.into_iter().any(|given| self.leads_on(given, frame, depth + 1))
                };
                self.leads_on(value, frame, depth + 1) || typed() || self.takes_handed(bound, binding) || keeps()
            }
            BindingSource::Parameter { function, index, path } => {
                // The function may be a callback that is handed something.
                let handed = || match self.taken_by(bound.unit, *function) {
                    Some((call, _)) => depth >= MAX_NAMES || self.leads_on(call, &None, depth + 1),
                    None => false,
                };
                let given = || match self.argument_in_place((bound.unit, *function), *index) {
                    Some(Argument::At(given)) => depth >= MAX_NAMES || self.leads_on(given, frame, depth + 1),
                    _ => false,
                };
                let declared = || {
                    let declared = self.units.unit(bound.unit).functions[function.index()].declared;
                    declared.is_some_and(|ty| self.type_matters(bound.unit, ty))
                };
                frame.is_some()
                    || typed()
                    || declared()
                    || path.iter().any(|step| matches!(step, PatternStep::Default(_)))
                    || self.takes_handed(bound, binding)
                    || self.may_be_given_client(bound)
                    || handed()
                    || given()
            }
            BindingSource::Opaque => typed(),
            BindingSource::Type(_) | BindingSource::Caught { .. } | BindingSource::Enum(_) => false,
            _ => true,
        };
        if remembered {
            self.relates(bound, may);
        }
        may
    }

    /// Returns whether a pattern takes something by a name under which something is handed over.
    fn takes_handed(&self, bound: Bound, binding: &Binding) -> bool {
        let (BindingSource::Variable { path, .. } | BindingSource::Parameter { path, .. }) = &binding.source else {
            return false;
        };
        let [.., PatternStep::Key(name)] = &path[..] else { return false };
        self.is_handed_elsewhere(name) || !self.values_under(bound.unit.file, name).is_empty()
    }

    /// Remembers whether a variable may have to do with the SDK. While another one is being looked at, the answer may
    /// rest on that one: what had nothing to do with the SDK before it turned out that the other one has, is looked at
    /// again.
    fn relates(&self, bound: Bound, may: bool) {
        let mut relating = self.relating.borrow_mut();
        let at = relating.iter().position(|other| *other == bound).unwrap_or_default();
        let mut relevant = self.relevant.borrow_mut();
        if may {
            relating.drain(at..).for_each(|after| {
                relevant.remove(&after);
            });
            relevant.insert(bound, true);
        } else if at == 0 {
            // Nothing else is being looked at.
            relating.clear();
        }
    }

    fn type_matters(&self, unit: UnitId, ty: TypeId) -> bool {
        let facts = self.units.unit(unit);
        match &facts.types[ty.index()] {
            Type::Of(..) | Type::ResultOf(..) => true,
            Type::Named(name, scope) | Type::Qualified(name, _, scope) => {
                match self.units.lookup_type(unit, *scope, name) {
                    Lookup::One(bound) => match &self.units.binding(bound).source {
                        BindingSource::Import { import, .. } => {
                            let module = &self.units.unit(bound.unit).imports[*import as usize].module;
                            self.module_matters(unit.file, module) || self.augments(unit.file)
                        }
                        _ => true,
                    },
                    // A class that is the value of a variable.
                    _ => match self.units.lookup(unit, *scope, name) {
                        Lookup::One(bound) => self.binding_leads_on(bound, &None, 0),
                        _ => matches!(facts.types[ty.index()], Type::Qualified(..)) && self.augments(unit.file),
                    },
                }
            }
            Type::Imported(module, _) => self.module_matters(unit.file, module) || self.augments(unit.file),
            Type::List(inner) | Type::Values(inner) | Type::Map(inner) | Type::Indexed(inner, _) => {
                self.type_matters(unit, *inner)
            }
            Type::Tuple(parts) => parts.iter().any(|part| self.type_matters(unit, *part)),
            Type::Function { parameters, result } => {
                parameters.iter().chain([result]).any(|part| self.type_matters(unit, *part))
            }
            Type::Partial(inner) => self.type_matters(unit, *inner),
            Type::Primitive(_) | Type::Literal(_) | Type::Unknown => false,
            _ => true,
        }
    }
}
