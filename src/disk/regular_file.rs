//! The one door to files on disk. Reading a name from a repository must never wait: a FIFO has no end until something
//! writes to it, a device may have none at all, and some files below `/proc` block like pipes.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Opens a file for reading. A FIFO is opened at once, and reading fails when there is nothing to read.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits() as i32);
    }
    options.open(path)
}

/// The bytes of the regular file at `path`.
///
/// # Errors
/// When there is none, it cannot be read, or it is longer than `most` bytes.
pub fn read_regular(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    read_as(path, most, &std::fs::metadata(path)?)
}

/// The longest file that is read because an option names it (64 MiB): a baseline, a tracking plan, an account.
const MAX_NAMED: u64 = 64 * 1024 * 1024;

/// The bytes of a file that an option names, or that a command is about to write again.
///
/// # Errors
/// As [`read_regular`], for more than 64 MiB.
pub fn read_named(path: &Path) -> io::Result<Vec<u8>> {
    read_regular(path, MAX_NAMED)
}

/// The text of such a file.
///
/// # Errors
/// As [`read_named`], and when it is not UTF-8.
pub fn read_named_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read_named(path)?)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not valid UTF-8"))
}

/// As [`read_regular`], of a file with this metadata.
pub(super) fn read_as(path: &Path, most: u64, metadata: &Metadata) -> io::Result<Vec<u8>> {
    // Before it is opened: opening a device may do something.
    check(metadata, most)?;
    let file = open(path)?;
    let metadata = file.metadata()?;
    check(&metadata, most)?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // The length of a file in `/proc` is 0, whatever comes out of it.
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn check(metadata: &Metadata, most: u64) -> io::Result<()> {
    if metadata.is_dir() {
        Err(io::ErrorKind::IsADirectory.into())
    } else if !metadata.is_file() {
        Err(not_regular())
    } else if metadata.len() > most {
        Err(io::ErrorKind::FileTooLarge.into())
    } else {
        Ok(())
    }
}

/// The error for a FIFO, a socket or a device.
fn not_regular() -> io::Error {
    io::Error::other("it is not a regular file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_up_to_a_length() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        std::fs::write(&path, "12345").unwrap();
        assert_eq!(read_regular(&path, 5).unwrap(), b"12345");
        assert_eq!(read_regular(&path, 4).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(read_regular(dir.path(), 5).unwrap_err().kind(), io::ErrorKind::IsADirectory);
        assert_eq!(read_regular(&dir.path().join("b"), 5).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_is_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let fifo = dir.path().join("fifo");
        rustix::fs::mkfifoat(rustix::fs::CWD, &fifo, rustix::fs::Mode::RWXU).unwrap();
        assert!(read_regular(&fifo, 5).unwrap_err().to_string().contains("regular"));
        // Even where it takes the place of a file that was looked at before.
        let path = dir.path().join("file");
        std::fs::write(&path, "1").unwrap();
        let metadata = std::fs::metadata(&path).unwrap();
        assert!(read_as(&fifo, 5, &metadata).unwrap_err().to_string().contains("regular"));
        assert!(read_regular(Path::new("/dev/zero"), 5).is_err());
        // As long as the kernel likes, though its length is 0.
        if Path::new("/proc/self/maps").exists() {
            assert_eq!(read_regular(Path::new("/proc/self/maps"), 5).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        }
    }
}
