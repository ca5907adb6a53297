//! The files of a project that matter, and how they name each other.
//!
//! Few files of a repository touch the SDK. They are found without parsing the rest: one walk reads every file once,
//! looks for the package's name, and collects module specifiers ([`discover`]); from the files that name the SDK the
//! importers are found backwards ([`reach`]); only the files that an analysis needs are parsed ([`View`]).

mod affected;
mod ambient;
mod analytics;
mod change;
mod configs;
mod csr;
mod discover;
mod disk;
mod file;
mod index;
mod intern;
mod kind;
mod package;
mod package_scope;
mod parallel;
mod pattern;
mod reach;
mod renew;
mod resolve;
mod scan;
mod sparse_list;
mod tsconfig;
mod view;
mod watched;
mod workspaces;

pub use change::ProjectDelta;
pub use file::Text;
pub use kind::is_left_out;
pub use package_scope::PackageScope;
pub use view::View;
pub use watched::{FileRole, is_ignore_file, patterns_of_names, role_of};

use crate::disk::WalkError;
use crate::facts::FileFacts;
use crate::model::{EnvVariable, FileId, Modules};
use discover::Part;
use file::FileState;
use intern::{Paths, Specifiers};
use resolve::{ProjectRoot, Resolver};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use view::{Shared, State, lock};

/// A project: its files, as they are now.
#[derive(Debug)]
pub struct Project {
    now: Mutex<View>,
    /// Held while the next state is created: changes come one after the other.
    changing: Mutex<()>,
}

impl Project {
    /// Walks `roots` and finds out which files reach the SDK. `cancelled` is asked now and then; when it says yes, the
    /// results so far are returned. It comes with the places that could not be read: folders that cannot be opened, and
    /// files that concern this tool and cannot be read.
    pub fn discover(roots: &[PathBuf], cancelled: &(dyn Fn() -> bool + Sync)) -> (Self, Vec<WalkError>) {
        let roots: Arc<[ProjectRoot]> = roots.iter().map(|root| root_at(root)).collect();
        let found = discover::discover(&given(&roots), Part { among: None, hit: false }, cancelled);
        let shared = Shared { roots: roots.clone(), paths: Paths::default(), specifiers: Specifiers::default() };
        let scanned = shared.take_in(found.batches).map(|(file, names)| (file, Arc::new(FileState::on_disk(names))));
        // One state for all of them: a list of states would be most of what a tree without the SDK costs.
        let state = Arc::new(FileState::searched());
        let searched = shared.paths.intern_all(found.searched).into_iter().map(|file| (file, state.clone()));
        let files = scanned.chain(searched).map(|(file, state)| (file.0 as usize, state)).collect();
        let mut state = State {
            shared: Arc::new(shared),
            files,
            others: Arc::default(),
            configs: found.configs.into(),
            links: found.links.into(),
            declarations: found.declarations.into(),
            documents: found.documents.into(),
            ambient: Arc::default(),
            resolver: Arc::new(Resolver::new(&[], roots, FxHashSet::default())),
            resolved: Arc::default(),
            index: Arc::default(),
            edited: Arc::default(),
            scanned: found.hit,
            reached: Arc::default(),
            others_reach: Arc::default(),
            surroundings: Arc::default(),
        };
        if found.hit {
            state = state.resolved_anew(cancelled);
        }
        (Self { now: Mutex::new(View::of(state)), changing: Mutex::default() }, found.errors)
    }

    /// The project as it is now. Later changes do not affect it.
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

    fn ambient(&self, from: FileId) -> Vec<(FileId, bool)> {
        self.view().ambient(from)
    }

    fn putting(&self, from: FileId, name: &str) -> Vec<FileId> {
        self.view().putting(from, name)
    }

    fn handing(&self, from: FileId, name: &str) -> Vec<FileId> {
        self.view().handing(from, name)
    }

    fn has_package(&self, from: FileId, name: &str) -> bool {
        self.view().has_package(from, name)
    }
    fn depends_on(&self, from: FileId, name: &str) -> bool {
        self.view().depends_on(from, name)
    }

    fn variables(&self, file: FileId, name: &str) -> Vec<EnvVariable> {
        self.view().variables(file, name)
    }
}

/// A root, absolute and clean.
fn root_at(root: &Path) -> ProjectRoot {
    let root = dunce::simplified(root);
    let real = dunce::canonicalize(root).ok();
    let given = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
    // Only the disk knows what is above a link.
    let unclear = given.components().any(|part| part == std::path::Component::ParentDir);
    let given = match &real {
        Some(real) if unclear => real.clone(),
        _ => given.components().collect(),
    };
    ProjectRoot { real: real.unwrap_or_else(|| given.clone()), given }
}

/// The paths of roots as they were given.
fn given(roots: &[ProjectRoot]) -> Vec<PathBuf> {
    roots.iter().map(|root| root.given.clone()).collect()
}
