//! Changes of a project: in the editor and on disk, and what they mean for others.

use super::discover::{is_config, scan_files};
use super::file::{FileState, Names, is_source};
use super::resolve::Resolver;
use super::view::{Others, Resolved, State, View, lock};
use super::{Project, configs_above, take_in};
use crate::facts::FileFacts;
use crate::model::FileId;
use crate::syntax::Language;
use crate::workspace::is_walked;
use ropey::Rope;
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a change of a project means for judgements.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Files of which others may see something else than before. Who used them is to be judged again.
    pub shown: Vec<FileId>,
    /// Files that are to be judged whatever they used: they reach the SDK and did not before, their text on disk is
    /// another one, or what they import may be something else.
    pub judge: Vec<FileId>,
    /// Files that reached the SDK, and do no longer or are gone.
    pub left: Vec<FileId>,
}

impl Project {
    /// The file at `path` has this text in the editor, which beats the disk from now on. `facts` are those of exactly
    /// this text, where they are known; else the text is parsed at the first question.
    pub fn set_editor(&self, path: &Path, rope: &Rope, language: Language, facts: Option<&Arc<FileFacts>>) -> Change {
        let mut now = lock(&self.now);
        let file = now.number(path);
        let specifiers = &now.state.shared.specifiers;
        let names = Names::of(rope.to_string().as_bytes(), |text| specifiers.intern(text));
        let state = FileState::in_editor(names, rope.clone(), language, facts.cloned());
        replace(&mut now, vec![(file, Some(Arc::new(state)))])
    }

    /// The file at `path` is no longer open: what is on disk counts again.
    pub fn drop_editor(&self, path: &Path) -> Change {
        let mut now = lock(&self.now);
        let file = now.number(path);
        if !now.state.files.get(file.0 as usize).is_some_and(|state| state.is_in_editor()) {
            return Change::default();
        }
        let state = read(&now, path).filter(|_| now.would_find(path));
        replace(&mut now, vec![(file, state)])
    }

    /// These files may be others on disk than they were: changed, new or gone; code, or configuration.
    pub fn disk_changed(&self, paths: &[PathBuf]) -> Change {
        let mut now = lock(&self.now);
        if paths.iter().any(|path| is_config(path)) {
            return configured_anew(&mut now, paths);
        }
        let mut files = Vec::new();
        for path in paths.iter().filter(|path| is_source(path)) {
            let file = now.number(path);
            let before = now.state.files.get(file.0 as usize);
            if before.is_some_and(|state| state.is_in_editor()) {
                continue;
            }
            let state = read(&now, path).filter(|_| before.is_some() || now.would_find(path));
            if before.is_some() || state.is_some() {
                files.push((file, state));
            }
        }
        replace(&mut now, files)
    }
}

impl View {
    /// Whether a walk would find the file at `path`.
    fn would_find(&self, path: &Path) -> bool {
        self.state.shared.roots.iter().any(|root| path.starts_with(&root.given) && is_walked(&root.given, path))
    }

    fn number(&self, path: &Path) -> FileId {
        self.id(path).unwrap_or_else(|| self.state.shared.paths.intern(path))
    }
}

fn read(view: &View, path: &Path) -> Option<Arc<FileState>> {
    let specifiers = &view.state.shared.specifiers;
    let names = Names::read(path, &mut Vec::new(), |text| specifiers.intern(text)).ok()?;
    Some(Arc::new(FileState::on_disk(names)))
}

/// Puts files in, or out, and says what that means.
fn replace(now: &mut View, files: Vec<(FileId, Option<Arc<FileState>>)>) -> Change {
    let mut change = Change::default();
    let mut state = State::clone(&now.state);
    let (mut linked, mut came_or_went) = (false, false);
    for (file, new) in files {
        let before = state.files.set(file.0 as usize, new.clone());
        match (&before, &new) {
            (Some(before), Some(new)) => {
                linked |= before.names() != new.names();
                if !new.is_in_editor() {
                    change.judge.push(file);
                }
                let path = state.shared.paths.get(file);
                if path.is_some_and(|path| !before.shows_the_same(new, &path)) {
                    change.shown.push(file);
                }
            }
            (None, None) => {}
            _ => {
                change.shown.push(file);
                came_or_went = true;
            }
        }
    }
    if came_or_went {
        // A specifier that meant nothing, or another file, may mean this one, and the other way round.
        let unsaved = state.files.iter().filter(|(_, file)| file.is_in_editor());
        let unsaved = unsaved.filter_map(|(file, _)| state.shared.paths.get(FileId(file as u32)));
        let unsaved = unsaved.filter(|path| !path.exists()).map(|path| path.to_path_buf()).collect();
        state.resolver = Arc::new(Resolver::new(&state.configs, state.shared.roots.clone(), unsaved));
        change.judge.extend(state.reached.iter());
    }
    relink(now, state, linked || came_or_went, change)
}

/// What specifiers mean may be something else everywhere.
fn configured_anew(now: &mut View, paths: &[PathBuf]) -> Change {
    let mut state = State::clone(&now.state);
    let mut configs: FxHashSet<PathBuf> = state.configs.iter().cloned().collect();
    configs.extend(configs_above(&state.shared.roots));
    configs.extend(paths.iter().filter(|path| is_config(path)).cloned());
    let mut configs: Vec<_> = configs.into_iter().filter(|path| path.is_file()).collect();
    configs.sort();
    state.configs = configs.into();
    state.resolver = Arc::new(Resolver::new(&state.configs, state.shared.roots.clone(), FxHashSet::default()));
    let change = Change { judge: state.reached.iter().copied().collect(), ..Change::default() };
    let mut change = relink(now, state, true, change);
    let sources: Vec<(FileId, Option<Arc<FileState>>)> = paths
        .iter()
        .filter(|path| is_source(path))
        .map(|path| (now.number(path), read(now, path)))
        .filter(|(file, _)| !now.state.files.get(file.0 as usize).is_some_and(|state| state.is_in_editor()))
        .collect();
    let more = replace(now, sources);
    change.shown.extend(more.shown);
    change.judge.extend(more.judge);
    change.left.extend(more.left);
    change
}

fn relink(now: &mut View, mut state: State, anew: bool, mut change: Change) -> Change {
    let before = state.reached.clone();
    state.others = Arc::new(Others::default());
    if anew {
        if !state.scanned && state.files.iter().any(|(_, file)| file.names_sdk) {
            scan(&mut state);
        }
        state.resolved = Arc::new(Resolved::default());
        state = state.linked(&|| false);
        change.judge.extend(state.reached.difference(&before));
        change.left.extend(before.difference(&state.reached));
    }
    change.judge.retain(|file| state.reached.contains(file));
    change.judge.sort_unstable();
    change.judge.dedup();
    *now = View { state: Arc::new(state) };
    change
}

/// Reads the specifiers of all files: until now there was no need to.
fn scan(state: &mut State) {
    let files = state.files.iter().filter(|(_, file)| !file.is_in_editor());
    let paths =
        files.filter_map(|(file, _)| Some(state.shared.paths.get(FileId(file as u32))?.to_path_buf())).collect();
    let batches = scan_files(paths, &|| false);
    for (at, file) in take_in(&state.shared, batches).iter() {
        state.files.set(at, Some(file.clone()));
    }
    state.scanned = true;
}
