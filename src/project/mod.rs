//! The files of a project that matter, and how they name each other.
//!
//! Few files of a repository touch the SDK. They are found without parsing the rest: one walk reads every file once,
//! looks for the package's name, and collects module specifiers ([`discover`]); from the files that name the SDK the
//! importers are found backwards ([`reach`]); only what a judgement asks for is parsed ([`View`]).

mod configs;
mod discover;
mod disk;
mod edit;
mod file;
mod index;
mod intern;
mod json;
mod package;
mod pages;
mod pattern;
mod reach;
mod resolve;
mod root;
mod scan;
mod tsconfig;
mod view;
mod workspaces;

pub use edit::Change;
pub use file::Text;
pub use root::root_of;
pub use view::View;

use crate::facts::FileFacts;
use crate::model::{FileId, Modules};
use crate::workspace::WalkError;
use discover::{Batch, renumber};
use file::{FileState, is_source};
use intern::{Paths, Specifiers};
use pages::Pages;
use resolve::{Resolver, Root};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use view::{Others, Resolved, Shared, State, lock};

/// A project: its files, as they are now.
#[derive(Debug)]
pub struct Project {
    now: Mutex<View>,
}

impl Project {
    /// Walks `roots` and finds out which files reach the SDK. `cancelled` is asked now and then; when it says yes, what
    /// was found so far is handed back. With it comes what could not be looked into: folders that cannot be opened, and
    /// files that concern this tool and cannot be read.
    pub fn discover(roots: &[PathBuf], cancelled: &(dyn Fn() -> bool + Sync)) -> (Self, Vec<WalkError>) {
        let roots: Arc<[Root]> = roots.iter().map(|root| root_at(root)).collect();
        let given: Vec<PathBuf> = roots.iter().map(|root| root.given.clone()).collect();
        let mut found = discover::discover(&given, cancelled);
        let shared = Shared { roots: roots.clone(), paths: Paths::default(), specifiers: Specifiers::default() };
        let files = take_in(&shared, found.batches);
        if found.hit {
            found.configs.extend(configs_above(&roots));
            found.configs.sort();
            found.configs.dedup();
            found.links.retain(|link| is_source(link) || link.is_dir());
        }
        let configs: &[PathBuf] = if found.hit { &found.configs } else { &[] };
        let state = State {
            resolver: Arc::new(Resolver::new(configs, roots, FxHashSet::default())),
            shared: Arc::new(shared),
            files,
            others: Arc::new(Others::default()),
            configs: found.configs.into(),
            links: found.links.into(),
            resolved: Arc::new(Resolved::default()),
            index: Arc::default(),
            scanned: found.hit,
            reached: Arc::default(),
        };
        let view = View { state: Arc::new(state.linked(cancelled)) };
        (Self { now: Mutex::new(view) }, found.errors)
    }

    /// The project as it is now. What changes later does not change it.
    pub fn view(&self) -> View {
        lock(&self.now).clone()
    }

    /// As [`View::reached`].
    pub fn reached(&self) -> Vec<FileId> {
        self.view().reached()
    }

    /// As [`View::id`].
    pub fn id(&self, path: &Path) -> Option<FileId> {
        self.view().id(path)
    }
}

impl Modules for Project {
    fn resolve(&self, from: FileId, specifier: &str) -> Option<FileId> {
        self.view().resolve(from, specifier)
    }

    fn facts(&self, file: FileId) -> Option<Arc<FileFacts>> {
        self.view().facts(file)
    }

    fn path(&self, file: FileId) -> Option<Arc<Path>> {
        self.view().path(file)
    }

    fn reaches(&self, file: FileId) -> bool {
        self.view().reaches(file)
    }
}

/// A root, absolute and clean.
fn root_at(root: &Path) -> Root {
    let real = root.canonicalize().ok();
    let given = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
    // Only the disk knows what is above a link.
    let unclear = given.components().any(|part| part == std::path::Component::ParentDir);
    let given = match &real {
        Some(real) if unclear => real.clone(),
        _ => given.components().collect(),
    };
    Root { real: real.unwrap_or_else(|| given.clone()), given }
}

/// Numbers what the threads of the walk have found.
fn take_in(shared: &Shared, batches: Vec<Batch>) -> Pages<Arc<FileState>> {
    let mut files = Pages::default();
    for batch in batches {
        let specifiers = shared.specifiers.take_in(&batch.specifiers);
        let ids = shared.paths.intern_all(batch.files.iter().map(|(path, _)| path.as_path()));
        for (id, (_, mut names)) in ids.into_iter().zip(batch.files) {
            renumber(&mut names, &specifiers);
            files.set(id.0 as usize, Some(Arc::new(FileState::on_disk(names))));
        }
    }
    files
}

/// The configuration files in the folders above the roots: they speak for what is below.
fn configs_above(roots: &[Root]) -> Vec<PathBuf> {
    let above = roots.iter().flat_map(|root| root.given.ancestors().skip(1));
    let names =
        ["package.json", "pnpm-workspace.yaml", "tsconfig.json", "jsconfig.json", "tsconfig.base.json", "lerna.json"];
    above.flat_map(|folder| names.map(|name| folder.join(name))).filter(|path| path.is_file()).collect()
}
