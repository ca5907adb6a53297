//! Names that people write out of habit, from other SDKs or from the words of the dashboard, with the SDK's own names.

use super::Class;

/// The class, the name that it does not have, and the method that is meant; sorted.
static HABITS: &[(Class, &str, &str)] = &[
    (Class::Track, "addCustomer", "identify"),
    (Class::Track, "createCustomer", "identify"),
    (Class::Track, "delete", "destroy"),
    (Class::Track, "deleteCustomer", "destroy"),
    (Class::Track, "event", "track"),
    (Class::Track, "merge", "mergeCustomers"),
    (Class::Track, "pageview", "trackPageView"),
    (Class::Track, "registerDevice", "addDevice"),
    (Class::Track, "remove", "destroy"),
    (Class::Track, "removeDevice", "deleteDevice"),
    (Class::Track, "sendEvent", "track"),
    (Class::Track, "trackEvent", "track"),
    (Class::Track, "trackPage", "trackPageView"),
    (Class::Track, "update", "identify"),
    (Class::Track, "updateCustomer", "identify"),
    (Class::Track, "upsert", "identify"),
    (Class::App, "broadcast", "triggerBroadcast"),
    (Class::App, "getCustomer", "getAttributes"),
    (Class::App, "send", "sendEmail"),
    (Class::App, "sendBroadcast", "triggerBroadcast"),
    (Class::App, "sendMail", "sendEmail"),
    (Class::App, "sendTransactional", "sendEmail"),
    (Class::App, "sendTransactionalEmail", "sendEmail"),
    (Class::App, "sendWhatsapp", "sendWhatsApp"),
    (Class::App, "triggerCampaign", "triggerBroadcast"),
    (Class::Pipelines, "trackEvent", "track"),
];

/// The method that a name of a class means; `None` where no habit is known.
pub(super) fn meant(class: Class, name: &str) -> Option<&'static str> {
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
