//! The dependencies: where they come from, and what is known against their versions.

use semver::{Version, VersionReq};
use std::collections::BTreeMap;

const LOCK: &str = include_str!("../../Cargo.lock");
const ADVISORIES: &str = include_str!("advisories.txt");

/// Crates of which several versions are in the tree, because dependencies ask for them.
const TWICE: [&str; 4] = ["bitflags", "dashmap", "hashbrown", "syn"];

/// Name and version of every package of the lock file, with its lines.
fn packages() -> Vec<(&'static str, Version, &'static str)> {
    let value = |block: &'static str, key: &str| {
        block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'))
    };
    let blocks = LOCK.split("[[package]]\n").skip(1);
    let package = |block| Some((value(block, "name")?, value(block, "version")?.parse().ok()?, block));
    blocks.map(|block| package(block).expect("a name and a version")).collect()
}

#[test]
fn every_dependency_is_of_the_registry_and_pinned_by_its_checksum() {
    for (name, version, block) in packages() {
        if name == env!("CARGO_PKG_NAME") {
            continue;
        }
        let source = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert!(block.contains(source) && block.contains("\nchecksum = \""), "{name} {version}");
    }
}

#[test]
fn no_crate_is_there_twice_unnoticed() {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    packages().iter().for_each(|(name, ..)| *count.entry(name).or_default() += 1);
    let twice: Vec<&str> = count.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    assert_eq!(twice, TWICE);
}

#[test]
fn no_known_advisory_is_about_a_version_in_use() {
    let packages = packages();
    for line in ADVISORIES.lines().filter(|line| !line.starts_with('#')) {
        let (name, rest) = line.split_once(' ').expect("a crate");
        let (id, ranges) = rest.split_once(' ').expect("an id");
        let ranges: Vec<VersionReq> =
            ranges.split(" || ").map(|range| range.parse().unwrap_or_else(|error| panic!("{line}: {error}"))).collect();
        for (_, version, _) in packages.iter().filter(|(known, ..)| *known == name) {
            assert!(ranges.iter().any(|range| range.matches(version)), "{id} is about {name} {version}");
        }
    }
}
