//! What a `package.json` says of the SDK and of what runs it.

use super::files::{FileNo, Files};
use crate::facts::{Manifest, Wanted};
use crate::sdk::{PACKAGE, lowest_version};
use crate::text::TextRange;
use semver::Version;

/// What a `package.json` says of the SDK and of what runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkWanted {
    /// The entry that asks for the SDK.
    pub range: TextRange,
    /// The oldest Node.js that it lets run the package, with the entry that says so.
    pub oldest_node: Option<(Version, TextRange)>,
}

/// Of the judged file; `None` where that is no `package.json`, or does not ask for the SDK.
pub fn sdk_wanted(files: &Files<'_>) -> Option<SdkWanted> {
    let Manifest { dependencies, engines } = files.facts(FileNo::HERE).manifest()?;
    let of = |list: &[Wanted], name: &str| list.iter().find(|wanted| wanted.name == name).cloned();
    let node = of(engines, "node").and_then(|node| Some((lowest_version(&node.versions)?, node.range)));
    Some(SdkWanted { range: of(dependencies, PACKAGE)?.range, oldest_node: node })
}
