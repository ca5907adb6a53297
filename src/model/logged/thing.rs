//! What is logged, and where.

use crate::sdk::ClientKind;
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A credential that is written where people read it who are not to have it.
#[derive(Clone, Debug)]
pub struct Logged {
    /// What to mark: what is written in the call.
    pub at: TextRange,
    /// What it is.
    pub what: LoggedThing,
    /// Where it goes.
    pub into: Sink,
    /// Where the credential is read or made, when that is not where it is marked.
    pub origin: Option<Place>,
    /// Whether the marked expression is the credential itself and may be replaced by another expression.
    pub is_replaceable: bool,
    /// Whether it is a key and a value in one word: `{ apiKey }`.
    pub is_shorthand: bool,
    /// Whether it is a value of an object that is written: a logger may leave such out by their keys.
    pub(super) is_by_key: bool,
}

/// What is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoggedThing {
    /// The credential itself.
    Key,
    /// An object that holds it.
    Holder,
    /// A client, which keeps the credentials that it was made with.
    Client(ClientKind),
    /// All variables of the environment.
    Environment,
}

/// Where something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sink {
    /// A log or an error report, by what is called: `console.log`.
    Log(SmolStr),
    /// The answer to a request, by what is called: `res.json`.
    Response(SmolStr),
    /// The message of an error.
    Error,
}
