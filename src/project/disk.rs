//! The file system as the resolver sees it: with the files that so far exist in the editor only, and without the
//! `package.json`s that would make it give up.

use super::package::Package;
use crate::disk::json::read_text;
use oxc_resolver::{FileMetadata, FileSystem, FileSystemOs, ResolveError};
use rustc_hash::FxHashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    unsaved: Arc<FxHashSet<PathBuf>>,
}

impl Disk {
    /// With files that are not on disk.
    pub fn with(unsaved: FxHashSet<PathBuf>) -> Self {
        Self { unsaved: Arc::new(unsaved) }
    }

    fn or_unsaved(&self, path: &Path, metadata: io::Result<FileMetadata>) -> io::Result<FileMetadata> {
        match metadata {
            Err(_) if self.unsaved.contains(path) => Ok(FileMetadata::new(true, false, false)),
            Err(_) if self.unsaved.iter().any(|file| file.starts_with(path)) => {
                Ok(FileMetadata::new(false, true, false))
            }
            metadata => metadata,
        }
    }
}

impl FileSystem for Disk {
    fn new() -> Self {
        Self::default()
    }

    /// Asked for `package.json`s only. One that is not an object would be an error for every file around it.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Package::load(path).map(|package| package.to_json()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn read_to_string(&self, path: &Path) -> io::Result<String> {
        read_text(path).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn metadata(&self, path: &Path) -> io::Result<FileMetadata> {
        self.or_unsaved(path, FileSystemOs::metadata(path))
    }

    fn symlink_metadata(&self, path: &Path) -> io::Result<FileMetadata> {
        self.or_unsaved(path, FileSystemOs::symlink_metadata(path))
    }

    fn read_link(&self, path: &Path) -> Result<PathBuf, ResolveError> {
        FileSystemOs::read_link(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        FileSystemOs::canonicalize(path)
    }
}
