//! Projects on disk.

use customerio_ls::testing::disk::WalkErrorKind;
use customerio_ls::testing::model::{FileId, Modules};
use customerio_ls::testing::project::{Project, View};
use std::fs;
use std::path::{Path, PathBuf};

/// A line of code that names the SDK.
pub const SDK: &str = "import { TrackClient } from 'customerio-node'; export const cio = new TrackClient('a', 'b');\n";

/// A folder with a project.
pub struct Disk {
    _temporary: tempfile::TempDir,
    /// Its path, without links.
    pub root: PathBuf,
}

impl Disk {
    /// An empty one.
    pub fn new() -> Self {
        let temporary = tempfile::tempdir().expect("a folder for the project");
        let root = dunce::canonicalize(temporary.path()).expect("its real path");
        Self { _temporary: temporary, root }
    }

    /// With files: `path: text`. A text `SDK` is code that names the SDK; `-> path` is code that imports what stands
    /// there.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let disk = Self::new();
        for (path, text) in files {
            disk.write(path, text);
        }
        disk
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        let text = match text.strip_prefix("-> ") {
            Some(specifier) => format!("import {{ x }} from \"{specifier}\";\nx();\n"),
            None if text == "SDK" => SDK.to_owned(),
            None => text.to_owned(),
        };
        fs::write(&path, text).expect("the file");
        path
    }

    /// Deletes a file.
    pub fn delete(&self, path: &str) -> PathBuf {
        let path = self.path(path);
        fs::remove_file(&path).expect("the file");
        path
    }

    /// A path in it, as the system writes it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path).components().collect()
    }

    /// The project; nothing in it is unreadable.
    pub fn project(&self) -> Project {
        let (project, errors) = Project::discover(std::slice::from_ref(&self.root), &|| false);
        assert!(errors.iter().all(|error| error.kind == WalkErrorKind::Skipped), "{errors:?}");
        project
    }

    /// The paths of files, relative to the project.
    pub fn names(&self, view: &View, files: &[FileId]) -> Vec<String> {
        files.iter().map(|file| self.name(&view.path(*file).expect("a path"))).collect()
    }

    /// A path relative to the project, with `/`.
    pub fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).expect("inside").to_str().expect("text").replace('\\', "/")
    }

    /// The files that reach the SDK.
    pub fn reached(&self) -> Vec<String> {
        let view = self.project().view();
        self.names(&view, &view.reached())
    }
}
