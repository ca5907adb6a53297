//! The specifiers that a `package.json` defines: its name, its entries, its `#…` imports, and the packages beside it.

use super::pattern::{Pattern, Patterns};
use crate::disk::json::{read_object, texts};
use crate::disk::{TroubleKind, note};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The maximum number of targets of one specifier that are tried: more than the conditions and fallbacks that exist; a
/// bound for hostile files.
const MAX_TARGETS: usize = 1_024;

/// A package of the project.
#[derive(Debug)]
pub struct Package {
    /// Its folder.
    pub folder: PathBuf,
    members: Map<String, Value>,
    /// The keys of `exports` and of `imports`, once they are asked for.
    exports: OnceLock<Patterns<Value>>,
    imports: OnceLock<Patterns<Value>>,
}

impl Package {
    /// Reads a `package.json`; `None` when it is not one.
    pub fn load(path: &Path) -> Option<Self> {
        let mut members = read_object(path)?;
        // Of the large ones nothing else is of use.
        members.retain(|key, _| KEYS.contains(&key.as_str()) || DEPENDENCIES.contains(&key.as_str()));
        Some(Self::of(path.parent()?.to_path_buf(), members))
    }

    fn of(folder: PathBuf, members: Map<String, Value>) -> Self {
        Self { folder, members, exports: OnceLock::new(), imports: OnceLock::new() }
    }

    /// Returns the part that is kept of it, as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(&self.members).unwrap_or_default()
    }

    /// Its name.
    pub fn name(&self) -> Option<&str> {
        self.members.get("name")?.as_str().filter(|name| !name.is_empty())
    }

    /// The globs of its workspaces.
    pub fn workspaces(&self) -> Option<Vec<&str>> {
        match self.members.get("workspaces")? {
            Value::Object(yarn) => Some(texts(yarn.get("packages"))),
            list => Some(texts(Some(list))),
        }
    }

    /// Dependencies that are folders: the name, and the folder.
    pub fn linked(&self) -> impl Iterator<Item = (&str, PathBuf)> {
        self.dependencies().filter_map(|(name, range)| {
            let folder = ["file:", "link:", "portal:"].iter().find_map(|protocol| range.strip_prefix(protocol));
            let folder = folder.or_else(|| range.strip_prefix("workspace:").filter(|path| path.starts_with('.')))?;
            Some((name, oxc_resolver::PathUtil::normalize_with(self.folder.as_path(), folder)))
        })
    }

    /// Dependencies under another name than their own: that name, and their own.
    pub fn renamed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.dependencies().filter_map(|(name, range)| {
            let range = ["workspace:", "npm:"].iter().find_map(|protocol| range.strip_prefix(protocol))?;
            // `@scope/name@^1`
            let end = range.get(1..)?.find('@')? + 1;
            Some((name, &range[..end]))
        })
    }

    /// Returns whether it has a dependency called `name` that is not the registry's package of that name: `npm:…`,
    /// `file:…`, `catalog:`, a repository.
    pub fn takes_from_elsewhere(&self, name: &str) -> bool {
        self.dependencies().any(|(known, range)| known == name && range.contains([':', '/']))
    }

    /// Returns whether it has a dependency called `name`.
    pub fn depends_on(&self, name: &str) -> bool {
        self.dependencies().any(|(known, _)| known == name)
    }

    fn dependencies(&self) -> impl Iterator<Item = (&str, &str)> {
        let tables = DEPENDENCIES.into_iter().filter_map(|key| self.members.get(key)?.as_object());
        tables.flatten().filter_map(|(name, range)| Some((name.as_str(), range.as_str()?)))
    }

    /// The paths, relative to the folder, that the package may have for its name and `rest`, best first.
    pub fn entries(&self, rest: &str) -> Vec<String> {
        let mut found = Vec::new();
        match self.members.get("exports") {
            Some(Value::Object(map)) if map.keys().any(|key| key.starts_with('.')) => {
                let subpath = if rest.is_empty() { ".".to_owned() } else { format!("./{rest}") };
                if let Some((targets, matched)) = patterns(&self.exports, map).best(&subpath) {
                    collect(targets, matched, &mut found);
                }
            }
            Some(exports) if rest.is_empty() => collect(exports, "", &mut found),
            _ => {}
        }
        if rest.is_empty() {
            for key in ["source", "module", "main", "types", "typings", "browser"] {
                found.extend(self.members.get(key).and_then(Value::as_str).map(str::to_owned));
            }
        } else {
            found.push(rest.to_owned());
        }
        self.few(found)
    }

    /// The paths, relative to the folder, that the package has for `specifier` in its own files, which begins with `#`.
    /// Anything but a path (the name of a package) is left out.
    pub fn imports(&self, specifier: &str) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(Value::Object(map)) = self.members.get("imports")
            && let Some((targets, matched)) = patterns(&self.imports, map).best(specifier)
        {
            collect(targets, matched, &mut found);
        }
        found.retain(|target| target.starts_with('.'));
        self.few(found)
    }

    /// As many targets as are tried; that there are more is noted.
    fn few(&self, mut targets: Vec<String>) -> Vec<String> {
        if targets.len() > MAX_TARGETS {
            let why = format!("one name has more than {MAX_TARGETS} targets in `exports` or `imports`");
            note(&self.folder.join("package.json"), TroubleKind::Cut(why));
            targets.truncate(MAX_TARGETS);
        }
        targets
    }

    /// Each pattern of `imports`, with whether all its targets are of the kind that keeps `matched` as the tail.
    pub fn import_patterns(&self) -> impl Iterator<Item = (Pattern, Vec<String>)> {
        let map = self.members.get("imports").and_then(Value::as_object);
        map.into_iter().flatten().map(|(key, targets)| {
            let mut found = Vec::new();
            // The star itself stands for the star.
            collect(targets, "*", &mut found);
            (Pattern::new(key), found)
        })
    }
}

const KEYS: [&str; 11] =
    ["name", "type", "workspaces", "exports", "imports", "source", "module", "main", "types", "typings", "browser"];
const DEPENDENCIES: [&str; 4] = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/// The name and the rest of a specifier of a package: `@scope/name` and `a/b` of `@scope/name/a/b`.
pub fn split(specifier: &str) -> (&str, &str) {
    let scope = if specifier.starts_with('@') { specifier.find('/').map_or(0, |at| at + 1) } else { 0 };
    match specifier[scope..].find('/') {
        Some(at) => (&specifier[..scope + at], specifier[scope + at + 1..].trim_end_matches('/')),
        None => (specifier, ""),
    }
}

fn patterns<'p>(known: &'p OnceLock<Patterns<Value>>, map: &Map<String, Value>) -> &'p Patterns<Value> {
    known.get_or_init(|| map.iter().map(|(key, value)| (Pattern::new(key), value.clone())).collect())
}

/// All targets under a value, whatever their conditions: the bundler decides which of them hold.
fn collect(value: &Value, matched: &str, found: &mut Vec<String>) {
    match value {
        Value::String(target) => found.push(target.replace('*', matched)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, matched, found)),
        Value::Object(conditions) => conditions.values().for_each(|item| collect(item, matched, found)),
        _ => {}
    }
}

/// The possible paths of the source of a file in a package's build output, best first: `src/a` for `dist/a.js`.
/// Relative to the package's folder, without extensions.
pub fn sources_of(target: &str) -> Vec<String> {
    let target = target.trim_start_matches("./");
    let stem = without_extension(target);
    let mut found = vec![stem.to_owned()];
    let mut rest = stem;
    // `dist/esm/a`, `build/src/a`: each folder of the output may or may not be one of the source.
    while let Some((first, inner)) = rest.split_once('/') {
        if !OUTPUTS.contains(&first) {
            break;
        }
        found.push(format!("src/{inner}"));
        found.push(inner.to_owned());
        rest = inner;
    }
    found
}

/// Folders of build output, by habit.
const OUTPUTS: [&str; 13] =
    ["dist", "build", "lib", "out", "output", "es", "esm", "cjs", "mjs", "umd", "types", "typings", ".output"];

/// A path without the extension of a script or a declaration.
fn without_extension(path: &str) -> &str {
    let extensions = [".d.ts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"];
    extensions.iter().find_map(|extension| path.strip_suffix(extension)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::json::parse_object;

    fn package(text: &str) -> Package {
        Package::of(PathBuf::from("/p"), parse_object(text).unwrap())
    }

    #[test]
    fn names_are_split() {
        assert_eq!(split("a"), ("a", ""));
        assert_eq!(split("a/b/c"), ("a", "b/c"));
        assert_eq!(split("@s/a"), ("@s/a", ""));
        assert_eq!(split("@s/a/b/"), ("@s/a", "b"));
        assert_eq!(split("@s"), ("@s", ""));
    }

    #[test]
    fn entries_of_every_condition() {
        let plain = package(r#"{ "main": "dist/a.js", "types": "dist/a.d.ts" }"#);
        assert_eq!(plain.entries(""), ["dist/a.js", "dist/a.d.ts"]);
        assert_eq!(plain.entries("b/c"), ["b/c"]);
        let conditions = package(r#"{ "exports": { "types": "./t.d.ts", "import": { "default": ["./m.js"] } } }"#);
        assert_eq!(conditions.entries(""), ["./t.d.ts", "./m.js"]);
        let paths = package(
            r#"{ "exports": { ".": "./a.js", "./b": { "types": "./b.ts" }, "./x/*": "./src/x/*.ts", "./x/y/*": null } }"#,
        );
        assert_eq!(paths.entries(""), ["./a.js"]);
        assert_eq!(paths.entries("b"), ["./b.ts", "b"]);
        assert_eq!(paths.entries("x/z"), ["./src/x/z.ts", "x/z"]);
        assert_eq!(paths.entries("x/y/z"), ["x/y/z"]);
        assert_eq!(package(r#"{ "exports": "./a.js" }"#).entries(""), ["./a.js"]);
        assert_eq!(package(r#"{ "exports": [1, null], "main": {} }"#).entries(""), [""; 0]);
    }

    #[test]
    fn private_imports() {
        let package =
            package(r##"{ "imports": { "#db": { "node": "./src/db.ts" }, "#lib/*": "./lib/*.js", "#fs": "fs" } }"##);
        assert_eq!(package.imports("#db"), ["./src/db.ts"]);
        assert_eq!(package.imports("#lib/a"), ["./lib/a.js"]);
        assert_eq!(package.imports("#fs"), [""; 0]);
        assert_eq!(package.imports("#x"), [""; 0]);
        assert_eq!(package.import_patterns().nth(1).unwrap().1, ["./lib/*.js"]);
    }

    #[test]
    fn linked_folders_and_workspaces() {
        let one = package(
            r#"{ "dependencies": { "a": "file:../a", "b": "^1", "d": "workspace:@s/d@*", "e": "npm:f@1", "g": "workspace:^1" },
                 "devDependencies": { "c": "link:./c", "h": "workspace:*" } }"#,
        );
        let linked: Vec<_> = one.linked().collect();
        assert_eq!(linked, [("a", PathBuf::from("/a")), ("c", PathBuf::from("/p/c"))]);
        assert_eq!(one.renamed().collect::<Vec<_>>(), [("d", "@s/d"), ("e", "f")]);
        assert_eq!(package(r#"{ "workspaces": ["a/*", 1] }"#).workspaces(), Some(vec!["a/*"]));
        assert_eq!(package(r#"{ "workspaces": { "packages": ["b"] } }"#).workspaces(), Some(vec!["b"]));
        assert_eq!(one.workspaces(), None);
        assert_eq!(one.name(), None);
    }

    #[test]
    fn sources_of_build_output() {
        assert_eq!(sources_of("./dist/index.js"), ["dist/index", "src/index", "index"]);
        assert_eq!(sources_of("./dist/esm/a.d.mts"), ["dist/esm/a", "src/esm/a", "esm/a", "src/a", "a"]);
        assert_eq!(sources_of("a/b.ts"), ["a/b"]);
        assert_eq!(sources_of(""), [""]);
    }

    #[test]
    fn whatever_is_in_them() {
        let text = r##"{ "name": "@s/a", "workspaces": { "packages": ["a/*", "!b"] }, "main": "./dist/index.js",
            "exports": { ".": { "import": ["./m.js", null], "require": "./c.js" }, "./x/*.js": "./src/*/y.ts" },
            "imports": { "#a/*": "./src/*.js", "#b": { "node": "fs" } },
            "dependencies": { "d": "workspace:@s/d@*", "e": "npm:f@1", "g": "file:../g", "é": "npm:é@é" } }"##;
        crate::disk::broken::variants(text.as_bytes(), 3_000, |bytes| {
            let Some(members) = parse_object(&String::from_utf8_lossy(bytes)) else { return };
            let package = Package::of(PathBuf::from("/p"), members);
            let _ = (package.name(), package.workspaces(), package.linked().count(), package.renamed().count());
            let targets = ["", "x/a.js", "é"].into_iter().flat_map(|rest| package.entries(rest));
            targets.chain(package.imports("#a/b")).for_each(|target| drop(sources_of(&target)));
            assert!(package.import_patterns().count() < 10);
        });
        for specifier in ["@s/a/b", "@", "/", "é/é", "@é/", ""] {
            let _ = split(specifier);
        }
    }
}
