//! The logged thing, and its place.

use crate::sdk::ClientKind;
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A credential that is written where unauthorized people can read it.
#[derive(Clone, Debug)]
pub struct Logged {
    /// The range to mark: the part that is written in the call.
    pub at: TextRange,
    /// The logged thing.
    pub what: LoggedThing,
    /// The sink.
    pub into: Sink,
    /// The place where the credential is read or created, when that is not where it is marked.
    pub origin: Option<Place>,
    /// True when the marked expression is the credential itself and may be replaced by another expression.
    pub is_replaceable: bool,
    /// True when it is a key and a value in one word: `{ apiKey }`.
    pub is_shorthand: bool,
    /// True when it is a value of an object that is written: a logger may redact it by its key.
    pub(super) is_by_key: bool,
}

/// The kind of thing that is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoggedThing {
    /// The credential itself.
    Key,
    /// An object that holds it.
    Holder,
    /// A client, which keeps the credentials that it was made with.
    Client(ClientKind),
    /// All environment variables.
    Environment,
}

/// The kind of place where something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sink {
    /// A log or an error report, by the called function: `console.log`.
    Log(SmolStr),
    /// The response to a request, by the called function: `res.json`.
    Response(SmolStr),
    /// The message of an error.
    Error,
}
