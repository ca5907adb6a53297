//! The questions about requests that are sent again: by the project, and by the client itself.

use super::{RetriedAlways, RetryAfterRead};
use crate::model::Model;
use crate::model::calls::sdk_calls::Call;
use crate::model::clients::region;
use crate::model::errors::{self, Retried};
use crate::text::TextEdit;

/// The requests that are sent again.
#[derive(Clone, Copy)]
pub struct Retries<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Retries<'m, '_> {
    /// Those of the SDK's calls that the project itself sends again when they fail.
    pub fn of_sdk(self) -> &'m [Retried] {
        self.0.retries.of_sdk.get_or_init(|| errors::retried(&self.0.promises(), self.0.calls().of_sdk()))
    }
    /// Those of the requests without an SDK that the project itself sends again when their promises reject.
    pub fn without_sdk(self) -> Vec<Retried> {
        errors::retried(&self.0.promises(), self.0.calls().without_sdk())
    }
    /// The requests without an SDK that the file sends again whatever the response is, in the order of the text.
    pub fn always(self) -> Vec<RetriedAlways> {
        let handlers = || self.0.errors().handlers_without_sdk();
        super::retried_always(&self.0.promises(), self.0.calls().without_sdk(), &handlers)
    }
    /// The reads of `Retry-After` in responses to requests without an SDK, and in their errors.
    pub fn retry_after_reads(self) -> Vec<RetryAfterRead> {
        let handlers = || self.0.errors().handlers_without_sdk();
        super::retry_after_reads(&self.0.promises(), self.0.calls().without_sdk(), &handlers)
    }
    /// Returns whether the client of a call repeats failed requests, in the versions that do: `Some(false)` when its
    /// options turn that off, `None` where that is not known.
    pub fn client_repeats(self, call: &Call) -> Option<bool> {
        errors::repeats(&self.0.eval, call)
    }
    /// The edit that turns off that the client of a call repeats failed requests; `None` where the client is made in
    /// another file, where its options speak of it already, or where the shape of the code does not allow it.
    pub fn stop_repeating(self, call: &Call) -> Option<TextEdit> {
        self.set_most(call, 0)
    }
    /// The edit that says in the options of the client of a call how often it repeats failed requests. `None` as for
    /// [`Self::stop_repeating`].
    pub fn set_most(self, call: &Call, most: u32) -> Option<TextEdit> {
        let made = errors::silent_options(&self.0.eval, call)?;
        let client = self.0.clients().made().iter().find(|client| client.range == made)?;
        region::add_option(&self.0.eval, self.0.rope, client, &format!("retry: {{ maxRetries: {most} }}"))
    }
}
