//! The questions that rules ask about failures: the handlers of errors, and the requests that are sent again.

use crate::model::{
    Call, ErrorHandler, Model, Retried, RetriedAlways, RetryAfterRead, StatusCode, clients::region, errors, retries,
};
use crate::sdk::Door;
use crate::text::TextEdit;

impl Model<'_> {
    /// The handlers that the errors of those calls reach, in the order of the text.
    pub fn error_handlers(&self) -> &[ErrorHandler] {
        self.error_handlers.get_or_init(|| errors::handlers(&self.promises(), self.sdk_calls(), Door::Sdk))
    }
    /// The status codes that the status of the SDK's errors is compared with, in the order of the text.
    pub fn status_codes(&self) -> Vec<StatusCode> {
        errors::status_codes(self.error_handlers())
    }
    /// Those of the calls that the project itself sends again when they fail.
    pub fn retried(&self) -> &[Retried] {
        self.retried.get_or_init(|| errors::retried(&self.promises(), self.sdk_calls()))
    }
    /// Returns whether the client of a call repeats failed requests, in the versions that do: `Some(false)` when its
    /// options turn that off, `None` where that is not known.
    pub fn repeats(&self, call: &Call) -> Option<bool> {
        errors::repeats(&self.eval, call)
    }
    /// The edit that turns off that the client of a call repeats failed requests; `None` where the client is made in
    /// another file, where its options speak of it already, or where the shape of the code does not allow it.
    pub fn stop_repeating(&self, call: &Call) -> Option<TextEdit> {
        self.set_retries(call, 0)
    }
    /// The edit that says in the options of the client of a call how often it repeats failed requests. `None` as for
    /// [`Self::stop_repeating`].
    pub fn set_retries(&self, call: &Call, most: u32) -> Option<TextEdit> {
        let made = errors::silent_options(&self.eval, call)?;
        let client = self.clients().iter().find(|client| client.range == made)?;
        region::add_option(&self.eval, self.rope, client, &format!("retry: {{ maxRetries: {most} }}"))
    }
    /// The handlers that the errors of requests without an SDK reach, in the order of the text.
    pub fn request_handlers(&self) -> &[ErrorHandler] {
        self.request_handlers.get_or_init(|| errors::handlers(&self.promises(), self.other_calls(), Door::Http))
    }
    /// Returns whether the promise of a request without an SDK rejects for every status that is a failure.
    pub fn rejects(&self, call: &Call) -> bool {
        retries::rejects(&self.eval, call)
    }
    /// Those of the requests without an SDK that the project itself sends again when their promises reject.
    pub fn retried_requests(&self) -> Vec<Retried> {
        errors::retried(&self.promises(), self.other_calls())
    }
    /// The requests without an SDK that the file sends again whatever the response is, in the order of the text.
    pub fn retried_always(&self) -> Vec<RetriedAlways> {
        let handlers = || self.request_handlers();
        retries::retried_always(&self.promises(), self.other_calls(), &handlers)
    }
    /// The reads of `Retry-After` in responses to requests without an SDK, and in their errors.
    pub fn retry_after_reads(&self) -> Vec<RetryAfterRead> {
        let handlers = || self.request_handlers();
        retries::retry_after_reads(&self.promises(), self.other_calls(), &handlers)
    }
}
