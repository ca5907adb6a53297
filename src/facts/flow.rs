//! The effect of statements on the flow of control and on the values of expressions.

use super::expr::{BindingId, ExprId};
use crate::text::TextRange;

/// The statements of a unit, as far as values and promises depend on them. Those of functions inside it are theirs.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// Statements among others: in a block, a case or the module. Not those that are all of a branch or a loop.
    pub statements: Vec<TextRange>,
    /// Expressions that are statements by themselves, or come before a comma: their values are unused.
    pub dropped: Vec<ExprId>,
    /// The expressions that an `if` or a loop tests for truth.
    pub tested: Vec<ExprId>,
    /// `try` statements.
    pub tries: Vec<Try>,
    /// Loops.
    pub loops: Vec<Loop>,
    /// The parts that run only in one case: the branches of an `if`, the cases of a `switch`.
    pub arms: Vec<TextRange>,
    /// `throw` statements.
    pub throws: Vec<TextRange>,
    /// `return` and `break` statements: the ways to leave a loop.
    pub exits: Vec<TextRange>,
    /// `continue` statements.
    pub again: Vec<TextRange>,
    /// The cases of `switch` statements.
    pub cases: Vec<Case>,
}

/// A case of a `switch` statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Case {
    /// The expression that the `switch` looks at.
    pub of: ExprId,
    /// The value that it is compared with.
    pub value: ExprId,
}

/// A `try` statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Try {
    /// The `try` block.
    pub block: TextRange,
    /// Its `catch`.
    pub handler: Option<Handler>,
    /// The body of its `finally`.
    pub finalizer: Option<TextRange>,
}

/// A `catch` clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handler {
    /// The clause, its word included.
    pub range: TextRange,
    /// The body.
    pub body: TextRange,
    /// The name that the error gets, when it is one name.
    pub parameter: Option<BindingId>,
}

/// A loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The body, which runs repeatedly.
    pub body: TextRange,
    /// The iterated expression, in a `for … of`.
    pub each: Option<ExprId>,
}
