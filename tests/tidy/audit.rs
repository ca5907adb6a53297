//! The dependencies: where they come from, what is known against their versions, and what their licences ask.

use semver::{Version, VersionReq};
use std::collections::BTreeMap;

const LOCK: &str = include_str!("../../Cargo.lock");
const ADVISORIES: &str = include_str!("advisories.txt");

/// Crates of which several versions are in the tree, because dependencies ask for them.
const TWICE: [&str; 6] = ["bitflags", "dashmap", "getrandom", "hashbrown", "syn", "windows-sys"];

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

/// Licences that ask for nothing but their own text, and what code under the MIT licence may use.
const LICENCES: [&str; 12] = [
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Returns whether an SPDX expression can be met by those of [`LICENCES`]. Older crates write `/` for `OR`.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.as_slice();
    let allowed = any(&mut words);
    assert!(words.is_empty(), "{expression}");
    allowed
}

/// Returns what is joined by `OR`, which binds less than `AND`.
fn any(words: &mut &[&str]) -> bool {
    let mut allowed = all(words);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        allowed |= all(words);
    }
    allowed
}

fn all(words: &mut &[&str]) -> bool {
    let mut allowed = one(words);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        allowed &= one(words);
    }
    allowed
}

fn one(words: &mut &[&str]) -> bool {
    let (name, rest) = match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let allowed = any(words);
            assert_eq!(words.first(), Some(&")"));
            *words = &words[1..];
            return allowed;
        }
        [name, "WITH", exception, rest @ ..] => (format!("{name} WITH {exception}"), rest),
        [name, rest @ ..] => ((*name).to_owned(), rest),
        [] => return false,
    };
    *words = rest;
    LICENCES.contains(&name.as_str())
}

#[test]
fn expressions_of_licences() {
    for (expression, allowed) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 OR GPL-2.0-only", true),
        ("GPL-3.0-only", false),
        ("MIT AND GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only AND LGPL-3.0", true),
        ("(MIT OR GPL-3.0-only) AND AGPL-3.0-only", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("GPL-2.0 WITH Classpath-exception-2.0", false),
    ] {
        assert_eq!(is_allowed(expression), allowed, "{expression}");
    }
}

#[test]
fn every_dependency_has_a_licence_that_may_be_used() {
    let metadata = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO"));
        command.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", &host()]).args(more);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs")
    };
    // What this test was built from is there; without that cargo may fetch it.
    let output =
        Some(metadata(&["--offline"])).filter(|output| output.status.success()).unwrap_or_else(|| metadata(&[]));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    assert!(packages.len() > 100, "{}", packages.len());
    let refused = packages.iter().filter(|package| !package["license"].as_str().is_some_and(is_allowed));
    let refused: Vec<String> =
        refused.map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"])).collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

/// The platform that this test runs on, as the compiler calls it.
fn host() -> String {
    let output = std::process::Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("host: ")).expect("a platform").to_owned()
}
