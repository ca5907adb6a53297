//! Names: of rules in arguments, of files in reports.

use crate::config::closest;
use crate::rules::{self, RULES};
use std::path::{Component, Path, PathBuf};

/// The rule that an argument names.
pub fn rule(name: &str) -> Result<&'static str, String> {
    if let Some(rule) = rules::find(name.trim()) {
        return Ok(rule.meta.id);
    }
    Err(match closest(name, RULES.iter().map(|rule| rule.meta.id)) {
        Some(meant) => format!("there is no such rule; did you mean `{meant}`?"),
        None => "there is no such rule; `customerio-ls rules` lists them all".to_owned(),
    })
}

/// `path` made absolute from `folder`, without `.` and `..`; symbolic links stay as they are written.
pub fn absolute(folder: &Path, path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in folder.join(path).components() {
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

/// The absolute `path` as reports show it: relative to `folder` where it lies under it, with `/` on every system.
pub fn shown(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
