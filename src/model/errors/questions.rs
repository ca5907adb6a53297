//! The questions about errors: the handlers that they reach, and what these read of them.

use super::{ErrorHandler, StatusCode, find, status_codes};
use crate::model::Model;
use crate::sdk::Door;

/// The errors of calls of the SDK, and of requests without it.
#[derive(Clone, Copy)]
pub struct Errors<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Errors<'m, '_> {
    /// The handlers that the errors of calls of the SDK reach, in the order of the text.
    pub fn handlers(self) -> &'m [ErrorHandler] {
        let find = || find::handlers(&self.0.promises(), self.0.calls().of_sdk(), Door::Sdk);
        self.0.errors.handlers.get_or_init(find)
    }
    /// The handlers that the errors of requests without an SDK reach, in the order of the text.
    pub fn handlers_without_sdk(self) -> &'m [ErrorHandler] {
        let find = || find::handlers(&self.0.promises(), self.0.calls().without_sdk(), Door::Http);
        self.0.errors.handlers_without_sdk.get_or_init(find)
    }
    /// The status codes that the status of the SDK's errors is compared with, in the order of the text.
    pub fn status_codes(self) -> Vec<StatusCode> {
        status_codes(self.handlers())
    }
}
