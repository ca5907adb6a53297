//! The roles of files that change on disk.

use crate::disk::{VERSION_FILES, in_node_modules};
use crate::syntax::Language;
use std::collections::BTreeSet;
use std::path::Path;

/// The prefix of the names of files with environment variables.
const ENVIRONMENT: &str = ".env";

/// Settings of this tool: those that are searched for, and by their names those that they extend.
const SETTINGS: &str = "customerio*.json";

/// Files that say which others count.
const IGNORE: [&str; 2] = [".gitignore", ".ignore"];

/// Files that define the meaning of specifiers.
const CONFIGURATION: [&str; 6] =
    ["package.json", "tsconfig*.json", "jsconfig*.json", "pnpm-workspace.yaml", "pnpm-workspace.yml", "lerna.json"];

/// The role of a changed file in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRole {
    /// Code.
    Source,
    /// The meaning of specifiers: everything may be different. It may also affect the version of the SDK.
    Configuration,
    /// Settings of this tool, the version of the SDK.
    Settings,
    /// Environment variables.
    Environment,
    /// Nothing by its name; it may be a folder.
    Other,
}

/// The role of the file at `path`, which may be gone: by its name alone.
pub fn role_of(path: &Path) -> FileRole {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return FileRole::Other };
    if in_node_modules(path) {
        let sdk = path.ends_with("customerio-node/package.json") || name == "customerio-node";
        return if sdk { FileRole::Settings } else { FileRole::Other };
    }
    if CONFIGURATION.iter().any(|pattern| matches(pattern, name)) {
        FileRole::Configuration
    } else if matches(SETTINGS, name) || VERSION_FILES.contains(&name) {
        FileRole::Settings
    } else if name.starts_with(ENVIRONMENT) {
        FileRole::Environment
    } else if Language::of_path(path).is_some() {
        FileRole::Source
    } else {
        FileRole::Other
    }
}

/// Returns whether a name matches a pattern, which may have one `*` in it.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
        }
        None => pattern == name,
    }
}

/// The patterns of the names of all files that have a role.
pub fn patterns_of_names() -> BTreeSet<String> {
    let names = CONFIGURATION.into_iter().chain([SETTINGS]).chain(VERSION_FILES).chain(IGNORE).map(str::to_owned);
    let code = format!("*.{{{}}}", Language::extensions().collect::<Vec<_>>().join(","));
    names.chain([format!("{ENVIRONMENT}*"), code]).collect()
}

/// Returns whether a file says which other files count.
pub fn is_ignore_file(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| IGNORE.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles() {
        for (path, expected) in [
            ("/p/a.ts", FileRole::Source),
            ("/p/a.MJS", FileRole::Source),
            ("/p/a.rb", FileRole::Other),
            ("/p/src", FileRole::Other),
            ("/p/tsconfig.json", FileRole::Configuration),
            ("/p/tsconfig.build.json", FileRole::Configuration),
            ("/p/pnpm-workspace.yml", FileRole::Configuration),
            ("/p/pnpm-workspace.json", FileRole::Other),
            ("/p/.env.local", FileRole::Environment),
            ("/p/pnpm-lock.yaml", FileRole::Settings),
            ("/p/customerio.json", FileRole::Settings),
            ("/p/customerio.account.json", FileRole::Settings),
            ("/p/customerio.ts", FileRole::Source),
            ("/p/node_modules/customerio-node/package.json", FileRole::Settings),
            ("/p/node_modules/left-pad/package.json", FileRole::Other),
            ("/p/node_modules/left-pad/index.js", FileRole::Other),
        ] {
            assert_eq!(role_of(Path::new(path)), expected, "{path}");
        }
    }
}
