//! Which folder is the project that a file belongs to.

use super::json::read_object;
use std::path::{Path, PathBuf};

/// The project around `path`, a file or a folder, absolute: the nearest folder under version control; else the outermost
/// one of a workspace of packages; else the nearest package; else the folder itself.
pub fn root_of(path: &Path) -> PathBuf {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let folders = || folder.ancestors();
    // A file `.git` is that of a work tree or a submodule.
    let root = folders()
        .find(|folder| folder.join(".git").exists())
        .or_else(|| folders().filter(|folder| is_workspace(folder)).last())
        .or_else(|| folders().find(|folder| folder.join("package.json").is_file()));
    root.unwrap_or(folder).to_path_buf()
}

fn is_workspace(folder: &Path) -> bool {
    folder.join("pnpm-workspace.yaml").is_file()
        || read_object(&folder.join("package.json")).is_some_and(|package| package.contains_key("workspaces"))
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
}
