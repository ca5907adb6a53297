//! The questions about requests that are sent without an SDK: their hosts, their paths, their responses.

use super::calls::{self, SentTo};
use super::hosts::{self, HostNamed};
use super::request::{self, AddressedCall, RawRequest};
use super::responses;
use crate::model::Model;
use crate::model::calls::sdk_calls::Call;
use crate::model::retries;
use crate::text::TextRange;

/// The requests that a file sends to Customer.io without an SDK.
#[derive(Clone, Copy)]
pub struct Http<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Http<'m, '_> {
    /// The requests that the file sends to Customer.io without the SDK, in the order of the text.
    pub fn requests(self) -> Vec<RawRequest> {
        request::requests(&self.0.eval, self.addressed_calls(), self.0.calls().without_sdk())
    }
    /// The hosts of Customer.io that the file names, in the order of the text.
    pub fn hosts(self) -> Vec<HostNamed> {
        let (mentions, calls) = (self.0.file().mentioned().domain, self.0.calls().without_sdk());
        if !mentions && calls.is_empty() {
            return Vec::new();
        }
        hosts::hosts(&self.0.eval, &self.requests(), calls, mentions)
    }
    /// The destination of a call that is sent without an SDK.
    pub fn sent_to(self, call: &Call) -> Option<SentTo> {
        calls::sent_to(&self.0.eval, call)
    }
    /// The addresses of people in the paths of requests without an SDK that are not encoded, in the order of the text.
    pub fn bare_addresses(self) -> Vec<TextRange> {
        calls::bare_addresses(&self.0.eval, self.0.calls().without_sdk())
    }
    /// Returns whether nothing looks at the status of the response to a request that is sent without an SDK, though its
    /// promise resolves whatever that is.
    pub fn is_response_unchecked(self, call: &Call) -> bool {
        responses::is_unchecked(&self.0.promises(), call)
    }
    /// Returns whether the promise of a request without an SDK rejects for every status that is a failure.
    pub fn rejects(self, call: &Call) -> bool {
        retries::rejects(&self.0.eval, call)
    }
    /// Returns whether a call without an SDK sends its request once, whatever the response is.
    pub fn is_sent_once(self, call: &Call) -> bool {
        calls::is_sent_once(&self.0.eval, &self.0.http.intercepting, call)
    }
    /// The calls that get an address of Customer.io, in no order.
    pub(in crate::model) fn addressed_calls(self) -> &'m [AddressedCall] {
        self.0.http.addressed_calls.get_or_init(|| request::calls(&self.0.eval, self.0.file().mentioned()))
    }
}
