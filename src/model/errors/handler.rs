//! A handler of errors, as rules see it.

use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// A function or clause that an error of the SDK reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorHandler {
    /// The range to mark for the handler as a whole in the analyzed file: the word `catch`, the given function, the
    /// call of the helper that it is in.
    pub mark: TextRange,
    /// The body: its block with the braces, or an expression.
    pub body: Place,
    /// The calls of the SDK whose errors come here, as places in [`crate::model::Calls::of_sdk`].
    pub calls: Vec<usize>,
    /// The other origins of errors.
    pub origin: Origin,
    /// The reads of the error.
    pub reads: Vec<ErrorRead>,
    /// The tests of its class.
    pub tests: Vec<InstanceTest>,
    /// True when errors from other sources are distinguished here: the handler tests its class, or calls a function
    /// that does.
    pub tells_apart: bool,
    /// The other actions of the handler.
    pub does: Deeds,
}

impl ErrorHandler {
    /// Returns whether the error is surely one of the SDK's.
    pub fn is_sure(&self) -> bool {
        self.origin == Origin::Sdk && !self.tells_apart
    }
    /// Returns whether nothing that distinguishes errors is used.
    pub fn looks_at_nothing(&self) -> bool {
        let tells_nothing = |read: &ErrorRead| {
            let only_shown =
                matches!(read.dotted().as_str(), "" | "body" | "message" | "stack") && read.compared.is_empty();
            let kept = match &read.used {
                UsedFor::Passed { logs, .. } => *logs,
                UsedFor::Thrown | UsedFor::Written => true,
                UsedFor::Other => read.path.is_empty() && read.call.is_none(),
            };
            only_shown && kept
        };
        !self.tells_apart && self.tests.is_empty() && self.reads.iter().all(tells_nothing)
    }
    /// Returns whether something is read of the error at this path or below.
    pub fn reads_below(&self, path: &[&str]) -> bool {
        self.reads.iter().any(|read| read.begins(path))
    }
    /// Returns whether the error's status, or a property mistaken for it, is read.
    pub fn looks_at_status(&self) -> bool {
        self.reads.iter().any(ErrorRead::is_status)
    }
}

/// The origin of the errors that a handler gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// From calls of the SDK alone.
    Sdk,
    /// As far as the file shows; the handler is a helper's that other files can use for anything.
    Shared,
    /// From others as well.
    Mixed,
}

/// The actions of a handler.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deeds {
    /// True when it throws.
    pub throws: bool,
    /// True when it calls anything.
    pub calls: bool,
    /// True when it assigns something, or returns something other than nothing.
    pub tells: bool,
}

/// A place that reads the error.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorRead {
    /// The path that is read, from the error; empty for the error itself.
    pub path: Vec<SmolStr>,
    /// The expression, with a method's call left out.
    pub at: Place,
    /// The end of the error itself in it, in the analyzed file; `None` where the error goes by another name here.
    pub error_end: Option<u32>,
    /// The call, when the read member is called: `err.headers.get("retry-after")`.
    pub call: Option<TextRange>,
    /// The text that it is called with.
    pub argument: Option<SmolStr>,
    /// The values it is compared with.
    pub compared: Vec<Comparisons>,
    /// True when it is one side of `??` or `||`.
    pub is_alternative: bool,
    /// True when it follows another read of the error: `const { response } = err; response.status`.
    pub is_behind: bool,
    /// The use of the read.
    pub used: UsedFor,
    /// The product that is computed with it as a number right away, and is used without a check that it is one:
    /// `Number(here) * 1000`.
    pub reckoned: Option<TextRange>,
    /// The thing that a number of seconds would be taken for here, and the call that does.
    pub taken_for: Option<(TakenFor, TextRange)>,
    /// True when the function that it is in may also be called with other errors.
    pub is_shared: bool,
    /// True when the code states the type of the error: only members of that type can be read.
    pub is_typed: bool,
}

impl ErrorRead {
    /// Returns whether its path begins so.
    pub fn begins(&self, path: &[&str]) -> bool {
        self.path.len() >= path.len() && self.path.iter().zip(path).all(|(name, wanted)| name == wanted)
    }
    /// The path with dots.
    pub fn dotted(&self) -> String {
        self.path.join(".")
    }
    /// Returns whether it is the status of the answer, or a property mistaken for it.
    pub fn is_status(&self) -> bool {
        matches!(self.dotted().as_str(), "statusCode" | "status" | "response.statusCode" | "response.status")
    }
}

/// Something that a number of seconds is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenFor {
    /// Milliseconds: `setTimeout(again, seconds)`.
    Milliseconds,
    /// A date: `new Date(seconds)`.
    Date,
}

/// The use of a read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsedFor {
    /// An argument of this call, by itself or inside a text or an object, or called on something: `console.error`.
    Passed {
        /// The name of the called function.
        name: SmolStr,
        /// True when the call writes to a log.
        logs: bool,
        /// The call.
        call: TextRange,
        /// The end of the last argument.
        last: u32,
    },
    /// It is thrown.
    Thrown,
    /// It is written to.
    Written,
    /// Something else.
    Other,
}

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparisons {
    /// The value that the error's part is compared with.
    pub with: Constant,
    /// The place of that value.
    pub at: Place,
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// A number.
    Number(f64),
    /// A text.
    Text(SmolStr),
}

/// `err instanceof X`
#[derive(Clone, Debug, PartialEq)]
pub struct InstanceTest {
    /// The whole test.
    pub at: Place,
    /// The class.
    pub class: SmolStr,
    /// The name of the module that it is imported from, and the name that it has there; `None` for a class that is not
    /// imported.
    pub import: Option<(SmolStr, SmolStr)>,
    /// True for a global: `Error`.
    pub is_global: bool,
}

/// A status code that an error's status is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusCode {
    /// The number.
    pub range: TextRange,
    /// The code itself.
    pub code: u16,
}
