//! The questions about the objects of requests: where they are made, sent and added to.

use super::attachments::{self, Attachment};
use super::internal::{self, InternalRequest};
use super::request::{self, RequestMade};
use crate::model::Model;

/// The requests that a file makes for the SDK.
#[derive(Clone, Copy)]
pub struct Requests<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Requests<'m, '_> {
    /// Every `new` of a request class of the SDK, in the order of the text.
    pub fn made(self) -> &'m [RequestMade] {
        self.0.requests.made.get_or_init(|| request::requests(&self.0.eval))
    }
    /// Every request that a function of the project makes for this file, which calls it, in the order of the text.
    pub fn passed(self) -> Vec<RequestMade> {
        request::passed(&self.0.eval, self.0.calls().with_names_or_times())
    }
    /// Every request for a transactional message that the file sends as a plain object, where that is right, in the order
    /// of the text.
    pub fn sent(self) -> Vec<RequestMade> {
        request::sent(self.0.calls().of_every_door())
    }
    /// Every call of `attach` on a request of the SDK, in the order of the text.
    pub fn attachments(self) -> Vec<Attachment> {
        attachments::attachments(&self.0.eval)
    }
    /// The requests that the file sends with the SDK's internal client, in the order of the text.
    pub fn internal(self) -> Vec<InternalRequest> {
        internal::requests(&self.0.eval)
    }
}
