//! Files that commands write for people to commit.

use super::replace::replace;
use super::signals::Deferred;
use crate::disk::read_named;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// The outcome for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It holds the text now.
    Written,
    /// It held the text before, and was not touched.
    Unchanged,
}

/// Writes `text` to the file at `path`, all of it or nothing: whatever ends the process, the file holds the old text or
/// the new one. An existing file is [replaced](replace).
///
/// # Errors
/// When the file cannot be written; it is untouched then.
pub fn save(path: &Path, text: &str) -> Result<Saved, String> {
    let describe = |error: io::Error| format!("cannot be written: {error}");
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => Err("cannot be written: it is not a file".to_owned()),
        Ok(metadata) if metadata.permissions().readonly() => Err("cannot be written: it is read-only".to_owned()),
        Ok(_) => {
            let old = read_named(path).map_err(describe)?;
            if old == text.as_bytes() {
                return Ok(Saved::Unchanged);
            }
            replace(path, &old, text.as_bytes(), "written").map(|()| Saved::Written)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => create(path, text).map(|()| Saved::Written),
        Err(error) => Err(describe(error)),
    }
}

fn create(path: &Path, text: &str) -> Result<(), String> {
    let describe = |error: io::Error| format!("cannot be written: {error}");
    let deferred = Deferred::begin();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".customerio-ls-");
    // A temporary file is for its owner alone, and this one becomes a file of the project.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(describe)?;
    file.write_all(text.as_bytes()).map_err(describe)?;
    file.as_file().sync_all().map_err(describe)?;
    if deferred.is_pending() {
        return Err("was not written: the run was interrupted".to_owned());
    }
    let persisted = file.persist(path).map(drop).map_err(|error| describe(error.error));
    // Here the process may end, with the temporary file gone.
    drop(deferred);
    persisted
}
