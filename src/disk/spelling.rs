//! One name for a file where the file system takes several: `Use.ts` and `use.ts` are one file on most volumes of
//! Windows and macOS. The folder decides, by the answers of the file system: volumes of both systems may tell the cases
//! apart, and one of Linux may not.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// True where the system's canonical path of a file has each name as its folder spells it. Elsewhere it only follows
/// links.
const CANONICAL_IS_SPELLED: bool = cfg!(any(windows, target_vendor = "apple"));

/// The absolute `path` with each name as the folder around it spells it. Symbolic links stay. Names of what is not there
/// stay as they are.
pub fn as_spelled(path: &Path) -> PathBuf {
    if CANONICAL_IS_SPELLED && dunce::canonicalize(path).is_ok_and(|real| real == path) {
        return path.to_path_buf();
    }
    spelled_in(&Disk, path)
}

/// The questions about a file system.
trait Folders {
    /// Returns whether there is an entry at this path, and whether it is a link.
    fn is_link(&self, path: &Path) -> Option<bool>;
    /// The name of an entry that is not a link, as far as the system tells it at once.
    fn own_name(&self, path: &Path) -> Option<OsString>;
    /// The names in a folder; none where it cannot be read.
    fn names(&self, folder: &Path) -> Vec<OsString>;
}

struct Disk;

impl Folders for Disk {
    fn is_link(&self, path: &Path) -> Option<bool> {
        fs::symlink_metadata(path).ok().map(|metadata| metadata.is_symlink())
    }

    fn own_name(&self, path: &Path) -> Option<OsString> {
        let real = if CANONICAL_IS_SPELLED { dunce::canonicalize(path).ok() } else { None };
        real?.file_name().map(OsStr::to_owned)
    }

    fn names(&self, folder: &Path) -> Vec<OsString> {
        fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name())).collect()
    }
}

fn spelled_in(folders: &dyn Folders, path: &Path) -> PathBuf {
    let mut spelled = PathBuf::new();
    let mut parts = path.components();
    while let Some(part) = parts.next() {
        let Component::Normal(name) = part else {
            spelled.push(part);
            continue;
        };
        let Some(own) = name_in(folders, &spelled, name) else {
            spelled.push(name);
            spelled.extend(parts);
            break;
        };
        spelled.push(own);
    }
    spelled
}

/// The name that a folder has for its entry `name`; `None` where there is no such entry.
fn name_in(folders: &dyn Folders, folder: &Path, name: &OsStr) -> Option<OsString> {
    let path = folder.join(name);
    let is_link = folders.is_link(&path)?;
    let is_same_in_other_case = other_case(name).is_some_and(|other| folders.is_link(&folder.join(other)).is_some());
    if !is_same_in_other_case {
        return Some(name.to_owned());
    }
    // Of several names (hard links) the system may tell another one.
    let is_spelling = |own: &OsString| folded(own) == folded(name) || is_loose(name);
    if !is_link && let Some(own) = folders.own_name(&path).filter(is_spelling) {
        return Some(own);
    }
    let names = folders.names(folder);
    // A folder that tells the cases apart may have both.
    if names.iter().any(|own| own == name) {
        return Some(name.to_owned());
    }
    Some(names.into_iter().find(|own| folded(own) == folded(name)).unwrap_or_else(|| name.to_owned()))
}

/// The same name in the other case; `None` where it has none.
fn other_case(name: &OsStr) -> Option<String> {
    let name = name.to_str()?;
    let upper = name.to_uppercase();
    let other = if upper == name { name.to_lowercase() } else { upper };
    (other != name).then_some(other)
}

fn folded(name: &OsStr) -> String {
    name.to_string_lossy().to_lowercase()
}

/// Returns whether one file may have this name and one that differs in more than case: the short names of Windows
/// (`PROGRA~1`), and letters with accents, which have two forms.
fn is_loose(name: &OsStr) -> bool {
    name.as_encoded_bytes().iter().any(|byte| *byte == b'~' || !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file system that folds cases: paths, and whether each is a link.
    struct Folding {
        entries: Vec<(&'static str, bool)>,
        /// True where it tells the name of an entry at once, as Windows does.
        tells: bool,
    }

    impl Folding {
        fn find(&self, path: &Path) -> Option<(&'static Path, bool)> {
            let wanted = folded(path.as_os_str()).replace('\\', "/");
            self.entries
                .iter()
                .find(|(own, _)| own.to_lowercase() == wanted)
                .map(|(own, link)| (Path::new(*own), *link))
        }
    }

    impl Folders for Folding {
        fn is_link(&self, path: &Path) -> Option<bool> {
            self.find(path).map(|(_, link)| link)
        }

        fn own_name(&self, path: &Path) -> Option<OsString> {
            let found = if self.tells { self.find(path) } else { None };
            found.and_then(|(own, _)| own.file_name().map(OsStr::to_owned))
        }

        fn names(&self, folder: &Path) -> Vec<OsString> {
            let inside = self.entries.iter().map(|(own, _)| Path::new(*own)).filter(|own| own.parent() == Some(folder));
            inside.filter_map(|own| own.file_name().map(OsStr::to_owned)).collect()
        }
    }

    #[test]
    fn each_name_as_its_folder_spells_it() {
        for tells in [true, false] {
            let entries = vec![("/XF", false), ("/XF/Real", false), ("/XF/Real/use.ts", false), ("/XF/Link", true)];
            let disk = Folding { entries, tells };
            let spelled = |path: &str| spelled_in(&disk, Path::new(path));
            for path in ["/XF/Real/use.ts", "/xf/real/USE.ts", "/xF/REAL/Use.ts"] {
                assert_eq!(spelled(path), Path::new("/XF/Real/use.ts"));
            }
            assert_eq!(spelled("/xf/link"), Path::new("/XF/Link"), "a link stays, with the name that it has");
            assert_eq!(spelled("/xf/real/New.ts"), Path::new("/XF/Real/New.ts"));
            assert_eq!(spelled("/xf/none/New.ts"), Path::new("/XF/none/New.ts"));
        }
    }

    #[test]
    fn the_disk_here() {
        let dir = tempfile::tempdir().unwrap();
        let top = as_spelled(dir.path());
        fs::create_dir(top.join("Real")).unwrap();
        fs::write(top.join("Real/use.ts"), "").unwrap();
        assert_eq!(as_spelled(&top.join("Real/use.ts")), top.join("Real/use.ts"));
        let folds = top.join("REAL").is_dir();
        let other = top.join("real").join("USE.ts");
        assert_eq!(as_spelled(&other), if folds { top.join("Real").join("use.ts") } else { other });
        if !folds {
            // Both are there, so they are two.
            fs::create_dir(top.join("real")).unwrap();
            assert_eq!(as_spelled(&top.join("real")), top.join("real"));
            assert_eq!(as_spelled(&top.join("Real")), top.join("Real"));
        }
    }
}
