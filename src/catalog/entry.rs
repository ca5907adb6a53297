//! The uses of all files, merged.

use super::data::Data;
use super::kind::{Kind, KnownName};
use super::usage::NameUse;
use crate::text::TextRange;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Everything that a project names, by kind and name.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// The entries.
    pub entries: BTreeMap<(Kind, KnownName), CatalogEntry>,
}

/// Everything that is known of one name.
#[derive(Clone, Debug, Default)]
pub struct CatalogEntry {
    /// The places that name it, in the order of the files and of their texts.
    pub uses: Vec<(Arc<Path>, NameUse)>,
    /// The data that goes with it, of all places together; `None` for kinds that have none.
    pub data: Option<Data>,
}

impl Catalog {
    /// Merges the uses of files. The order of the files does not matter.
    pub fn of(files: impl IntoIterator<Item = (Arc<Path>, Vec<NameUse>)>) -> Self {
        let mut all: Vec<(Arc<Path>, NameUse)> = Vec::new();
        for (path, uses) in files {
            all.extend(uses.into_iter().map(|found| (path.clone(), found)));
        }
        all.sort_by(|(a, x), (b, y)| (a, x.at, x.by.range).cmp(&(b, y.at, y.by.range)));
        let wrapped: BTreeSet<(Arc<Path>, TextRange)> =
            all.iter().filter_map(|(path, found)| through(path, found)).collect();
        let mut catalog = Self::default();
        for (path, mut found) in all {
            let is_wrapped = wrapped.contains(&(path.clone(), found.by.range));
            // What a wrapper puts together, its calls have as a whole.
            if is_wrapped && matches!(found.name, KnownName::Written(_)) {
                continue;
            }
            let data = found.data.take();
            let entry = catalog.entries.entry((found.kind, found.name.clone())).or_default();
            // What a wrapper is given is seen where it is called.
            let given = data.filter(|data| !(data.open && is_wrapped));
            entry.data = match (entry.data.take(), given) {
                (Some(known), Some(data)) => Some(known.merged(data)),
                (known, data) => known.or(data),
            };
            entry.uses.push((path, found));
        }
        catalog
    }

    /// The entries of a kind, in the order of their names.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (&KnownName, &CatalogEntry)> {
        self.entries.iter().filter(move |((of, _), _)| *of == kind).map(|((_, name), entry)| (name, entry))
    }
}

/// The call that a use goes through, in its file.
fn through(path: &Arc<Path>, found: &NameUse) -> Option<(Arc<Path>, TextRange)> {
    let through = found.by.through.as_ref()?;
    Some((through.call.file.clone().unwrap_or_else(|| path.clone()), through.call.range))
}
