//! Kinds of names, and names.

use smol_str::SmolStr;
use std::fmt::{self, Display, Formatter};

/// The kind of thing that a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An event.
    Event,
    /// An attribute of people.
    Attribute,
    /// A transactional message.
    Message,
    /// A broadcast that the API triggers.
    Broadcast,
    /// A campaign.
    Campaign,
    /// A newsletter.
    Newsletter,
    /// A segment.
    Segment,
    /// A topic that people subscribe to.
    Topic,
    /// An environment variable that holds a credential.
    Credential,
}

impl Kind {
    /// The kinds of names that the account knows, in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Event,
        Self::Attribute,
        Self::Message,
        Self::Broadcast,
        Self::Campaign,
        Self::Newsletter,
        Self::Segment,
        Self::Topic,
    ];

    /// The word for one: `event`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Attribute => "attribute",
            Self::Message => "message",
            Self::Broadcast => "broadcast",
            Self::Campaign => "campaign",
            Self::Newsletter => "newsletter",
            Self::Segment => "segment",
            Self::Topic => "topic",
            Self::Credential => "credential",
        }
    }

    /// The words for several: `Transactional messages`.
    pub fn title(self) -> &'static str {
        match self {
            Self::Event => "Events",
            Self::Attribute => "Attributes",
            Self::Message => "Transactional messages",
            Self::Broadcast => "Broadcasts",
            Self::Campaign => "Campaigns",
            Self::Newsletter => "Newsletters",
            Self::Segment => "Segments",
            Self::Topic => "Topics",
            Self::Credential => "Credentials",
        }
    }

    /// The key of the list in JSON: `messages`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Attribute => "attributes",
            Self::Message => "messages",
            Self::Broadcast => "broadcasts",
            Self::Campaign => "campaigns",
            Self::Newsletter => "newsletters",
            Self::Segment => "segments",
            Self::Topic => "topics",
            Self::Credential => "credentials",
        }
    }
}

/// A name as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownName {
    /// A number.
    Id(u64),
    /// A string.
    Text(SmolStr),
    /// The value of an environment variable, by the name of the variable.
    Environment(SmolStr),
    /// Put together at run time: the expression as it is written.
    Written(SmolStr),
}

impl KnownName {
    /// The name as Customer.io knows it, where that is known.
    pub fn known(&self) -> Option<String> {
        match self {
            Self::Id(id) => Some(id.to_string()),
            Self::Text(text) => Some(text.to_string()),
            Self::Environment(_) | Self::Written(_) => None,
        }
    }
}

impl Display for KnownName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Text(text) | Self::Written(text) => text.fmt(f),
            Self::Environment(name) => write!(f, "${name}"),
        }
    }
}
