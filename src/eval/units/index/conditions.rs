//! The tests of `if` and `while`: the code that runs only where one is true, or false.

use crate::facts::Unit;
use crate::text::{Nest, TextRange};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// The branches of a unit and the ways out of them, by place. A function may have hundreds, and each call of it asks.
pub struct ConditionIndex {
    /// The branches of `if` and the cases of `switch`.
    arms: Vec<TextRange>,
    loops: Vec<TextRange>,
    /// The first bytes of all statements and expressions.
    starts: Vec<u32>,
    /// By their ends; of two that end at the same place, the inner one comes first.
    statements: Vec<TextRange>,
    /// The statements that leave a branch, as ranges and to be found by place.
    exits: FxHashSet<TextRange>,
    leaving: Nest<()>,
    /// Branches, bodies of loops, and the parts of `try`.
    blocks: Nest<()>,
    /// The branches that are those of an `if`.
    of_if: FxHashSet<TextRange>,
}

impl ConditionIndex {
    pub(super) fn of(unit: &Unit) -> Self {
        let flow = &unit.flow;
        let by_start = |mut ranges: Vec<TextRange>| {
            ranges.sort_by_key(|range| range.start);
            ranges
        };
        let mut starts: Vec<u32> = flow
            .statements
            .iter()
            .copied()
            .chain(unit.exprs.iter().map(|expr| expr.range))
            .map(|it| it.start)
            .collect();
        starts.sort_unstable();
        let mut statements = flow.statements.clone();
        statements.sort_by_key(|range| (range.end, Reverse(range.start)));
        let exits = || flow.exits.iter().chain(&flow.throws).chain(&flow.again).copied();
        let parts = flow.tries.iter().flat_map(|it| [Some(it.block), it.handler.map(|it| it.range), it.finalizer]);
        let loops = || flow.loops.iter().map(|it| it.body);
        let blocks = flow.arms.iter().copied().chain(loops()).chain(parts.flatten());
        let mut index = Self {
            arms: by_start(flow.arms.clone()),
            loops: by_start(loops().collect()),
            starts,
            statements,
            exits: exits().collect(),
            leaving: Nest::of(exits().map(|range| (range, ()))),
            blocks: Nest::of(blocks.map(|range| (range, ()))),
            of_if: FxHashSet::default(),
        };
        for test in &flow.tested {
            if let Some((then, other)) = index.branches(unit.exprs[test.index()].range) {
                index.of_if.extend([Some(then), other].into_iter().flatten());
            }
        }
        index
    }

    /// Finds the ranges where the test of an `if` or a `while` is true, or false: the branch, and the code after it where
    /// the other branch leaves.
    pub fn behind(&self, test: TextRange, positive: bool, found: &mut Vec<TextRange>) {
        let Some((then, other)) = self.branches(test) else {
            if positive {
                found.extend(self.next(test.end, &self.loops));
            }
            return;
        };
        let (held, left) = if positive { (Some(then), other) } else { (other, Some(then)) };
        found.extend(held);
        if left.is_some_and(|arm| self.leaves(arm)) {
            let start = other.unwrap_or(then).end;
            found.push(TextRange { start, end: self.end_of_block(start) });
        }
    }

    /// The end of the innermost block around a place.
    pub fn end_of_block(&self, at: u32) -> u32 {
        let around = self.blocks.around(TextRange { start: at, end: at });
        around.map(|(range, ())| range).find(|range| range.start < at && at < range.end).map_or(u32::MAX, |it| it.end)
    }

    /// Returns whether a branch is that of an `if`, and not a case.
    pub fn is_of_if(&self, arm: TextRange) -> bool {
        self.of_if.contains(&arm)
    }

    /// The branches of the `if` that tests something.
    fn branches(&self, test: TextRange) -> Option<(TextRange, Option<TextRange>)> {
        let then = self.next(test.end, &self.arms)?;
        Some((then, self.next(then.end, &self.arms)))
    }

    /// The range that follows a place. Nothing stands between a test and its branch, nor between a branch and `else`.
    fn next(&self, from: u32, ranges: &[TextRange]) -> Option<TextRange> {
        let next = *ranges.get(ranges.partition_point(|range| range.start < from))?;
        let between = self.starts.get(self.starts.partition_point(|start| *start < from));
        between.is_none_or(|start| *start >= next.start).then_some(next)
    }

    /// Returns whether a branch ends by leaving.
    fn leaves(&self, arm: TextRange) -> bool {
        let until = self.statements.partition_point(|range| range.end <= arm.end);
        // The statement around the branch may end where that does.
        let last = self.statements[..until].iter().rev().find(|range| range.start >= arm.start || range.end < arm.end);
        match last.filter(|last| last.start >= arm.start) {
            Some(last) => self.exits.contains(last),
            // `if (…) return;`: the exit is all of the branch.
            None => self.leaving.has_inside(arm),
        }
    }
}
