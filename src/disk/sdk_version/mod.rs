//! The version of `customerio-node` that a file runs against.

mod catalog;
mod lock;
mod manifest;

use super::FreshCache;
use crate::sdk::{lowest_version, next};
use catalog::Catalogs;
use lock::Locked;
use manifest::SdkManifest;
use semver::Version;
use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files, besides `package.json`, that tell versions: lock files, and those that define a workspace's `catalog:`.
/// (An unreadable `bun.lockb` tells nothing.)
pub const VERSION_FILES: [&str; 7] = [
    "npm-shrinkwrap.json",
    "package-lock.json",
    "pnpm-lock.yaml",
    "yarn.lock",
    "bun.lock",
    "pnpm-workspace.yaml",
    ".yarnrc.yml",
];

/// A version of `customerio-node`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkVersion {
    /// The version.
    pub version: Version,
    /// The source of that.
    pub from: VersionSource,
}

/// The source that a version was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionSource {
    /// The `package.json` of the installed package.
    Installed(PathBuf),
    /// The lock file: the version that an install would bring.
    Lock(PathBuf),
    /// The `package.json` that asks for the SDK: the lowest version that it allows.
    Range(PathBuf),
}

/// Finds the version that is installed, or else the one in the lock file, or else the lowest one that `package.json`
/// allows. Results are kept until the files change; share one for a whole run.
#[derive(Debug, Default)]
pub struct SdkVersions {
    installed: FreshCache<Option<Version>>,
    manifests: FreshCache<SdkManifest>,
    locks: FreshCache<Locked>,
    catalogs: FreshCache<Catalogs>,
}

impl SdkVersions {
    /// One that looks at each file once, as [`FreshCache::until_told`].
    pub fn until_told() -> Self {
        Self {
            installed: FreshCache::until_told(),
            manifests: FreshCache::until_told(),
            locks: FreshCache::until_told(),
            catalogs: FreshCache::until_told(),
        }
    }

    /// Files may be other ones now.
    pub fn look_again(&self) {
        self.installed.look_again();
        self.manifests.look_again();
        self.locks.look_again();
        self.catalogs.look_again();
    }

    /// The version for the file or folder at the absolute `path`: of the package that Node would load from there; else
    /// the one that the lock file has for the nearest package that names the SDK; else the lowest one in that package's
    /// range. `None` when none of them tells.
    pub fn of(&self, path: &Path) -> Option<SdkVersion> {
        let folders: Vec<&Path> = path.ancestors().filter(|folder| !folder.ends_with("node_modules")).collect();
        self.installed(&folders).or_else(|| self.asked_for(&folders))
    }

    fn installed(&self, folders: &[&Path]) -> Option<SdkVersion> {
        for (at, folder) in folders.iter().enumerate() {
            let package = folder.join("node_modules/customerio-node/package.json");
            if let Some(version) = self.installed.get(&package, installed_version)
                && let Some(version) = version.as_ref().clone()
            {
                // In a project of Plug'n'Play nothing is loaded from a folder `node_modules`.
                let passed = folders[..=at].iter().any(|folder| folder.join(".pnp.cjs").exists());
                let version = if has_next(&package, &version) { next(version) } else { version };
                return (!passed).then_some(SdkVersion { version, from: VersionSource::Installed(package) });
            }
        }
        None
    }

    fn asked_for(&self, folders: &[&Path]) -> Option<SdkVersion> {
        // The nearest package that names the SDK decides, even if what it says tells nothing.
        let (at, package, asked) = folders.iter().enumerate().find_map(|(at, folder)| {
            let package = folder.join("package.json");
            let asked = self.manifests.get(&package, SdkManifest::read)?.range.clone()?;
            Some((at, package, asked))
        })?;
        let folders = &folders[at..];
        let range = match asked.strip_prefix("catalog:") {
            Some(catalog) => self.cataloged(folders, catalog.trim()),
            None => Some(asked),
        };
        if range.as_deref().is_some_and(is_another_package) {
            return None;
        }
        self.locked(folders, range.as_deref()).or_else(|| {
            Some(SdkVersion { version: lowest_version(range.as_deref()?)?, from: VersionSource::Range(package) })
        })
    }

    /// Returns the version in the nearest lock file that knows the first of the folders.
    fn locked(&self, folders: &[&Path], range: Option<&str>) -> Option<SdkVersion> {
        folders.iter().find_map(|folder| {
            let package = relative(folders[0], folder)?;
            let told: Vec<(&lock::LockFormat, PathBuf, Version)> = lock::FORMATS
                .iter()
                .filter_map(|format| {
                    let path = folder.join(format.file);
                    let locked = self.locks.get(&path, format.read)?;
                    Some((format, path, locked.version(&package, range)?.clone()))
                })
                .collect();
            // Two managers' files beside each other: the one that the project names counts, or what they agree on.
            let manager = || self.manifests.get(&folder.join("package.json"), SdkManifest::read)?.manager.clone();
            let (first, others) = told.split_first()?;
            let chosen = if others.iter().all(|(_, _, version)| *version == first.2) {
                first
            } else {
                let manager = manager()?;
                told.iter().find(|(format, ..)| format.manager == manager)?
            };
            Some(SdkVersion { version: chosen.2.clone(), from: VersionSource::Lock(chosen.1.clone()) })
        })
    }

    /// Returns the entry for the SDK in a catalog of the workspace; the one without a name is `default`, too.
    fn cataloged(&self, folders: &[&Path], name: &str) -> Option<String> {
        folders.iter().find_map(|folder| {
            let found = |catalogs: &Catalogs| catalogs.range(name).map(str::to_owned);
            let of_file = |file: &str| found(&*self.catalogs.get(&folder.join(file), Catalogs::read)?);
            let of_manifest = || -> Option<String> {
                let manifest: Arc<SdkManifest> = self.manifests.get(&folder.join("package.json"), SdkManifest::read)?;
                manifest.catalogs.iter().find_map(found)
            };
            of_file("pnpm-workspace.yaml").or_else(|| of_file(".yarnrc.yml")).or_else(of_manifest)
        })
    }
}

/// The way from `folder` down to `package` as lock files write it; nothing for the folder itself.
fn relative(package: &Path, folder: &Path) -> Option<String> {
    let parts = package.strip_prefix(folder).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// Returns whether an installed package is one of the main branch of the SDK's repository, as a dependency by `file:` or by
/// Git is: it has the module of the client that no release has.
fn has_next(package: &Path, version: &Version) -> bool {
    const MODULES: [&str; 2] = ["dist/lib/customerio.js", "lib/customerio.ts"];
    let is_recent = (version.major, version.minor) >= (5, 2);
    is_recent && package.parent().is_some_and(|folder| MODULES.iter().any(|module| folder.join(module).exists()))
}

/// `npm:@acme/sdk@1` under the name of the SDK: whatever its versions are, they are not the SDK's.
fn is_another_package(range: &str) -> bool {
    range.strip_prefix("npm:").is_some_and(|rest| {
        let named = rest.starts_with(|c: char| c == '@' || c.is_ascii_alphabetic());
        named && !rest.starts_with("customerio-node@")
    })
}

fn installed_version(bytes: io::Result<Vec<u8>>) -> Option<Version> {
    #[derive(Deserialize)]
    struct Package {
        version: Version,
    }
    let package: Package = json(&bytes.ok()?)?;
    Some(package.version)
}

/// Returns the relevant parts of a JSON text; nothing when it is broken.
fn json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok()
}

#[cfg(test)]
mod tests;
