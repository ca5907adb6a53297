//! Causes, and how likely each is.

/// A reason why an email does not arrive. The order is that of likelihood, the most likely first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// The account has no such person.
    NoPerson,
    /// The account has no such campaign.
    NoCampaign,
    /// The person has no address.
    NoAddress,
    /// The last email failed.
    Failed,
    /// The campaign does not run.
    NotRunning,
    /// The address is on a suppression list.
    Suppressed,
    /// The person is unsubscribed.
    Unsubscribed,
    /// The last email bounced.
    Bounced,
    /// The last email was dropped.
    Dropped,
    /// The last email is a draft.
    Drafted,
    /// The event that starts the campaign did not come.
    NoEvent,
    /// The person is in none of the segments that the campaign starts for.
    NotTriggered,
    /// The messages of the campaign are not sent by themselves.
    Held,
    /// The person does not subscribe to the topic.
    NoTopic,
    /// The person is not in a segment that the campaign filters by.
    Filtered,
    /// A segment is still being built.
    Building,
    /// The campaign has no message.
    NoMessage,
    /// Data about the person was refused.
    RefusedData,
}

/// A cause that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// The reason.
    pub kind: CauseKind,
    /// The cause, in a sentence without its full stop.
    pub what: String,
    /// The words of others about it, which may hold personal data.
    pub said: Option<String>,
    /// The advice.
    pub help: String,
}
