//! Requests without the SDK that the project sends again whatever the response is.

mod again;
mod find;
pub(super) mod memo;
mod options;
pub(super) mod questions;
mod retry_after;
mod status;

pub use find::{RetriedAlways, RetryMark, rejects, retried_always};
pub use retry_after::{RetryAfterRead, retry_after_reads};
