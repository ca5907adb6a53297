//! Conditions that are decided by what a function is called with: `api === "app" ? … : …`, `switch (api) { … }`.

use super::Eval;
use super::narrowed::behind;
use super::units::{Node, UnitId};
use super::value::{Frame, Value, ValueKind};
use crate::facts::{BinaryOp, ExprId, ExprKind, UnaryOp, Unit};
use crate::text::TextRange;

impl Eval<'_> {
    /// Returns the value of a condition, where what the function around it is called with decides it. Nothing is decided
    /// outside of calls: there, the code is what somebody may change.
    pub(super) fn decided(&self, test: Node, frame: &Frame) -> Option<bool> {
        frame.as_ref()?;
        let test = self.units.peeled(test);
        let sibling = |expr: ExprId| self.units.peeled(Node { expr, ..test });
        match self.units.kind(test) {
            ExprKind::Unary(UnaryOp::Not, of) => self.decided(sibling(*of), frame).map(|value| !value),
            ExprKind::Binary(op @ (BinaryOp::Equal | BinaryOp::Unequal), left, right) => {
                let sides = [sibling(*left), sibling(*right)];
                if !sides.iter().any(|side| matches!(self.units.kind(*side), ExprKind::String(_))) {
                    return None;
                }
                let [left, right] = sides.map(|side| self.eval(side, frame));
                Some((left.as_str()? == right.as_str()?) == (*op == BinaryOp::Equal))
            }
            ExprKind::Ident(..) => match self.eval(test, frame).kind {
                ValueKind::Bool(value) => Some(value),
                _ => None,
            },
            _ => None,
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
        if frame.is_none() || returns.len() < 2 {
            return returns;
        }
        let node = |expr: ExprId| Node { unit: body, expr };
        let range = |expr: ExprId| unit.exprs[expr.index()].range;
        let mut dead = Vec::new();
        for test in &unit.flow.tested {
            if let Some(value) = self.decided(node(*test), frame) {
                behind(unit, range(*test), !value, &mut dead);
            }
        }
        let is_in = |ranges: &[TextRange], expr: ExprId| {
            let at = range(expr).start;
            ranges.iter().any(|range| range.start <= at && at < range.end)
        };
        let mut subjects: Vec<ExprId> = unit.flow.cases.iter().map(|case| case.of).collect();
        subjects.dedup();
        for of in subjects {
            let Some(known) = self.eval(node(of), frame).as_str().cloned() else { continue };
            let cases: Vec<_> = unit.flow.cases.iter().filter(|case| case.of == of).collect();
            let values: Option<Vec<_>> =
                cases.iter().map(|case| self.eval(node(case.value), frame).as_str().cloned()).collect();
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
        let live: Vec<ExprId> = returns.iter().copied().filter(|expr| !is_in(&dead, *expr)).collect();
        if live.is_empty() { returns } else { live }
    }
}

/// The innermost branch around a place.
fn arm_around(unit: &Unit, at: u32) -> Option<TextRange> {
    let around = unit.flow.arms.iter().filter(|arm| arm.start <= at && at < arm.end);
    around.min_by_key(|arm| arm.end - arm.start).copied()
}

/// The value that is returned once a case is entered, if that is what ends it, or one of the next ones that it falls
/// through to.
fn first_return(unit: &Unit, case: TextRange) -> Option<ExprId> {
    let exits = unit.flow.exits.iter().chain(&unit.flow.throws).filter(|exit| exit.start >= case.start);
    let first = exits.min_by_key(|exit| exit.start)?;
    let arm = arm_around(unit, first.start)?;
    if arm.start < case.start || is_of_if(unit, arm) {
        return None;
    }
    let is_there = |expr: &&ExprId| {
        let at = unit.exprs[expr.index()].range.start;
        first.start <= at && at < first.end
    };
    unit.returns.iter().find(is_there).copied()
}

/// Returns whether a branch is that of an `if`.
fn is_of_if(unit: &Unit, arm: TextRange) -> bool {
    let tests = unit.flow.tested.iter().map(|test| unit.exprs[test.index()].range);
    let mut ranges = Vec::new();
    tests.for_each(|test| {
        behind(unit, test, true, &mut ranges);
        behind(unit, test, false, &mut ranges);
    });
    ranges.contains(&arm)
}
