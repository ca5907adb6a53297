//! The SDK version that a `package.json` asks for.

use super::catalog::Catalogs;
use super::json;
use crate::sdk::PACKAGE;
use serde::Deserialize;
use serde_json::Value;
use std::io;

/// The parts of a `package.json` that concern the SDK.
#[derive(Debug, Default)]
pub struct SdkManifest {
    /// The range that it asks for.
    pub range: Option<String>,
    /// The package manager that it names: `npm`, `pnpm`, `yarn` or `bun`.
    pub manager: Option<String>,
    /// The catalogs that Bun finds here: in `workspaces`, or beside it.
    pub catalogs: Vec<Catalogs>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    #[serde(default)]
    dependencies: Value,
    #[serde(default)]
    dev_dependencies: Value,
    #[serde(default)]
    peer_dependencies: Value,
    #[serde(default)]
    optional_dependencies: Value,
    #[serde(default)]
    package_manager: Value,
    #[serde(default)]
    workspaces: Value,
    #[serde(default)]
    catalog: Value,
    #[serde(default)]
    catalogs: Value,
}

impl SdkManifest {
    /// One that is broken says nothing.
    pub fn read(bytes: io::Result<Vec<u8>>) -> Self {
        let Some(file): Option<File> = bytes.ok().and_then(|bytes| json(&bytes)) else { return Self::default() };
        let kinds = [&file.dependencies, &file.dev_dependencies, &file.peer_dependencies, &file.optional_dependencies];
        let range = kinds.iter().find_map(|kind| kind.get(PACKAGE)?.as_str());
        // `pnpm@9.1.0+sha512.…`
        let manager = file.package_manager.as_str().and_then(|text| text.split('@').next());
        let catalogs = [
            Catalogs::of(file.workspaces.get("catalog"), file.workspaces.get("catalogs")),
            Catalogs::of(Some(&file.catalog), Some(&file.catalogs)),
        ];
        Self { range: range.map(str::to_owned), manager: manager.map(str::to_owned), catalogs: catalogs.into() }
    }
}
