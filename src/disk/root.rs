//! The folder that is the project of a file, and the beginnings of packages in it.

use super::ignored::Ignored;
use super::json::read_object;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The project around `path`, a file or a folder, absolute: the nearest folder under version control; else the
/// outermost one of a workspace of packages; else the nearest package, but one that is not ignored before one that is;
/// else the folder itself.
pub fn root_of(path: &Path) -> PathBuf {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    Landmarks::default().root_of(folder).to_path_buf()
}

/// The files that mark where projects and packages begin, looked up once in each folder: the first result is kept.
/// Meant for many files at one moment.
#[derive(Debug, Default)]
pub struct Landmarks {
    seen: Mutex<FxHashMap<PathBuf, Seen>>,
    /// The ignore rules.
    rules: OnceLock<Ignored>,
}

/// The results of the lookups in one folder so far.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    version_control: Option<bool>,
    workspace: Option<bool>,
    package: Option<bool>,
    left_out: Option<bool>,
}

impl Landmarks {
    /// As [`root_of`], of a folder.
    pub fn root_of<'p>(&self, folder: &'p Path) -> &'p Path {
        let folders = || folder.ancestors();
        let root = folders()
            .find(|folder| self.is_under_version_control(folder))
            .or_else(|| folders().filter(|folder| self.is_workspace(folder)).last())
            .or_else(|| self.package_around(folder));
        root.unwrap_or(folder)
    }

    /// The folders from `folder` up to the root of its project ([`root_of`]), the nearest first.
    pub fn up_to_root<'p>(&self, folder: &'p Path) -> Vec<&'p Path> {
        if folder.as_os_str().is_empty() {
            return Vec::new();
        }
        let root = self.root_of(folder);
        folder.ancestors().take_while(|folder| folder.starts_with(root)).collect()
    }

    /// The outermost folder of the project around `folder` with a `package.json` (the files below are compared with
    /// each other), or the project's root where there is none; and the nearest folder with a `package.json`.
    pub fn packages<'p>(&self, folder: &'p Path) -> (&'p Path, Option<&'p Path>) {
        let folders = self.up_to_root(folder);
        let mut packages = folders.iter().filter(|folder| self.is_package(folder));
        let nearest = packages.next().copied();
        let outermost = packages.next_back().copied().or(nearest);
        (outermost.or(folders.last().copied()).unwrap_or(folder), nearest)
    }

    /// The nearest package. A folder that the surrounding project leaves out is not a part of it: build output holds a
    /// `package.json`, too.
    fn package_around<'p>(&self, folder: &'p Path) -> Option<&'p Path> {
        let packages = || folder.ancestors().filter(|folder| self.is_package(folder));
        packages().find(|folder| !self.is_left_out(folder)).or_else(|| packages().next())
    }

    fn is_left_out(&self, folder: &Path) -> bool {
        let look = || self.rules.get_or_init(|| Ignored::new(&[])).leaves_out(folder);
        self.ask(folder, |seen| &mut seen.left_out, look)
    }

    fn is_under_version_control(&self, folder: &Path) -> bool {
        // A file `.git` is that of a work tree or a submodule.
        self.ask(folder, |seen| &mut seen.version_control, || folder.join(".git").exists())
    }

    fn is_workspace(&self, folder: &Path) -> bool {
        let look = || {
            folder.join("pnpm-workspace.yaml").is_file()
                || self.is_package(folder)
                    && read_object(&folder.join("package.json"))
                        .is_some_and(|package| package.contains_key("workspaces"))
        };
        self.ask(folder, |seen| &mut seen.workspace, look)
    }

    fn is_package(&self, folder: &Path) -> bool {
        self.ask(folder, |seen| &mut seen.package, || folder.join("package.json").is_file())
    }

    fn ask(&self, folder: &Path, which: fn(&mut Seen) -> &mut Option<bool>, look: impl FnOnce() -> bool) -> bool {
        let lock = || self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get_mut(folder).and_then(|seen| *which(seen)) {
            return known;
        }
        // Outside of the lock: a slow disk must not hold up the others.
        let found = look();
        *which(lock().entry(folder.to_path_buf()).or_default()).get_or_insert(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn version_control_then_workspace_then_package_then_folder() {
        let dir = tempfile::tempdir().unwrap();
        let top = dir.path().canonicalize().unwrap();
        let inner = top.join("a/b/c/d");
        fs::create_dir_all(&inner).unwrap();
        let file = inner.join("x.ts");
        fs::write(&file, "").unwrap();
        assert_eq!(root_of(&file), inner);
        assert_eq!(root_of(&inner), inner);
        fs::write(top.join("a/package.json"), "{}").unwrap();
        fs::write(top.join("a/b/c/package.json"), "{}").unwrap();
        assert_eq!(root_of(&file), top.join("a/b/c"));
        fs::write(top.join("a/b/package.json"), r#"{ "workspaces": ["c"] }"#).unwrap();
        assert_eq!(root_of(&file), top.join("a/b"));
        // As package managers write it, and as people do.
        fs::write(top.join("a/b/package.json"), "\u{feff}{ \"workspaces\": [\"c\"], /* all */ }").unwrap();
        assert_eq!(root_of(&file), top.join("a/b"));
        fs::write(top.join("a/pnpm-workspace.yaml"), "").unwrap();
        assert_eq!(root_of(&file), top.join("a"));
        fs::create_dir(top.join("a/b/c/.git")).unwrap();
        assert_eq!(root_of(&file), top.join("a/b/c"));
        assert_eq!(root_of(&top.join("a/missing.ts")), top.join("a"));
    }

    #[test]
    fn build_output_is_no_project_of_its_own() {
        let dir = tempfile::tempdir().unwrap();
        let top = dir.path().canonicalize().unwrap();
        let inner = top.join("dist/esm/lib");
        fs::create_dir_all(&inner).unwrap();
        fs::write(top.join("dist/esm/package.json"), "{}").unwrap();
        fs::write(top.join(".gitignore"), "dist/\n").unwrap();
        assert_eq!(root_of(&inner), top.join("dist/esm"), "nothing else says where it begins");
        fs::write(top.join("dist/package.json"), "{}").unwrap();
        assert_eq!(root_of(&inner), top.join("dist/esm"));
        fs::write(top.join("package.json"), "{}").unwrap();
        assert_eq!(root_of(&inner), top);
        fs::write(top.join(".gitignore"), "").unwrap();
        assert_eq!(root_of(&inner), top.join("dist/esm"));
    }

    #[test]
    fn the_way_up_ends_at_the_root() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let src = root.join("code/packages/app/src");
        let app = root.join("code/packages/app");
        fs::create_dir_all(&src).unwrap();
        let last = || Landmarks::default().up_to_root(&src).last().map(|folder| folder.to_path_buf());
        assert_eq!(last(), Some(src.clone()));
        fs::write(app.join("package.json"), "{}").unwrap();
        assert_eq!(last(), Some(app.clone()));
        fs::write(root.join("code/package.json"), r#"{ "workspaces": ["packages/*"] }"#).unwrap();
        assert_eq!(last(), Some(root.join("code")));
        assert_eq!(Landmarks::default().packages(&src), (&*root.join("code"), Some(&*app)));
        fs::create_dir(root.join("code/packages/.git")).unwrap();
        assert_eq!(last(), Some(root.join("code/packages")));
        assert_eq!(Landmarks::default().up_to_root(&src)[0], src);
    }

    #[test]
    fn what_was_seen_first_counts() {
        let dir = tempfile::tempdir().unwrap();
        let (folder, inner) = (dir.path().join("a"), dir.path().join("a/b"));
        fs::create_dir_all(&inner).unwrap();
        let landmarks = Landmarks::default();
        assert_eq!(landmarks.packages(&inner), (&*inner, None));
        fs::write(folder.join("package.json"), "{}").unwrap();
        assert_eq!(landmarks.packages(&inner), (&*inner, None));
        assert_eq!(Landmarks::default().packages(&inner), (&*folder, Some(&*folder)));
    }

    #[test]
    fn above_nothing_is_nothing() {
        assert!(Landmarks::default().up_to_root(Path::new("")).is_empty());
    }
}
