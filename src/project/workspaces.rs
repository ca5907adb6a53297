//! The folders of a project that are packages which others know by name.

use super::package::Package;
use crate::disk::json::{read_object, read_text, texts};
use crate::disk::{Stage, caught};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The packages of a project.
#[derive(Debug, Default)]
pub struct Packages {
    by_folder: FxHashMap<PathBuf, Arc<Package>>,
    /// Members of workspaces: the folder of the workspace, and of the package.
    members: FxHashMap<String, Vec<(PathBuf, PathBuf)>>,
    /// Folders that a package depends on: the folder of that package, and the other.
    linked: FxHashMap<String, Vec<(PathBuf, PathBuf)>>,
    /// Names under which packages depend on others: the folder of that package, and the name of the other.
    renamed: FxHashMap<String, Vec<(PathBuf, String)>>,
}

impl Packages {
    /// From the configuration files of a project.
    pub fn load(configs: &[PathBuf]) -> Self {
        let mut packages = Self::default();
        let mut workspaces = Vec::new();
        let named = |path: &&PathBuf, name: &str| path.file_name().is_some_and(|other| other == name);
        for path in configs.iter().filter(|path| named(path, "package.json")) {
            let Some(package) = Package::load(path) else { continue };
            if let Some(globs) = package.workspaces() {
                workspaces.extend(caught(path, Stage::Read, || Workspace::new(&package.folder, &globs)));
            }
            for (name, folder) in package.linked() {
                let entry = packages.linked.entry(name.to_owned()).or_default();
                entry.push((package.folder.clone(), folder));
            }
            for (name, own) in package.renamed() {
                let entry = packages.renamed.entry(name.to_owned()).or_default();
                entry.push((package.folder.clone(), own.to_owned()));
            }
            packages.by_folder.insert(package.folder.clone(), Arc::new(package));
        }
        workspaces
            .extend(configs.iter().filter_map(|path| caught(path, Stage::Read, || Workspace::load(path)).flatten()));
        for package in packages.by_folder.values() {
            let Some(name) = package.name() else { continue };
            for workspace in workspaces.iter().filter(|workspace| workspace.has(&package.folder)) {
                let entry = packages.members.entry(name.to_owned()).or_default();
                entry.push((workspace.folder.clone(), package.folder.clone()));
            }
        }
        for folders in packages.members.values_mut() {
            folders.sort();
            folders.dedup();
        }
        packages
    }

    /// The package whose folder this is.
    pub fn at(&self, folder: &Path) -> Option<&Arc<Package>> {
        self.by_folder.get(folder)
    }

    /// The packages around a file, the nearest first.
    pub fn around<'a>(&'a self, file: &'a Path) -> impl Iterator<Item = &'a Arc<Package>> {
        file.ancestors().skip(1).filter_map(|folder| self.at(folder))
    }

    /// The package that a file calls by `name`: itself, a folder that it depends on, or a member of its workspace.
    pub fn named(&self, name: &str, from: &Path) -> Option<Arc<Package>> {
        if let Some(own) = self.around(from).next().filter(|own| own.name() == Some(name)) {
            return Some(own.clone());
        }
        let member = |name: &str| nearest(self.members.get(name)?, from);
        let renamed = || member(nearest(self.renamed.get(name)?, from)?);
        let linked = self.linked.get(name).and_then(|places| nearest(places, from));
        let folder = linked.or_else(|| member(name)).or_else(renamed)?;
        self.at(folder).cloned().or_else(|| Package::load(&folder.join("package.json")).map(Arc::new))
    }

    /// All names by which a package may be called.
    pub fn names_of<'a>(&'a self, package: &'a Package) -> FxHashSet<&'a str> {
        let own = package.name();
        let linked =
            self.linked.iter().filter(|(_, places)| places.iter().any(|(_, folder)| *folder == package.folder));
        let renamed = self.renamed.iter().filter(|(_, names)| names.iter().any(|(_, name)| Some(name.as_str()) == own));
        own.into_iter()
            .chain(linked.map(|(name, _)| name.as_str()))
            .chain(renamed.map(|(name, _)| name.as_str()))
            .collect()
    }

    /// All packages.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Package>> {
        self.by_folder.values()
    }

    /// All names by which packages of the project may be called.
    pub fn names(&self) -> FxHashSet<&str> {
        let own = self.by_folder.values().filter_map(|package| package.name());
        own.chain(self.linked.keys().chain(self.renamed.keys()).map(String::as_str)).collect()
    }
}

/// Returns the entry of the folder nearest to a file.
fn nearest<'a, T>(places: &'a [(PathBuf, T)], from: &Path) -> Option<&'a T> {
    let around = places.iter().filter(|(folder, _)| from.starts_with(folder));
    around.max_by_key(|(folder, _)| folder.as_os_str().len()).map(|(_, said)| said)
}

/// The globs of one workspace.
#[derive(Debug)]
struct Workspace {
    folder: PathBuf,
    members: GlobSet,
    others: GlobSet,
}

impl Workspace {
    /// The workspaces in the configuration file of a package manager; `None` when it has none.
    fn load(path: &Path) -> Option<Self> {
        let folder = path.parent()?;
        match path.file_name()?.to_str()? {
            "lerna.json" => {
                let lerna = read_object(path).unwrap_or_default();
                Some(Self::new(folder, &texts(lerna.get("packages"))))
            }
            "pnpm-workspace.yaml" | "pnpm-workspace.yml" => {
                let globs = pnpm_globs(&read_text(path).unwrap_or_default());
                Some(Self::new(folder, &globs.iter().map(String::as_str).collect::<Vec<_>>()))
            }
            _ => None,
        }
    }

    fn new(folder: &Path, globs: &[&str]) -> Self {
        let (mut members, mut others) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        for glob in globs {
            let (set, glob) = match glob.strip_prefix('!') {
                Some(glob) => (&mut others, glob),
                None => (&mut members, *glob),
            };
            let glob = glob.trim_start_matches("./").trim_end_matches('/');
            // An invalid glob means nothing.
            if let Ok(glob) = GlobBuilder::new(glob).literal_separator(true).build() {
                set.add(glob);
            }
        }
        let build = |set: GlobSetBuilder| set.build().unwrap_or_default();
        Self { folder: folder.to_path_buf(), members: build(members), others: build(others) }
    }

    /// The folder of the workspace itself is one of its packages.
    fn has(&self, folder: &Path) -> bool {
        folder.strip_prefix(&self.folder).is_ok_and(|inside| {
            inside.as_os_str().is_empty() || self.members.is_match(inside) && !self.others.is_match(inside)
        })
    }
}

/// The list `packages` of a `pnpm-workspace.yaml`.
fn pnpm_globs(text: &str) -> Vec<String> {
    #[derive(Default, Deserialize)]
    struct File {
        #[serde(default)]
        packages: Option<Vec<String>>,
    }
    let file: File = serde_saphyr::from_str(text).unwrap_or_default();
    file.packages.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_in_yaml() {
        for text in [
            "packages:\n  - 'a/*'\n  - \"b\"\n  # no\n  - '!c/**' # why\n  - d\ncatalog:\n  e: 1\n",
            "\u{feff}packages:\n- a/*\n- b\n\n- \"!c/**\"\n- d # why\n",
            "other: 1\npackages: [ 'a/*', \"b\", '!c/**', d ]\n",
        ] {
            assert_eq!(pnpm_globs(text), ["a/*", "b", "!c/**", "d"], "{text}");
        }
        assert_eq!(pnpm_globs("packages: { a: b }"), [""; 0]);
        assert_eq!(pnpm_globs("packages:\n\t- a: [\n"), [""; 0]);
        assert_eq!(pnpm_globs("packages:"), [""; 0]);
        assert_eq!(pnpm_globs(""), [""; 0]);
    }

    #[test]
    fn members() {
        let workspace = Workspace::new(Path::new("/w"), &["packages/*", "./apps/**/", "!**/test/**", "["]);
        for (folder, member) in [
            ("/w", true),
            ("/w/packages/a", true),
            ("/w/packages/a/b", false),
            ("/w/apps/a/b", true),
            ("/w/apps/test/b", false),
            ("/w/other", false),
            ("/x/packages/a", false),
        ] {
            assert_eq!(workspace.has(Path::new(folder)), member, "{folder}");
        }
    }

    #[test]
    fn whatever_is_in_them() {
        let text = "packages:\n  - 'a/*'\n  - \"!b/**\" # c\n  - &x d\n  - *x\n  - '{e,f[g]}/h?'\ncatalog:\n  e: 1\n";
        crate::disk::broken::variants(text.as_bytes(), 2_000, |bytes| {
            let globs = pnpm_globs(&String::from_utf8_lossy(bytes));
            let workspace = Workspace::new(Path::new("/w"), &globs.iter().map(String::as_str).collect::<Vec<_>>());
            let _ = workspace.has(Path::new("/w/a/b"));
        });
    }
}
