//! Which version of `customerio-node` a file runs against.

use super::{FreshCache, lowest_version};
use semver::Version;
use serde_json::Value;
use std::io;
use std::path::Path;

/// Finds the installed version, or else the lowest one that `package.json` allows. What it read it keeps until the
/// files change; share one for a whole run.
#[derive(Debug, Default)]
pub struct SdkVersions {
    installed: FreshCache<Option<Version>>,
    asked_for: FreshCache<Option<String>>,
}

impl SdkVersions {
    /// For a run that ends soon: as [`FreshCache::for_one_run`].
    pub fn for_one_run() -> Self {
        Self { installed: FreshCache::for_one_run(), asked_for: FreshCache::for_one_run() }
    }

    /// The version for the file or folder at `path`: of the package that Node would load from there, else the lowest
    /// one in the range of the nearest `package.json` that names the SDK. `None` when neither tells.
    pub fn of(&self, path: &Path) -> Option<Version> {
        let folders = || path.ancestors().filter(|folder| !folder.ends_with("node_modules"));
        for folder in folders() {
            let package = folder.join("node_modules/customerio-node/package.json");
            if let Some(version) = self.installed.get(&package, installed_version)
                && version.is_some()
            {
                return version.as_ref().clone();
            }
        }
        for folder in folders() {
            if let Some(range) = self.asked_for.get(&folder.join("package.json"), range_asked_for)
                && let Some(range) = &*range
            {
                // The nearest package that names the SDK decides, even if what it says tells nothing.
                return lowest_version(range);
            }
        }
        None
    }
}

fn json(bytes: io::Result<Vec<u8>>) -> Option<Value> {
    let bytes = bytes.ok()?;
    serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).ok()
}

fn installed_version(bytes: io::Result<Vec<u8>>) -> Option<Version> {
    Version::parse(json(bytes)?.get("version")?.as_str()?).ok()
}

fn range_asked_for(bytes: io::Result<Vec<u8>>) -> Option<String> {
    let package = json(bytes)?;
    let kinds = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    let range = kinds.iter().find_map(|kind| package.get(kind)?.get("customerio-node")?.as_str())?;
    Some(range.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn installed_beats_asked_for_and_nearer_beats_farther() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let file = root.join("packages/app/src/a.ts");
        let versions = SdkVersions::default();
        let version = || versions.of(&file).map(|v| v.to_string());
        assert_eq!(version(), None);

        write(&root.join("package.json"), r#"{ "dependencies": { "customerio-node": "^3.1.0" } }"#);
        assert_eq!(version().as_deref(), Some("3.1.0"));

        write(&root.join("packages/app/package.json"), r#"{ "name": "app" }"#);
        assert_eq!(version().as_deref(), Some("3.1.0"), "a package that does not name the SDK is passed over");

        write(&root.join("packages/app/package.json"), r#"{ "devDependencies": { "customerio-node": "~4.2.1" } }"#);
        assert_eq!(version().as_deref(), Some("4.2.1"));

        write(&root.join("packages/app/package.json"), r#"{ "dependencies": { "customerio-node": "workspace:*" } }"#);
        assert_eq!(version(), None, "the nearest one decides");

        write(&root.join("node_modules/customerio-node/package.json"), r#"{ "version": "5.0.1" }"#);
        assert_eq!(version().as_deref(), Some("5.0.1"));

        write(&root.join("packages/app/node_modules/customerio-node/package.json"), r#"{ "version": "2.1.1" }"#);
        assert_eq!(version().as_deref(), Some("2.1.1"));

        write(&root.join("packages/app/node_modules/customerio-node/package.json"), "not json");
        assert_eq!(version().as_deref(), Some("5.0.1"), "a broken one is passed over");
    }
}
