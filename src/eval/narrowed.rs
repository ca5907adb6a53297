//! The type of a value where a test holds: `if (client instanceof TrackClient) client.identify(…)`.

use super::Eval;
use super::units::files::LocalFile;
use super::units::index::UnitIndex;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Value, ValueKind};
use crate::facts::{BinaryOp, BindingSource, Body, Element, ExprId, ExprKind, UnaryOp, Unit};
use crate::sdk::{ClientKind, Export};
use crate::text::TextRange;
use smol_str::SmolStr;
use std::rc::Rc;

/// A test `value instanceof Class` that may name a class of the SDK.
pub(super) struct InstanceTest {
    /// The value.
    subject: Node,
    /// The class.
    class: Node,
    /// The name that the value begins with; none for `this`.
    root: Option<SmolStr>,
    /// The ranges where it holds, in the unit of the test.
    holds: Vec<TextRange>,
}

/// A function of the file that tests its argument.
struct Guard {
    /// Its name.
    function: Bound,
    /// The place of the argument.
    index: u32,
    /// The class.
    class: Node,
    /// True when it returns only where the test holds.
    asserts: bool,
}

impl Eval<'_> {
    /// A value that a name or a member is worth, with what the tests around the place tell of it.
    pub(super) fn narrowed(&self, value: Value, node: Node) -> Value {
        let may_be_more =
            value.cases().iter().any(|case| matches!(case.kind, ValueKind::Unknown | ValueKind::Typed(..)))
                || matches!(value.kind, ValueKind::Choice(_));
        if !may_be_more {
            return value;
        }
        match self.tested_client(node) {
            Some(client) => only(value, client, node),
            None => value,
        }
    }

    /// Returns whether a test somewhere in the file may tell that what goes by a name is a client.
    pub(super) fn is_tested_name(&self, file: LocalFile, name: &str) -> bool {
        self.instance_tests(file).iter().any(|test| test.root.as_deref() == Some(name))
    }

    /// The client that an expression certainly is by the tests before it.
    fn tested_client(&self, node: Node) -> Option<ClientKind> {
        let tests = self.instance_tests(node.unit.file);
        let of_place = tests.iter().filter(|test| self.stands_in(node, test) && self.is_same(test.subject, node));
        let mut clients = of_place.filter_map(|test| match self.narrowly(test.class, &None).kind {
            ValueKind::Export(Export::Client(client)) => Some(client),
            _ => None,
        });
        clients.next()
    }

    /// The tests of a file that have a place where they hold.
    fn instance_tests(&self, file: LocalFile) -> Rc<[InstanceTest]> {
        if let Some(known) = self.instance_tests.borrow().get(&file) {
            return known.clone();
        }
        let mut tests = Vec::new();
        let mut guards = Vec::new();
        for unit in self.units.inside(self.units.root(file)) {
            let facts = self.units.unit(unit);
            for (at, expr) in facts.exprs.iter().enumerate() {
                let ExprKind::Binary(BinaryOp::Instanceof, subject, class) = expr.kind else { continue };
                let (subject, class) = (Node { unit, expr: subject }, Node { unit, expr: class });
                if !self.is_bound(class) {
                    continue;
                }
                let test = ExprId(at as u32);
                let holds = holds(facts, test);
                guards.extend(self.guard(Node { unit, expr: test }, subject, class, &holds));
                if !holds.is_empty() {
                    tests.push(InstanceTest { subject, class, root: self.root_name(subject), holds });
                }
            }
        }
        for guard in guards {
            tests.extend(self.tests_by(&guard));
        }
        let tests: Rc<[InstanceTest]> = tests.into();
        self.instance_tests.borrow_mut().insert(file, tests.clone());
        tests
    }

    /// The function whose parameter a test is about, when the function says by its result whether the test holds, or
    /// returns only where it does: `const isClient = (x) => x instanceof TrackClient`.
    fn guard(&self, test: Node, subject: Node, class: Node, holds: &[TextRange]) -> Option<Guard> {
        let ExprKind::Ident(name, scope) = self.units.kind(self.units.peeled(subject)) else { return None };
        let Lookup::One(bound) = self.units.lookup(subject.unit, *scope, name) else { return None };
        let BindingSource::Parameter { function, index, path } = &self.units.binding(bound).source else { return None };
        let facts = &self.units.unit(bound.unit).functions[function.index()];
        if !path.is_empty() || facts.is_async || facts.generator {
            return None;
        }
        let is_result =
            |unit: UnitId, expr: ExprId| unit == test.unit && self.units.unit(unit).peeled(expr) == test.expr;
        let asserts = match facts.body {
            Body::Expr(result) if is_result(bound.unit, result) => false,
            Body::Unit(ordinal) => {
                let body = self.units.child(bound.unit, ordinal);
                match &self.units.unit(body).returns[..] {
                    [result] if is_result(body, *result) => false,
                    [] if body == test.unit && holds.iter().any(|range| range.end == u32::MAX) => true,
                    _ => return None,
                }
            }
            _ => return None,
        };
        let binding = self.units.functions(bound.unit).bound(*function)?;
        Some(Guard { function: Bound { unit: bound.unit, binding }, index: *index, class, asserts })
    }

    /// The calls of a function that tests its argument, as tests.
    fn tests_by(&self, guard: &Guard) -> Vec<InstanceTest> {
        let mut tests = Vec::new();
        for (call, given) in self.units.calls_by_name(guard.function, guard.index) {
            let Some(subject) = given else { continue };
            let facts = self.units.unit(call.unit);
            let holds = if guard.asserts { after_statement(facts, call.expr) } else { holds(facts, call.expr) };
            if !holds.is_empty() {
                tests.push(InstanceTest { subject, class: guard.class, root: self.root_name(subject), holds });
            }
        }
        tests
    }

    /// Returns whether a class is something of the file, and none of the language (`Error`).
    fn is_bound(&self, class: Node) -> bool {
        let node = self.root(class);
        match self.units.kind(node) {
            ExprKind::Ident(name, scope) => !matches!(self.units.lookup(node.unit, *scope, name), Lookup::None),
            _ => false,
        }
    }

    /// Returns the beginning of a chain of members.
    fn root(&self, node: Node) -> Node {
        let mut node = self.units.peeled(node);
        while let ExprKind::Member { object, .. } = self.units.kind(node) {
            node = self.units.peeled(Node { unit: node.unit, expr: *object });
        }
        node
    }

    fn root_name(&self, node: Node) -> Option<SmolStr> {
        match self.units.kind(self.root(node)) {
            ExprKind::Ident(name, _) => Some(name.clone()),
            _ => None,
        }
    }

    /// Returns whether an expression is where a test holds, including inside a function that is created there.
    fn stands_in(&self, node: Node, test: &InstanceTest) -> bool {
        let within = test.subject.unit;
        let (mut unit, mut at) = (node.unit, self.units.unit(node.unit).exprs[node.expr.index()].range.start);
        loop {
            if unit == within {
                return test.holds.iter().any(|range| range.start <= at && at < range.end);
            }
            let Some((outer, _)) = self.units.outer(unit) else { return false };
            let ordinal = unit.at - self.units.child(outer, 0).at;
            at = self.units.unit(outer).children[ordinal as usize].start;
            unit = outer;
        }
    }

    /// Returns whether two expressions are the same name or member, which nothing is assigned to in between.
    fn is_same(&self, one: Node, other: Node) -> bool {
        let (one, other) = (self.units.peeled(one), self.units.peeled(other));
        match (self.units.kind(one), self.units.kind(other)) {
            (ExprKind::Ident(name, scope), ExprKind::Ident(other_name, other_scope)) if name == other_name => {
                match (
                    self.units.lookup(one.unit, *scope, name),
                    self.units.lookup(other.unit, *other_scope, other_name),
                ) {
                    (Lookup::One(bound), Lookup::One(other)) => {
                        bound == other && self.units.writes_to(bound).next().is_none()
                    }
                    _ => false,
                }
            }
            (
                ExprKind::Member { object, property },
                ExprKind::Member { object: other_object, property: other_property },
            ) => {
                property == other_property
                    && one.unit == other.unit
                    && self.units.writes_naming(one.unit.file, property).all(|(unit, _)| unit != one.unit)
                    && self
                        .is_same(Node { unit: one.unit, expr: *object }, Node { unit: other.unit, expr: *other_object })
            }
            (ExprKind::This(_), ExprKind::This(_)) => one.unit == other.unit,
            _ => false,
        }
    }
}

/// Returns the part of a value that remains when it is known to be a client of one kind.
fn only(value: Value, client: ClientKind, node: Node) -> Value {
    let is_it = |case: &&Value| matches!(case.kind, ValueKind::Client(kind, _) if kind == client);
    let same: Vec<Value> = value.cases().iter().filter(is_it).cloned().collect();
    if !same.is_empty() {
        return Value::choice(node, same);
    }
    let may_be = value.cases().iter().any(|case| matches!(case.kind, ValueKind::Unknown | ValueKind::Typed(..)));
    if may_be { Value::at(node, ValueKind::Client(client, None)) } else { value }
}

/// Returns the ranges where a test of a unit certainly holds.
fn holds(unit: &Unit, test: ExprId) -> Vec<TextRange> {
    let range = |expr: ExprId| unit.exprs[expr.index()].range;
    let mut found = Vec::new();
    let (mut at, mut positive) = (test, true);
    loop {
        let parent = unit.exprs.iter().enumerate().find_map(|(parent, expr)| {
            let is_child = match expr.kind {
                ExprKind::Paren(inner) | ExprKind::Unary(UnaryOp::Not, inner) => inner == at,
                ExprKind::Binary(BinaryOp::And | BinaryOp::Or, left, right) => left == at || right == at,
                ExprKind::Conditional(test, ..) => test == at,
                _ => false,
            };
            is_child.then_some((ExprId(parent as u32), &expr.kind))
        });
        if unit.flow.tested.contains(&at) {
            UnitIndex::of(unit).conditions(unit).behind(range(at), positive, &mut found);
            return found;
        }
        // `assert(x instanceof TrackClient)`
        if let Some(assertion) = asserting(unit, at)
            && positive
        {
            found.extend(after_statement(unit, assertion));
            return found;
        }
        let Some((parent, kind)) = parent else { return found };
        match kind {
            ExprKind::Unary(..) => positive = !positive,
            ExprKind::Conditional(_, then, other) => {
                found.push(range(if positive { *then } else { *other }));
                return found;
            }
            // A conjunction that is true has all its parts true, a disjunction that is false has all false.
            ExprKind::Binary(op, left, right) => {
                if (*op == BinaryOp::And) != positive {
                    return found;
                }
                if *left == at {
                    found.push(range(*right));
                }
            }
            _ => {}
        }
        at = parent;
    }
}

/// Functions that throw unless their first argument is true.
const ASSERTIONS: [&str; 3] = ["assert", "invariant", "ok"];

/// The call that throws unless an expression is true.
fn asserting(unit: &Unit, test: ExprId) -> Option<ExprId> {
    unit.calls.iter().copied().find(|call| {
        let ExprKind::Call { callee, arguments } = &unit.exprs[call.index()].kind else { return false };
        let is_first =
            matches!(arguments.first(), Some(Element::Item(first)) if unit.peeled(*first) == unit.peeled(test));
        is_first
            && match &unit.exprs[unit.peeled(*callee).index()].kind {
                ExprKind::Ident(name, _) => ASSERTIONS.contains(&name.as_str()),
                // Not `console.assert`, which only writes.
                ExprKind::Member { object, property } => {
                    let of = matches!(&unit.exprs[object.index()].kind, ExprKind::Ident(name, _) if name == "assert");
                    of && (property == "ok" || property == "strict")
                }
                _ => false,
            }
    })
}

/// The code behind a call that is a statement, up to the end of the block.
fn after_statement(unit: &Unit, call: ExprId) -> Vec<TextRange> {
    if !unit.flow.dropped.contains(&call) {
        return Vec::new();
    }
    let start = unit.exprs[call.index()].range.end;
    vec![TextRange { start, end: UnitIndex::of(unit).conditions(unit).end_of_block(start) }]
}
