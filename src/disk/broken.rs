//! Texts for tests: as they are during typing, and as they never occur in typing.

use std::path::{Path, PathBuf};

/// A small generator of numbers, the same in every run.
#[derive(Clone, Debug)]
pub struct Numbers(u64);

impl Numbers {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next one, below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Shows every beginning of `text`, and `count` texts with something cut out, doubled or put in at random.
pub fn variants(text: &[u8], count: usize, mut show: impl FnMut(&[u8])) {
    const PIECES: [&[u8]; 24] = [
        b"/*",
        b"*/",
        b"//",
        b"'",
        b"\"",
        b"`",
        b"\\",
        b"\\u{",
        b"\\x",
        b"<",
        b">",
        b"${",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b"\n",
        b"\r\n",
        b"#",
        b"\xFF",
        b"\xE2\x80",
        b"\xEF\xBB\xBF",
    ];
    (0..=text.len()).for_each(|end| show(&text[..end]));
    let mut numbers = Numbers::new(text.len() as u64 + 1);
    for _ in 0..count {
        let mut bytes = text.to_vec();
        for _ in 0..=numbers.below(3) {
            let at = numbers.below(bytes.len() + 1);
            let end = (at + numbers.below(20)).min(bytes.len());
            match numbers.below(4) {
                0 => drop(bytes.drain(at..end)),
                1 => bytes.truncate(at),
                2 => bytes.extend_from_within(at..end),
                _ => drop(bytes.splice(at..at, PIECES[numbers.below(PIECES.len())].iter().copied())),
            }
        }
        show(&bytes);
    }
}

/// The files below a folder of this repository.
pub fn fixtures(folder: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        match std::fs::read_dir(&path) {
            Ok(entries) => open.extend(entries.map(|entry| entry.expect("an entry").path())),
            Err(_) => files.push(path),
        }
    }
    files.sort();
    files
}
