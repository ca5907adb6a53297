//! What a file does that is of interest to the judgement of others.

use super::client::ClientMade;
use super::event::EventName;

/// What a file does that is of interest to the judgement of others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traces {
    /// The event names that it sends, in the order of the text.
    pub events: Vec<EventName>,
    /// The clients that it makes, in the order of the text.
    pub clients: Vec<ClientMade>,
}
