//! What a change of a project means for judgements.

use super::change::Change;
use super::view::View;
use crate::model::{FileId, Modules};
use std::sync::Arc;

/// What differs between two states of a project. `touched` are the files that were written, made or deleted.
pub(super) fn difference(before: &View, after: &View, touched: &[FileId]) -> Change {
    let (old, new) = (&before.state.reached, &after.state.reached);
    let mut change = Change::default();
    change.shown.extend(touched.iter().filter(|file| shows_something_else(before, after, **file)));
    let on_disk = |file: &&FileId| after.known_file(**file).is_some_and(|state| !state.is_in_editor());
    change.judge.extend(touched.iter().filter(on_disk));
    if !Arc::ptr_eq(old, new) {
        change.judge.extend(new.difference(old));
        change.left.extend(old.difference(new));
        change.shown.extend(new.symmetric_difference(old));
    }
    let means_other = means_something_else(before, after);
    // Who looks through such a file sees something else behind it.
    change.shown.extend(&means_other);
    change.judge.extend(means_other);
    change.judge.retain(|file| new.contains(file));
    for list in [&mut change.shown, &mut change.judge, &mut change.left] {
        list.sort_unstable();
        list.dedup();
    }
    change
}

/// Whether what others can see of a file is something else now. Nobody has seen what nobody has asked for.
fn shows_something_else(before: &View, after: &View, file: FileId) -> bool {
    let (old, new) = (before.known_file(file), after.known_file(file));
    match (old, new) {
        (Some(old), Some(new)) if old.was_asked() => {
            // Only now is it read; who depends on it will ask for it anyway.
            let _ = after.path(file).and_then(|path| new.facts(&path));
            old.known_fingerprint() != new.known_fingerprint()
        }
        (Some(_), Some(_)) => false,
        // It came or went.
        (old, _) => old.is_none_or(|old| old.was_asked()),
    }
}

/// The files in which a specifier means something else now, of those that somebody judges or looks at.
fn means_something_else(before: &View, after: &View) -> Vec<FileId> {
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
