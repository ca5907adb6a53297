//! Actions of a file that matter when other files are checked.

use crate::model::calls::people::{AttributeName, Identified, PersonNamed};
use crate::model::clients::client::ClientMade;
use crate::model::events::event::EventName;
use crate::model::webhooks::Webhooks;

/// Actions of a file that matter when other files are checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traces {
    /// True when it is a test or a mock: what it says is not sent.
    pub is_test: bool,
    /// The event names that it sends, in the order of the text.
    pub events: Vec<EventName>,
    /// The clients that it makes, in the order of the text.
    pub clients: Vec<ClientMade>,
    /// The names of the attributes that it gives people, in the order of the text.
    pub attributes: Vec<AttributeName>,
    /// The people that its calls are about, as far as their names are seen.
    pub people: Vec<PersonNamed>,
    /// The calls that identify people.
    pub identified: Vec<Identified>,
    /// The file's handling of webhooks.
    pub webhooks: Webhooks,
}
