//! The surroundings of the files of a folder: the packages that they belong to, and the variables that `.env*` files
//! set for them.

use super::view::lock;
use crate::disk::{EnvFiles, Environment, Landmarks};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

/// The place of a file in a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageScope {
    /// The folder whose files it is compared with.
    pub group: Arc<Path>,
    /// The folder of its nearest `package.json`.
    pub package: Option<Arc<Path>>,
}

/// Looks around each folder once, at the first question.
#[derive(Debug)]
pub struct PackageScopes {
    landmarks: Landmarks,
    env_files: EnvFiles,
    folders: Mutex<FxHashMap<PathBuf, Arc<Around>>>,
}

#[derive(Debug, Default)]
struct Around {
    home: OnceLock<PackageScope>,
    environment: OnceLock<Environment>,
}

impl Default for PackageScopes {
    fn default() -> Self {
        Self { landmarks: Landmarks::default(), env_files: EnvFiles::until_told(), folders: Mutex::default() }
    }
}

impl PackageScopes {
    /// The place of the file at `path`, which is absolute, in the project.
    pub fn home(&self, path: &Path) -> PackageScope {
        let folder = folder_of(path);
        let find = || {
            let (group, package) = self.landmarks.packages(folder);
            PackageScope { group: group.into(), package: package.map(Into::into) }
        };
        self.around(folder).home.get_or_init(find).clone()
    }

    /// Returns the variables that are set for the file at `path`, which is absolute.
    pub fn environment<T>(&self, path: &Path, ask: impl FnOnce(&Environment) -> T) -> T {
        let folder = folder_of(path);
        ask(self.around(folder).environment.get_or_init(|| self.env_files.of(folder, &self.landmarks)))
    }

    fn around(&self, folder: &Path) -> Arc<Around> {
        let mut folders = lock(&self.folders);
        if let Some(known) = folders.get(folder) {
            return known.clone();
        }
        folders.entry(folder.to_path_buf()).or_default().clone()
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}
