//! The effect of a project's change on its files.

use super::change::ProjectDelta;
use super::intern::SpecId;
use super::view::View;
use crate::model::{FileId, Modules};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Returns the differences between two states of a project, for the files that are analyzed. `touched` are those that
/// were written, made or deleted.
pub(super) fn difference(before: &View, after: &View, touched: &[FileId]) -> ProjectDelta {
    let (old, new) = (&before.state.reached, &after.state.reached);
    let mut change = ProjectDelta::default();
    change.changed.extend(touched.iter().filter(|file| old.contains(*file) || new.contains(*file)));
    if !Arc::ptr_eq(old, new) {
        change.reached.extend(new.difference(old));
        change.ceased.extend(old.difference(new));
    }
    change.written.extend(touched.iter().filter(|file| !after.has_same_text(before, **file)));
    // What looks different to those who import it.
    let mut different: Vec<FileId> =
        touched.iter().copied().filter(|file| looks_different(before, after, *file)).collect();
    different.extend(change.reached.iter().chain(&change.ceased));
    let means_other = resolves_differently(before, after);
    different.extend(&means_other);
    let mut affected: FxHashSet<FileId> = means_other.into_iter().collect();
    // What holds without an import may matter to every file.
    let (was, is) = (&before.state.ambient, &after.state.ambient);
    let changed: Vec<FileId> = if was == is {
        different.iter().copied().filter(|file| is.contains(file)).collect()
    } else {
        was.iter()
            .filter(|file| !is.contains(file))
            .chain(is.iter().filter(|file| !was.contains(file)))
            .copied()
            .collect()
    };
    if !changed.is_empty() {
        affected.extend(new.iter());
        different.extend(changed);
        if was != is {
            different.extend(new.iter());
        }
    }
    if !old.is_empty() && puts_other_members(before, after, &change) {
        affected.extend(new.iter());
        different.extend(new.iter());
    }
    if !different.is_empty() {
        let dependents = dependents(before, after, different.clone());
        // What is handed over under a name may be used by files that import none of this.
        if different.iter().chain(&dependents).any(|file| before.hands_over(*file) || after.hands_over(*file)) {
            affected.extend(new.iter());
        }
        affected.extend(dependents);
    }
    change.different = different;
    change.affected.extend(affected.into_iter().filter(|file| old.contains(file) && new.contains(file)));
    let ProjectDelta { changed, reached, ceased, affected, different, written, unread: _ } = &mut change;
    for list in [changed, reached, ceased, affected, different, written] {
        list.sort_unstable();
        list.dedup();
    }
    change
}

/// The maximum number of files of one change that are searched for the members that they put into something.
const MAX_SEARCHED: usize = 64;

/// Returns whether other members than before are put into what may be a client: a setup file counts although no file
/// imports it. Of many files at once that is assumed.
fn puts_other_members(before: &View, after: &View, change: &ProjectDelta) -> bool {
    let files: FxHashSet<FileId> =
        change.changed.iter().chain(&change.reached).chain(&change.ceased).copied().collect();
    // Nothing depends on facts that were not asked for.
    let was_asked = |file: FileId| before.known_file(file).is_some_and(|state| state.was_asked());
    let mut asked = files.into_iter().filter(|file| !before.state.reached.contains(file) || was_asked(*file));
    let few: Vec<FileId> = asked.by_ref().take(MAX_SEARCHED).collect();
    asked.next().is_some() || few.into_iter().any(|file| before.members_put(file) != after.members_put(file))
}

/// Returns whether the visible part of a file has changed. Nothing depends on facts that were not asked for.
fn looks_different(before: &View, after: &View, file: FileId) -> bool {
    let Some(old) = before.known_file(file).and_then(|state| state.known_fingerprint()) else { return false };
    // It is read only now: it is needed anyway.
    let _ = after.facts(file);
    after.known_file(file).and_then(|state| state.known_fingerprint()) != Some(old)
}

/// The files in which a specifier means something else now, of those that are analyzed or looked at.
fn resolves_differently(before: &View, after: &View) -> Vec<FileId> {
    if Arc::ptr_eq(&before.state.resolved, &after.state.resolved) {
        return Vec::new();
    }
    let matters = |file: FileId| {
        let reached = before.state.reached.contains(&file) || after.state.reached.contains(&file);
        reached || before.known_file(file).is_some_and(|state| state.was_asked())
    };
    let answers = before.state.resolved.all().into_iter().filter(|(from, ..)| matters(*from));
    answers.filter(|(from, specifier, to)| after.resolve_id(*from, *specifier) != *to).map(|(from, ..)| from).collect()
}

/// All that import one of `files`, over however many files, as far as anybody has asked.
fn dependents(before: &View, after: &View, files: Vec<FileId>) -> FxHashSet<FileId> {
    let mut importers: FxHashMap<FileId, Vec<FileId>> = FxHashMap::default();
    let mut answers = after.state.resolved.all();
    if !Arc::ptr_eq(&before.state.resolved, &after.state.resolved) {
        answers.extend(before.state.resolved.all());
    }
    let has = |view: &View, file: FileId, specifier: &SpecId| {
        view.known_file(file).is_some_and(|state| state.names().specifiers.binary_search(specifier).is_ok())
    };
    for (from, specifier, to) in answers {
        if let Some(to) = to
            && (has(before, from, &specifier) || has(after, from, &specifier))
        {
            importers.entry(to).or_default().push(from);
        }
    }
    let mut found = FxHashSet::default();
    let mut open = files;
    while let Some(file) = open.pop() {
        for importer in importers.remove(&file).unwrap_or_default() {
            if found.insert(importer) {
                open.push(importer);
            }
        }
    }
    found
}
