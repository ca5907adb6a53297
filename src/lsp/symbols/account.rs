//! The entries of the account's lists in the settings files.

use super::in_sight::NamesInSight;
use super::spots::Symbol;
use crate::catalog::{Kind, KnownName};
use crate::settings::{AccountEntry, account_entries};
use crate::text::TextRange;
use std::path::Path;
use std::sync::Arc;

/// An entry, and its text in a settings file: of a string, what is between the quotes.
pub struct Listed {
    /// The file.
    pub path: Arc<Path>,
    /// The text.
    pub range: TextRange,
    /// The entry.
    pub entry: AccountEntry,
}

/// The entries for a symbol in the settings files that count for the document.
pub fn entries(it: &NamesInSight<'_>, symbol: &Symbol) -> Vec<Listed> {
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
        let listed = account_entries(&file.rope.to_string()).into_iter().filter(|(entry, _)| is_it(entry));
        found.extend(listed.map(|(entry, range)| Listed { path: path.clone(), range, entry }));
    }
    found
}
