//! The settings that hold for one file.

use super::{Loaded, Problem, Settings};
use crate::disk::in_node_modules;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The settings that hold for one file, and where they come from.
#[derive(Debug)]
pub struct FileSettings {
    /// The merged settings.
    pub settings: Arc<Settings>,
    /// True when the file is to be checked at all.
    pub covered: bool,
    /// The problems in the settings files and in the editor's part.
    pub problems: Arc<[Problem]>,
    /// The settings files that count for it.
    pub files: Arc<[PathBuf]>,
    /// The time when they were read, on the reader's clock: a later number is a later time.
    pub epoch: u64,
}

impl FileSettings {
    /// The settings of the file at `path`, as they were `loaded` for it.
    pub fn new(path: Option<&Path>, loaded: Loaded, epoch: u64) -> Self {
        let Loaded { settings, problems, files } = loaded;
        let covered = path.is_none_or(|path| settings.files.covers(path) && !in_node_modules(path));
        Self { settings, covered, problems, files, epoch }
    }

    /// Returns whether both were read from the same files in the same state.
    pub fn is_of_the_same_files(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.files, &other.files) && Arc::ptr_eq(&self.problems, &other.problems)
    }

    /// Returns whether it was read later than `other`.
    pub fn is_newer(&self, other: &Self) -> bool {
        self.epoch > other.epoch
    }

    /// Returns whether a file would have the same result.
    pub fn same(&self, other: &Self) -> bool {
        self.covered == other.covered
            && (Arc::ptr_eq(&self.settings, &other.settings) || self.settings == other.settings)
    }
}
