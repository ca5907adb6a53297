//! The workspace folders.

use super::uris::{allowed, of_path, path_of};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use tower_lsp::lsp_types::{Url, WorkspaceFoldersChangeEvent};

/// The workspace folders, by the client's URIs.
#[derive(Default)]
pub struct Folders(RwLock<Vec<Folder>>);

struct Folder {
    uri: Url,
    /// The path, as its folders spell it; `None` for one that is not on disk.
    path: Option<PathBuf>,
}

impl Folder {
    fn at(uri: Url) -> Self {
        Self { path: path_of(&uri), uri }
    }
}

impl Folders {
    fn read(&self) -> RwLockReadGuard<'_, Vec<Folder>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces all folders.
    pub fn set(&self, folders: Vec<Url>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = folders.into_iter().map(Folder::at).collect();
    }

    /// Those that are on disk, with their paths.
    pub fn all(&self) -> Vec<(Url, PathBuf)> {
        self.read().iter().filter_map(|folder| Some((folder.uri.clone(), folder.path.clone()?))).collect()
    }

    /// Applies added and removed folders.
    pub fn change(&self, event: WorkspaceFoldersChangeEvent) {
        let mut folders = self.0.write().unwrap_or_else(PoisonError::into_inner);
        folders.retain(|folder| event.removed.iter().all(|removed| removed.uri != folder.uri));
        folders.extend(event.added.into_iter().map(|added| Folder::at(added.uri)));
    }

    /// The URI of a file in one of them, beginning as the client spells the folder; `None` for other files.
    pub fn uri_of(&self, path: &Path) -> Option<Url> {
        let folders = self.read();
        let around =
            folders.iter().filter(|folder| folder.path.as_ref().is_some_and(|folder| path.starts_with(folder)));
        let folder = around.max_by_key(|folder| folder.path.as_ref().map(|path| path.components().count()))?;
        let (plain, whole) = (of_path(folder.path.as_deref()?)?, of_path(path)?);
        let below = whole.path().strip_prefix(plain.path().trim_end_matches('/'))?;
        Url::parse(&format!("{}{below}", folder.uri.as_str().trim_end_matches('/'))).ok().map(allowed)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn files_in_a_folder_are_called_as_the_client_calls_the_folder() {
        let folders = Folders::default();
        let url = |uri: &str| Url::parse(uri).expect("a URI");
        folders.set(vec![url("file:///p/(a)/"), url("file:///p/(a)/b%2D"), url("file:///c%3A/XF"), url("untitled:x")]);
        for (path, uri) in [
            ("/p/(a)/x y.ts", Some("file:///p/(a)/x%20y.ts")),
            ("/p/(a)/b-/[id].ts", Some("file:///p/(a)/b%2D/%5Bid%5D.ts")),
            ("/p/(a)", Some("file:///p/(a)")),
            ("/C:/XF/a.ts", Some("file:///c%3A/XF/a.ts")),
            ("/p/(b)/x.ts", None),
        ] {
            assert_eq!(folders.uri_of(Path::new(path)).as_ref().map(Url::as_str), uri, "{path}");
        }
    }
}
