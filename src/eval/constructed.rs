//! The calls of constructors that make an instance: that of `new`, and that of `super(…)` in the constructor of a class that
//! extends another.

use super::Eval;
use super::class::MAX_BASES;
use super::units::{Node, UnitId};
use super::value::{Frame, ValueKind};
use super::wrapper::OwnCall;
use crate::facts::{Body, ClassId, Element, ExprKind, FunctionId};

impl Eval<'_> {
    /// The call of the constructor that `new` of a class runs first: its own, or that of the nearest class that it extends.
    pub(super) fn constructed(
        &self,
        (mut unit, mut class): (UnitId, ClassId),
        arguments: &[Element],
        node: Node,
        frame: &Frame,
    ) -> Frame {
        for _ in 0..MAX_BASES {
            if let Some(constructor) = self.constructor(unit, class) {
                let own = OwnCall { function: (unit, constructor), made: None, this: None, arguments };
                return self.enter(own, node, frame, self.rivals(frame));
            }
            match self.extended(unit, class)? {
                ValueKind::Class(base, at) => (unit, class) = (base, at),
                _ => return None,
            }
        }
        None
    }

    /// The call of the constructor of `base` by the one of a class that extends it, whose own call is `made`.
    pub(super) fn constructed_by(
        &self,
        (unit, class): (UnitId, ClassId),
        base: (UnitId, ClassId),
        made: &Frame,
    ) -> Frame {
        let Some(constructor) = self.constructor(unit, class) else {
            // What `new` was given went on to the class that it extends.
            return made.clone();
        };
        let function = (base.0, self.constructor(base.0, base.1)?);
        let (call, arguments) = self.call_of_super(unit, constructor)?;
        let own = OwnCall { function, made: None, this: None, arguments };
        self.enter(own, call, made, 1)
    }

    fn constructor(&self, unit: UnitId, class: ClassId) -> Option<FunctionId> {
        self.units.unit(unit).classes[class.index()].constructor
    }

    /// The only call of `super` in the body of a constructor.
    fn call_of_super(&self, unit: UnitId, constructor: FunctionId) -> Option<(Node, &[Element])> {
        let Body::Unit(ordinal) = self.units.unit(unit).functions[constructor.index()].body else { return None };
        let unit = self.units.child(unit, ordinal);
        let facts = self.units.unit(unit);
        let mut found = facts.calls.iter().filter_map(|call| {
            let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { return None };
            matches!(facts.exprs[callee.index()].kind, ExprKind::Super(_))
                .then_some((Node { unit, expr: *call }, &arguments[..]))
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }
}
