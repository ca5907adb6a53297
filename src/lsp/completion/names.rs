//! Names of events, messages and others: those of the account first, then those that the project uses most.

use super::item::{Choice, Items};
use crate::catalog::{Kind, KnownName};
use crate::lsp::symbols::describe::places;
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::lsp::symbols::pulled::waiting;
use crate::settings::Message;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Value, json};
use tower_lsp::lsp_types::CompletionItemKind;

/// Adds the names of a kind.
pub fn add(it: &NamesInSight<'_>, kind: Kind, items: &mut Items<'_>) {
    let counts = counts(it, kind, items);
    let account = &it.settings.settings.account;
    let details = account.details.as_deref();
    let mut seen: FxHashSet<String> = FxHashSet::default();
    match kind {
        Kind::Event => {
            for name in account.events.iter().flat_map(|events| events.names()) {
                if seen.insert(name.to_owned()) {
                    let waiting = details.and_then(|details| waiting(details, name, 1));
                    let known = waiting.map(|by| format!("waited for by {by}"));
                    let known = listed(known.as_deref(), counts.get(name).copied());
                    items.add(choice(it, kind, name.to_owned(), &known, ""));
                }
            }
        }
        Kind::Message => {
            for message in account.messages.iter().flat_map(|messages| messages.iter()) {
                let Some(name) = name_of(message) else { continue };
                if seen.insert(name.clone()) {
                    let shown = message.name.as_deref().unwrap_or_default();
                    items.add(choice(it, kind, name.clone(), &listed(None, counts.get(&name).copied()), shown));
                }
            }
        }
        kind => {
            for entry in details.and_then(|details| details.list(kind.as_str())).into_iter().flatten() {
                let name = entry.id.to_string();
                let known = listed(entry.state.as_deref(), counts.get(&name).copied());
                if seen.insert(name.clone()) {
                    items.add(choice(it, kind, name, &known, entry.name.as_deref().unwrap_or_default()));
                }
            }
        }
    }
    let mut others: Vec<(&String, &usize)> = counts.iter().filter(|(name, _)| !seen.contains(*name)).collect();
    others.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
    for (name, count) in others {
        items.add(choice(it, kind, name.clone(), &places(*count), ""));
    }
}

/// The word that names a message in a string.
fn name_of(message: &Message) -> Option<String> {
    message.trigger_name().map(str::to_owned).or_else(|| Some(message.id?.to_string()))
}

/// The number of places that send each name, the one at the cursor left out.
pub fn counts(it: &NamesInSight<'_>, kind: Kind, items: &Items<'_>) -> FxHashMap<String, usize> {
    let mut counts = FxHashMap::default();
    for (path, found) in it.all().filter(|(_, found)| found.kind == kind) {
        let name = match &found.name {
            KnownName::Text(name) => name.to_string(),
            KnownName::Id(id) => id.to_string(),
            KnownName::Environment(_) | KnownName::Written(_) => continue,
        };
        if !items.is_typed(path, found) && !name.is_empty() {
            *counts.entry(name).or_default() += 1;
        }
    }
    counts
}

/// The words for a name that the account has: what is `known` of it there, and how many places send it.
fn listed(known: Option<&str>, count: Option<usize>) -> String {
    let known = known.unwrap_or("in the account");
    match count {
        Some(count) => format!("{known}, {}", places(count)),
        None => known.to_owned(),
    }
}

fn choice(it: &NamesInSight<'_>, kind: Kind, name: String, detail: &str, shown: &str) -> Choice {
    let detail = if shown.is_empty() { detail.to_owned() } else { format!("{shown} ({detail})") };
    Choice { kind: item_kind(kind), detail, documentation: String::new(), data: Some(question(it, kind, &name)), name }
}

/// The question for the documentation of a name.
pub fn question(it: &NamesInSight<'_>, kind: Kind, name: &str) -> Value {
    json!({ "uri": it.snapshot.document.uri, "kind": kind.as_str(), "name": name })
}

/// The kind of item that a kind of name is.
pub fn item_kind(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Event => CompletionItemKind::EVENT,
        Kind::Attribute | Kind::Topic => CompletionItemKind::FIELD,
        _ => CompletionItemKind::VALUE,
    }
}
