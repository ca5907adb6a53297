//! `bun.lock`: JSON with commas at the ends.

use super::Locked;
use crate::sdk::PACKAGE;
use rustc_hash::FxHashMap;
use semver::Version;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

#[derive(Deserialize)]
struct File {
    /// The workspace's own packages, by folder.
    workspaces: FxHashMap<String, Own>,
    packages: Packages,
}

#[derive(Deserialize)]
struct Own {
    name: Option<String>,
}

/// The versions of the SDK: of `customerio-node` and of `NAME/customerio-node`, which the package NAME gets instead.
#[derive(Default)]
struct Packages(FxHashMap<String, Option<Version>>);

/// The versions in the file.
pub fn read(mut bytes: Vec<u8>) -> Option<Locked> {
    json_strip_comments::strip_slice(&mut bytes).ok()?;
    let file: File = super::super::json(&bytes)?;
    let mut locked = Locked::default();
    for (folder, own) in file.workspaces {
        let special = own.name.and_then(|name| file.packages.0.get(&format!("{name}/{PACKAGE}")));
        if let Some(Some(version)) = special.or_else(|| file.packages.0.get(PACKAGE)) {
            locked.by_folder.insert(folder, version.clone());
        }
    }
    Some(locked)
}

impl<'de> Deserialize<'de> for Packages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PackagesVisitor)
    }
}

struct PackagesVisitor;

impl<'de> Visitor<'de> for PackagesVisitor {
    type Value = Packages;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("packages by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Packages, A::Error> {
        let mut packages = Packages::default();
        while let Some(key) = map.next_key::<String>()? {
            // `@acme/customerio-node` is another package, and the text there says so.
            if key.ends_with(PACKAGE) {
                packages.0.insert(key, map.next_value::<Resolved>()?.0);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(packages)
    }
}

/// `["customerio-node@4.1.1", "", {}, "sha512-…"]`
struct Resolved(Option<Version>);

impl<'de> Deserialize<'de> for Resolved {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ResolvedVisitor)
    }
}

struct ResolvedVisitor;

impl<'de> Visitor<'de> for ResolvedVisitor {
    type Value = Resolved;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a package")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Resolved, A::Error> {
        let name: Option<String> = seq.next_element()?;
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        let version = name.as_deref().and_then(|name| name.strip_prefix(PACKAGE)?.strip_prefix('@'));
        Ok(Resolved(version.and_then(|version| Version::parse(version).ok())))
    }
}
