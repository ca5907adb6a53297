//! Where the arguments of the SDK's methods take times and event names.

use super::ClientKind;

/// What an argument is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Attributes of a person: `created_at` and `_timestamp` are seconds, the rest is the customer's own.
    Attributes,
    /// An event: `name`, `timestamp` in seconds, `data` free.
    Event,
    /// These keys are seconds; the rest holds no time.
    Seconds(&'static [&'static str]),
    /// What is known of a device: `last_used` in seconds, the rest attributes.
    Device,
    /// Free data.
    Payload,
    /// An operation of the v2 API.
    Operation,
    /// A list of them.
    Operations,
    /// A transactional request: `send_at` in seconds, `message_data` free.
    Request,
}

/// A method some of whose arguments take times or names.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// Whether it is one of the App client; otherwise of the Track client (and the legacy class).
    pub app: bool,
    /// Its arguments of interest, by place.
    pub arguments: &'static [(usize, Shape)],
}

impl Method {
    /// Whether a client of this kind has it.
    pub fn is_of(&self, kind: ClientKind) -> bool {
        match kind {
            ClientKind::Track | ClientKind::Legacy => !self.app,
            ClientKind::App => self.app,
            ClientKind::Pipelines => false,
        }
    }
}

const fn track(name: &'static str, arguments: &'static [(usize, Shape)]) -> Method {
    Method { name, app: false, arguments }
}

const fn app(name: &'static str, arguments: &'static [(usize, Shape)]) -> Method {
    Method { name, app: true, arguments }
}

const WINDOW: Shape = Shape::Seconds(&["start_ts", "end_ts"]);
const RANGE: Shape = Shape::Seconds(&["start", "end"]);
const STUDIO: Shape = Shape::Seconds(&["createdBefore", "createdAfter", "updatedBefore", "updatedAfter"]);
const SCHEDULE: Shape = Shape::Seconds(&["scheduled_at"]);

/// The methods, sorted by name. In other methods `start` is a cursor and nothing is a time.
pub static METHODS: &[Method] = &[
    track("addDevice", &[(3, Shape::Device)]),
    track("batch", &[(0, Shape::Operations)]),
    app("createDeliveriesExport", &[(1, RANGE)]),
    app("createNewsletter", &[(0, SCHEDULE)]),
    track("entity", &[(0, Shape::Operation)]),
    app("getBroadcastMessages", &[(1, WINDOW)]),
    app("getCampaignActionMetrics", &[(2, RANGE)]),
    app("getCampaignJourneyMetrics", &[(1, RANGE)]),
    app("getCampaignMessages", &[(1, WINDOW)]),
    app("getCampaignMetrics", &[(1, RANGE)]),
    app("getCustomerMessages", &[(1, WINDOW)]),
    app("getMessages", &[(0, WINDOW)]),
    app("getNewsletterMessages", &[(1, WINDOW)]),
    app("getTransactionalMessageDeliveries", &[(1, WINDOW)]),
    track("identify", &[(1, Shape::Attributes)]),
    app("listDesignStudioComponents", &[(0, STUDIO)]),
    app("listDesignStudioEmails", &[(0, STUDIO)]),
    app("listDesignStudioFolders", &[(0, STUDIO)]),
    track("reportMetric", &[(0, Shape::Seconds(&["timestamp"]))]),
    app("scheduleNewsletter", &[(1, SCHEDULE)]),
    track("track", &[(1, Shape::Event)]),
    track("trackAnonymous", &[(0, Shape::Event), (1, Shape::Event)]),
    track("trackPush", &[(0, Shape::Seconds(&["timestamp"]))]),
    app("triggerBroadcast", &[(1, Shape::Payload)]),
];

/// The method with this name.
pub fn method(name: &str) -> Option<&'static Method> {
    METHODS.binary_search_by(|m| m.name.cmp(name)).ok().map(|at| &METHODS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted() {
        assert!(METHODS.is_sorted_by_key(|m| m.name));
    }
}
