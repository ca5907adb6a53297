//! Replacing the contents of a file that was read before.

use super::signals::Deferred;
use crate::disk::read_bytes;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Replaces the contents `old` of the file at `path` by `new`: all of it or nothing, with permissions, owner and
/// extended attributes as they were. For a symbolic link the target file is replaced and the link stays. A file with
/// several names (hard links) is written in place, so that they stay names of one file. `done`: the word for what is done to
/// it, as in "was not fixed".
///
/// A signal that would end the process is held back meanwhile, and no temporary file is left.
///
/// # Errors
/// When the file no longer holds `old`, or cannot be written; it is untouched then.
pub fn replace(path: &Path, old: &[u8], new: &[u8], done: &str) -> Result<(), String> {
    let deferred = Deferred::begin();
    let written = write(path, old, new, (done, &deferred));
    // Here the process may end, with the temporary file gone.
    drop(deferred);
    written
}

fn write(path: &Path, old: &[u8], new: &[u8], run: (&str, &Deferred)) -> Result<(), String> {
    let describe = |error: io::Error| format!("cannot be written: {error}");
    let target = dunce::canonicalize(path).map_err(describe)?;
    let metadata = fs::metadata(&target).map_err(describe)?;
    if metadata.permissions().readonly() {
        return Err("cannot be written: it is read-only".to_owned());
    }
    // A file may have another owner than its folder.
    let mut own = OpenOptions::new().write(true).open(&target).map_err(describe)?;
    if links(&metadata) > 1 {
        check(&target, old, run)?;
        return in_place(&mut own, old, new).map_err(describe);
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".customerio-ls-").tempfile_in(folder).map_err(describe)?;
    file.write_all(new).map_err(describe)?;
    copy_owner(&metadata, file.path());
    file.as_file().set_permissions(metadata.permissions()).map_err(describe)?;
    copy_attributes(&own, file.as_file());
    file.as_file().sync_all().map_err(describe)?;
    // Windows replaces no file that is open.
    drop(own);
    check(&target, old, run)?;
    file.persist(&target).map(drop).map_err(|error| describe(error.error))
}

/// As late as can be: an edit that was saved in the meantime must not be lost.
fn check(target: &Path, old: &[u8], (done, deferred): (&str, &Deferred)) -> Result<(), String> {
    if read_bytes(target).map_err(|error| error.to_string())? != old {
        return Err(format!("changed while it was being {done}; nothing was written, run the command again"));
    }
    if deferred.is_pending() { Err(format!("was not {done}: the run was interrupted")) } else { Ok(()) }
}

/// Writes over a file. When that fails in the middle, the old contents are written back.
fn in_place(file: &mut File, old: &[u8], new: &[u8]) -> io::Result<()> {
    use std::io::Seek;
    let put = |file: &mut File, bytes: &[u8]| {
        file.rewind()?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()
    };
    put(file, new).inspect_err(|_| drop(put(file, old)))
}

#[cfg(unix)]
fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

/// The number is not shown there.
#[cfg(not(unix))]
fn links(_metadata: &Metadata) -> u64 {
    1
}

/// A superuser's repair must not take a file from its owner. Others cannot change owners, and need not.
#[cfg(unix)]
fn copy_owner(metadata: &Metadata, path: &Path) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(path, Some(metadata.uid()), Some(metadata.gid()));
}

#[cfg(not(unix))]
fn copy_owner(_metadata: &Metadata, _path: &Path) {}

/// Access control lists are among these. As far as the system allows: some attributes are its own.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn copy_attributes(from: &File, to: &File) {
    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fsetxattr};
    const ROOM: usize = 64 * 1024;
    let mut names = vec![0_u8; ROOM];
    let Ok(len) = flistxattr(from, &mut names[..]) else { return };
    for name in names[..len].split(|&b| b == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0_u8; ROOM];
        if let Ok(len) = fgetxattr(from, name, &mut value[..]) {
            let _ = fsetxattr(to, name, &value[..len], XattrFlags::empty());
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn copy_attributes(_from: &File, _to: &File) {}
