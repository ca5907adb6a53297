//! Files that concern us, read and waiting to be judged.
//!
//! They wait until the walk is over and are then judged one after the other. Between reading two files thousands of
//! others may be read, and each time the parser's code and tables would have to come back into the processor's caches.
//! The longest comes first: met last, it would keep one thread busy while the others have nothing left to do.

use crate::syntax::Language;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many bytes of text may wait: more than nearly every project has in files that name the SDK.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// A file that was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    /// Where.
    pub path: PathBuf,
    /// What was in it.
    pub text: String,
    /// The grammar for it.
    pub language: Language,
    /// Whether the arguments name it.
    pub named: bool,
}

impl Ord for Read {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.len().cmp(&other.text.len()).then_with(|| other.path.cmp(&self.path))
    }
}

impl PartialOrd for Read {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The files that wait. Shared by all threads.
#[derive(Default)]
pub struct Waiting(Mutex<State>);

#[derive(Default)]
struct State {
    files: BinaryHeap<Read>,
    bytes: usize,
}

impl Waiting {
    /// Has a file wait. Whether too many do now, and whoever came with this one is to judge one first.
    pub fn push(&self, file: Read) -> bool {
        let mut state = self.lock();
        state.bytes += file.text.len();
        state.files.push(file);
        state.bytes > MOST_BYTES
    }

    /// The longest one that waits.
    pub fn pop(&self) -> Option<Read> {
        let mut state = self.lock();
        let file = state.files.pop()?;
        state.bytes -= file.text.len();
        Some(file)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, len: usize) -> Read {
        Read { path: PathBuf::from(path), text: "x".repeat(len), language: Language::TypeScript, named: false }
    }

    #[test]
    fn the_longest_comes_first() {
        let waiting = Waiting::default();
        for (path, len) in [("b", 1), ("c", 3), ("a", 1), ("d", 2)] {
            assert!(!waiting.push(read(path, len)));
        }
        let order: Vec<_> = std::iter::from_fn(|| waiting.pop()).map(|file| file.path).collect();
        assert_eq!(order, ["c", "d", "a", "b"].map(PathBuf::from));
    }

    #[test]
    fn what_waits_has_a_limit() {
        let waiting = Waiting::default();
        assert!(!waiting.push(read("a", MOST_BYTES)));
        assert!(waiting.push(read("b", 1)));
        assert!(waiting.pop().is_some());
        assert!(!waiting.push(read("c", 1)));
    }
}
