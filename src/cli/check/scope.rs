//! The files that the arguments mean.

use super::changed::ChangedFiles;
use super::judge::SettingsByFile;
use super::pattern::PathPattern;
use super::{names, problem};
use crate::disk::{ReadError, folders_to_walk, in_node_modules, root_of};
use crate::project::View;
use crate::report::{Gravity, ProblemSubject, RunProblem};
use crate::settings::FILE_NAME;
use crate::syntax::Language;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

/// The files that are asked for. Paths are absolute.
pub struct AskedFiles<'a> {
    /// The files that were named.
    pub files: FxHashSet<PathBuf>,
    /// Files that were named by a link to them, with that name.
    links: FxHashMap<Arc<Path>, PathBuf>,
    folders: Vec<PathBuf>,
    patterns: Vec<PathPattern>,
    changed: Option<&'a ChangedFiles>,
}

impl<'a> AskedFiles<'a> {
    /// Nothing so far.
    pub fn none() -> Self {
        let (files, links) = Default::default();
        Self { files, links, folders: Vec::new(), patterns: Vec::new(), changed: None }
    }

    /// Returns the meaning of the arguments; named paths that cannot be checked go to `problems`.
    pub fn of(
        paths: &[PathBuf],
        judge: &SettingsByFile,
        changed: Option<&'a ChangedFiles>,
        problems: &mut Vec<RunProblem>,
    ) -> Self {
        let mut scope = Self { changed, ..Self::none() };
        for path in paths {
            let absolute = names::spelled(&judge.folder, path);
            let mut tell = |what: String, gravity| {
                let shown = names::shown(&judge.folder, &absolute);
                let shown = if shown.is_empty() { ".".to_owned() } else { shown };
                problems.push(problem(shown, what, gravity));
            };
            match named(&judge.folder, path) {
                Named::Folder => {
                    // What is wrong in a folder's settings is told even when no file of ours is met in it.
                    judge.settings(&absolute.join(FILE_NAME));
                    scope.folders.push(absolute);
                }
                Named::File => {
                    scope.files.insert(absolute);
                }
                Named::Pattern(pattern) => {
                    judge.settings(&pattern.base.join(FILE_NAME));
                    scope.patterns.push(pattern);
                }
                Named::PassedOver(why) => tell(why.to_owned(), Gravity::Note),
                Named::Unreadable(why) => tell(why, Gravity::Failure),
            }
        }
        scope
    }

    /// Returns whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty() && self.patterns.is_empty()
    }

    /// Remembers the name of a file in the project that was named.
    pub fn lies_at(&mut self, named: &Path, file: Arc<Path>) {
        if *file != *named {
            self.links.insert(file, named.to_owned());
        }
    }

    /// Returns the name of a file in the arguments.
    pub fn name_of<'p>(&'p self, file: &'p Path) -> &'p Path {
        self.links.get(file).map_or(file, PathBuf::as_path)
    }

    /// Returns whether a file is asked for.
    pub fn has(&self, file: &Path) -> bool {
        let file = self.name_of(file);
        (self.files.contains(file)
            || self.folders.iter().any(|folder| lies_below(file, folder))
            || self.patterns.iter().any(|pattern| pattern.has(file)))
            && self.changed.is_none_or(|changed| changed.has(file))
    }

    /// Returns whether a document is asked for that was not named: by a glob that means it, or by the settings of the
    /// folders that are searched. Folders alone do not ask for documents.
    pub fn asks_for_document(&self, file: &Path, settings: impl FnOnce() -> bool) -> bool {
        let by_glob = || self.patterns.iter().any(|pattern| pattern.names_extension(file));
        !self.files.contains(file) && self.has(file) && (by_glob() || settings())
    }

    /// Returns whether a place that could not be looked into lies where files are asked for.
    pub fn has_place(&self, path: &Path) -> bool {
        self.files.contains(path) || self.searched().any(|folder| path.starts_with(folder))
    }

    /// The folders that are searched.
    fn searched(&self) -> impl Iterator<Item = &PathBuf> {
        self.folders.iter().chain(self.patterns.iter().map(|pattern| &pattern.base))
    }

    /// The roots of the projects that the files belong to, and of the folders those that are ignored in their project:
    /// a path that is asked for by name is checked. A file brings nothing along: other files beside an ignored one stay
    /// ignored.
    pub fn roots(&self) -> Vec<PathBuf> {
        let files = self.files.iter().map(|file| root_of(file));
        let folders = self.searched().map(|folder| root_of(&folder.join(FILE_NAME)));
        let searched: Vec<PathBuf> = self.searched().cloned().collect();
        folders_to_walk(files.chain(folders), &searched)
    }

    /// Reports globs that match no file.
    pub fn idle_patterns(&self, project: &View) -> Vec<RunProblem> {
        let is_idle = |pattern: &&PathPattern| {
            !project.walked().any(|file| pattern.has(&file))
                && !project.documents().iter().any(|file| pattern.names_extension(file))
        };
        let told = |pattern: &PathPattern| {
            problem(pattern.written.display().to_string(), "matches no file that can be checked", Gravity::Failure)
        };
        self.patterns.iter().filter(is_idle).map(told).collect()
    }

    /// Reports that no file of the search uses Customer.io: a mistyped folder must not look like clean code. Files that
    /// are named one by one may well be others, as those of a commit are; they count when it `fails`.
    pub fn without_files(&self, fails: bool) -> Option<RunProblem> {
        (fails || self.searched().next().is_some()).then(|| RunProblem {
            path: None,
            place: None,
            message: "no file that was checked uses Customer.io; are these the right paths?".to_owned(),
            subject: ProblemSubject::Tool,
            gravity: if fails { Gravity::Failure } else { Gravity::Note },
        })
    }
}

/// Returns whether a file lies below a folder. This is asked of every file of a tree, and of nearly all of them the
/// bytes answer it.
fn lies_below(file: &Path, folder: &Path) -> bool {
    let (name, within) = (file.as_os_str().as_encoded_bytes(), folder.as_os_str().as_encoded_bytes());
    let is_prefix = || name.strip_prefix(within).is_some_and(|rest| rest.first() == Some(&(MAIN_SEPARATOR as u8)));
    is_prefix() || file.starts_with(folder)
}

/// The kind of file that a path argument names.
enum Named {
    Folder,
    File,
    Pattern(PathPattern),
    PassedOver(&'static str),
    Unreadable(String),
}

fn named(folder: &Path, path: &Path) -> Named {
    match std::fs::metadata(path) {
        Err(error) => match PathPattern::parse(folder, path) {
            None => Named::Unreadable(format!("cannot be read: {error}")),
            Some(Err(why)) => Named::Unreadable(why),
            Some(Ok(pattern)) if in_node_modules(&pattern.base) => Named::PassedOver(NODE_MODULES),
            Some(Ok(pattern)) if !pattern.base.is_dir() => {
                Named::Unreadable(format!("matches nothing: there is no folder {}", pattern.base.display()))
            }
            Some(Ok(pattern)) => Named::Pattern(pattern),
        },
        Ok(_) if in_node_modules(path) => Named::PassedOver(NODE_MODULES),
        Ok(metadata) if metadata.is_dir() => Named::Folder,
        Ok(_) if Language::of_path(path).is_none() => Named::PassedOver(
            "is skipped: not a TypeScript, JavaScript, Vue, Svelte, Astro or Markdown file or a package.json",
        ),
        Ok(metadata) if metadata.is_file() => Named::File,
        // A pipe would be waited for.
        Ok(_) => Named::Unreadable(ReadError::NotAFile.to_string()),
    }
}

const NODE_MODULES: &str = "is skipped: node_modules is never checked";
