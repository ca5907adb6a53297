//! Changes on disk that are not reported: the old state, compared with the current one. For clients that cannot watch
//! files, whenever a document is opened or saved.

use crate::disk::{Stamp, walk};
use crate::project::{FileRole, role_of};
use rustc_hash::FxHashMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The files of a project that matter, with the stamp of each.
#[derive(Debug, Default)]
pub struct Stamps(FxHashMap<PathBuf, Stamp>);

impl Stamps {
    /// As it is now. Looks at every file of a project below `roots`, and reads none.
    pub fn take(roots: &[PathBuf], cancelled: &(dyn Fn() -> bool + Sync)) -> Self {
        let all = Mutex::new(FxHashMap::default());
        walk(roots, || {
            |entry| {
                if let Ok(entry) = entry
                    && matches!(role_of(entry.path), FileRole::Source | FileRole::Configuration)
                    && let Some(stamp) = Stamp::of_file(entry.path)
                {
                    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
                    all.insert(entry.path.to_path_buf(), stamp);
                }
                if cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            }
        });
        Self(all.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Adds files that no walk shows, those that are there.
    pub fn add(&mut self, paths: impl Iterator<Item = PathBuf>) {
        for path in paths {
            if let Some(stamp) = Stamp::of_file(&path) {
                self.0.insert(path, stamp);
            }
        }
    }

    /// The files that are not as they were, that came and that went.
    pub fn differences(&self, now: &Self) -> Vec<PathBuf> {
        let new = now.0.iter().filter(|(path, stamp)| self.0.get(*path) != Some(stamp)).map(|(path, _)| path);
        let gone = self.0.keys().filter(|path| !now.0.contains_key(*path));
        new.chain(gone).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_changed_came_and_went() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        for name in ["a.ts", "b.ts", "package.json", "c.txt"] {
            fs::write(at(name), "1").unwrap();
        }
        let before = Stamps::take(&[dir.path().to_path_buf()], &|| false);
        assert!(before.differences(&Stamps::take(&[dir.path().to_path_buf()], &|| false)).is_empty());
        fs::write(at("a.ts"), "12").unwrap();
        fs::remove_file(at("b.ts")).unwrap();
        fs::write(at("c.txt"), "12").unwrap();
        fs::write(at("d.tsx"), "1").unwrap();
        let mut differences = before.differences(&Stamps::take(&[dir.path().to_path_buf()], &|| false));
        differences.sort();
        assert_eq!(differences, [at("a.ts"), at("b.ts"), at("d.tsx")]);
    }
}
