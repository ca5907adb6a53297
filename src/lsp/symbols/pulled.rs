//! The words of a pulled account about a name: what waits for an event, and the things that numbers and identifiers name.

use super::spots::Symbol;
use crate::catalog::{Kind, KnownName};
use crate::settings::AccountDetails;
use crate::text::some_of;

/// The most campaigns and segments that a description lists.
const MOST_WAITING: usize = 6;

/// Describes a name, a sentence each.
pub fn sentences(details: &AccountDetails, symbol: &Symbol) -> Vec<String> {
    match (symbol.kind, &symbol.name) {
        (Kind::Event, KnownName::Text(name)) => {
            let waiting = waiting(details, name, MOST_WAITING);
            waiting.map(|by| format!("Waited for by {by}.")).into_iter().collect()
        }
        (kind, name) => {
            let (Some(list), Some(name)) = (details.list(kind.as_str()), name.known()) else { return Vec::new() };
            let Some(entry) = list.iter().find(|entry| entry.is_called(&name)) else {
                return vec!["Not in the account.".to_owned()];
            };
            let mut told = vec![format!("In the account: {}.", entry.label())];
            if !entry.events.is_empty() {
                told.push(format!("It looks at {}.", some_of(&entry.events, MOST_WAITING)));
            }
            told
        }
    }
}

/// The campaigns and segments that wait for an event, up to `most` of them by name; `None` where there are none.
pub fn waiting(details: &AccountDetails, event: &str, most: usize) -> Option<String> {
    let all = details.waiting_for(event);
    (!all.is_empty()).then(|| some_of(&all, most))
}
