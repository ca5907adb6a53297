//! Names: of rules in arguments, of files in reports.

use crate::disk::as_spelled;
use crate::rules::Selector;
use crate::settings::closest;
use std::path::{Component, Path, PathBuf};

/// The rules that one word of an argument means: a rule's id, a category or a preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection(pub Vec<&'static str>);

/// The rules that an argument names.
pub fn rules(word: &str) -> Result<Selection, String> {
    let word = word.trim();
    if let Some(selector) = Selector::find(word) {
        return Ok(Selection(selector.rules().map(|meta| meta.id).collect()));
    }
    Err(match closest(word, Selector::words()) {
        Some(meant) => format!("unknown rule, category or preset; did you mean `{meant}`?"),
        None => "unknown rule, category or preset; `customerio-ls rules` lists them all".to_owned(),
    })
}

/// `path` made absolute from `folder`, without `.` and `..`; symbolic links stay as they are written. On Windows a path
/// may be one of a drive without its root (`C:src`, from where the process is on that drive), or begin with `\\?\`,
/// which no other path of a run does.
pub fn absolute(folder: &Path, path: &Path) -> PathBuf {
    let path = dunce::simplified(path);
    let of_drive = matches!(path.components().next(), Some(Component::Prefix(_))) && !path.has_root();
    let path = if of_drive { std::path::absolute(path).unwrap_or_default() } else { folder.join(path) };
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// A path that a user named, made absolute as [`absolute`] does it and with each name as its folder spells it: where the
/// file system does not tell cases apart, a file that is named twice is one file, and is called as a walk calls it.
pub fn spelled(folder: &Path, path: &Path) -> PathBuf {
    as_spelled(&absolute(folder, path))
}

/// The absolute `path` as reports show it: relative to `folder` where it lies under it, with `/` on every system.
pub fn shown(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
