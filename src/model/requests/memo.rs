//! The answers about requests that are kept.

use super::request::RequestMade;
use std::cell::OnceCell;

/// The requests of a file, from the first question about them on.
#[derive(Default)]
pub struct Memo {
    pub(super) made: OnceCell<Vec<RequestMade>>,
}
