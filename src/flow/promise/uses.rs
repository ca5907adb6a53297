//! The use of an expression: the expression or the statement right around it.

use crate::facts::{
    BinaryOp, BindingId, BindingSource, Body, Element, ExprId, ExprKind, FunctionId, Property, TemplatePart, UnaryOp,
    Unit,
};
use rustc_hash::FxHashMap;

/// The use of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is a part of another expression.
    In(ExprId, Role),
    /// It is a statement, or comes before a comma.
    Dropped,
    /// The function returns it whose body the unit is.
    Returned,
    /// It is the result of an arrow: `=> here`.
    Given(FunctionId),
    /// It is the initializer of a name.
    Initial(BindingId),
    /// A statement tests it for truth.
    Tested,
    /// Something else: the initializer of a field or of a pattern, a thrown value.
    Unknown,
}

/// The role of an expression in another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `await here`
    Await,
    /// `void here`
    Void,
    /// `(here)`, `here as T`, the last one before a comma's end: the same value.
    Around,
    /// `here(…)`
    Callee,
    /// The argument of a call or of `new` at this place.
    Argument(u32),
    /// `here.name`
    Object,
    /// `[here]`
    Element,
    /// `here && x`, `here || x`
    Left(BinaryOp),
    /// `x && here`, `x || here`
    Right(BinaryOp),
    /// `test ? here : here`
    Branch,
    /// `here ? x : y`, `!here`
    Test,
    /// `` `${here}` ``
    Text,
    /// `target = here`
    Assigned,
    /// `here = value`
    Target,
    /// An entry of an object, an argument after a spread: it is kept.
    Kept,
    /// Anything else.
    Other,
}

/// The uses of the expressions of a unit.
#[derive(Debug)]
pub struct Uses {
    uses: Vec<Use>,
    functions: FxHashMap<FunctionId, ExprId>,
}

impl Uses {
    /// Turns the expressions of a unit upside down.
    pub fn of(unit: &Unit) -> Self {
        let mut uses = Self { uses: vec![Use::Unknown; unit.exprs.len()], functions: FxHashMap::default() };
        for expr in &unit.flow.dropped {
            uses.uses[expr.index()] = Use::Dropped;
        }
        for expr in &unit.flow.tested {
            uses.uses[expr.index()] = Use::Tested;
        }
        for expr in &unit.returns {
            uses.uses[expr.index()] = Use::Returned;
        }
        for (at, function) in unit.functions.iter().enumerate() {
            if let Body::Expr(expr) = function.body {
                uses.uses[expr.index()] = Use::Given(FunctionId(at as u32));
            }
        }
        for (at, binding) in unit.bindings.iter().enumerate() {
            if let BindingSource::Variable { value: Some(expr), path, .. } = &binding.source
                && path.is_empty()
            {
                uses.uses[expr.index()] = Use::Initial(BindingId(at as u32));
            }
        }
        for (at, expr) in unit.exprs.iter().enumerate() {
            uses.parts(ExprId(at as u32), &expr.kind);
        }
        uses
    }

    /// Returns the use of an expression.
    pub fn get(&self, expr: ExprId) -> Use {
        self.uses[expr.index()]
    }

    /// The expression that a function is; `None` for declarations and methods of classes.
    pub fn function(&self, function: FunctionId) -> Option<ExprId> {
        self.functions.get(&function).copied()
    }

    fn parts(&mut self, whole: ExprId, kind: &ExprKind) {
        let mut is = |part: ExprId, role: Role| self.uses[part.index()] = Use::In(whole, role);
        match kind {
            ExprKind::Await(value) => is(*value, Role::Await),
            ExprKind::Void(value) => is(*value, Role::Void),
            ExprKind::Paren(value) | ExprKind::Cast(value, _) => is(*value, Role::Around),
            ExprKind::Member { object, .. } => is(*object, Role::Object),
            ExprKind::Index { object, index } => {
                is(*object, Role::Object);
                is(*index, Role::Other);
            }
            ExprKind::Call { callee, arguments } | ExprKind::New { callee, arguments, .. } => {
                let called = matches!(kind, ExprKind::Call { .. });
                is(*callee, if called { Role::Callee } else { Role::Other });
                let mut place = Some(0);
                for element in arguments {
                    match element {
                        Element::Item(value) => is(*value, place.map_or(Role::Kept, Role::Argument)),
                        Element::Spread(value) => {
                            value.iter().for_each(|value| is(*value, Role::Kept));
                            place = None;
                        }
                        Element::Hole => {}
                    }
                    place = place.map(|at| at + 1);
                }
            }
            ExprKind::Array(elements) => {
                for element in elements {
                    match element {
                        Element::Item(value) => is(*value, Role::Element),
                        Element::Spread(Some(value)) => is(*value, Role::Kept),
                        Element::Spread(None) | Element::Hole => {}
                    }
                }
            }
            ExprKind::Object(properties) => {
                for property in properties {
                    if let Property::Entry { value, .. } | Property::Spread(Some(value)) = property {
                        is(*value, Role::Kept);
                    }
                }
            }
            ExprKind::Template(parts) => {
                for part in parts {
                    if let TemplatePart::Value(value) = part {
                        is(*value, Role::Text);
                    }
                }
            }
            ExprKind::Unary(op, value) => is(*value, if *op == UnaryOp::Not { Role::Test } else { Role::Other }),
            ExprKind::Binary(op, left, right) => {
                is(*left, Role::Left(*op));
                is(*right, Role::Right(*op));
            }
            ExprKind::Conditional(test, then, other) => {
                is(*test, Role::Test);
                is(*then, Role::Branch);
                is(*other, Role::Branch);
            }
            ExprKind::Assign { target, value, .. } => {
                is(*target, Role::Target);
                is(*value, Role::Assigned);
            }
            ExprKind::Function(function) => {
                self.functions.insert(*function, whole);
            }
            _ => {}
        }
    }
}
