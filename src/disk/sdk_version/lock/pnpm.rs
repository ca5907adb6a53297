//! `pnpm-lock.yaml`: versions 5 to 9.
//!
//! Of a long file, the few lines that matter are cut out before they are parsed: a block's lines are indented deeper
//! than the line that begins it.

use super::{Locked, version};
use crate::sdk::PACKAGE;
use crate::text::without_bom;
use memchr::memmem;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde_json::Value;

/// A package of the workspace.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Importer {
    #[serde(default)]
    dependencies: Value,
    #[serde(default)]
    dev_dependencies: Value,
    #[serde(default)]
    optional_dependencies: Value,
}

impl Importer {
    fn version(&self) -> Option<semver::Version> {
        let kinds = [&self.dependencies, &self.dev_dependencies, &self.optional_dependencies];
        let resolved = kinds.iter().find_map(|kind| kind.get(PACKAGE))?;
        // Before version 6, only the version is there.
        version(resolved.get("version").unwrap_or(resolved).as_str()?)
    }
}

/// The versions in the file.
pub fn read(bytes: Vec<u8>) -> Option<Locked> {
    let text = String::from_utf8(bytes).ok()?;
    let (_, text) = without_bom(&text);
    let mut locked = Locked::default();
    for block in blocks(text, 0) {
        let key = block.split(':').next().unwrap_or_default();
        match key {
            "importers" => {
                let inside = block.split_once('\n').map_or("", |(_, inside)| inside);
                for importer in blocks(inside, 2).filter(|importer| names_sdk(importer)) {
                    let importer: Option<FxHashMap<String, Importer>> = serde_saphyr::from_str(importer).ok();
                    for (folder, importer) in importer.into_iter().flatten() {
                        let folder = if folder == "." { String::new() } else { folder };
                        locked.by_folder.extend(importer.version().map(|version| (folder, version)));
                    }
                }
            }
            // Before version 9, a project that is no workspace has no importers.
            "dependencies" | "devDependencies" | "optionalDependencies" if names_sdk(block) => {
                let importer: Option<Importer> = serde_saphyr::from_str(block).ok();
                let version = importer.and_then(|importer| importer.version());
                locked.by_folder.extend(version.map(|version| (String::new(), version)));
            }
            _ => {}
        }
    }
    Some(locked)
}

fn names_sdk(text: &str) -> bool {
    memmem::find(text.as_bytes(), PACKAGE.as_bytes()).is_some()
}

/// The blocks of `text` whose first line is indented by this many spaces, with all deeper and empty lines that follow.
fn blocks(text: &str, indent: usize) -> impl Iterator<Item = &str> {
    let begins = move |line: &str| {
        let deep = line.len() - line.trim_start_matches(' ').len();
        deep <= indent && !line.trim().is_empty()
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut lines = rest.split_inclusive('\n');
        let first = lines.next().map_or(0, str::len);
        let length = first + lines.take_while(|line| !begins(line)).map(str::len).sum::<usize>();
        let (block, after) = rest.split_at(length);
        rest = after;
        Some(block)
    })
}
