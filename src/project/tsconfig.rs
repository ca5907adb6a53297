//! The meaning that a `tsconfig.json` (or `jsconfig.json`) gives to specifiers: `paths`, `baseUrl`, `rootDirs`,
//! including those of `extends`.
//!
//! The resolver's own reading of these files gives up at the first thing that is wrong: a base that is not installed, a
//! stray type, a circle. On a fresh checkout that is the rule, not the exception, so they are read here, and broken
//! parts mean nothing.

use super::pattern::{Pattern, Patterns};
use crate::disk::json::texts;
use crate::disk::{TroubleKind, note};
use oxc_resolver::PathUtil;
use serde_json::{Map, Value};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The maximum number of files of one configuration: bounds circles and hostile fans of `extends`. No project has so
/// many, because each is named by hand.
const MAX_FILES: usize = 1_024;

/// The meaning that a configuration gives to specifiers.
#[derive(Clone, Debug, Default)]
pub struct TsConfig {
    /// `paths`: patterns, and the absolute paths that they stand for, with their `*`.
    pub paths: Patterns<Vec<PathBuf>>,
    /// `baseUrl`, absolute.
    pub base_url: Option<PathBuf>,
    /// `rootDirs`, absolute.
    pub root_dirs: Vec<PathBuf>,
    /// The configurations it refers to.
    pub references: Vec<PathBuf>,
    /// The fixed beginnings of `include` and `files`, absolute; none when there is no such key.
    covers: Option<Vec<PathBuf>>,
}

impl TsConfig {
    /// The configuration at `path`. `read` reads a file, and `package` finds the folder of a package of the workspace
    /// by its name.
    pub fn load(path: &Path, read: &Read<'_>, package: &dyn Fn(&str) -> Option<PathBuf>) -> Self {
        let mut loader = Loader { read, package, left: MAX_FILES, first: path, home: folder_of(path) };
        let (options, own) = loader.load(path, &mut Vec::new());
        let home = loader.home;
        let mut config = Self { base_url: options.base_url, root_dirs: options.root_dirs, ..Self::default() };
        if let Some((paths, folder)) = options.paths {
            let base = config.base_url.clone().unwrap_or(folder);
            let entries = paths.iter().map(|(pattern, targets)| {
                let targets = texts(Some(targets)).into_iter().map(|target| place(target, &base, &home)).collect();
                (Pattern::new(pattern), targets)
            });
            config.paths = entries.collect();
        }
        if let Some(Value::Array(references)) = own.get("references") {
            let paths = references.iter().filter_map(|reference| reference.get("path")?.as_str());
            config.references = paths.filter_map(|path| file_at(&home.normalize_with(path))).collect();
        }
        if own.contains_key("include") || own.contains_key("files") {
            let globs = texts(own.get("include")).into_iter().chain(texts(own.get("files")));
            config.covers = Some(globs.map(|glob| home.normalize_with(fixed_part(glob))).collect());
        }
        config
    }

    /// Returns whether it says anything of specifiers.
    pub fn says_something(&self) -> bool {
        !self.paths.all().is_empty() || self.base_url.is_some() || !self.root_dirs.is_empty()
    }

    /// Returns whether it says by name that it is for files around `path`.
    pub fn names_folder_of(&self, path: &Path) -> bool {
        self.covers.as_ref().is_some_and(|covers| covers.iter().any(|folder| path.starts_with(folder)))
    }

    /// Returns whether it is for the file at `path` as well; it lies in `folder`.
    pub fn takes(&self, folder: &Path, path: &Path) -> bool {
        match &self.covers {
            Some(_) => self.names_folder_of(path),
            None => path.starts_with(folder),
        }
    }

    /// The possible targets of `specifier` by this configuration, best first.
    pub fn targets(&self, specifier: &str) -> Vec<PathBuf> {
        let mut targets = Vec::new();
        if let Some((places, matched)) = self.paths.best(specifier) {
            targets.extend(places.iter().map(|place| with_star(place, matched)));
        }
        targets.extend(self.base_url.as_ref().map(|base| base.normalize_with(specifier)));
        targets
    }

    /// The other possible places of `path`, which a relative specifier leads to: in the other root folders.
    pub fn other_roots(&self, path: &Path) -> Vec<PathBuf> {
        let own = self.root_dirs.iter().filter(|root| path.starts_with(root));
        let Some(own) = own.max_by_key(|root| root.as_os_str().len()) else { return Vec::new() };
        let Ok(rest) = path.strip_prefix(own) else { return Vec::new() };
        self.root_dirs.iter().filter(|root| *root != own).map(|root| root.join(rest)).collect()
    }
}

/// The effective `compilerOptions`, after `extends`.
#[derive(Default)]
struct Options {
    base_url: Option<PathBuf>,
    /// With the folder that they are relative to when there is no `baseUrl`.
    paths: Option<(Map<String, Value>, PathBuf)>,
    root_dirs: Vec<PathBuf>,
}

/// Reads the members of a configuration.
pub type Read<'a> = dyn Fn(&Path) -> Option<Arc<Map<String, Value>>> + 'a;

struct Loader<'a> {
    read: &'a Read<'a>,
    package: &'a dyn Fn(&str) -> Option<PathBuf>,
    left: usize,
    /// The configuration that all is about.
    first: &'a Path,
    /// The folder of the configuration that all is about: `${configDir}`.
    home: PathBuf,
}

impl Loader<'_> {
    /// The options of the file at `path` and of the files it extends, and its own members.
    fn load(&mut self, path: &Path, open: &mut Vec<PathBuf>) -> (Options, Arc<Map<String, Value>>) {
        if self.left == 0 {
            let why = format!("its `extends` lead to more than {MAX_FILES} files");
            note(self.first, TroubleKind::Cut(why));
            return Default::default();
        }
        if open.iter().any(|other| other == path) {
            return Default::default();
        }
        self.left -= 1;
        let Some(members) = (self.read)(path) else { return Default::default() };
        let folder = folder_of(path);
        let mut options = Options::default();
        open.push(path.to_path_buf());
        // Of several, a later one overrides an earlier one.
        for specifier in texts(members.get("extends")) {
            let Some(base) = self.locate(specifier, &folder) else { continue };
            let base = self.load(&base, open).0;
            options.base_url = base.base_url.or(options.base_url);
            options.paths = base.paths.or(options.paths);
            if !base.root_dirs.is_empty() {
                options.root_dirs = base.root_dirs;
            }
        }
        open.pop();
        if let Some(Value::Object(own)) = members.get("compilerOptions") {
            if let Some(base) = own.get("baseUrl").and_then(Value::as_str) {
                options.base_url = Some(place(base, &folder, &self.home));
            }
            if own.get("rootDirs").is_some_and(Value::is_array) {
                let roots = texts(own.get("rootDirs")).into_iter();
                options.root_dirs = roots.map(|root| place(root, &folder, &self.home)).collect();
            }
            if let Some(Value::Object(paths)) = own.get("paths") {
                options.paths = Some((paths.clone(), folder));
            }
        }
        (options, members)
    }

    /// The file that an `extends` means.
    fn locate(&self, specifier: &str, folder: &Path) -> Option<PathBuf> {
        if specifier.starts_with('.') || Path::new(specifier).is_absolute() {
            return file_at(&folder.normalize_with(specifier));
        }
        let installed = folder.ancestors().find_map(|folder| file_at(&folder.join("node_modules").join(specifier)));
        installed.or_else(|| {
            let (name, rest) = super::package::split(specifier);
            let folder = (self.package)(name)?;
            file_at(&if rest.is_empty() { folder } else { folder.join(rest) })
        })
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The configuration that a path means: itself, with `.json`, or in the folder.
fn file_at(path: &Path) -> Option<PathBuf> {
    if path.is_file() {
        return Some(path.to_path_buf());
    }
    let mut longer = OsString::from(path);
    longer.push(".json");
    let candidates = [PathBuf::from(longer), path.join("tsconfig.json")];
    candidates.into_iter().find(|path| path.is_file())
}

/// An absolute path; `home` is the value of `${configDir}`.
fn place(path: &str, base: &Path, home: &Path) -> PathBuf {
    match path.strip_prefix("${configDir}") {
        Some(rest) => home.normalize_with(rest.trim_start_matches('/')),
        None => base.normalize_with(path),
    }
}

/// A target with its `*` replaced.
fn with_star(target: &Path, matched: &str) -> PathBuf {
    // Component by component, for what is above the pattern need not be text.
    let mut path = PathBuf::new();
    for part in target {
        match part.to_str() {
            // What begins like a root would throw away what is there.
            Some(part) if part.contains('*') => path.push(part.replacen('*', matched, 1).trim_start_matches('/')),
            _ => path.push(part),
        }
    }
    path.normalize()
}

/// The folders that a glob names before its first wildcard.
fn fixed_part(glob: &str) -> &str {
    match glob.find(['*', '?', '{', '[']) {
        Some(end) => glob[..end].rfind('/').map_or("", |end| &glob[..end]),
        None => glob,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::json::read_object;
    use std::fs;

    fn load(path: &Path, package: &dyn Fn(&str) -> Option<PathBuf>) -> TsConfig {
        TsConfig::load(path, &|path| read_object(path).map(Arc::new), package)
    }

    fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn targets(folder: &Path, config: &str, specifier: &str) -> Vec<String> {
        let config = load(&folder.join(config), &|name| (name == "@acme/ts").then(|| folder.join("ts")));
        let targets = config.targets(specifier).into_iter();
        targets.map(|path| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")).collect()
    }

    #[test]
    fn paths_lie_beside_the_file_that_has_them() {
        let project = project(&[
            ("base/tsconfig.json", r#"{ "compilerOptions": { "paths": { "@/*": ["../src/*", "../lib/*"] } } }"#),
            ("app/tsconfig.json", r#"{ "extends": "../base" }"#),
            (
                "own/tsconfig.json",
                r##"{ "extends": "../base/tsconfig", "compilerOptions": { "paths": { "#x": ["x"] } } }"##,
            ),
            (
                "url/tsconfig.json",
                r#"{ "extends": "../base/tsconfig.json", "compilerOptions": { "baseUrl": "./in" } }"#,
            ),
        ]);
        assert_eq!(targets(project.path(), "app/tsconfig.json", "@/a"), ["src/a", "lib/a"]);
        assert_eq!(targets(project.path(), "own/tsconfig.json", "@/a"), [""; 0]);
        assert_eq!(targets(project.path(), "own/tsconfig.json", "#x"), ["own/x"]);
        assert_eq!(targets(project.path(), "url/tsconfig.json", "@/a"), ["url/src/a", "url/lib/a", "url/in/@/a"]);
    }

    #[test]
    fn bases_from_packages_and_lists_of_bases() {
        let project = project(&[
            ("node_modules/a/tsconfig.json", r#"{ "compilerOptions": { "paths": { "~/*": ["${configDir}/a/*"] } } }"#),
            ("ts/b.json", r#"{ "compilerOptions": { "paths": { "~/*": ["${configDir}/b/*"] } } }"#),
            ("app/tsconfig.json", r#"{ "extends": ["@acme/ts/b.json", "a", "missing"] }"#),
            ("two/tsconfig.json", r#"{ "extends": ["a", "@acme/ts/b"] }"#),
        ]);
        assert_eq!(targets(project.path(), "app/tsconfig.json", "~/x"), ["app/a/x"]);
        assert_eq!(targets(project.path(), "two/tsconfig.json", "~/x"), ["two/b/x"]);
    }

    #[test]
    fn what_is_wrong_says_nothing_and_ends() {
        let project = project(&[
            ("itself.json", r#"{ "extends": "./itself.json", "compilerOptions": { "baseUrl": "." } }"#),
            ("a.json", r#"{ "extends": ["./b.json", "./b.json"] }"#),
            ("b.json", r#"{ "extends": ["./a.json", "./c.json", "./c.json"] }"#),
            ("c.json", r#"{ "extends": ["./a.json", "./b.json"], "compilerOptions": { "baseUrl": "c" } }"#),
            ("broken.json", "{ \"compilerOptions\": "),
            ("array.json", "[1]"),
            (
                "types.json",
                r#"{ "extends": 1, "references": {}, "compilerOptions": { "paths": { "a": "b", "c": 1, "d": [1, "e"] } } }"#,
            ),
        ]);
        assert_eq!(targets(project.path(), "itself.json", "x"), ["x"]);
        assert_eq!(targets(project.path(), "a.json", "x"), ["c/x"]);
        assert_eq!(targets(project.path(), "broken.json", "x"), [""; 0]);
        assert_eq!(targets(project.path(), "array.json", "x"), [""; 0]);
        assert_eq!(targets(project.path(), "types.json", "a"), ["b"]);
        assert_eq!(targets(project.path(), "types.json", "d"), ["e"]);
        assert_eq!(targets(project.path(), "missing.json", "x"), [""; 0]);
    }

    #[test]
    fn references_and_what_they_cover() {
        let project = project(&[
            (
                "tsconfig.json",
                r#"{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "lib" }, { "path": "gone" }] }"#,
            ),
            ("tsconfig.app.json", r#"{ "include": ["src/**/*.ts", "env.d.ts"] }"#),
            ("lib/tsconfig.json", "{}"),
        ]);
        let load = |path: &str| load(&project.path().join(path), &|_| None);
        let references = load("tsconfig.json").references;
        assert_eq!(references, [project.path().join("tsconfig.app.json"), project.path().join("lib/tsconfig.json")]);
        let app = load("tsconfig.app.json");
        assert!(app.names_folder_of(&project.path().join("src/a.ts")));
        assert!(!app.names_folder_of(&project.path().join("test/a.ts")));
        assert!(!load("tsconfig.json").names_folder_of(&project.path().join("src/a.ts")));
    }

    #[test]
    fn root_folders() {
        let project =
            project(&[("tsconfig.json", r#"{ "compilerOptions": { "rootDirs": ["src", "generated/src"] } }"#)]);
        let config = load(&project.path().join("tsconfig.json"), &|_| None);
        assert_eq!(config.other_roots(&project.path().join("src/a/b")), [project.path().join("generated/src/a/b")]);
        assert!(config.other_roots(&project.path().join("test/a")).is_empty());
    }

    #[test]
    fn whatever_is_in_them() {
        let text = r##"{ "extends": ["./b", "@a/b/c.json"], "compilerOptions": { "baseUrl": "./src/..", "rootDirs": ["a", "${configDir}/b"],
            "paths": { "@/*": ["*", "../x/*/y"], "#a": ["a"], "*": [] } }, "include": ["src/**/*"], "files": ["a.ts"],
            "references": [{ "path": "./c" }] }"##;
        let path = Path::new("/p/q/tsconfig.json");
        crate::disk::broken::variants(text.as_bytes(), 2_000, |bytes| {
            let members = crate::disk::json::parse_object(&String::from_utf8_lossy(bytes)).map(Arc::new);
            let config = TsConfig::load(path, &|_| members.clone(), &|_| None);
            for specifier in ["@/a/b", "#a", "", "x", "é/*"] {
                let _ = (config.targets(specifier), config.other_roots(Path::new("/p/q/a/x")));
            }
            let _ = config.names_folder_of(path);
        });
    }
}
