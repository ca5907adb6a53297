//! Names that people write out of habit, from other SDKs or from the words of the dashboard, with the SDK's own names.

use super::ClientClass;

/// The class, the name that it does not have, and the method that is meant; sorted.
static HABITS: &[(ClientClass, &str, &str)] = &[
    (ClientClass::Track, "addCustomer", "identify"),
    (ClientClass::Track, "createCustomer", "identify"),
    (ClientClass::Track, "delete", "destroy"),
    (ClientClass::Track, "deleteCustomer", "destroy"),
    (ClientClass::Track, "event", "track"),
    (ClientClass::Track, "merge", "mergeCustomers"),
    (ClientClass::Track, "pageview", "trackPageView"),
    (ClientClass::Track, "registerDevice", "addDevice"),
    (ClientClass::Track, "remove", "destroy"),
    (ClientClass::Track, "removeDevice", "deleteDevice"),
    (ClientClass::Track, "sendEvent", "track"),
    (ClientClass::Track, "trackEvent", "track"),
    (ClientClass::Track, "trackPage", "trackPageView"),
    (ClientClass::Track, "update", "identify"),
    (ClientClass::Track, "updateCustomer", "identify"),
    (ClientClass::Track, "upsert", "identify"),
    (ClientClass::App, "broadcast", "triggerBroadcast"),
    (ClientClass::App, "getCustomer", "getAttributes"),
    (ClientClass::App, "send", "sendEmail"),
    (ClientClass::App, "sendBroadcast", "triggerBroadcast"),
    (ClientClass::App, "sendMail", "sendEmail"),
    (ClientClass::App, "sendTransactional", "sendEmail"),
    (ClientClass::App, "sendTransactionalEmail", "sendEmail"),
    (ClientClass::App, "sendWhatsapp", "sendWhatsApp"),
    (ClientClass::App, "triggerCampaign", "triggerBroadcast"),
    (ClientClass::Pipelines, "trackEvent", "track"),
];

/// The method that a name of a class means; `None` where no habit is known.
pub(super) fn meant(class: ClientClass, name: &str) -> Option<&'static str> {
    HABITS.iter().find(|(of, habit, _)| *of == class && *habit == name).map(|(.., method)| *method)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_are_sorted_and_lead_to_methods() {
        assert!(HABITS.is_sorted());
        for (class, habit, method) in HABITS {
            assert!(class.method(habit).is_none(), "{habit} is a method");
            assert!(class.method(method).is_some(), "{method} is no method");
        }
    }
}
