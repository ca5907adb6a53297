//! `package-lock.json` and `npm-shrinkwrap.json`: versions 1 to 3.

use super::Locked;
use super::entries::{ChosenEntries, EntryFilter};
use crate::sdk::PACKAGE;
use rustc_hash::FxHashMap;
use semver::Version;
use serde::Deserialize;

/// The folder of installed packages, in paths.
const MODULES: &str = "node_modules/";

#[derive(Deserialize)]
struct File {
    /// Since version 2: by the folders in which they are installed.
    packages: Option<ChosenEntries<Packages>>,
    /// The dependencies of version 1, by name.
    dependencies: Option<Dependencies>,
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

/// The workspace's own packages, the root among them, and the SDK wherever it is installed.
struct Packages;

impl EntryFilter for Packages {
    type Entry = Package;

    fn wants(folder: &str) -> bool {
        holder(folder).is_none_or(|(_, package)| package == PACKAGE)
    }
}

/// The folder in whose `node_modules` a package is, and the name of the package; `None` for one of the workspace.
fn holder(folder: &str) -> Option<(&str, &str)> {
    let at = folder.rfind(MODULES)?;
    Some((folder[..at].trim_end_matches('/'), &folder[at + MODULES.len()..]))
}

/// The versions in the file.
pub fn read(bytes: Vec<u8>) -> Option<Locked> {
    let file: File = super::super::json(&bytes)?;
    let mut locked = Locked::default();
    let Some(ChosenEntries(packages)) = file.packages else {
        if let Some(version) = file.dependencies?.sdk?.version() {
            locked.by_folder.insert(String::new(), version);
        }
        return Some(locked);
    };
    let installed = packages.iter().filter_map(|(folder, package)| Some((holder(folder)?.0, package.version())));
    let sdk: FxHashMap<&str, Option<Version>> = installed.collect();
    for (folder, _) in packages.iter().filter(|(folder, _)| holder(folder).is_none()) {
        if let Some(version) = nearest(&sdk, folder) {
            locked.by_folder.insert(folder.clone(), version);
        }
    }
    Some(locked)
}

/// The version that Node finds from a folder upwards.
fn nearest(sdk: &FxHashMap<&str, Option<Version>>, mut folder: &str) -> Option<Version> {
    loop {
        if let Some(version) = sdk.get(folder) {
            return version.clone();
        }
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}
