//! The result of comparing the files of a project, together with the compared data: one means nothing without the
//! other.

use super::analysis::{Analysis, MemberState, Members};
use super::door::Engine;
use super::steps::{Compared, Judged, Member};
use crate::disk::{Stage, caught};
use crate::finding::Finding;
use crate::model::FileId;
use crate::project::{PackageScope, View};
use crate::settings::FileSettings;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// A comparison of the files of a project.
#[derive(Default)]
pub struct Comparison {
    /// The files as they were compared.
    members: Members,
    /// The place of each of them in the project.
    homes: FxHashMap<FileId, PackageScope>,
    /// The texts that the places of `found` are of.
    view: Option<View>,
    found: FxHashMap<FileId, Compared>,
}

impl Comparison {
    /// Compares all members.
    pub fn of(analysis: &Analysis, engine: &dyn Engine) -> Self {
        let Some(view) = &analysis.view else { return Self::default() };
        let homes: FxHashMap<FileId, PackageScope> =
            analysis.members.iter().map(|(file, state)| (*file, view.home(&state.path))).collect();
        let mut groups: FxHashMap<Arc<Path>, Vec<Member<'_>>> = FxHashMap::default();
        for (file, state) in &*analysis.members {
            let home = homes[file].clone();
            groups.entry(home.group.clone()).or_default().extend(state.member(*file, home));
        }
        // One that crashes has no findings; the others have theirs.
        let compare = |(group, members): (&Arc<Path>, &Vec<Member<'_>>)| {
            caught(group, Stage::Compare, || engine.across(members)).unwrap_or_default()
        };
        let found = groups.iter().flat_map(compare).collect();
        drop(groups);
        Self { members: analysis.members.clone(), homes, view: Some(view.clone()), found }
    }

    /// Returns its result for a file that is `judged` so. `None` when it was made from something else: from another
    /// state of this file, or of one in which something of this file is shown.
    pub fn says(
        &self,
        file: FileId,
        judged: &Judged,
        settings: &FileSettings,
        now: &View,
    ) -> Option<Option<&Compared>> {
        let state = self.members.get(&file)?;
        if !state.is(judged, settings) || !self.fits_home(file, state, now) {
            return None;
        }
        let compared = self.found.get(&file);
        let fits = compared.is_none_or(|compared| self.fits(compared, now));
        fits.then_some(compared)
    }

    /// Returns whether the files that were compared belong where they did.
    pub fn fits_homes(&self, now: &View) -> bool {
        self.members.iter().all(|(file, state)| self.fits_home(*file, state, now))
    }

    fn fits_home(&self, file: FileId, state: &MemberState, now: &View) -> bool {
        let is_of_the_same_look = self.view.as_ref().is_some_and(|then| then.has_same_surroundings(now));
        is_of_the_same_look || self.homes.get(&file) == Some(&now.home(&state.path))
    }

    /// Returns its result for a file.
    pub fn found(&self, file: FileId) -> Option<&Compared> {
        self.found.get(&file)
    }

    /// Returns whether the file was compared at all.
    pub fn knows(&self, file: FileId) -> bool {
        self.members.contains_key(&file)
    }

    /// Returns whether the places of `compared` in other files are of the texts that these have `now`.
    fn fits(&self, compared: &Compared, now: &View) -> bool {
        let Some(then) = &self.view else { return true };
        elsewhere(&compared.found).all(|path| now.id(path).is_none_or(|file| now.has_same_text(then, file)))
    }

    /// The files of which something is said that has a place in one of `files`.
    pub fn pointing_into(&self, files: &[Arc<Path>]) -> Vec<FileId> {
        let points = |compared: &Compared| elsewhere(&compared.found).any(|path| files.contains(path));
        self.found.iter().filter(|(_, compared)| points(compared)).map(|(file, _)| *file).collect()
    }

    /// The files of which it says something else than `before`.
    pub fn differences<'c>(&'c self, before: &'c Self) -> impl Iterator<Item = FileId> + 'c {
        let changed = self.found.iter().filter(|(file, new)| before.found.get(file) != Some(new));
        let gone = before.found.keys().filter(|file| !self.found.contains_key(file));
        changed.map(|(file, _)| *file).chain(gone.copied())
    }
}

/// The other files that findings have places in.
pub fn elsewhere(found: &[Finding]) -> impl Iterator<Item = &Arc<Path>> {
    found.iter().flat_map(|finding| &finding.related).filter_map(|related| related.place.file.as_ref())
}
