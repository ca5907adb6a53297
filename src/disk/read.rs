//! Reading one file for analysis.

use super::regular_file;
use memchr::memmem;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::{fmt, str};

/// The maximum size of a file that is analyzed (20 MiB): longer ones are not written by hand, and a tree takes twenty
/// times their size.
pub const MAX_FILE_BYTES: u64 = 20 * 1024 * 1024;

/// Beyond this (256 MiB) a file is not even searched for the SDK: a sparse file has any length at no cost.
const MAX_SEARCHED: u64 = 256 * 1024 * 1024;

/// The reason why a file that concerns this tool cannot be analyzed. Shown to users after the file's name.
#[derive(Debug)]
pub enum ReadError {
    /// The system said no.
    Io(io::Error),
    /// Longer than [`MAX_FILE_BYTES`]; its length in bytes.
    TooLong(u64),
    /// Too long to find out whether it concerns this tool; its length in bytes.
    Unsearched(u64),
    /// Not UTF-8; the zero-based offset of the first byte that is not.
    NotUtf8(usize),
    /// Written in UTF-16.
    Utf16,
    /// Holds NUL bytes.
    Binary,
    /// A folder, a FIFO, a socket or a device.
    NotAFile,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "cannot be read: {error}"),
            Self::TooLong(len) => write!(
                f,
                "is too large to analyze: {} MiB, the limit is {} MiB; list it under \"exclude\" in customerio.json",
                len.div_ceil(1024 * 1024),
                MAX_FILE_BYTES / 1024 / 1024
            ),
            Self::Unsearched(len) => write!(
                f,
                "is skipped: {} MiB is too large for a source file; list it under \"exclude\" in customerio.json",
                len.div_ceil(1024 * 1024)
            ),
            Self::NotUtf8(at) => write!(f, "is not valid UTF-8 (byte {}); save it as UTF-8", at + 1),
            Self::Utf16 => f.write_str("is written in UTF-16; save it as UTF-8"),
            Self::Binary => f.write_str("contains NUL bytes, so it is not source code"),
            Self::NotAFile => f.write_str("is not a regular file"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The number of bytes to read at first: more than nearly every source file holds.
const FIRST_READ: usize = 64 * 1024;

/// Reads the file at `path`, a regular one, into `buffer` (whose memory is reused) when `concerns` says yes to its
/// bytes. `None`: read and dropped. A file that does not concern this tool is never an error, whatever it holds.
///
/// # Errors
/// When it concerns this tool, or may, and cannot be analyzed.
pub fn read_source<'a>(
    path: &Path,
    buffer: &'a mut Vec<u8>,
    concerns: fn(&[u8]) -> bool,
) -> Result<Option<&'a str>, ReadError> {
    match read_any(path, buffer, concerns)? {
        Some(bytes) => source_text(bytes, concerns),
        None => Ok(None),
    }
}

/// Reads the file at `path`, a regular one, into `buffer`, whatever it holds. `None`: it is too long, and `concerns`
/// says no to it.
///
/// Most files of a tree are read only to be dropped, so system calls count: here it is one to open, one to read and one
/// to close. A regular file gives less than was asked for only where it ends (POSIX has it so), hence its length is not
/// asked for, nor is it read once more to see nothing.
///
/// # Errors
/// When it cannot be read, or is too long and concerns this tool.
pub fn read_any<'a>(
    path: &Path,
    buffer: &'a mut Vec<u8>,
    concerns: fn(&[u8]) -> bool,
) -> Result<Option<&'a [u8]>, ReadError> {
    let mut file = regular_file::open(path)?;
    buffer.resize(FIRST_READ, 0);
    let mut filled = read_once(&mut file, buffer)?;
    if filled == FIRST_READ {
        // What has no end gives this much.
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(ReadError::NotAFile);
        }
        let len = metadata.len();
        if len > MAX_FILE_BYTES {
            return match long_file_concerns(&mut file, buffer, concerns)? {
                Some(true) => Err(ReadError::TooLong(len)),
                Some(false) => Ok(None),
                None => Err(ReadError::Unsearched(len)),
            };
        }
        filled = read_rest(&mut file, len as usize, buffer)?;
    }
    Ok(Some(&buffer[..filled]))
}

/// The text that the bytes of a file are, when `concerns` says yes to them.
///
/// # Errors
/// When it concerns this tool and cannot be analyzed.
pub fn source_text(bytes: &[u8], concerns: fn(&[u8]) -> bool) -> Result<Option<&str>, ReadError> {
    if !concerns(bytes) {
        let utf16 = matches!(bytes.get(..2), Some(b"\xFF\xFE" | b"\xFE\xFF"));
        return if utf16 && concerns(&without_nul(bytes)) { Err(ReadError::Utf16) } else { Ok(None) };
    }
    utf8(bytes).map(Some)
}

/// The bytes of a file, all of them.
///
/// # Errors
/// When it cannot be read, is not a file, or is too long.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    Ok(regular_file::read_regular(path, MAX_FILE_BYTES)?)
}

/// The text that `bytes` are.
///
/// # Errors
/// When they are not UTF-8 text.
pub fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = str::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.valid_up_to()))?;
    if memchr::memchr(0, bytes).is_some() { Err(ReadError::Binary) } else { Ok(text) }
}

/// One read into `buffer`; how much there was.
fn read_once(file: &mut File, buffer: &mut [u8]) -> Result<usize, ReadError> {
    loop {
        match file.read(buffer) {
            Ok(count) => return Ok(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // The second: it has nothing to read now, so it is not a regular file.
            Err(error) if matches!(error.kind(), io::ErrorKind::IsADirectory | io::ErrorKind::WouldBlock) => {
                return Err(ReadError::NotAFile);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Reads the rest after the full `buffer`, of a file of about `len` bytes; how much there is in all.
fn read_rest(file: &mut File, len: usize, buffer: &mut Vec<u8>) -> Result<usize, ReadError> {
    let mut filled = buffer.len();
    loop {
        // One byte more than there should be, so that the end is seen without one more look at nothing.
        buffer.resize((len + 1).max(filled + FIRST_READ), 0);
        let wanted = buffer.len() - filled;
        let count = read_once(file, &mut buffer[filled..])?;
        filled += count;
        if filled as u64 > MAX_FILE_BYTES {
            // Some files are longer than the system says.
            return Err(ReadError::TooLong(filled as u64));
        }
        if count < wanted {
            return Ok(filled);
        }
    }
}

/// Searches `buffer`, which holds the beginning, and then the rest piece by piece; the pieces overlap by more than any
/// needle is long. `None`: there is no end in sight.
fn long_file_concerns(file: &mut File, buffer: &mut Vec<u8>, concerns: fn(&[u8]) -> bool) -> io::Result<Option<bool>> {
    const PIECE: u64 = 1024 * 1024;
    const OVERLAP: usize = 64;
    for _ in 0..MAX_SEARCHED / PIECE {
        if concerns(buffer) {
            return Ok(Some(true));
        }
        buffer.drain(..buffer.len().saturating_sub(OVERLAP));
        if file.take(PIECE).read_to_end(buffer)? == 0 {
            return Ok(Some(false));
        }
    }
    Ok(None)
}

/// ASCII text in UTF-16 is ASCII with NUL bytes between.
fn without_nul(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().filter(|&b| b != 0).collect()
}

/// Returns whether `path` lies under a folder `node_modules`, as it is written.
pub fn in_node_modules(path: &Path) -> bool {
    memmem::find(path.as_os_str().as_encoded_bytes(), b"node_modules").is_some()
        && path.components().any(|part| part.as_os_str() == "node_modules")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concerns(bytes: &[u8]) -> bool {
        memmem::find(bytes, b"customerio").is_some()
    }

    fn read(bytes: &[u8]) -> Result<Option<String>, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let mut buffer = Vec::new();
        read_source(file.path(), &mut buffer, concerns).map(|t| t.map(str::to_owned)).map_err(|e| e.to_string())
    }

    #[test]
    fn only_files_of_ours_are_reported() {
        assert_eq!(read(b"import 'customerio-node'").unwrap().as_deref(), Some("import 'customerio-node'"));
        assert_eq!(read(b"\xFF\xFF"), Ok(None));
        assert_eq!(read(b"\0\0\0"), Ok(None));
        assert!(read(b"customerio \xFF").unwrap_err().contains("not valid UTF-8 (byte 12)"));
        assert!(read(b"customerio \0").unwrap_err().contains("NUL"));
        let utf16: Vec<u8> = "\u{feff}'customerio-node'".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(&utf16).unwrap_err().contains("UTF-16"));
    }

    #[test]
    fn long_files_are_searched_to_their_end() {
        let mut long = vec![b'x'; MAX_FILE_BYTES as usize + 1];
        assert_eq!(read(&long), Ok(None));
        // Across the border of two pieces.
        long[FIRST_READ + 1024 * 1024 - 5..][..10].copy_from_slice(b"customerio");
        assert!(read(&long).unwrap_err().contains("21 MiB"));
        let endless = tempfile::NamedTempFile::new().unwrap();
        endless.as_file().set_len(1 << 40).unwrap();
        let error = read_any(endless.path(), &mut Vec::new(), concerns).unwrap_err();
        assert!(error.to_string().contains("1048576 MiB"), "{error}");
    }

    #[test]
    fn files_of_every_length_are_read_whole() {
        for len in [0, 1, FIRST_READ - 1, FIRST_READ, FIRST_READ + 1, 2 * FIRST_READ, 5 * FIRST_READ + 7] {
            let text = "x".repeat(len) + "customerio";
            for text in [&text[..len], &text[..]] {
                let expected = text.contains("customerio").then(|| text.to_owned());
                assert_eq!(read(text.as_bytes()).unwrap(), expected, "{len}");
            }
        }
        // What a longer file left in the buffer is no part of a shorter one.
        let (long, short) = (tempfile::NamedTempFile::new().unwrap(), tempfile::NamedTempFile::new().unwrap());
        std::fs::write(long.path(), "customerio".repeat(20_000)).unwrap();
        std::fs::write(short.path(), "none").unwrap();
        let mut buffer = Vec::new();
        assert_eq!(read_source(long.path(), &mut buffer, concerns).unwrap().map(str::len), Some(200_000));
        assert_eq!(read_source(short.path(), &mut buffer, concerns).unwrap(), None);
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read_source(folder.path(), &mut Vec::new(), concerns).is_err());
    }

    #[test]
    fn node_modules_is_a_whole_name() {
        assert!(in_node_modules(Path::new("a/node_modules/b.js")));
        assert!(!in_node_modules(Path::new("a/my_node_modules/b.js")));
    }
}
