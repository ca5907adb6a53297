//! Places that take a time, and the values there.

use crate::eval::sdk_call::Through;
use crate::sdk::ClientKind;
use crate::text::{Place, Repair, TextRange};
use smol_str::SmolStr;

pub use crate::eval::value::DateLibrary;

/// A place of an SDK call where a time is expected or given.
#[derive(Clone, Debug)]
pub struct TimeSlot {
    /// The client the call is on; `None` for a request object (`new SendEmailRequest(…)`).
    pub client: Option<ClientKind>,
    /// The method, or the request's class: `identify`, `SendEmailRequest`.
    pub method: SmolStr,
    /// The key: `created_at`; inside nested objects the path, `data.ordered_at`.
    pub key: SmolStr,
    /// The kind of value that the place expects.
    pub kind: SlotKind,
    /// The value there: one case for each thing that it may be. Unknown ones are left out.
    pub cases: Vec<TimeCase>,
    /// The function of the project that makes the call, when that is not written in place.
    pub through: Option<Through>,
}

/// The kind of value that a place expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// Whole Unix seconds, by the API's schema: `created_at`, `timestamp`, `send_at`.
    Seconds,
    /// A custom attribute of a person (or device, or object): seconds if it is to work in a segment's time condition.
    /// `dated` tells whether its name says that it is a date (`last_login_at`, `signup_date`); names that say
    /// milliseconds or a duration (`elapsed_ms`, `session_duration`) never are.
    Attribute {
        /// True when the name implies a date.
        dated: bool,
    },
    /// Free-form data of an event, a message or a broadcast: anything may be right.
    Payload {
        /// True when the name implies a date.
        dated: bool,
    },
}

/// One thing that a value may be.
#[derive(Clone, Debug)]
pub struct TimeCase {
    /// The kind of time.
    pub time: Time,
    /// The range to mark: the value in the call, or the argument that carries it.
    pub at: TextRange,
    /// The expression that makes the value, when it is away from `at`.
    pub origin: Option<Place>,
    /// True when the value is written right there: a literal, or the call that creates it, with no variable between.
    pub direct: bool,
    /// True when the value may also be something unknown (`user.createdAt ?? Date.now()`).
    pub partial: bool,
    /// The repair that makes it whole seconds, at the place where it is right.
    pub repair: Option<Repair>,
    /// The place where the clock was read for it, once, when the module was loaded; and the call runs later.
    pub read_at_load: Option<ReadAtLoad>,
}

/// A fixed time.
#[derive(Clone, Debug)]
pub struct ReadAtLoad {
    /// The place where the clock is read.
    pub place: Place,
    /// The repair that reads it in the call.
    pub repair: Option<Repair>,
}

/// A time, or a value in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Time {
    /// Milliseconds since the epoch. `literal` is the number when it is written as one; `text` tells whether it is a
    /// string of digits.
    Milliseconds {
        /// The number, when written as one.
        literal: Option<f64>,
        /// True for a string of digits.
        text: bool,
    },
    /// A literal so large that it can only be microseconds (from 1e14) or nanoseconds (from 1e17).
    Finer {
        /// The number of units in a second: 1e6 or 1e9.
        per_second: f64,
    },
    /// Seconds with a fraction: milliseconds divided by 1000 and not rounded. `sure` when the milliseconds were read
    /// off the clock; a date from elsewhere may be whole.
    FractionalSeconds {
        /// True when there certainly is a fraction.
        sure: bool,
    },
    /// Whole seconds: right.
    Seconds,
    /// A date object; it arrives as an ISO 8601 string.
    Date(DateLibrary),
    /// A string with a date. `iso` for ISO 8601; `literal` when it is written as a literal; `day` when it holds only a
    /// day (`1990-01-01`).
    DateText {
        /// ISO 8601.
        iso: bool,
        /// Written as a string literal.
        literal: bool,
        /// Only a day, no time.
        day: bool,
    },
}
