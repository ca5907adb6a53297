//! The paths of times in the responses of the App API. All of them are Unix seconds.
//!
//! From the schemas that Customer.io publishes: every one of these fields is an integer of the format "unix timestamp".

/// A placeholder in a path for any element of a list, or any key.
pub const EACH: &str = "*";

/// The parts of a method's response that are seconds.
struct Times {
    methods: &'static [&'static str],
    /// The keys that lead to the object.
    path: &'static [&'static str],
    /// Its fields.
    fields: &'static [&'static str],
}

const fn times(
    methods: &'static [&'static str],
    path: &'static [&'static str],
    fields: &'static [&'static str],
) -> Times {
    Times { methods, path, fields }
}

/// Returns whether a method of the App API's client sends a transactional message.
pub fn is_transactional(method: &str) -> bool {
    SENDS.contains(&method)
}

const SENDS: &[&str] = &["sendEmail", "sendInApp", "sendInboxMessage", "sendPush", "sendSMS", "sendWhatsApp"];
const LISTS_OF_MESSAGES: &[&str] = &[
    "getBroadcastMessages",
    "getCampaignMessages",
    "getCustomerMessages",
    "getMessages",
    "getNewsletterMessages",
    "getTransactionalMessageDeliveries",
];
const STARTED: &[&str] = &["created", "first_started", "updated"];
const CREATED: &[&str] = &["created", "updated"];
const CREATED_AT: &[&str] = &["created_at", "updated_at"];
const SENT: &[&str] = &["created", "sent_at", "updated"];
/// The times when a message came so far. Others count: `human_opened`.
const METRICS: &[&str] = &[
    "bounced",
    "clicked",
    "converted",
    "created",
    "delivered",
    "drafted",
    "dropped",
    "failed",
    "opened",
    "sent",
    "spammed",
    "undeliverable",
    "unsubscribed",
];

static TIMES: &[Times] = &[
    times(SENDS, &[], &["queued_at"]),
    times(&["listCampaigns"], &["campaigns", EACH], STARTED),
    times(&["getCampaign"], &["campaign"], STARTED),
    times(&["listBroadcasts"], &["broadcasts", EACH], STARTED),
    times(&["getBroadcast"], &["broadcast"], STARTED),
    times(&["getBroadcastActions", "getCampaignActions"], &["actions", EACH], CREATED),
    times(&["getBroadcastTriggers"], &["triggers", EACH], &["created_at", "processed_at"]),
    times(&["listNewsletters"], &["newsletters", EACH], SENT),
    times(&["getNewsletter"], &["newsletter"], SENT),
    times(&["listSegments"], &["segments", EACH], CREATED_AT),
    times(&["createSegment", "getSegment"], &["segment"], CREATED_AT),
    times(&["getCustomerActivities", "listActivities"], &["activities", EACH], &["timestamp"]),
    times(&["listExports"], &["exports", EACH], CREATED_AT),
    times(&["createCustomersExport", "createDeliveriesExport", "getExport"], &["export"], CREATED_AT),
    times(&["createImport", "getImport"], &["import"], CREATED_AT),
    times(&["listTransactionalMessages"], &["messages", EACH], CREATED_AT),
    times(&["getTransactionalMessage"], &["message"], CREATED_AT),
    times(LISTS_OF_MESSAGES, &["messages", EACH], &["created"]),
    times(LISTS_OF_MESSAGES, &["messages", EACH, "metrics"], METRICS),
    times(&["getMessage"], &["message"], &["created"]),
    times(&["getMessage"], &["message", "metrics"], METRICS),
    times(&["listCollections"], &["collections", EACH], CREATED_AT),
    times(&["createCollection", "getCollection", "updateCollection"], &["collection"], CREATED_AT),
    times(&["getSnippets"], &["snippets", EACH], &["updated_at"]),
    times(&["getDomainSuppressions", "getSuppressions", "searchSuppression"], &["suppressions", EACH], &["created"]),
    // When each attribute was set.
    times(&["getAttributes"], &["customer", "timestamps"], &[EACH]),
];

/// Returns whether some answer of a method holds times.
pub fn answers_with_times(method: &str) -> bool {
    TIMES.iter().any(|times| times.methods.contains(&method))
}

/// Returns whether a method's answer holds Unix seconds at a path: `["campaigns", EACH, "created"]`.
pub fn is_seconds(method: &str, path: &[impl AsRef<str>]) -> bool {
    let Some((field, path)) = path.split_last() else { return false };
    let fits = |known: &str, key: &str| known == key || known == EACH || key == EACH;
    TIMES.iter().filter(|times| times.methods.contains(&method)).any(|times| {
        times.path.len() == path.len()
            && times.path.iter().zip(path).all(|(known, key)| fits(known, key.as_ref()))
            && field.as_ref() != EACH
            && times.fields.iter().any(|known| fits(known, field.as_ref()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sdk::{ClientClass, methods_named};

    #[test]
    fn every_method_is_one_of_the_app_client() {
        for method in TIMES.iter().flat_map(|times| times.methods) {
            assert!(methods_named(method).next().is_some(), "{method}");
            assert!(ClientClass::App.method(method).is_some(), "{method}");
        }
    }

    #[test]
    fn paths() {
        assert!(is_seconds("listCampaigns", &["campaigns", EACH, "created"]));
        assert!(is_seconds("sendEmail", &["queued_at"]));
        assert!(is_seconds("getAttributes", &["customer", "timestamps", "email"]));
        for (method, path) in [
            ("listCampaigns", &["campaigns", EACH, "name"][..]),
            ("listCampaigns", &["campaigns", EACH]),
            ("listCampaigns", &["created"]),
            ("getAttributes", &["customer", "attributes", "created_at"]),
            ("getCampaignMetrics", &["metric", "series", "created"]),
            ("sendEmail", &[]),
        ] {
            assert!(!is_seconds(method, path), "{method} {path:?}");
        }
    }
}
