//! `bun.lock`: JSON with commas at the ends.

use super::Locked;
use super::entries::{ChosenEntries, EntryFilter};
use crate::sdk::PACKAGE;
use crate::text::without_bom;
use jsonc_parser::ParseOptions;
use rustc_hash::FxHashMap;
use semver::Version;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct File {
    /// The workspace's own packages, by folder.
    workspaces: FxHashMap<String, Own>,
    packages: ChosenEntries<Packages>,
}

#[derive(Deserialize)]
struct Own {
    name: Option<String>,
}

/// The SDK: `customerio-node`, and `NAME/customerio-node`, which the package NAME gets instead.
struct Packages;

impl EntryFilter for Packages {
    /// `["customerio-node@4.1.1", "", {}, "sha512-…"]`
    type Entry = Vec<Value>;

    fn wants(name: &str) -> bool {
        // `@acme/customerio-node` is another package, and the text there says so.
        name.ends_with(PACKAGE)
    }
}

/// The versions in the file.
pub fn read(bytes: Vec<u8>) -> Option<Locked> {
    let (_, text) = without_bom(str::from_utf8(&bytes).ok()?);
    let file: File = jsonc_parser::parse_to_serde_value(text, &ParseOptions::default()).ok()?;
    let sdk: FxHashMap<&str, Option<Version>> =
        file.packages.0.iter().map(|(name, entry)| (name.as_str(), version(entry))).collect();
    let mut locked = Locked::default();
    for (folder, own) in file.workspaces {
        let special = own.name.and_then(|name| sdk.get(format!("{name}/{PACKAGE}").as_str()));
        if let Some(Some(version)) = special.or_else(|| sdk.get(PACKAGE)) {
            locked.by_folder.insert(folder, version.clone());
        }
    }
    Some(locked)
}

fn version(entry: &[Value]) -> Option<Version> {
    Version::parse(entry.first()?.as_str()?.strip_prefix(PACKAGE)?.strip_prefix('@')?).ok()
}
