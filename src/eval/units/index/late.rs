//! Expressions as branches of others, and code that runs later than it is written.

use super::UnitIndex;
use crate::facts::{BinaryOp, BindingSource, ExprId, ExprKind, MemberKind, PatternStep, Unit};
use crate::text::{Nest, TextRange};
use rustc_hash::FxHashMap;

impl UnitIndex {
    /// The expression that an expression is a branch of, which then has the same value: `a ?? it`, `test ? it : b`,
    /// `(it)`, `it as T`.
    pub fn branch_of(&self, unit: &Unit, expr: ExprId) -> Option<ExprId> {
        let branches = self.branches.get_or_init(|| {
            let mut branches = FxHashMap::default();
            for (at, expr) in unit.exprs.iter().enumerate() {
                let inner = match &expr.kind {
                    ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => [Some(*inner), None],
                    ExprKind::Conditional(_, then, other) => [Some(*then), Some(*other)],
                    ExprKind::Binary(BinaryOp::And, _, right) => [Some(*right), None],
                    ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) => [Some(*left), Some(*right)],
                    _ => continue,
                };
                for inner in inner.into_iter().flatten() {
                    branches.entry(inner).or_insert(ExprId(at as u32));
                }
            }
            branches
        });
        branches.get(&expr).copied()
    }
    /// Returns whether something outside of all functions runs when one is called, or an instance is made, all the
    /// same: it is in the default of a parameter, or in the value of a field.
    pub fn runs_later(&self, unit: &Unit, range: TextRange) -> bool {
        let late = self.late.get_or_init(|| {
            let defaults = unit.bindings.iter().filter_map(|binding| match &binding.source {
                BindingSource::Parameter { path, .. } => Some(path),
                _ => None,
            });
            let defaults = defaults.flatten().filter_map(|step| match step {
                PatternStep::Default(expr) => Some(*expr),
                _ => None,
            });
            let fields = unit.classes.iter().flat_map(|class| &class.members).filter_map(|member| match member.kind {
                MemberKind::Field { value: Some(expr), .. } if !member.is_static => Some(expr),
                _ => None,
            });
            Nest::of(defaults.chain(fields).map(|expr| (unit.exprs[expr.index()].range, ())))
        });
        late.around(range).next().is_some()
    }
}
