//! What a file does that is of interest to the judgement of others.

use super::client::ClientMade;
use super::event::EventName;
use super::people::{AttributeName, Identified, PersonNamed};
use super::webhooks::Webhooks;

/// What a file does that is of interest to the judgement of others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traces {
    /// The event names that it sends, in the order of the text.
    pub events: Vec<EventName>,
    /// The clients that it makes, in the order of the text.
    pub clients: Vec<ClientMade>,
    /// The names of the attributes that it gives people, in the order of the text.
    pub attributes: Vec<AttributeName>,
    /// The people that its calls are about, as far as it is seen what names them.
    pub people: Vec<PersonNamed>,
    /// The calls that identify people.
    pub identified: Vec<Identified>,
    /// What it does about webhooks.
    pub webhooks: Webhooks,
}
