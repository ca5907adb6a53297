//! The shape of the arguments of methods, as far as times and names are concerned.

/// The shape of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Attributes of a person: `created_at` and `_timestamp` are seconds, the rest is the customer's own.
    Attributes,
    /// An event: `name`, `timestamp` in seconds, `data` free.
    Event,
    /// These keys are seconds; the rest holds no time.
    Seconds(&'static [&'static str]),
    /// The fields of a device: `last_used` in seconds, the rest attributes.
    Device,
    /// Free data.
    Payload,
    /// An operation of the v2 API.
    Operation,
    /// A list of them.
    Operations,
    /// A transactional request: `send_at` in seconds, `message_data` free.
    Request,
    /// The name of an event.
    Name,
    /// A person's attributes in the dialect of Pipelines, which says nothing of the unit of times in them.
    Traits,
    /// The data of an event in the dialect of Pipelines: the same holds.
    Properties,
    /// A call in the dialect of Pipelines: `event`, `properties`, `traits`, and `timestamp` as ISO 8601.
    Pipelines,
}
