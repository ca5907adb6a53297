//! Resolution of a specifier to the file it means.
//!
//! From a path to a file goes the resolver of the oxc project: extensions, `.ts` written as `.js`, index files, links.
//! The steps before that (aliases, packages of the project, missing build output) are done here, and more leniently
//! than any bundler would: a file too many does no harm, a missing one does.

use super::configs::{Aliases, Configs, habits};
use super::disk::Disk;
use super::kind::is_module;
use super::package::{Package, sources_of, split};
use super::workspaces::Packages;
use crate::disk::{as_spelled, in_node_modules};
use crate::sdk::Module;
use oxc_resolver::{PathUtil, ResolveOptions, ResolverGeneric};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A root folder of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectRoot {
    /// As it was given, absolute.
    pub given: PathBuf,
    /// The path without symbolic links.
    pub real: PathBuf,
}

/// Resolves specifiers. Results from the disk are kept: a change there takes a new one.
#[derive(Debug)]
pub struct Resolver {
    files: ResolverGeneric<Disk>,
    /// The packages of the project.
    pub packages: Packages,
    configs: Configs,
    aliases: OnceLock<Aliases>,
    roots: Arc<[ProjectRoot]>,
}

impl Resolver {
    /// The resolver for a project with these configuration files. `unsaved` exist in the editor only.
    pub fn new(configs: &[PathBuf], roots: Arc<[ProjectRoot]>, unsaved: FxHashSet<PathBuf>) -> Self {
        let files = ResolverGeneric::new_with_file_system(Disk::with(unsaved), options());
        let (packages, configs) = (Packages::load(configs), Configs::new(configs));
        Self { files, packages, configs, aliases: OnceLock::new(), roots }
    }

    /// Returns the specifiers that may be aliases.
    pub fn aliases(&self) -> &Aliases {
        self.aliases.get_or_init(|| self.configs.aliases(&self.packages))
    }

    /// Returns whether a configuration file had a say in it.
    pub fn has_read(&self, path: &Path) -> bool {
        self.configs.has_read(path)
    }

    /// The file that `specifier` means in the file at `from`: code, outside of node_modules. Of several that may be
    /// meant, one that is known to the project is (the other is build output).
    pub fn resolve(&self, from: &Path, specifier: &str, known: &dyn PathMemo) -> Option<PathBuf> {
        let folder = from.parent()?;
        let specifier = without_query(specifier);
        let asked = Asked { resolver: self, known };
        match kind(specifier) {
            SpecifierKind::None => None,
            SpecifierKind::Relative => asked.relative(from, folder, specifier),
            SpecifierKind::Bare => asked.bare(from, folder, specifier),
        }
    }

    /// Returns whether a configuration of TypeScript takes two files together, so that what one of them declares
    /// globally holds in the other.
    pub fn are_together(&self, file: &Path, other: &Path) -> bool {
        self.configs.are_together(file, other, &self.packages)
    }

    /// A path as its root was given.
    pub fn as_given(&self, path: PathBuf) -> PathBuf {
        let linked = self.roots.iter().filter(|root| root.given != root.real);
        let root = linked.filter(|root| path.starts_with(&root.real)).max_by_key(|root| root.real.as_os_str().len());
        match root.and_then(|root| Some(root.given.join(path.strip_prefix(&root.real).ok()?))) {
            Some(given) => given,
            None => path,
        }
    }
}

/// The configuration files in the folders above the roots: they apply to everything below.
pub fn configs_above(roots: &[ProjectRoot]) -> Vec<PathBuf> {
    let names =
        ["package.json", "pnpm-workspace.yaml", "lerna.json", "tsconfig.json", "jsconfig.json", "tsconfig.base.json"];
    let above = roots.iter().flat_map(|root| root.given.ancestors().skip(1));
    above.flat_map(|folder| names.map(|name| folder.join(name))).filter(|path| path.is_file()).collect()
}

/// The form of a specifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecifierKind {
    /// The SDK, a URL, Node itself: not a file of the project.
    None,
    /// `./a`, `..`
    Relative,
    /// Anything else.
    Bare,
}

/// Returns the kind of a specifier by its form.
pub fn kind(specifier: &str) -> SpecifierKind {
    let rest = specifier.strip_prefix("..").or_else(|| specifier.strip_prefix('.'));
    if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
        return SpecifierKind::Relative;
    }
    let other = || matches!(specifier.bytes().find(|byte| matches!(byte, b'/' | b':')), Some(b':'));
    if specifier.is_empty() || other() || Module::of(specifier).is_some() {
        SpecifierKind::None
    } else {
        SpecifierKind::Bare
    }
}

/// A specifier without the query that bundlers read after `?`.
pub fn without_query(specifier: &str) -> &str {
    memchr::memchr(b'?', specifier.as_bytes()).map_or(specifier, |end| &specifier[..end])
}

/// The files that the walk has seen.
pub trait PathMemo {
    /// Returns whether a file is one of the project's.
    fn file(&self, path: &Path) -> bool;
    /// Returns whether a folder has files of the project, or folders with some.
    fn folder(&self, path: &Path) -> bool;
}

/// One question.
struct Asked<'a> {
    resolver: &'a Resolver,
    known: &'a dyn PathMemo,
}

impl Asked<'_> {
    /// The code that `name` means in `folder`; `None` when there is none, or it belongs to another package.
    fn file(&self, folder: &Path, name: &str) -> Option<PathBuf> {
        self.code_at(self.resolver.files.resolve(folder, name).ok()?.path())
    }

    /// A path that was found, where code of the project is, as the walk has it: a specifier may spell names otherwise than
    /// the disk where that takes both for one.
    fn code_at(&self, path: &Path) -> Option<PathBuf> {
        if !is_module(path) || in_node_modules(path) {
            return None;
        }
        let given = self.resolver.as_given(path.to_path_buf());
        Some(if self.known.file(&given) { given } else { self.resolver.as_given(as_spelled(path)) })
    }

    /// The code at a path: a file, with or without its extension, or a folder.
    fn at(&self, path: &Path) -> Option<PathBuf> {
        // Only the name has to be text.
        self.file(path.parent()?, &format!("./{}", path.file_name()?.to_str()?))
    }

    fn relative(&self, from: &Path, folder: &Path, specifier: &str) -> Option<PathBuf> {
        let Resolver { packages, configs, .. } = self.resolver;
        let plain = self.file(folder, specifier);
        if plain.as_deref().is_some_and(|path| self.known.file(path)) {
            return plain;
        }
        let target = folder.normalize_with(specifier);
        let chain = configs.around(from, packages);
        let other_roots = || chain.iter().flat_map(|config| config.other_roots(&target));
        let elsewhere = || other_roots().find_map(|path| self.at(&path));
        let package = || self.entry(packages.at(&target)?, "");
        // Build output of a package, asked for by its path.
        let source = || {
            target.parent().filter(|parent| !self.known.folder(parent))?;
            let package = target.ancestors().skip(1).find_map(|folder| packages.at(folder))?;
            self.source(&package.folder, target.strip_prefix(&package.folder).ok()?.to_str()?)
        };
        elsewhere().or_else(package).or_else(source).or(plain)
    }

    fn bare(&self, from: &Path, folder: &Path, specifier: &str) -> Option<PathBuf> {
        let Resolver { packages, configs, files, .. } = self.resolver;
        for config in configs.around(from, packages).iter() {
            for target in config.targets(specifier) {
                if let Some(found) = self.at(&target).or_else(|| self.source_at(&target)) {
                    return Some(found);
                }
            }
        }
        if specifier.starts_with('#') {
            return packages.around(from).find_map(|package| {
                let targets = package.imports(specifier);
                self.pick(&package.folder, &targets, None)
            });
        }
        let (name, rest) = split(specifier);
        if let Some(package) = packages.named(name, from)
            && let Some(found) = self.entry(&package, rest)
        {
            return Some(found);
        }
        match files.resolve(folder, specifier) {
            // A package: nobody's business here, unless it is a link to a folder outside.
            Ok(found) => self.code_at(found.path()),
            Err(_) => self.linked(folder, name, rest).or_else(|| self.by_habit(from, specifier)),
        }
    }

    /// A package that is a link in node_modules, whose entries are not there.
    fn linked(&self, folder: &Path, name: &str, rest: &str) -> Option<PathBuf> {
        let place =
            folder.ancestors().map(|folder| folder.join("node_modules").join(name)).find(|path| path.exists())?;
        let real = dunce::canonicalize(place).ok().filter(|real| !in_node_modules(real))?;
        let package = Package::load(&self.resolver.as_given(real).join("package.json"))?;
        self.entry(&package, rest)
    }

    fn by_habit(&self, from: &Path, specifier: &str) -> Option<PathBuf> {
        let places = habits(specifier);
        let folders = self.resolver.packages.around(from).map(|package| package.folder.as_path());
        let roots = self.resolver.roots.iter().map(|root| root.given.as_path()).filter(|root| from.starts_with(root));
        let folders: Vec<&Path> = folders.chain(roots).collect();
        folders.iter().find_map(|folder| {
            places.iter().find_map(|place| self.at(&folder.normalize_with(place)).filter(|path| self.known.file(path)))
        })
    }

    /// Returns the target of `rest` in a package.
    fn entry(&self, package: &Package, rest: &str) -> Option<PathBuf> {
        self.pick(&package.folder, &package.entries(rest), Some(rest))
    }

    /// The first of the targets of a package that there is: code of the project, else its source, else by habit, else
    /// whatever is there.
    fn pick(&self, folder: &Path, targets: &[String], rest: Option<&str>) -> Option<PathBuf> {
        let at = |target: &str| self.at(&folder.normalize_with(target.trim_start_matches('/')));
        let there: Vec<PathBuf> = targets.iter().filter_map(|target| at(target)).collect();
        let own = there.iter().find(|path| self.known.file(path)).cloned();
        let source = || targets.iter().find_map(|target| self.source(folder, target));
        let habit = || {
            let rest = rest.map(|rest| if rest.is_empty() { "index" } else { rest })?;
            [format!("src/{rest}"), rest.to_owned()]
                .iter()
                .find_map(|target| at(target))
                .filter(|path| self.known.file(path))
        };
        own.or_else(source).or_else(habit).or_else(|| there.into_iter().next())
    }

    /// The source of build output.
    fn source(&self, folder: &Path, target: &str) -> Option<PathBuf> {
        let places = sources_of(target);
        places.iter().find_map(|place| self.at(&folder.normalize_with(place)).filter(|path| self.known.file(path)))
    }

    fn source_at(&self, target: &Path) -> Option<PathBuf> {
        let packages = &self.resolver.packages;
        let package = target.ancestors().skip(1).find_map(|folder| packages.at(folder))?;
        self.source(&package.folder, target.strip_prefix(&package.folder).ok()?.to_str()?)
    }
}

fn options() -> ResolveOptions {
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    ResolveOptions {
        extensions: list(&[".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"]),
        extension_alias: vec![
            (".js".into(), list(&[".ts", ".tsx", ".js", ".jsx"])),
            (".jsx".into(), list(&[".tsx", ".jsx"])),
            (".mjs".into(), list(&[".mts", ".mjs"])),
            (".cjs".into(), list(&[".cts", ".cjs"])),
        ],
        main_fields: list(&["source", "module", "main"]),
        condition_names: list(&["source", "development", "import", "require", "node", "module", "default"]),
        // The environment says nothing of the code.
        node_path: false,
        ..ResolveOptions::default()
    }
}
