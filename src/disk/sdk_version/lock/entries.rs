//! Maps of lock files in JSON: thousands of entries, of which a few matter.

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// The entries of a map that matter.
pub trait EntryFilter {
    /// An entry, without its key.
    type Entry: DeserializeOwned;

    /// Returns whether the entry with this key matters.
    fn wants(key: &str) -> bool;
}

/// The entries that matter, in the order of the file; the others are skipped without being read.
pub struct ChosenEntries<W: EntryFilter>(pub Vec<(String, W::Entry)>);

impl<W: EntryFilter> Default for ChosenEntries<W> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, W: EntryFilter> Deserialize<'de> for ChosenEntries<W> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ChosenVisitor::<W>(PhantomData))
    }
}

struct ChosenVisitor<W>(PhantomData<W>);

impl<'de, W: EntryFilter> Visitor<'de> for ChosenVisitor<W> {
    type Value = ChosenEntries<W>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("packages")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ChosenEntries<W>, A::Error> {
        let mut entries = ChosenEntries::default();
        while let Some(key) = map.next_key_seed(FilteredKey::<W>(PhantomData))? {
            match key {
                Some(key) => entries.0.push((key, map.next_value()?)),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(entries)
    }
}

/// A key, which is kept only if its entry matters.
struct FilteredKey<W>(PhantomData<W>);

impl<'de, W: EntryFilter> DeserializeSeed<'de> for FilteredKey<W> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<W: EntryFilter> Visitor<'_> for FilteredKey<W> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a package")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(W::wants(key).then(|| key.to_owned()))
    }
}
