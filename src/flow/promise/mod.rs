//! The fate of a call's promise: whether it is awaited, and whether its failure is handled.

mod allowed;
mod bound;
mod listed;
mod misused;
mod outcome;
mod passing;
mod place;
mod repair;
mod uses;
mod walked;

pub use crate::eval::units::TryPart;
pub use outcome::{KnownUses, PromiseAnalysis, PromiseOutcome};
pub use place::{Around, LoopAround, TryAround};
pub use repair::Finder;
pub use uses::{Role, Use};

use crate::eval::units::Node;
use crate::text::Repair;
use crate::text::TextRange;
use smol_str::SmolStr;

/// The fate of a call's promise.
#[derive(Clone, Debug, PartialEq)]
pub enum Promise {
    /// It is awaited, by itself or among others (`Promise.all`).
    Awaited,
    /// It is not awaited, but its failure is dealt with: `.catch(…)`, `.then(…, …)`.
    Handled,
    /// The function around the call returns it to its own caller.
    Returned,
    /// It is given to something that may wait for it: a function (`waitUntil(…)`), an array, a field.
    HandedOn,
    /// `void`: it is dropped on purpose.
    Voided,
    /// It is neither awaited nor handled.
    Dropped(Box<Dropped>),
    /// The call is one of a function of the project, which drops the promise of the SDK's call inside: awaiting this
    /// call waits for nothing.
    Lost,
    /// Not to be known.
    Unknown,
}

/// The destination of a call's failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// This `await` throws it.
    Awaited(Node),
    /// This function gets it: the argument of `catch`, the second one of `then`.
    Handled(Node),
    /// Not to be known, or it does not come so far.
    Elsewhere,
}

/// A promise that is neither awaited nor handled.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    /// The whole dropped expression: the call, or the chain or `Promise.all` that it is a part of.
    pub whole: TextRange,
    /// The way it is dropped.
    pub how: DroppedBy,
    /// True when `whole` is more than the call: `call.then(…)`, `Promise.all([call])`.
    pub is_chain: bool,
    /// The possible fixes, best first.
    pub repairs: Vec<Repair>,
}

/// A promise that a `return` in a `try` hands on, before anything there could see it fail.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnedEarly {
    /// The returned expression.
    pub whole: TextRange,
    /// True when there is a `catch`, and not only a `finally`.
    pub caught: bool,
}

/// The way a promise is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DroppedBy {
    /// It is a statement.
    Statement,
    /// It is assigned to a variable that is never read.
    Unread(SmolStr),
    /// It is written to the console, and nothing else.
    Logged,
    /// It is the result of the callback of a `forEach`, which ignores it.
    ForEach,
    /// It is among the promises that a `map` gives, which are dropped together.
    Map,
    /// It is in an array that is awaited itself, which waits for nothing in it.
    AwaitedArray,
    /// It is in an array that is an element of the one which this function of `Promise` gets.
    Nested(SmolStr),
    /// It is an argument of its own of this function of `Promise`, which takes one array.
    Beside(SmolStr),
    /// It is tested for truth or compared, and a promise is always true.
    Tested,
    /// It is put into a string.
    Text,
    /// It is written into a response or into JSON, of which it becomes `{}`.
    Written,
    /// It is the result of the callback of this function, which ignores it.
    CalledBack(SmolStr),
    /// It is a statement in the callback of a `map` whose results are awaited: the callback gives nothing to await.
    MapWithoutReturn,
}
