//! Writing a repaired file.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::Path;

/// Replaces the contents `old` of the file at `path` by `new`: all of it or nothing, with the permissions as they were.
/// Behind a symbolic link the file that it points to is replaced and the link stays.
///
/// # Errors
/// When the file no longer holds `old`, or cannot be written; it is untouched then.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), String> {
    let describe = |error: io::Error| format!("cannot be written: {error}");
    let target = fs::canonicalize(path).map_err(describe)?;
    let metadata = fs::metadata(&target).map_err(describe)?;
    if metadata.permissions().readonly() {
        return Err("cannot be written: it is read-only".to_owned());
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".customerio-ls-").tempfile_in(folder).map_err(describe)?;
    file.write_all(new).map_err(describe)?;
    copy_owner(&metadata, file.path());
    file.as_file().set_permissions(mode(&metadata)).map_err(describe)?;
    file.as_file().sync_all().map_err(describe)?;
    // As late as can be: what somebody saved while we were thinking must not be lost.
    if fs::read(&target).map_err(describe)? != old {
        return Err("was changed while it was being repaired; nothing was written, run the command again".to_owned());
    }
    file.persist(&target).map(drop).map_err(|error| describe(error.error))
}

fn mode(metadata: &fs::Metadata) -> Permissions {
    metadata.permissions()
}

/// A superuser's repair must not take a file from its owner. Others cannot change owners, and need not.
#[cfg(unix)]
fn copy_owner(metadata: &fs::Metadata, path: &Path) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(path, Some(metadata.uid()), Some(metadata.gid()));
}

#[cfg(not(unix))]
fn copy_owner(_metadata: &fs::Metadata, _path: &Path) {}
