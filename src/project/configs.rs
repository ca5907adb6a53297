//! The `tsconfig.json`s and `jsconfig.json`s of a project: the one that applies to a file, and the aliases that they
//! allow.

use super::pattern::{Pattern, Patterns};
use super::tsconfig::TsConfig;
use super::workspaces::Packages;
use crate::disk::json::read_object;
use crate::disk::{Stage, caught};
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The way a specifier may be an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alias {
    /// Its last segment is the name of its target.
    KeepsTail,
    /// The file it means can have any name.
    Opaque,
}

/// The members of a configuration file.
type Members = Arc<Map<String, Value>>;

/// The configurations of a project, loaded when they are needed.
#[derive(Debug, Default)]
pub struct Configs {
    /// By folder, the one that editors take first.
    by_folder: FxHashMap<PathBuf, Vec<PathBuf>>,
    loaded: Mutex<FxHashMap<PathBuf, Arc<TsConfig>>>,
    /// As they are written. Many build on the same ones.
    read: Mutex<FxHashMap<PathBuf, Option<Members>>>,
    /// By the folder of a file, those that may speak for it.
    chains: Mutex<FxHashMap<PathBuf, Arc<[Arc<TsConfig>]>>>,
}

impl Configs {
    /// From the configuration files of a project.
    pub fn new(paths: &[PathBuf]) -> Self {
        let mut configs = Self::default();
        for path in paths {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if let Some(folder) = path.parent()
                && (name.starts_with("tsconfig") || name.starts_with("jsconfig"))
            {
                configs.by_folder.entry(folder.to_path_buf()).or_default().push(path.clone());
            }
        }
        for paths in configs.by_folder.values_mut() {
            paths.sort_by_key(|path| (rank(path), path.clone()));
            paths.dedup();
        }
        configs
    }

    /// The configurations that may speak for a file, best first: those of the nearest folder, with the files they refer
    /// to, then of the folders above. Only those that say something of specifiers.
    pub fn around(&self, file: &Path, packages: &Packages) -> Arc<[Arc<TsConfig>]> {
        let Some(folder) = file.parent() else { return Arc::default() };
        if let Some(chain) = lock(&self.chains).get(folder) {
            return chain.clone();
        }
        let mut chain: Vec<Arc<TsConfig>> = Vec::new();
        let mut seen = FxHashSet::default();
        for paths in folder.ancestors().filter_map(|folder| self.by_folder.get(folder)) {
            let start = chain.len();
            for path in paths {
                if !seen.insert(path.to_path_buf()) {
                    continue;
                }
                let config = self.load(path, packages);
                let references = config.references.iter().filter(|path| seen.insert(path.to_path_buf()));
                let references: Vec<_> = references.map(|path| self.load(path, packages)).collect();
                chain.push(config);
                chain.extend(references);
            }
            // Of one folder, those go first that name the file's folder.
            chain[start..].sort_by_key(|config| !config.names_folder_of(file));
        }
        chain.retain(|config| config.says_something());
        let chain: Arc<[_]> = chain.into();
        lock(&self.chains).insert(folder.to_path_buf(), chain.clone());
        chain
    }

    /// Returns whether one of the configurations that are nearest to a file takes another one, too.
    pub fn are_together(&self, file: &Path, other: &Path, packages: &Packages) -> bool {
        let nearest = file.ancestors().skip(1).find_map(|folder| Some((folder, self.by_folder.get(folder)?)));
        let Some((folder, paths)) = nearest else { return false };
        paths.iter().any(|path| self.load(path, packages).takes(folder, other))
    }

    fn load(&self, path: &Path, packages: &Packages) -> Arc<TsConfig> {
        if let Some(config) = lock(&self.loaded).get(path) {
            return config.clone();
        }
        let package = |name: &str| Some(packages.named(name, path)?.folder.clone());
        let config = caught(path, Stage::Read, || TsConfig::load(path, &|path| self.read(path), &package));
        let config = Arc::new(config.unwrap_or_default());
        lock(&self.loaded).insert(path.to_path_buf(), config.clone());
        config
    }

    /// Returns whether a file was read for them, or asked for.
    pub fn has_read(&self, path: &Path) -> bool {
        lock(&self.read).contains_key(path)
    }

    fn read(&self, path: &Path) -> Option<Members> {
        if let Some(members) = lock(&self.read).get(path) {
            return members.clone();
        }
        let members = read_object(path).map(Arc::new);
        lock(&self.read).insert(path.to_path_buf(), members.clone());
        members
    }

    /// Returns the aliases that all of them together make possible.
    pub fn aliases(&self, packages: &Packages) -> Aliases {
        let mut aliases = Aliases::default();
        for path in self.by_folder.values().flatten() {
            let config = self.load(path, packages);
            aliases.any_base_url |= config.base_url.is_some();
            aliases.any_root_dirs |= !config.root_dirs.is_empty();
            for (pattern, targets) in config.paths.all() {
                aliases.add(pattern, targets.iter().map(|target| target.to_string_lossy().into_owned()));
            }
        }
        for package in packages.all() {
            for (pattern, targets) in package.import_patterns() {
                aliases.add(&pattern, targets.into_iter());
            }
        }
        aliases
    }
}

/// The specifiers that may be aliases, in a project as a whole.
#[derive(Debug, Default)]
pub struct Aliases {
    exact: FxHashSet<String>,
    patterns: Patterns<String>,
    /// The patterns that were added.
    seen: FxHashSet<(Pattern, String)>,
    any_base_url: bool,
    /// True when relative specifiers may mean files of other folders.
    pub any_root_dirs: bool,
}

impl Aliases {
    fn add(&mut self, pattern: &Pattern, targets: impl Iterator<Item = String>) {
        if let Some(text) = pattern.exact() {
            self.exact.insert(text.to_owned());
            return;
        }
        for target in targets {
            // Where the target lies makes no difference, and in a monorepo many say the same.
            let target = match target.split_once('*') {
                Some((before, after)) => {
                    format!("{}*{after}", if before.is_empty() || before.ends_with('/') { "" } else { "x" })
                }
                None => String::from("x"),
            };
            if self.seen.insert((pattern.clone(), target.clone())) {
                self.patterns.add(pattern.clone(), target);
            }
        }
    }

    /// The way a specifier that is not relative may be an alias; `None` when it cannot be one.
    pub fn of(&self, specifier: &str) -> Option<Alias> {
        if self.exact.contains(specifier) {
            return Some(Alias::Opaque);
        }
        if specifier == "$lib" {
            return Some(Alias::Opaque);
        }
        let mut kept = false;
        for (pattern, target, matched) in self.patterns.matching(specifier) {
            if !pattern.keeps_tail(matched, target) {
                return Some(Alias::Opaque);
            }
            kept = true;
        }
        (kept || self.any_base_url || by_habit(specifier)).then_some(Alias::KeepsTail)
    }
}

/// Returns the target that bundlers and frameworks give an alias without any configuration, relative to the package's
/// folder.
pub fn habits(specifier: &str) -> Vec<String> {
    let places = |rest: &str, folders: &[&str]| folders.iter().map(|folder| format!("{folder}{rest}")).collect();
    if let Some(rest) = specifier.strip_prefix("$lib").filter(|rest| rest.is_empty() || rest.starts_with('/')) {
        // SvelteKit writes its configuration when it runs, so a fresh checkout has none.
        return places(rest, &["src/lib"]);
    }
    for (prefix, folders) in [
        // Nuxt.
        ("~~/", &[""][..]),
        ("@@/", &[""]),
        // Vue, Vite, Next, Nuxt.
        ("@/", &["src/", "app/", ""]),
        ("~/", &["src/", "app/", ""]),
        // Vite: from the root of what is served.
        ("/", &[""]),
        ("src/", &["src/"]),
    ] {
        if let Some(rest) = specifier.strip_prefix(prefix) {
            return places(rest, folders);
        }
    }
    Vec::new()
}

fn by_habit(specifier: &str) -> bool {
    specifier.starts_with("$lib/") || ["~~/", "@@/", "@/", "~/", "/", "src/"].iter().any(|p| specifier.starts_with(p))
}

/// The precedence of the configurations of one folder.
fn rank(path: &Path) -> usize {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"].iter().position(|other| *other == name).unwrap_or(3)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Nothing is ever half-written under these locks.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
