//! Conditions that are decided by what a function is called with: `api === "app" ? … : …`, `switch (api) { … }`.

use super::Eval;
use super::units::index::UnitIndex;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Frame, Value, ValueKind};
use crate::facts::{BinaryOp, ExprId, ExprKind, UnaryOp, Unit};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// The maximum number of tests and cases of a function that the values of a call decide: each call asks about all. Above
/// it everything counts that the function may return, as it does where a call decides nothing.
const MOST_DECIDED: usize = 64;

/// The values of variables, and of what is in them, in one call: a function may look at one of them hundreds of times.
type Asked = FxHashMap<(Bound, Vec<SmolStr>), Value>;

impl Eval<'_> {
    /// Returns the value of a condition, where what the function around it is called with decides it. Nothing is decided
    /// outside of calls: there, the code is what somebody may change.
    pub(super) fn decided(&self, test: Node, frame: &Frame) -> Option<bool> {
        self.decided_among(test, frame, &mut Asked::default())
    }

    fn decided_among(&self, test: Node, frame: &Frame, asked: &mut Asked) -> Option<bool> {
        frame.as_ref()?;
        let test = self.units.peeled(test);
        let sibling = |expr: ExprId| self.units.peeled(Node { expr, ..test });
        match self.units.kind(test) {
            ExprKind::Unary(UnaryOp::Not, of) => self.decided_among(sibling(*of), frame, asked).map(|value| !value),
            ExprKind::Binary(op @ (BinaryOp::Equal | BinaryOp::Unequal), left, right) => {
                let sides = [sibling(*left), sibling(*right)];
                if !sides.iter().any(|side| matches!(self.units.kind(*side), ExprKind::String(_))) {
                    return None;
                }
                let [left, right] = sides.map(|side| self.text_among(side, frame, asked));
                Some((left? == right?) == (*op == BinaryOp::Equal))
            }
            ExprKind::Ident(..) => match self.value_among(test, frame, asked).kind {
                ValueKind::Bool(value) => Some(value),
                _ => None,
            },
            _ => None,
        }
    }

    fn text_among(&self, node: Node, frame: &Frame, asked: &mut Asked) -> Option<SmolStr> {
        match self.units.kind(node) {
            ExprKind::String(text) => Some(text.clone()),
            _ => self.value_among(node, frame, asked).as_str().cloned(),
        }
    }

    fn value_among(&self, node: Node, frame: &Frame, asked: &mut Asked) -> Value {
        let Some(place) = self.place_in(node) else { return self.eval(node, frame) };
        asked.entry(place).or_insert_with(|| self.eval(node, frame)).clone()
    }

    /// The variable that an expression begins with, and the way from there: `options.api`.
    fn place_in(&self, node: Node) -> Option<(Bound, Vec<SmolStr>)> {
        let (mut node, mut way) = (node, Vec::new());
        loop {
            node = self.units.peeled(node);
            match self.units.kind(node) {
                ExprKind::Member { object, property } => {
                    way.push(property.clone());
                    node.expr = *object;
                }
                ExprKind::Ident(name, scope) => match self.units.lookup(node.unit, *scope, name) {
                    Lookup::One(bound) => return Some((bound, way)),
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    /// The value of `test ? then : other`.
    pub(super) fn either(&self, node: Node, [test, then, other]: [Node; 3], frame: &Frame) -> Value {
        match self.decided(test, frame) {
            Some(is_true) => Value::choice(node, [self.branch(if is_true { then } else { other }, frame)]),
            None => Value::choice(node, [self.branch(then, frame), self.branch(other, frame)]),
        }
    }

    /// The values that the body of a function may return, without those that its call rules out.
    pub(super) fn live_returns(&self, body: UnitId, frame: &Frame) -> Vec<ExprId> {
        let unit = self.units.unit(body);
        let mut returns = unit.returns.to_vec();
        let is_much = unit.flow.tested.len() + unit.flow.cases.len() > MOST_DECIDED;
        if frame.is_none() || returns.len() < 2 || is_much {
            return returns;
        }
        let node = |expr: ExprId| Node { unit: body, expr };
        let range = |expr: ExprId| unit.exprs[expr.index()].range;
        let (mut dead, mut asked) = (Vec::new(), Asked::default());
        for test in &unit.flow.tested {
            if let Some(value) = self.decided_among(node(*test), frame, &mut asked) {
                UnitIndex::of(unit).conditions(unit).behind(range(*test), !value, &mut dead);
            }
        }
        let mut subjects: Vec<ExprId> = unit.flow.cases.iter().map(|case| case.of).collect();
        subjects.dedup();
        for of in subjects {
            let Some(known) = self.text_among(node(of), frame, &mut asked) else { continue };
            let cases: Vec<_> = unit.flow.cases.iter().filter(|case| case.of == of).collect();
            let values: Option<Vec<_>> =
                cases.iter().map(|case| self.text_among(node(case.value), frame, &mut asked)).collect();
            let Some(values) = values else { continue };
            let arm = |at: usize| arm_around(unit, range(cases[at].value).start);
            match values.iter().position(|value| *value == known) {
                None => dead.extend((0..cases.len()).filter_map(arm)),
                Some(at) => {
                    let Some(only) = arm(at).and_then(|arm| first_return(unit, arm)) else { continue };
                    let start = range(of).start;
                    returns.retain(|expr| *expr == only || range(*expr).start < start);
                }
            }
        }
        let dead = joined(dead);
        let is_dead = |expr: ExprId| {
            let at = range(expr).start;
            let after = dead.partition_point(|range| range.start <= at);
            after.checked_sub(1).is_some_and(|before| at < dead[before].end)
        };
        let live: Vec<ExprId> = returns.iter().copied().filter(|expr| !is_dead(*expr)).collect();
        if live.is_empty() { returns } else { live }
    }
}

/// The value that is returned once a case is entered, if that is what ends it, or one of the next ones that it falls
/// through to.
fn first_return(unit: &Unit, case: TextRange) -> Option<ExprId> {
    let exits = unit.flow.exits.iter().chain(&unit.flow.throws).filter(|exit| exit.start >= case.start);
    let first = exits.min_by_key(|exit| exit.start)?;
    let arm = arm_around(unit, first.start)?;
    if arm.start < case.start || UnitIndex::of(unit).conditions(unit).is_of_if(arm) {
        return None;
    }
    let is_there = |expr: &&ExprId| {
        let at = unit.exprs[expr.index()].range.start;
        first.start <= at && at < first.end
    };
    unit.returns.iter().find(is_there).copied()
}

/// The innermost branch around a place.
fn arm_around(unit: &Unit, at: u32) -> Option<TextRange> {
    let around = UnitIndex::of(unit).flow(unit).arms.around(TextRange { start: at, end: at });
    around.map(|(range, ())| range).find(|arm| at < arm.end)
}

/// Ranges without what lies in others, in order.
fn joined(mut ranges: Vec<TextRange>) -> Vec<TextRange> {
    ranges.sort_by_key(|range| range.start);
    let mut all: Vec<TextRange> = Vec::new();
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => all.push(range),
        }
    }
    all
}
