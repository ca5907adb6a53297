//! Follows an error through a handler to the reads of it.

use super::handler::{ErrorRead, InstanceTest, UsedFor};
use crate::facts::{BinaryOp, BindingSource, ExprId, ExprKind, PatternStep, Type};

use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, FunctionRef, What};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use smol_str::SmolStr;

/// The maximum number of names and functions that an error is followed through from one to the next.
const MAX_DEPTH: usize = 8;
/// The maximum number of reads kept for one error.
const MAX_READS: usize = 200;

/// The SDK's type of its errors.
const ERROR: &str = "CustomerIORequestError";

/// The results of following an error.
#[derive(Debug, Default)]
pub struct Reads {
    /// The reads.
    pub list: Vec<ErrorRead>,
    /// The tests of its class.
    pub tests: Vec<InstanceTest>,
    /// True when other errors are distinguished.
    pub tells_apart: bool,
}

/// Follows one error.
pub struct ErrorTrail<'f, 'e, 'a> {
    pub(super) promises: &'f PromiseAnalysis<'e, 'a>,
    pub(super) found: Reads,
}

/// The way an error came to a name.
#[derive(Clone, Default)]
struct Way {
    /// The path from the error that the name holds.
    path: Vec<SmolStr>,
    /// True when a read stands for the name already.
    is_behind: bool,
    is_shared: bool,
    /// True when the code states its type.
    is_typed: bool,
    /// The names that it came by. A function that calls itself with the error, or with its cause, does the same with it
    /// again.
    names: Vec<Bound>,
}

impl<'f, 'e, 'a> ErrorTrail<'f, 'e, 'a> {
    /// For errors in the files that `promises` looks at.
    pub fn new(promises: &'f PromiseAnalysis<'e, 'a>) -> Self {
        Self { promises, found: Reads::default() }
    }

    /// Returns the results.
    pub fn finish(self) -> Reads {
        self.found
    }

    /// Looks at the names of a handler's parameter: the error, or parts of it.
    pub fn parameter(&mut self, bound: Bound, steps: &[PatternStep]) {
        self.taken_apart(bound, steps, &Way::default());
    }

    pub(super) fn eval(&self) -> &'e Eval<'a> {
        self.promises.eval()
    }

    /// A name that a pattern takes out of the error.
    fn taken_apart(&mut self, bound: Bound, steps: &[PatternStep], way: &Way) {
        if way.names.contains(&bound) {
            return;
        }
        let mut inner = way.clone();
        inner.names.push(bound);
        inner.is_typed |= self.is_annotated(bound);
        for step in steps {
            match step {
                PatternStep::Key(key) => inner.path.push(key.clone()),
                PatternStep::Default(_) => {}
                PatternStep::Index(_) | PatternStep::Rest => return,
            }
        }
        if inner.path.len() > way.path.len() {
            let units = &self.eval().units;
            let range = units.absolute(bound.unit, units.binding(bound).range);
            let at = crate::text::Place { file: units.files.path(bound.unit.file), range };
            let mut read = self.empty(&inner, at);
            self.compared_by_name(bound, &mut read.compared, &mut Vec::new());
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
            reckoned: None,
            taken_for: None,
            is_shared: way.is_shared,
            is_typed: way.is_typed,
        }
    }

    /// Returns whether a name has a type of its own by its annotation: not `any` and not `unknown`.
    fn is_annotated(&self, bound: Bound) -> bool {
        let units = &self.eval().units;
        let ty = units.binding(bound).ty.map(|ty| &units.unit(bound.unit).types[ty.index()]);
        ty.is_some_and(is_own)
    }

    /// Returns whether an expression is a cast to a type of its own.
    fn is_cast(&self, node: Node) -> bool {
        let unit = self.eval().units.unit(node.unit);
        let is_cast = matches!(self.eval().units.kind(node), ExprKind::Cast(..));
        is_cast && unit.said_of(node.expr).is_some_and(|ty| is_own(&unit.types[ty.index()]))
    }

    /// Every place that a name is read at.
    fn name(&mut self, bound: Bound, way: &Way) {
        let eval = self.eval();
        for node in eval.units.references(bound) {
            if way.names.len() > MAX_DEPTH || self.found.list.len() >= MAX_READS {
                return eval.hit(What::Steps, node);
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
        let mut is_typed = way.is_typed;
        loop {
            match self.promises.uses(node.unit).get(node.expr) {
                Use::In(around, Role::Around) => {
                    node = outer(around);
                    is_typed |= self.is_cast(node);
                }
                // The target of an assignment is in the facts once more, and counts there.
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
        let here = Way { path, is_typed, ..way.clone() };
        let is_new = here.path.len() > way.path.len();
        let mut read = self.empty(&here, eval.units.place(last));
        read.error_end = error_end;
        // What a name that was taken apart is compared with belongs to the read that stands for the name.
        if way.is_behind && !is_new {
            self.alias(node, &here);
            return;
        }
        let mut top = node;
        if let Use::In(call, Role::Callee) = self.promises.use_of(node)
            && is_new
        {
            let call = outer(call);
            read.call = Some(eval.units.range(call));
            read.argument = self.argument_text(call);
            top = call;
        }
        self.compared(top, &mut read.compared, &mut Vec::new());
        read.is_alternative = self.is_alternative(top);
        read.used = self.used_for(top);
        read.reckoned = self.reckoned(top);
        if is_new {
            read.taken_for = self.taken_for(top);
        }
        let whole = here.path.is_empty();
        if whole {
            self.tested(node);
        }
        self.told(node, &read);
        self.found.list.push(read);
        self.alias(node, &Way { is_behind: !whole, ..here });
    }

    /// Follows the error to another name, or into a function of the project.
    fn alias(&mut self, node: Node, way: &Way) {
        let eval = self.eval();
        let top = self.around(node);
        match self.promises.uses(top.unit).get(top.expr) {
            Use::Initial(binding) => self.taken_apart(Bound { unit: top.unit, binding }, &[], way),
            Use::Unknown => {
                for binding in eval.units.functions(top.unit).initial(top.expr) {
                    let bound = Bound { unit: top.unit, binding: *binding };
                    if let BindingSource::Variable { path, .. } = &eval.units.binding(bound).source {
                        self.taken_apart(bound, path, way);
                    }
                }
            }
            Use::In(call, Role::Argument(at)) => self.handed(Node { unit: top.unit, expr: call }, at, way),
            _ => {}
        }
    }

    /// An argument of a function of the project.
    fn handed(&mut self, call: Node, at: u32, way: &Way) {
        let eval = self.eval();
        let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return };
        let callee = Node { unit: call.unit, expr: *callee };
        let ValueKind::Function(unit, function, _) = eval.narrowly(callee, &None).kind else {
            // `axios.isAxiosError(err)`: from here on it matters whose error it is.
            let name = eval.called(call);
            if way.path.is_empty() && name.starts_with("is") {
                self.found.tells_apart = true;
            }
            return;
        };
        let is_shared = way.is_shared || self.is_called_elsewhere(callee);
        let inner = Way { is_shared, ..way.clone() };
        for (bound, path) in parameters(eval, (unit, function), at) {
            self.taken_apart(bound, &path, &inner);
        }
    }

    /// Returns whether a function may be called with something else than here.
    fn is_called_elsewhere(&self, callee: Node) -> bool {
        let eval = self.eval();
        let ExprKind::Ident(name, scope) = eval.units.kind(eval.units.peeled(callee)) else { return true };
        let Lookup::One(bound) = eval.units.lookup(callee.unit, *scope, name) else { return true };
        matches!(eval.units.binding(bound).source, BindingSource::Import { .. })
            || eval.units.is_exported(bound)
            || eval.units.references(bound).nth(1).is_some()
    }

    pub(super) fn around(&self, mut node: Node) -> Node {
        while let Use::In(around, Role::Around) = self.promises.uses(node.unit).get(node.expr) {
            node.expr = around;
        }
        node
    }

    fn is_alternative(&self, node: Node) -> bool {
        matches!(
            self.promises.use_of(node),
            Use::In(_, Role::Left(BinaryOp::Or | BinaryOp::Nullish) | Role::Right(BinaryOp::Or | BinaryOp::Nullish))
        )
    }
}

/// Returns whether a type states the members of an error, and is not the SDK's.
fn is_own(ty: &Type) -> bool {
    match ty {
        Type::Unknown => false,
        Type::Named(name, _) | Type::Qualified(_, name, _) | Type::Imported(_, name) => name != ERROR,
        _ => true,
    }
}

/// The parameter of a function at a place, with the ways from it to each name.
pub fn parameters(eval: &Eval<'_>, (unit, function): FunctionRef, at: u32) -> Vec<(Bound, Vec<PatternStep>)> {
    let all = eval.units.functions(unit).parameters(function).iter().map(|binding| Bound { unit, binding: *binding });
    all.filter_map(|bound| match &eval.units.binding(bound).source {
        BindingSource::Parameter { index, path, .. } if *index == at => Some((bound, path.to_vec())),
        _ => None,
    })
    .collect()
}
