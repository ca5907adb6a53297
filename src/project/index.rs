//! The files that may name a file: specifiers by their last segment, because the disk decides what a specifier means,
//! but not what it cannot mean.

use super::configs::{Alias, Aliases};
use super::csr::Csr;
use super::file::FileState;
use super::intern::SpecId;
use super::package::split;
use super::parallel::both;
use super::resolve::{SpecifierKind, kind, without_query};
use super::sparse_list::SparseList;
use super::workspaces::Packages;
use crate::disk::{Stage, caught, crashed};
use crate::model::FileId;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smol_str::SmolStr;
use std::ffi::{OsStr, OsString};
use std::hash::Hasher;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The specifiers of a project, by their possible meanings.
#[derive(Debug, Default)]
pub struct ImportIndex {
    /// The files that have each specifier.
    users: Csr<FileId>,
    sorted: Sorted,
    /// Users of specifiers that end in a folder without naming it (`.`, `../..`), by that folder.
    by_place: FxHashMap<OsString, Vec<(FileId, SpecId)>>,
    /// Folders with files of the project, and the folders above them.
    folders: FxHashSet<OsString>,
    /// True when relative specifiers may lead into other folders than they name.
    any_root_dirs: bool,
}

/// Specifiers by their text.
#[derive(Debug, Default)]
struct Sorted {
    /// By the key of the name that the file (or folder) must have.
    by_tail: Csr<(u64, SpecId)>,
    /// Those that end in a folder without naming it.
    by_place: Vec<SpecId>,
    /// By the name of a package of the project.
    by_package: FxHashMap<SmolStr, Vec<SpecId>>,
    /// Those that may mean a file of any name.
    opaque: Vec<SpecId>,
    /// Those that name code of the project, by their text, and nothing that the walk found.
    astray: Vec<SpecId>,
}

/// The parts of the index.
pub struct Parts<'a> {
    /// The files.
    pub files: &'a SparseList<Arc<FileState>>,
    /// All paths.
    pub paths: &'a [Arc<Path>],
    /// All specifiers.
    pub specifiers: &'a [SmolStr],
    /// The packages.
    pub packages: &'a Packages,
    /// The aliases.
    pub aliases: &'a Aliases,
    /// Symbolic links to code or folders.
    pub links: &'a [PathBuf],
}

impl ImportIndex {
    /// The index of all files of a project.
    pub fn new(parts: &Parts<'_>) -> Self {
        let (sorted, (users, folders)) =
            both(parts.specifiers.len(), || Sorted::new(parts), || (users_of(parts), folders_of(parts)));
        let any_root_dirs = parts.aliases.any_root_dirs;
        let mut index = Self { users, sorted, by_place: FxHashMap::default(), folders, any_root_dirs };
        for specifier in std::mem::take(&mut index.sorted.by_place) {
            index.place(specifier, without_query(&parts.specifiers[specifier.0 as usize]), parts.paths);
        }
        index
    }

    /// Notes which folder a specifier means that names none, for each of its users.
    fn place(&mut self, specifier: SpecId, text: &str, paths: &[Arc<Path>]) {
        for user in self.users_of(specifier).to_vec() {
            let place = paths[user.0 as usize].parent().and_then(|folder| lexical(folder, text));
            match place {
                Some(place) if self.folders.contains(place.as_os_str()) => {
                    self.by_place.entry(place.into()).or_default().push((user, specifier));
                }
                // Behind a link.
                _ if self.sorted.opaque.last() != Some(&specifier) => self.sorted.opaque.push(specifier),
                _ => {}
            }
        }
    }

    /// The files that have a specifier.
    pub fn users_of(&self, specifier: SpecId) -> &[FileId] {
        self.users.at(specifier.0 as usize)
    }

    /// The specifiers that may mean a file of any name.
    pub fn opaque(&self) -> &[SpecId] {
        &self.sorted.opaque
    }

    /// The specifiers that name code of the project, as far as their text tells, but no file or folder that the walk
    /// found.
    pub fn astray(&self) -> &[SpecId] {
        &self.sorted.astray
    }

    /// The specifiers that name a package of the project.
    pub fn of_package(&self, name: &str) -> &[SpecId] {
        self.sorted.by_package.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The specifiers that may mean a file or folder by its name.
    pub fn by_name(&self, path: &Path) -> impl Iterator<Item = SpecId> + use<'_> {
        let key = key_of(path).unwrap_or_default();
        let named = self.sorted.by_tail.at(place_of(key) as usize).iter();
        named.filter(move |(other, _)| *other == key).map(|(_, specifier)| *specifier)
    }

    /// The files that may mean a folder without naming it, and how.
    pub fn by_place(&self, folder: &Path) -> &[(FileId, SpecId)] {
        self.by_place.get(folder.as_os_str()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns whether there are files of the project in a folder, or below.
    pub fn has_folder(&self, folder: &Path) -> bool {
        self.folders.contains(folder.as_os_str())
    }

    /// Returns whether `specifier` of a file in `folder` can mean the file or folder at `path`, as far as the text
    /// tells.
    pub fn may_mean(&self, folder: &Path, specifier: &str, path: &Path) -> bool {
        if kind(specifier) != SpecifierKind::Relative || self.any_root_dirs {
            return true;
        }
        let Some(target) = lexical(folder, without_query(specifier)) else { return true };
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else { return true };
        // Out of the folders of the project a specifier leads through a link, or into build output.
        path.parent() == Some(parent) && path.file_name().map(key) == Some(key(name)) || !self.has_folder(parent)
    }
}

fn users_of(parts: &Parts<'_>) -> Csr<FileId> {
    // Side by side first: the files lie all over the memory, and are to be visited once.
    let mut uses = Vec::with_capacity(parts.specifiers.len());
    for (file, state) in parts.files.iter() {
        let of_file = || state.names().specifiers.iter().map(|specifier| (specifier.0, FileId(file as u32)));
        uses.extend(caught(&parts.paths[file], Stage::Index, of_file).into_iter().flatten());
    }
    Csr::new(parts.specifiers.len(), &uses)
}

fn folders_of(parts: &Parts<'_>) -> FxHashSet<OsString> {
    let mut folders = FxHashSet::default();
    let mut last = None;
    for (file, _) in parts.files.iter() {
        let folder = parts.paths[file].parent().map(Path::as_os_str);
        // Files of one folder mostly follow each other.
        if folder == last {
            continue;
        }
        last = folder;
        for folder in folder.into_iter().flat_map(|folder| Path::new(folder).ancestors()) {
            if !folders.insert(folder.into()) {
                break;
            }
        }
    }
    folders
}

/// The keys of the names of all files, and of the folders that they are in.
fn names_of(parts: &Parts<'_>) -> FxHashSet<u64> {
    let mut names = FxHashSet::default();
    let mut last = None;
    for (file, _) in parts.files.iter() {
        let path = &parts.paths[file];
        names.extend(key_of(path));
        let folder = path.parent();
        // Files of one folder mostly follow each other.
        if folder != last {
            names.extend(folder.into_iter().flat_map(Path::ancestors).filter_map(key_of));
            last = folder;
        }
    }
    names
}

/// Returns whether a specifier is that of code which belongs to the project: relative, or by one of the usual aliases,
/// and of no other kind of file.
fn names_code(text: &str) -> bool {
    const OTHERS: [&str; 20] = [
        "css", "scss", "sass", "less", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "json", "graphql", "gql",
        "md", "mdx", "txt", "html", "wasm", "woff2",
    ];
    let extension = text.rsplit_once('.').map_or("", |(_, extension)| extension);
    let own = kind(text) == SpecifierKind::Relative || text.starts_with("@/") || text.starts_with(['~', '#', '$']);
    own && !OTHERS.contains(&extension)
}

impl Sorted {
    fn new(parts: &Parts<'_>) -> Self {
        let mut sorted = Self::default();
        let mut by_tail = Vec::with_capacity(parts.specifiers.len());
        let names = parts.packages.names();
        let links: FxHashSet<u64> = parts.links.iter().filter_map(|link| key_of(link)).collect();
        for (id, text) in parts.specifiers.iter().enumerate() {
            let id = SpecId(id as u32);
            let mut add = || sorted.add(id, without_query(text), parts.aliases, &names, &links);
            match catch_unwind(AssertUnwindSafe(&mut add)) {
                Ok(Some(tail)) => by_tail.push((place_of(tail), (tail, id))),
                Ok(None) => {}
                // It may mean anything then; one of the files that have it is named.
                Err(_) => {
                    sorted.opaque.push(id);
                    let user = parts.files.iter().find(|(_, state)| state.names().specifiers.contains(&id));
                    user.into_iter().for_each(|(file, _)| crashed(&parts.paths[file], Stage::Index));
                }
            }
        }
        let names = names_of(parts);
        let is_astray = |(_, (tail, id)): &&(u32, (u64, SpecId))| {
            !names.contains(tail) && names_code(without_query(&parts.specifiers[id.0 as usize]))
        };
        sorted.astray = by_tail.iter().filter(is_astray).map(|(_, (_, id))| *id).collect();
        sorted.by_tail = Csr::new(PLACES, &by_tail);
        sorted
    }

    /// Sorts a specifier in; unless it goes by its tail: then that is handed back.
    fn add(
        &mut self,
        id: SpecId,
        text: &str,
        aliases: &Aliases,
        names: &FxHashSet<&str>,
        links: &FxHashSet<u64>,
    ) -> Option<u64> {
        let kind = kind(text);
        let alias = match kind {
            SpecifierKind::None => return None,
            SpecifierKind::Relative => Alias::KeepsTail,
            SpecifierKind::Bare => {
                let name = split(text).0;
                if names.contains(name) {
                    self.by_package.entry(name.into()).or_default().push(id);
                }
                aliases.of(text)?
            }
        };
        match (alias, tail(text)) {
            (Alias::KeepsTail, Some(tail)) if !links.contains(&tail) => return Some(tail),
            (Alias::KeepsTail, None) if kind == SpecifierKind::Relative => self.by_place.push(id),
            _ => self.opaque.push(id),
        }
        None
    }
}

/// The number of places for tails.
const PLACES: usize = 1 << 15;

/// The place of a key. Its upper bits are the ones that were mixed best.
fn place_of(key: u64) -> u32 {
    (key >> (u64::BITS - PLACES.ilog2())) as u32
}

/// Returns whether a file stands for its folder.
pub fn is_index(path: &Path) -> bool {
    key_of(path) == Some(tail_key("index"))
}

/// The key of a file or folder.
fn key_of(path: &Path) -> Option<u64> {
    path.file_name().map(key)
}

fn key(name: &OsStr) -> u64 {
    tail_key(&name.to_string_lossy())
}

/// The key of the last segment of a specifier; `None` when it names nothing.
fn tail(specifier: &str) -> Option<u64> {
    let segment = memchr::memrchr(b'/', specifier.as_bytes()).map_or(specifier, |at| &specifier[at + 1..]);
    (!matches!(segment, "" | "." | "..")).then(|| tail_key(segment))
}

/// A hash of the common part of a file's names and of all specifiers that may mean it: all before the first dot,
/// because the extension of a name is ambiguous (or before a `#`, which has another meaning for bundlers). In lower
/// case, for some file systems do not tell the cases apart.
fn tail_key(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let end = bytes.iter().skip(1).position(|byte| matches!(byte, b'.' | b'#')).map_or(bytes.len(), |at| at + 1);
    let mut hasher = FxHasher::default();
    bytes[..end].iter().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
    hasher.finish()
}

/// The target of a relative specifier, by its text alone.
pub fn lexical(folder: &Path, specifier: &str) -> Option<PathBuf> {
    let mut target = folder.to_path_buf();
    for part in Path::new(specifier).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                target.pop();
            }
            Component::Normal(part) => target.push(part),
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(target)
}
