//! The entries of the account's lists in the settings files.

use super::in_sight::NamesInSight;
use super::spots::Symbol;
use crate::catalog::{Kind, KnownName};
use crate::settings::{AccountEntry, account_entries};
use crate::text::TextRange;
use std::path::Path;
use std::sync::Arc;

/// The entries for a symbol in the settings files that count for the document: the text between the quotes.
pub fn entries(it: &NamesInSight<'_>, symbol: &Symbol) -> Vec<(Arc<Path>, TextRange)> {
    let is_it = |entry: &AccountEntry| match (symbol.kind, &symbol.name, entry) {
        (Kind::Event, KnownName::Text(name), AccountEntry::Event(listed)) => listed == name.as_str(),
        (Kind::Message, KnownName::Id(id), AccountEntry::MessageId(listed)) => listed == id,
        (Kind::Message, KnownName::Text(name), AccountEntry::Trigger(listed)) => {
            listed.to_lowercase() == name.to_lowercase()
        }
        _ => false,
    };
    let mut found = Vec::new();
    for path in it.settings.files.iter() {
        let path: Arc<Path> = path.as_path().into();
        let Some(file) = it.file(&path) else { continue };
        let listed = account_entries(&file.rope.to_string());
        found.extend(listed.iter().filter(|(entry, _)| is_it(entry)).map(|(_, range)| (path.clone(), *range)));
    }
    found
}
