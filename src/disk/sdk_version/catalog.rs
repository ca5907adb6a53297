//! Catalogs: ranges that the packages of a workspace share, and name by `catalog:` or `catalog:NAME`.

use crate::sdk::PACKAGE;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde_json::Value;
use std::io;

/// The name of the catalog that has none.
const DEFAULT: &str = "default";

/// The ranges of the SDK, by catalog.
#[derive(Debug, Default)]
pub struct Catalogs(FxHashMap<String, String>);

impl Catalogs {
    /// Reads `pnpm-workspace.yaml` or `.yarnrc.yml`. One that is broken says nothing.
    pub fn read(bytes: io::Result<Vec<u8>>) -> Self {
        #[derive(Deserialize)]
        struct File {
            catalog: Option<Value>,
            catalogs: Option<Value>,
        }
        let file: Option<File> = bytes.ok().and_then(|bytes| serde_saphyr::from_slice(&bytes).ok());
        file.map(|file| Self::of(file.catalog.as_ref(), file.catalogs.as_ref())).unwrap_or_default()
    }

    /// From the values of the keys `catalog` and `catalogs`.
    pub fn of(catalog: Option<&Value>, catalogs: Option<&Value>) -> Self {
        let range = |catalog: &Value| Some(catalog.get(PACKAGE)?.as_str()?.to_owned());
        let named = catalogs.and_then(Value::as_object).into_iter().flatten();
        let mut all: FxHashMap<String, String> =
            named.filter_map(|(name, catalog)| Some((name.clone(), range(catalog)?))).collect();
        if let Some(range) = catalog.and_then(range) {
            all.insert(DEFAULT.to_owned(), range);
        }
        Self(all)
    }

    /// The range of the SDK in the catalog `name`; without a name, in the default one.
    pub fn range(&self, name: &str) -> Option<&str> {
        self.0.get(if name.is_empty() { DEFAULT } else { name }).map(String::as_str)
    }
}
