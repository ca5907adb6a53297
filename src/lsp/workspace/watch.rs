//! Which changes on disk matter, and how a client is asked to tell of them.

use crate::config::FILE_NAME;
use crate::syntax::Language;
use crate::workspace::in_node_modules;
use serde_json::{Value, json};
use std::path::Path;

/// Files that say what specifiers mean, or which version of the SDK is there.
const CONFIGURATION: [&str; 13] = [
    "package.json",
    "tsconfig*.json",
    "jsconfig*.json",
    "pnpm-workspace.{yaml,yml}",
    "lerna.json",
    "package-lock.json",
    "npm-shrinkwrap.json",
    "pnpm-lock.yaml",
    "yarn.lock",
    "bun.lock",
    "bun.lockb",
    ".env*",
    FILE_NAME,
];

/// What a changed file has to do with a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Code.
    Source,
    /// What specifiers mean, or which version of the SDK is there: everything may be different.
    Configuration,
    /// Settings of this tool.
    Settings,
    /// Nothing by its name; it may be a folder.
    Other,
}

/// By the path alone: the file may be gone.
pub fn kind(path: &Path) -> Kind {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Kind::Other };
    if in_node_modules(path) {
        // The installed version of the SDK; it goes into the settings.
        let sdk = path.ends_with("customerio-node/package.json") || name == "customerio-node";
        return if sdk { Kind::Settings } else { Kind::Other };
    }
    if name == FILE_NAME {
        return Kind::Settings;
    }
    if CONFIGURATION.iter().any(|pattern| matches(pattern, name)) {
        return Kind::Configuration;
    }
    if Language::of_path(path).is_some() { Kind::Source } else { Kind::Other }
}

/// The few forms that [`CONFIGURATION`] has.
fn matches(pattern: &str, name: &str) -> bool {
    if let Some((stem, endings)) = pattern.strip_suffix('}').and_then(|pattern| pattern.split_once('{')) {
        return name.strip_prefix(stem).is_some_and(|rest| endings.split(',').any(|ending| ending == rest));
    }
    match pattern.split_once('*') {
        Some((before, after)) => {
            name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
        }
        None => pattern == name,
    }
}

/// The options with which to register for `workspace/didChangeWatchedFiles`.
pub fn registration() -> Value {
    let sources = format!("**/*.{{{}}}", Language::EXTENSIONS.join(","));
    let configuration = CONFIGURATION.iter().map(|pattern| format!("**/{pattern}"));
    let watchers: Vec<Value> = configuration.chain([sources]).map(|glob| json!({ "globPattern": glob })).collect();
    json!({ "watchers": watchers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (path, expected) in [
            ("/p/a.ts", Kind::Source),
            ("/p/a.MJS", Kind::Source),
            ("/p/a.rb", Kind::Other),
            ("/p/src", Kind::Other),
            ("/p/tsconfig.json", Kind::Configuration),
            ("/p/tsconfig.build.json", Kind::Configuration),
            ("/p/pnpm-workspace.yml", Kind::Configuration),
            ("/p/pnpm-workspace.json", Kind::Other),
            ("/p/.env.local", Kind::Configuration),
            ("/p/customerio.json", Kind::Settings),
            ("/p/node_modules/customerio-node/package.json", Kind::Settings),
            ("/p/node_modules/left-pad/package.json", Kind::Other),
            ("/p/node_modules/left-pad/index.js", Kind::Other),
        ] {
            assert_eq!(kind(Path::new(path)), expected, "{path}");
        }
    }
}
