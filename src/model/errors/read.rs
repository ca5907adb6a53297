//! Follows an error through a handler to what is read of it.

use super::handler::{Compared, Constant, ErrorRead, InstanceTest, UsedFor};
use crate::facts::{BinaryOp, BindingId, BindingSource, Element, ExprId, ExprKind, Imported, Step};
use crate::model::call::{called, peeled};
use crate::model::eval::{Eval, FunctionRef};
use crate::model::promise::{Fates, Role, Use};
use crate::model::units::{Bound, Lookup, Node};
use crate::model::value::Kind;
use smol_str::SmolStr;

/// How many names and functions an error is followed through.
const MAX_DEPTH: u32 = 4;
/// How many reads of one error are kept.
const MAX_READS: usize = 200;

/// What was found of an error.
#[derive(Debug, Default)]
pub struct Reads {
    /// The reads.
    pub list: Vec<ErrorRead>,
    /// The tests of its class.
    pub tests: Vec<InstanceTest>,
    /// Whether other errors are told apart.
    pub tells_apart: bool,
}

/// Follows one error.
pub struct Reader<'f, 'e, 'a> {
    fates: &'f Fates<'e, 'a>,
    found: Reads,
}

/// How an error came to a name.
#[derive(Clone, Default)]
struct Way {
    /// What the name is of the error.
    path: Vec<SmolStr>,
    /// Whether a read stands for the name already.
    is_behind: bool,
    is_shared: bool,
    depth: u32,
}

impl<'f, 'e, 'a> Reader<'f, 'e, 'a> {
    /// For errors in the files that `fates` looks at.
    pub fn new(fates: &'f Fates<'e, 'a>) -> Self {
        Self { fates, found: Reads::default() }
    }

    /// What was found.
    pub fn finish(self) -> Reads {
        self.found
    }

    /// Looks at what a handler's parameter names: the error, or parts of it.
    pub fn parameter(&mut self, bound: Bound, steps: &[Step]) {
        self.taken_apart(bound, steps, &Way::default());
    }

    fn eval(&self) -> &'e Eval<'a> {
        self.fates.eval()
    }

    /// A name that a pattern takes out of the error.
    fn taken_apart(&mut self, bound: Bound, steps: &[Step], way: &Way) {
        let mut inner = way.clone();
        for step in steps {
            match step {
                Step::Key(key) => inner.path.push(key.clone()),
                Step::Default(_) => {}
                Step::Index(_) | Step::Rest => return,
            }
        }
        if inner.path.len() > way.path.len() {
            let units = &self.eval().units;
            let range = units.absolute(bound.unit, units.binding(bound).range);
            let at = crate::text::Place { file: units.files.path(bound.unit.file), range };
            let mut read = self.empty(&inner, at);
            self.compared_by_name(bound, &mut read.compared, 0);
            self.found.list.push(read);
            inner.is_behind = true;
        }
        self.name(bound, &inner);
    }

    fn empty(&self, way: &Way, at: crate::text::Place) -> ErrorRead {
        ErrorRead {
            path: way.path.clone(),
            at,
            error_end: None,
            call: None,
            argument: None,
            compared: Vec::new(),
            is_alternative: false,
            is_behind: way.is_behind,
            used: UsedFor::Other,
            is_shared: way.is_shared,
        }
    }

    /// Every place that a name is read at.
    fn name(&mut self, bound: Bound, way: &Way) {
        if way.depth >= MAX_DEPTH {
            return;
        }
        let eval = self.eval();
        for node in eval.units.references(bound) {
            if self.found.list.len() >= MAX_READS {
                return;
            }
            self.reference(node, way);
        }
    }

    fn reference(&mut self, start: Node, way: &Way) {
        let eval = self.eval();
        let outer = |expr: ExprId| Node { unit: start.unit, expr };
        // The last member, without what stands around it.
        let (mut node, mut last) = (start, start);
        let mut path = way.path.clone();
        let mut error_end = None;
        loop {
            match self.fates.uses(node.unit).get(node.expr) {
                Use::In(around, Role::Around) => node = outer(around),
                // What an assignment writes to stands in the facts once more, and counts there.
                Use::In(_, Role::Object) if eval.units.is_written_member(node) => return,
                Use::In(member, Role::Object) => {
                    let name = match eval.units.kind(outer(member)) {
                        ExprKind::Member { property, .. } => Some(property.clone()),
                        ExprKind::Index { index, .. } => eval.value(outer(*index)).as_str().cloned(),
                        _ => None,
                    };
                    let Some(name) = name else { break };
                    if path.is_empty() && start.is_here() {
                        error_end = Some(eval.units.range(node).end);
                    }
                    path.push(name);
                    (node, last) = (outer(member), outer(member));
                }
                _ => break,
            }
        }
        let here = Way { path, ..way.clone() };
        let is_new = here.path.len() > way.path.len();
        let mut read = self.empty(&here, eval.units.place(last));
        read.error_end = error_end;
        // What a name that was taken apart is compared with belongs to the read that stands for the name.
        if way.is_behind && !is_new {
            self.alias(node, &here);
            return;
        }
        let mut top = node;
        if let Use::In(call, Role::Callee) = self.fates.use_of(node)
            && is_new
        {
            let call = outer(call);
            read.call = Some(eval.units.range(call));
            read.argument = self.argument_text(call);
            top = call;
        }
        self.compared(top, &mut read.compared, 0);
        read.is_alternative = self.is_alternative(top);
        read.used = self.used_for(top);
        let whole = here.path.is_empty();
        if whole {
            self.tested(node);
        }
        self.found.list.push(read);
        self.alias(node, &Way { is_behind: !whole, ..here });
    }

    /// Follows what another name, or a function of the project, gets.
    fn alias(&mut self, node: Node, way: &Way) {
        let inner = Way { depth: way.depth + 1, ..way.clone() };
        if inner.depth >= MAX_DEPTH {
            return;
        }
        let eval = self.eval();
        let top = self.around(node);
        match self.fates.uses(top.unit).get(top.expr) {
            Use::Initial(binding) => self.name(Bound { unit: top.unit, binding }, &inner),
            Use::Unknown => {
                let facts = eval.units.unit(top.unit);
                for (at, binding) in facts.bindings.iter().enumerate() {
                    if let BindingSource::Variable { value: Some(value), path, .. } = &binding.source
                        && *value == top.expr
                    {
                        let bound = Bound { unit: top.unit, binding: BindingId(at as u32) };
                        self.taken_apart(bound, path, &inner);
                    }
                }
            }
            Use::In(call, Role::Argument(at)) => self.handed(Node { unit: top.unit, expr: call }, at, &inner),
            _ => {}
        }
    }

    /// An argument of a function of the project.
    fn handed(&mut self, call: Node, at: u32, way: &Way) {
        let eval = self.eval();
        let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return };
        let callee = Node { unit: call.unit, expr: *callee };
        let Kind::Function(unit, function, _) = eval.narrowly(callee, &None).kind else {
            // `axios.isAxiosError(err)`: from here on it matters whose error it is.
            let name = called(eval, call);
            if way.path.is_empty() && name.starts_with("is") {
                self.found.tells_apart = true;
            }
            return;
        };
        let facts = eval.units.unit(unit);
        let is_shared = way.is_shared || self.is_called_elsewhere(callee);
        let inner = Way { is_shared, ..way.clone() };
        for (id, binding) in facts.bindings.iter().enumerate() {
            if let BindingSource::Parameter { function: of, index, path } = &binding.source
                && (*of, *index) == (function, at)
            {
                self.taken_apart(Bound { unit, binding: BindingId(id as u32) }, path, &inner);
            }
        }
    }

    /// Whether a function may be called with something else than here.
    fn is_called_elsewhere(&self, callee: Node) -> bool {
        let eval = self.eval();
        let ExprKind::Ident(name, scope) = eval.units.kind(peeled(eval, callee)) else { return true };
        let Lookup::One(bound) = eval.units.lookup(callee.unit, *scope, name) else { return true };
        matches!(eval.units.binding(bound).source, BindingSource::Import { .. })
            || eval.units.is_exported(bound)
            || eval.units.references(bound).nth(1).is_some()
    }

    /// `err instanceof X`
    fn tested(&mut self, node: Node) {
        let eval = self.eval();
        let top = self.around(node);
        let Use::In(test, Role::Left(BinaryOp::Instanceof)) = self.fates.use_of(top) else { return };
        let test = Node { unit: node.unit, expr: test };
        let ExprKind::Binary(_, _, class) = eval.units.kind(test) else { return };
        let class = peeled(eval, Node { unit: node.unit, expr: *class });
        let (name, import, is_global) = self.class(class);
        let is_theirs = import.as_ref().is_some_and(|(module, _)| crate::sdk::Module::of(module).is_some());
        if !is_theirs && !(is_global && matches!(name.as_str(), "Error" | "Object")) {
            self.found.tells_apart = true;
        }
        self.found.tests.push(InstanceTest { at: eval.units.place(test), class: name, import, is_global });
    }

    /// The name of a class, where it is imported from, and whether it is a global.
    fn class(&self, class: Node) -> (SmolStr, Option<(SmolStr, SmolStr)>, bool) {
        let eval = self.eval();
        let (root, property) = match eval.units.kind(class) {
            ExprKind::Member { object, property } => {
                (peeled(eval, Node { unit: class.unit, expr: *object }), Some(property.clone()))
            }
            _ => (class, None),
        };
        let ExprKind::Ident(name, scope) = eval.units.kind(root) else { return (SmolStr::default(), None, false) };
        let shown = property.clone().unwrap_or_else(|| name.clone());
        let bound = match eval.units.lookup(class.unit, *scope, name) {
            Lookup::One(bound) => bound,
            Lookup::Several => return (shown, None, false),
            Lookup::None => return (shown, None, property.is_none()),
        };
        let facts = eval.units.unit(bound.unit);
        let (module, exported) = match &eval.units.binding(bound).source {
            BindingSource::Import { import, what } => {
                let exported = match what {
                    Imported::Named(name) => name.clone(),
                    Imported::Default | Imported::Namespace => property.unwrap_or_default(),
                };
                (facts.imports[*import as usize].module.clone(), exported)
            }
            BindingSource::Variable { value: Some(value), path, .. } => {
                match (&facts.exprs[value.index()].kind, &**path) {
                    (ExprKind::Load(module), [Step::Key(key)]) => (module.clone(), key.clone()),
                    (ExprKind::Load(module), []) => (module.clone(), property.unwrap_or_default()),
                    _ => return (shown, None, false),
                }
            }
            _ => return (shown, None, false),
        };
        (shown, Some((module, exported)), false)
    }

    /// What an expression is compared with, by itself or as one side of `??`, made a number, or by another name.
    fn compared(&self, node: Node, into: &mut Vec<Compared>, depth: u32) {
        if depth >= MAX_DEPTH {
            return;
        }
        let eval = self.eval();
        let outer = |expr: ExprId| Node { unit: node.unit, expr };
        match self.fates.uses(node.unit).get(node.expr) {
            Use::In(around, Role::Around | Role::Branch)
            | Use::In(around, Role::Left(BinaryOp::Or | BinaryOp::Nullish))
            | Use::In(around, Role::Right(BinaryOp::Or | BinaryOp::Nullish | BinaryOp::And)) => {
                self.compared(outer(around), into, depth);
            }
            Use::In(test, Role::Left(BinaryOp::Equal | BinaryOp::Unequal)) => {
                if let ExprKind::Binary(_, _, other) = eval.units.kind(outer(test)) {
                    self.constant(outer(*other), into);
                }
            }
            Use::In(test, Role::Right(BinaryOp::Equal | BinaryOp::Unequal)) => {
                if let ExprKind::Binary(_, other, _) = eval.units.kind(outer(test)) {
                    self.constant(outer(*other), into);
                }
            }
            Use::In(call, Role::Argument(0)) => {
                let call = outer(call);
                match called(eval, call).as_str() {
                    "includes" | "has" | "indexOf" => {
                        if let Some(list) = self.fates.receiver(call) {
                            self.listed(list, into);
                        }
                    }
                    "Number" | "String" | "parseInt" => self.compared(call, into, depth),
                    _ => {}
                }
            }
            Use::Initial(binding) => self.compared_by_name(Bound { unit: node.unit, binding }, into, depth + 1),
            _ => {}
        }
        for case in &eval.units.unit(node.unit).flow.cases {
            if peeled(eval, outer(case.of)) == peeled(eval, node) {
                self.constant(outer(case.value), into);
            }
        }
    }

    fn compared_by_name(&self, bound: Bound, into: &mut Vec<Compared>, depth: u32) {
        for place in self.eval().units.references(bound) {
            self.compared(place, into, depth);
        }
    }

    fn listed(&self, list: Node, into: &mut Vec<Compared>) {
        let eval = self.eval();
        let list = match eval.units.kind(peeled(eval, list)) {
            // `new Set([429, 503])`, by itself or by a name.
            ExprKind::New { .. } => self.first_argument(peeled(eval, list)),
            ExprKind::Ident(name, scope) => match eval.units.lookup(list.unit, *scope, name) {
                Lookup::One(bound) => match eval.units.binding(bound).source {
                    BindingSource::Variable { value: Some(value), .. } => {
                        let made = Node { unit: bound.unit, expr: value };
                        match eval.units.kind(made) {
                            ExprKind::New { .. } => self.first_argument(made),
                            _ => Some(list),
                        }
                    }
                    _ => Some(list),
                },
                _ => None,
            },
            _ => Some(list),
        };
        let Some(list) = list else { return };
        for value in eval.items(&eval.value(list)) {
            self.constant(value.node, into);
        }
    }

    fn first_argument(&self, call: Node) -> Option<Node> {
        let (ExprKind::New { arguments, .. } | ExprKind::Call { arguments, .. }) = self.eval().units.kind(call) else {
            return None;
        };
        match arguments.first() {
            Some(Element::Item(expr)) => Some(Node { unit: call.unit, expr: *expr }),
            _ => None,
        }
    }

    fn argument_text(&self, call: Node) -> Option<SmolStr> {
        let first = self.first_argument(call)?;
        self.eval().value(first).as_str().cloned()
    }

    fn constant(&self, node: Node, into: &mut Vec<Compared>) {
        let eval = self.eval();
        let value = eval.value(node);
        let with = match &value.kind {
            Kind::Str(text) => Constant::Text(text.clone()),
            Kind::Number(number) => match number.value {
                Some(value) => Constant::Number(value),
                None => return,
            },
            _ => return,
        };
        into.push(Compared { with, at: eval.units.place(node) });
    }

    fn around(&self, mut node: Node) -> Node {
        while let Use::In(around, Role::Around) = self.fates.uses(node.unit).get(node.expr) {
            node.expr = around;
        }
        node
    }

    fn is_alternative(&self, node: Node) -> bool {
        matches!(
            self.fates.use_of(node),
            Use::In(_, Role::Left(BinaryOp::Or | BinaryOp::Nullish) | Role::Right(BinaryOp::Or | BinaryOp::Nullish))
        )
    }

    fn used_for(&self, node: Node) -> UsedFor {
        let eval = self.eval();
        let facts = eval.units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let mut node = node;
        // Out of texts, sums, objects and alternatives.
        for _ in 0..16 {
            match self.fates.uses(node.unit).get(node.expr) {
                Use::In(call, Role::Argument(_) | Role::Kept)
                    if matches!(facts.exprs[call.index()].kind, ExprKind::Call { .. } | ExprKind::New { .. }) =>
                {
                    return self.passed(Node { unit: node.unit, expr: call });
                }
                Use::In(_, Role::Target) => return UsedFor::Written,
                Use::In(
                    around,
                    Role::Around
                    | Role::Kept
                    | Role::Element
                    | Role::Branch
                    | Role::Left(BinaryOp::Add | BinaryOp::Or | BinaryOp::Nullish)
                    | Role::Right(_),
                ) => node.expr = around,
                Use::In(around, Role::Other) if matches!(facts.exprs[around.index()].kind, ExprKind::Template(_)) => {
                    node.expr = around;
                }
                _ => break,
            }
        }
        if eval.units.is_written_member(node) {
            return UsedFor::Written;
        }
        if facts.flow.throws.iter().any(|throw| throw.contains(range)) { UsedFor::Thrown } else { UsedFor::Other }
    }

    fn passed(&self, call: Node) -> UsedFor {
        let eval = self.eval();
        let (ExprKind::Call { callee, arguments } | ExprKind::New { callee, arguments, .. }) = eval.units.kind(call)
        else {
            return UsedFor::Other;
        };
        let name = called(eval, call);
        let on = match eval.units.kind(peeled(eval, Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { object, .. } => {
                match eval.units.kind(peeled(eval, Node { unit: call.unit, expr: *object })) {
                    ExprKind::Ident(name, _) => name.clone(),
                    ExprKind::Member { property, .. } => property.clone(),
                    _ => SmolStr::default(),
                }
            }
            _ => SmolStr::default(),
        };
        let logs = matches!(name.as_str(), "error" | "warn" | "info" | "log" | "debug")
            && (on == "console" || on.to_lowercase().ends_with("log") || on.to_lowercase().ends_with("logger"));
        let last = arguments.iter().rev().find_map(|argument| match argument {
            Element::Item(expr) | Element::Spread(Some(expr)) => {
                Some(eval.units.range(Node { unit: call.unit, expr: *expr }).end)
            }
            _ => None,
        });
        let range = eval.units.range(call);
        UsedFor::Passed { name, logs, call: range, last: last.unwrap_or(range.end) }
    }
}

/// The parameter of a function at a place, with the ways from it to each name.
pub fn parameters(eval: &Eval<'_>, (unit, function): FunctionRef, at: u32) -> Vec<(Bound, Vec<Step>)> {
    let bindings = eval.units.unit(unit).bindings.iter().enumerate();
    bindings
        .filter_map(|(id, binding)| match &binding.source {
            BindingSource::Parameter { function: of, index, path } if (*of, *index) == (function, at) => {
                Some((Bound { unit, binding: BindingId(id as u32) }, path.to_vec()))
            }
            _ => None,
        })
        .collect()
}
