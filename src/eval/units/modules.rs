//! The files around a file, as the model needs them.

use super::variable::EnvVariable;
use crate::facts::FileFacts;
use smol_str::SmolStr;
use std::path::Path;
use std::sync::Arc;

/// A file of a project, by its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// The files around a file: the file that a specifier means, and its contents. Pure for the length of one analysis.
pub trait Modules: Sync {
    /// The file that `specifier`, written in `from`, means; `None` for packages and for missing files.
    fn resolve(&self, from: FileId, specifier: &str) -> Option<FileId>;
    /// The facts of a file; `None` when it cannot be read or parsed. Read and parsed at the first question.
    fn facts(&self, file: FileId) -> Option<Arc<FileFacts>>;
    /// Its path, absolute.
    fn path(&self, file: FileId) -> Option<Arc<Path>>;
    /// Returns whether the file names the SDK or imports, over however many files, one that does. Too many is harmless.
    fn reaches(&self, file: FileId) -> bool;
    /// Returns whether it is known that a file gets some package by this name: it is installed, or a `package.json`
    /// around the file takes it from elsewhere than the registry.
    fn has_package(&self, from: FileId, name: &str) -> bool {
        let _ = (from, name);
        false
    }
    /// Returns whether a `package.json` around a file has a package of this name among its dependencies.
    fn depends_on(&self, from: FileId, name: &str) -> bool {
        let _ = (from, name);
        false
    }
    /// The files that may declare something about the SDK, or a global, for a file that does not import them; with
    /// each, whether it is certain that it holds there.
    fn ambient(&self, from: FileId) -> Vec<(FileId, bool)> {
        let _ = from;
        Vec::new()
    }
    /// The other files of the project that put a member of this name into something, imported or not.
    fn putting(&self, from: FileId, name: &str) -> Vec<FileId> {
        let _ = (from, name);
        Vec::new()
    }
    /// The other files of the same packages that hand something over under a name, without being imported.
    fn handing(&self, from: FileId, name: &str) -> Vec<FileId> {
        let _ = (from, name);
        Vec::new()
    }
    /// Returns the entries for an environment variable in the `.env*` files around a file, one for each that sets it,
    /// the nearest first. Examples, whose values are placeholders, do not count.
    fn variables(&self, file: FileId, name: &str) -> Vec<EnvVariable> {
        let _ = (file, name);
        Vec::new()
    }
    /// The names that the `.env*` files around a file set, examples included, sorted.
    fn variable_names(&self, file: FileId) -> Vec<SmolStr> {
        let _ = file;
        Vec::new()
    }
}
