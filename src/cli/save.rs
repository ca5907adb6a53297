//! Files that commands write for people to commit.

use super::check::signals::Deferred;
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
/// the new one. For a symbolic link the target file is replaced and the link stays.
///
/// # Errors
/// When the file cannot be written; it is untouched then.
pub fn save(path: &Path, text: &str) -> Result<Saved, String> {
    let deferred = Deferred::begin();
    let saved = write(path, text.as_bytes(), &deferred);
    // Here the process may end, with the temporary file gone.
    drop(deferred);
    saved
}

fn write(path: &Path, text: &[u8], deferred: &Deferred) -> Result<Saved, String> {
    let describe = |error: io::Error| format!("cannot be written: {error}");
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(describe(error)),
    };
    let old = match fs::metadata(&target) {
        Ok(metadata) if !metadata.is_file() => return Err("cannot be written: it is not a file".to_owned()),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err("cannot be written: it is read-only".to_owned());
        }
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(describe(error)),
    };
    if old.is_some() && fs::read(&target).is_ok_and(|old| old == text) {
        return Ok(Saved::Unchanged);
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".customerio-ls-");
    // A temporary file is for its owner alone, and this one becomes a file of the project.
    #[cfg(unix)]
    if old.is_none() {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(describe)?;
    file.write_all(text).map_err(describe)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions()).map_err(describe)?;
    }
    file.as_file().sync_all().map_err(describe)?;
    if deferred.is_pending() {
        return Err("was not written: the run was interrupted".to_owned());
    }
    file.persist(&target).map(|_| Saved::Written).map_err(|error| describe(error.error))
}
