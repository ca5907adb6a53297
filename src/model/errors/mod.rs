//! The handling of SDK errors: the handlers that catch them, the parts that are read of them, and the code that retries
//! the request.
//!
//! A handler is a `catch` clause, or a function given to `catch` or `then`, that the failure of an SDK call reaches.
//! One in a helper of the project counts too, when a call of the SDK is made in the helper's callback:
//! `withBackoff(() => cio.identify(…))`.

use crate::eval::units::Bound;
use crate::flow::promise::PromiseAnalysis;

mod arithmetic;
mod as_string;
mod compare;
mod find;
mod handler;
pub(super) mod memo;
mod options;
mod origin;
pub(super) mod questions;
mod read;
mod retry;
mod taken_for;
mod uses;

pub use find::is_given_on;
pub use handler::{Constant, ErrorHandler, ErrorRead, InstanceTest, Origin, StatusCode, TakenFor, UsedFor};
pub use options::{repeats, silent_options};
use read::ErrorTrail;
pub(super) use read::parameters;
pub use retry::{Retried, RetryBy, is_on_itself, module_of, package, retried};

/// The reads of what a name holds, as those of an error: `res.headers.get(…)`.
pub fn reads_of(promises: &PromiseAnalysis<'_, '_>, bound: Bound) -> Vec<ErrorRead> {
    let mut trail = ErrorTrail::new(promises);
    trail.parameter(bound, &[]);
    trail.finish().list
}

/// The status codes that handlers compare an error's status with, in the order of the text.
pub fn status_codes(handlers: &[ErrorHandler]) -> Vec<StatusCode> {
    let reads = handlers.iter().flat_map(|handler| &handler.reads).filter(|read| read.is_status());
    let mut codes: Vec<StatusCode> = reads
        .flat_map(|read| &read.compared)
        .filter_map(|compared| match compared.with {
            Constant::Number(code) if compared.at.file.is_none() && (100.0..600.0).contains(&code) => {
                Some(StatusCode { range: compared.at.range, code: code as u16 })
            }
            _ => None,
        })
        .collect();
    codes.sort_unstable_by_key(|it| it.range);
    codes.dedup();
    codes
}
