//! The question that other files are compared by.

use super::{Call, Model, Traces, calls, http, webhooks};
use crate::text::Repair;

impl Model<'_> {
    /// Returns the actions of the file that matter when other files are checked. `add_email`: the repair of a call of
    /// `identify` that sends no address.
    pub fn traces(&self, add_email: &dyn Fn(&Call) -> Option<Repair>) -> Traces {
        let mut traces = Traces {
            is_test: self.is_test(),
            events: self.event_names().to_vec(),
            clients: self.clients().to_vec(),
            ..Traces::default()
        };
        // What tests send says nothing of what is sent.
        if !self.is_mocked() {
            traces.attributes = calls::people::attribute_names(self);
            traces.people = calls::people::people(self);
            traces.identified = calls::people::identified(self, add_email);
        }
        if !traces.is_test {
            let mentions = self.mentioned().domain;
            if mentions || !self.other_calls().is_empty() {
                traces.hosts = http::hosts::hosts(&self.eval, &self.raw_requests(), self.other_calls(), mentions);
            }
            traces.webhooks = webhooks::webhooks(&self.eval, self.rope, self.mentioned());
        }
        traces
    }
}
