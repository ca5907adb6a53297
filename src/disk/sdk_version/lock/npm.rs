//! `package-lock.json` and `npm-shrinkwrap.json`: versions 1 to 3.

use super::Locked;
use crate::sdk::PACKAGE;
use rustc_hash::FxHashMap;
use semver::Version;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// The folder of installed packages, in paths.
const MODULES: &str = "node_modules/";

#[derive(Deserialize)]
struct File {
    /// Since version 2: by the folders in which they are installed.
    packages: Option<Packages>,
    /// The dependencies of version 1, by name.
    dependencies: Option<Dependencies>,
}

/// The entries of `packages` that matter here.
#[derive(Default)]
struct Packages {
    /// The folders of the workspace's own packages, the root among them.
    own: Vec<String>,
    /// The versions of the SDK, by the folder in whose `node_modules` they are.
    sdk: FxHashMap<String, Option<Version>>,
}

#[derive(Deserialize)]
struct Dependencies {
    #[serde(rename = "customerio-node")]
    sdk: Option<Package>,
}

#[derive(Deserialize)]
struct Package {
    version: Option<String>,
}

impl Package {
    fn version(&self) -> Option<Version> {
        Version::parse(self.version.as_deref()?).ok()
    }
}

/// The versions in the file.
pub fn read(bytes: Vec<u8>) -> Option<Locked> {
    let file: File = super::super::json(&bytes)?;
    let mut locked = Locked::default();
    if let Some(packages) = file.packages {
        for folder in &packages.own {
            if let Some(version) = packages.nearest(folder) {
                locked.by_folder.insert(folder.clone(), version);
            }
        }
    } else if let Some(version) = file.dependencies?.sdk?.version() {
        locked.by_folder.insert(String::new(), version);
    }
    Some(locked)
}

impl Packages {
    /// The version that Node finds from a folder upwards.
    fn nearest(&self, mut folder: &str) -> Option<Version> {
        loop {
            if let Some(version) = self.sdk.get(folder) {
                return version.clone();
            }
            if folder.is_empty() {
                return None;
            }
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
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
        f.write_str("packages by their folders")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Packages, A::Error> {
        let mut packages = Packages::default();
        while let Some(key) = map.next_key::<Key>()? {
            match key {
                Key::Sdk(folder) => {
                    let package: Package = map.next_value()?;
                    packages.sdk.insert(folder, package.version());
                }
                Key::Own(folder) => {
                    map.next_value::<IgnoredAny>()?;
                    packages.own.push(folder);
                }
                Key::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(packages)
    }
}

/// A key of `packages`. There are thousands, so only the relevant ones are kept.
enum Key {
    /// The SDK in the `node_modules` of this folder.
    Sdk(String),
    /// A package of the workspace.
    Own(String),
    Other,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a folder")
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        let Some(at) = text.rfind(MODULES) else { return Ok(Key::Own(text.to_owned())) };
        let (folder, package) = (&text[..at], &text[at + MODULES.len()..]);
        Ok(if package == PACKAGE { Key::Sdk(folder.trim_end_matches('/').to_owned()) } else { Key::Other })
    }
}
