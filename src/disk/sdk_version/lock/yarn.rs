//! `yarn.lock`: of Yarn 1, and of the later ones, whose form is nearly the same.
//!
//! ```text
//! customerio-node@^4.0.0, customerio-node@^4.1.0:
//!   version "4.1.1"
//!
//! "customerio-node@npm:^4.0.0, customerio-node@npm:^4.1.0":
//!   version: 4.1.1
//!
//! "shop@workspace:packages/shop":
//! ```
//!
//! Yarn 1 does not tell which package gets which version, but by its range each finds its own.

use super::Locked;
use crate::sdk::PACKAGE;
use memchr::memmem;
use semver::Version;

/// The separator between the name and the folder of a workspace package.
const WORKSPACE: &str = "@workspace:";

/// The versions in the file.
pub fn read(bytes: Vec<u8>) -> Option<Locked> {
    let text = String::from_utf8(bytes).ok()?;
    let mut locked = Locked::default();
    let mut versions: Vec<Version> = Vec::new();
    for start in entries(&text, PACKAGE) {
        let mut lines = text[start..].lines();
        let heading = lines.next().unwrap_or_default();
        let Some(version) = lines.find_map(version_of_line).flatten() else { continue };
        // `@acme/customerio-node@1.0.0` is another package.
        for range in descriptors(heading).filter_map(|text| text.strip_prefix(PACKAGE)?.strip_prefix('@')) {
            let range = range.strip_prefix("npm:").unwrap_or(range);
            locked.by_range.insert(range.to_owned(), version.clone());
            if !versions.contains(&version) {
                versions.push(version.clone());
            }
        }
    }
    // With one version in the file, all packages that are listed get it, whatever a `catalog:` or a `resolutions` says.
    if let [version] = versions.as_slice() {
        for start in entries(&text, WORKSPACE) {
            let heading = text[start..].lines().next().unwrap_or_default();
            for (_, folder) in descriptors(heading).filter_map(|text| text.split_once(WORKSPACE)) {
                let folder = if folder == "." { "" } else { folder };
                locked.by_folder.insert(folder.to_owned(), version.clone());
            }
        }
    }
    Some(locked)
}

/// The places where entries begin whose heading has `word`. A heading is not indented.
fn entries<'a>(text: &'a str, word: &str) -> impl Iterator<Item = usize> + 'a {
    let mut last = None;
    let found: Vec<usize> = memmem::find_iter(text.as_bytes(), word.as_bytes()).collect();
    found.into_iter().filter_map(move |at| {
        let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
        let heading = !text[start..].starts_with([' ', '\t', '#']) && last.replace(start) != Some(start);
        heading.then_some(start)
    })
}

/// `name@range`, one by one.
fn descriptors(heading: &str) -> impl Iterator<Item = &str> {
    let heading = heading.trim_start_matches("? ").trim_end().trim_end_matches(':');
    heading.split(", ").map(|text| text.trim_matches('"'))
}

/// The version in the line of an entry, `Some(None)` where the entry ends before one.
fn version_of_line(line: &str) -> Option<Option<Version>> {
    if !line.starts_with([' ', '\t']) && !line.starts_with(':') {
        return Some(None);
    }
    let rest = line.trim().strip_prefix("version")?;
    let version = rest.strip_prefix(':').unwrap_or(rest);
    if !version.starts_with(' ') {
        return None;
    }
    Some(Version::parse(version.trim().trim_matches('"')).ok())
}
