//! What the settings list of the account, as far as several rules ask.

use super::event_names::{has_stray_blanks, is_allowed};
use super::limits::excess;
use crate::config::Settings;
use crate::sdk::limits::EVENT_NAME;

/// The rule that speaks of names that the account does not have.
pub const UNKNOWN_EVENT: &str = "event-name-unknown";

/// Whether [`UNKNOWN_EVENT`] speaks of a name: the account has no such event. Paths, addresses and placeholders are no
/// names that a list would have; of blanks and of too long names other rules tell more.
pub fn is_unknown_event(settings: &Settings, name: &str) -> bool {
    let Some(events) = settings.account.events.as_ref().filter(|_| !settings.is_off(UNKNOWN_EVENT)) else {
        return false;
    };
    let no_name = name.contains(['/', '\\', '{', '}', '<', '>', '%']) || !name.contains(char::is_alphanumeric);
    events.lacks(name.trim())
        && !no_name
        && !has_stray_blanks(name)
        && excess(name, EVENT_NAME).is_none()
        && !is_allowed(&settings.option_list(UNKNOWN_EVENT, "allow"), name)
}

/// Whether the list of the account names an event, and not only by a glob: it is written so on purpose.
pub fn is_listed_event(settings: &Settings, name: &str) -> bool {
    settings.account.events.as_ref().is_some_and(|events| events.names_it(name.trim()))
}
