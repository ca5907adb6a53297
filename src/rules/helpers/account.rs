//! Questions of several rules about the account that the settings describe.

use super::event_names::has_stray_blanks;
use super::limits::excess;
use crate::sdk::limits::EVENT_NAME;
use crate::settings::Settings;

/// The rule that reports names that the account does not have.
pub const UNKNOWN_EVENT: &str = "event-name-unknown";

/// Returns whether [`UNKNOWN_EVENT`] reports a name: the account has no such event. No list would hold paths, addresses
/// and placeholders; whitespace and names that are too long are left to other rules.
pub fn is_unknown_event(settings: &Settings, name: &str) -> bool {
    let Some(events) = &settings.account.events else { return false };
    if settings.is_off(UNKNOWN_EVENT) {
        return false;
    }
    let no_name = name.contains(['/', '\\', '{', '}', '<', '>', '%']) || !name.contains(char::is_alphanumeric);
    events.lacks(name.trim())
        && !no_name
        && !has_stray_blanks(name)
        && excess(name, EVENT_NAME).is_none()
        && !settings.allows(UNKNOWN_EVENT, name)
}

/// Returns whether the list of the account names an event itself, not only by a glob: it is spelled so on purpose.
pub fn is_listed_event(settings: &Settings, name: &str) -> bool {
    settings.account.events.as_ref().is_some_and(|events| events.names_it(name.trim()))
}
