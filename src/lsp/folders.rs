//! The workspace folders.

use super::uris::path_of;
use std::path::PathBuf;
use std::sync::{PoisonError, RwLock};
use tower_lsp::lsp_types::{Url, WorkspaceFoldersChangeEvent};

/// The workspace folders, by the client's URIs.
#[derive(Default)]
pub struct Folders(RwLock<Vec<Url>>);

impl Folders {
    /// Replaces all folders.
    pub fn set(&self, folders: Vec<Url>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = folders;
    }

    /// Those that are on disk, with their paths.
    pub fn all(&self) -> Vec<(Url, PathBuf)> {
        let folders = self.0.read().unwrap_or_else(PoisonError::into_inner);
        folders.iter().filter_map(|uri| Some((uri.clone(), path_of(uri)?))).collect()
    }

    /// Applies added and removed folders.
    pub fn change(&self, event: WorkspaceFoldersChangeEvent) {
        let mut folders = self.0.write().unwrap_or_else(PoisonError::into_inner);
        folders.retain(|uri| event.removed.iter().all(|removed| removed.uri != *uri));
        folders.extend(event.added.into_iter().map(|added| added.uri));
    }
}
