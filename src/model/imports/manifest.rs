//! The SDK and runtime requirements of a `package.json`.

use crate::eval::units::files::{Files, LocalFile};
use crate::facts::{Manifest, Wanted};
use crate::sdk::{NEWEST, PACKAGE, lowest_version, taken_for_the_sdk};
use crate::text::Repair;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use semver::Version;

/// The SDK and runtime requirements of a `package.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkWanted {
    /// The entry that asks for the SDK.
    pub range: TextRange,
    /// The oldest Node.js that it lets run the package, with the entry that says so.
    pub oldest_node: Option<(Version, TextRange)>,
}

/// The requirements of the analyzed file; `None` where that is not a `package.json`, or does not ask for the SDK.
pub fn sdk_wanted(files: &Files<'_>) -> Option<SdkWanted> {
    let Manifest { dependencies, engines } = files.facts(LocalFile::HERE).manifest()?;
    let of = |list: &[Wanted], name: &str| list.iter().find(|wanted| wanted.name == name).cloned();
    let node = of(engines, "node").and_then(|node| Some((lowest_version(&node.versions)?, node.range)));
    Some(SdkWanted { range: of(dependencies, PACKAGE)?.range, oldest_node: node })
}

/// An entry of a `package.json` for a package mistaken for the SDK.
#[derive(Clone, Debug)]
pub struct MistakenWanted {
    /// The package that it names.
    pub package: &'static str,
    /// The entry.
    pub range: TextRange,
    /// The fix that asks for the SDK instead, and no longer for this.
    pub repair: Option<Repair>,
}

/// The entries of the analyzed file that ask the registry for a package mistaken for the SDK, where no such package is
/// known to exist.
pub fn mistaken_wanted(files: &Files<'_>, rope: &Rope, version: Option<&Version>) -> Vec<MistakenWanted> {
    let Some(manifest) = files.facts(LocalFile::HERE).manifest() else { return Vec::new() };
    let mistaken = |wanted: &&Wanted| {
        // `npm:…`, `file:…`, `catalog:`, a repository.
        let from_registry = !wanted.versions.contains([':', '/']);
        let package = taken_for_the_sdk(&wanted.name).filter(|package| *package == wanted.name);
        from_registry && package.is_some_and(|package| !files.is_there(package, package))
    };
    let asks_for_sdk = manifest.dependencies.iter().any(|wanted| wanted.name == PACKAGE);
    let found: Vec<&Wanted> = manifest.dependencies.iter().filter(mistaken).collect();
    // Two that were renamed would be one entry twice.
    let is_first = |wanted: &Wanted| found.first().is_some_and(|first| first.name == wanted.name);
    let each = found.iter().filter_map(|wanted| {
        let repair =
            if asks_for_sdk { removed(rope, wanted.range) } else { is_first(wanted).then(|| renamed(wanted, version)) };
        Some(MistakenWanted { package: taken_for_the_sdk(&wanted.name)?, range: wanted.range, repair })
    });
    each.collect()
}

fn renamed(wanted: &Wanted, version: Option<&Version>) -> Repair {
    let version = version.map_or_else(|| NEWEST.to_string(), Version::to_string);
    Repair {
        title: format!("Rename to `{PACKAGE}`"),
        edits: vec![TextEdit::replace(wanted.range, format!("\"{PACKAGE}\": \"^{version}\""))],
        safe: false,
    }
}

/// An entry is removed with one comma: the one after it, else the one before it.
fn removed(rope: &Rope, range: TextRange) -> Option<Repair> {
    let blank = |text: &str| text.len() - text.trim_start().len();
    let after = rope.byte_slice(range.end as usize..).to_string();
    let before = rope.byte_slice(..range.start as usize).to_string();
    let to_comma = blank(&after);
    let whole = match after[to_comma..].strip_prefix(',') {
        Some(rest) => TextRange { end: range.end + (to_comma + 1 + blank(rest)) as u32, ..range },
        None => match before.trim_end().strip_suffix(',') {
            Some(rest) => TextRange { start: rest.len() as u32, ..range },
            None => range,
        },
    };
    // A comment may be about the entry.
    (!rope.byte_slice(whole.as_range()).to_string().contains("//")).then(|| Repair {
        title: "Remove the dependency".to_owned(),
        edits: vec![TextEdit::replace(whole, String::new())],
        safe: false,
    })
}
