//! Readers of lock files, for the version of the SDK. Lock files are long (5 MB is nothing special) and only one entry
//! matters: each reader searches for it and skips the rest.

mod bun;
mod entries;
mod npm;
mod pnpm;
mod yarn;

use rustc_hash::FxHashMap;
use semver::Version;
use std::io;

/// A kind of lock file.
pub struct LockFormat {
    /// Its name.
    pub file: &'static str,
    /// The package manager that writes it, as `packageManager` in `package.json` names it.
    pub manager: &'static str,
    /// Reads it. Broken input means nothing: no install would succeed either.
    pub read: fn(io::Result<Vec<u8>>) -> Locked,
}

/// The formats. (`bun.lockb` is binary and its own affair: newer versions of Bun write `bun.lock`.)
pub const FORMATS: [LockFormat; 5] = [
    // npm reads the first of its two.
    LockFormat { file: "npm-shrinkwrap.json", manager: "npm", read: |bytes| read(bytes, npm::read) },
    LockFormat { file: "package-lock.json", manager: "npm", read: |bytes| read(bytes, npm::read) },
    LockFormat { file: "pnpm-lock.yaml", manager: "pnpm", read: |bytes| read(bytes, pnpm::read) },
    LockFormat { file: "yarn.lock", manager: "yarn", read: |bytes| read(bytes, yarn::read) },
    LockFormat { file: "bun.lock", manager: "bun", read: |bytes| read(bytes, bun::read) },
];

fn read(bytes: io::Result<Vec<u8>>, reader: fn(Vec<u8>) -> Option<Locked>) -> Locked {
    bytes.ok().and_then(reader).unwrap_or_default()
}

/// The versions of the SDK that a lock file has.
#[derive(Debug, Default, PartialEq)]
pub struct Locked {
    /// By the folder of the package that gets it, relative to the lock file.
    by_folder: FxHashMap<String, Version>,
    /// By the range that asks for it.
    by_range: FxHashMap<String, Version>,
}

impl Locked {
    /// The version for the package in `folder` (relative to the lock file, the empty text for beside it), which asks
    /// for `range`.
    pub fn version(&self, folder: &str, range: Option<&str>) -> Option<&Version> {
        self.by_folder.get(folder).or_else(|| self.by_range.get(range?))
    }
}

/// The version at the beginning of an entry of pnpm and others: `4.1.1`, `4.1.1(react@18.0.0)`, `4.1.1_react@18.0.0`.
fn version(text: &str) -> Option<Version> {
    Version::parse(text.split(['(', '_']).next()?).ok()
}

#[cfg(test)]
mod tests;
