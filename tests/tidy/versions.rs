//! One version in every place that names one. `packaging/release` changes them all.

use crate::source::read;

/// What stands before the version in each place, and what ends it. Every such text of a file counts.
const PLACES: [(&str, &str, &str); 10] = [
    ("Cargo.lock", "name = \"customerio-ls\"\nversion = \"", "\""),
    ("editors/vscode/package.json", "\n  \"version\": \"", "\""),
    ("editors/vscode/package-lock.json", "\n  \"version\": \"", "\""),
    ("editors/vscode/package-lock.json", "\n      \"name\": \"customerio-ls\",\n      \"version\": \"", "\""),
    (".pre-commit-hooks.yaml", "\"customerio-ls@", "\""),
    ("editors/mason/package.yaml", "pkg:npm/customerio-ls@", "\n"),
    ("editors/zed/extension.toml", "\nversion = \"", "\""),
    ("docs/ci.md", "uses: customerio-ls/customerio-ls@v", "\n"),
    ("docs/ci.md", "rev: v", "\n"),
    ("docs/ci.md", "ghcr.io/customerio-ls/customerio-ls:", " "),
];

#[test]
fn every_place_names_the_same_version() {
    for (file, before, after) in PLACES {
        let text = read(file);
        let named: Vec<&str> = text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect();
        assert!(!named.is_empty(), "{file} names no version");
        assert!(named.iter().all(|version| *version == env!("CARGO_PKG_VERSION")), "{file}: {named:?}");
        let release = read("packaging/release");
        assert!(release.contains(&format!("[\"{file}\", ")), "packaging/release does not know {file}");
    }
}

#[test]
fn actions_are_pinned_and_tokens_are_weak() {
    for file in [".github/workflows/ci.yml", ".github/workflows/release.yml"] {
        let text = read(file);
        assert!(text.contains("\npermissions: {}\n"), "{file}: nothing is allowed unless a job asks for it");
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let pinned = line.split_once('@').is_some_and(|(_, rest)| {
                let (hash, version) = rest.split_once(" # v").unwrap_or((rest, ""));
                hash.len() == 40 && hash.bytes().all(|b| b.is_ascii_hexdigit()) && !version.is_empty()
            });
            assert!(pinned, "{file}: {line}");
        }
        let (checkouts, kept) =
            (text.matches("actions/checkout@").count(), text.matches("persist-credentials: false").count());
        assert_eq!(checkouts, kept, "{file}: a checkout keeps its token");
    }
}
