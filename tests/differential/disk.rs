//! The files of a session, on disk and as the editor has them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with files.
pub struct Disk {
    dir: TempDir,
    files: BTreeMap<String, String>,
}

impl Disk {
    pub fn new() -> Self {
        Self { dir: TempDir::new().expect("a folder"), files: BTreeMap::new() }
    }

    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The name of a path below.
    pub fn name(&self, path: &Path) -> Option<String> {
        Some(path.strip_prefix(self.dir.path()).ok()?.to_str()?.to_owned())
    }

    pub fn get(&self, name: &str) -> Option<&String> {
        self.files.get(name)
    }

    pub fn names(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    /// Writes a file.
    pub fn write(&mut self, name: &str, text: &str) {
        if self.files.get(name).is_some_and(|old| old == text) {
            return;
        }
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self.files.insert(name.to_owned(), text.to_owned());
    }

    /// Deletes a file; whether it was there.
    pub fn remove(&mut self, name: &str) -> bool {
        let was = self.files.remove(name).is_some();
        if was {
            fs::remove_file(self.path(name)).expect("it was there");
        }
        was
    }

    /// Becomes what the others are, and nothing else.
    pub fn mirror(&mut self, files: &BTreeMap<String, String>) {
        for name in self.names() {
            if !files.contains_key(&name) {
                self.remove(&name);
            }
        }
        for (name, text) in files {
            self.write(name, text);
        }
    }

    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }
}
