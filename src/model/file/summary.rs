//! Actions of a file that matter when other files are checked.

use crate::model::clients::client::ClientMade;
use crate::model::events::event::EventName;
use crate::model::http::hosts::HostNamed;
use crate::model::people::find::{AttributeName, Identified, PersonNamed};
use crate::model::webhooks::WebhookHandling;

/// Actions of a file that matter when other files are checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traces {
    /// True when it is a test or a mock: what it says is not sent.
    pub is_test: bool,
    /// The event names that it sends, in the order of the text.
    pub events: Vec<EventName>,
    /// The clients that it makes, in the order of the text.
    pub clients: Vec<ClientMade>,
    /// The hosts of Customer.io that it names, in the order of the text; none in tests.
    pub hosts: Vec<HostNamed>,
    /// The names of the attributes that it gives people, in the order of the text.
    pub attributes: Vec<AttributeName>,
    /// The people that its calls are about, as far as their names are seen.
    pub people: Vec<PersonNamed>,
    /// The calls that identify people.
    pub identified: Vec<Identified>,
    /// The file's handling of webhooks.
    pub webhooks: WebhookHandling,
}

impl Traces {
    /// Returns whether something in the file tells a region.
    pub fn names_region(&self) -> bool {
        !self.clients.is_empty() || !self.hosts.is_empty()
    }
}
