//! The question that other files are compared by.

use super::{Call, Model, Traces};
use crate::text::Repair;

impl Model<'_> {
    /// Returns the actions of the file that matter when other files are checked. `add_email`: the repair of a call of
    /// `identify` that sends no address.
    pub fn traces(&self, add_email: &dyn Fn(&Call) -> Option<Repair>) -> Traces {
        let mut traces = Traces {
            is_test: self.file().is_test(),
            events: self.events().names().to_vec(),
            clients: self.clients().made().to_vec(),
            ..Traces::default()
        };
        // What tests send says nothing of what is sent.
        if !self.file().is_mocked() {
            traces.attributes = self.people().attribute_names();
            traces.people = self.people().named();
            traces.identified = self.people().identified(add_email);
        }
        if !traces.is_test {
            traces.hosts = self.http().hosts();
            traces.webhooks = self.webhooks().handling();
        }
        traces
    }
}
