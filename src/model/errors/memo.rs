//! The answers about errors that are kept.

use super::handler::ErrorHandler;
use std::cell::OnceCell;

/// The handlers of errors in a file, each list from the first question about it on.
#[derive(Default)]
pub struct Memo {
    pub(super) handlers: OnceCell<Vec<ErrorHandler>>,
    pub(super) handlers_without_sdk: OnceCell<Vec<ErrorHandler>>,
}
