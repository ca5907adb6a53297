//! Where the project of a file ends.

use super::root_of;
use std::path::Path;

/// The folders from that of the file at `path` up to the root of its project ([`root_of`]), the nearest first.
pub fn project_folders(path: &Path) -> Vec<&Path> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Vec::new() };
    let root = root_of(folder);
    folder.ancestors().take_while(|folder| folder.starts_with(&root)).collect()
}

/// The outermost folder of a file's project with a `package.json` (its files are compared with each other), or the
/// project's root where there is none; and the nearest folder with a `package.json`.
pub fn outermost_package(path: &Path) -> (&Path, Option<&Path>) {
    let folders = project_folders(path);
    let mut packages = folders.iter().filter(|folder| folder.join("package.json").is_file());
    let nearest = packages.next().copied();
    let outermost = packages.next_back().copied().or(nearest);
    (outermost.or(folders.last().copied()).unwrap_or(path), nearest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn ends_at_the_root_of_the_project() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        let app = root.join("code/packages/app");
        fs::create_dir_all(app.join("src")).unwrap();
        let file = app.join("src/a.ts");
        let last = || project_folders(&file).last().map(|folder| folder.to_path_buf());
        assert_eq!(last(), Some(app.join("src")));
        fs::write(app.join("package.json"), "{}").unwrap();
        assert_eq!(last(), Some(app.clone()));
        fs::write(root.join("code/package.json"), r#"{ "workspaces": ["packages/*"] }"#).unwrap();
        assert_eq!(last(), Some(root.join("code")));
        fs::create_dir(root.join("code/packages/.git")).unwrap();
        assert_eq!(last(), Some(root.join("code/packages")));
        assert_eq!(project_folders(&file)[0], app.join("src"));
    }

    #[test]
    fn of_nothing_is_nothing() {
        assert!(project_folders(Path::new("a.ts")).is_empty());
        assert!(project_folders(Path::new("")).is_empty());
    }
}
