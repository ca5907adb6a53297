//! Looking for words in a rope.

use aho_corasick::packed::{Config, Searcher};
use memchr::memmem::Finder;
use ropey::Rope;
use std::ops::ControlFlow;

/// Returns whether a rope holds a text somewhere.
fn contains(rope: &Rope, wanted: &str) -> bool {
    let finder = Finder::new(wanted);
    pieces(rope, wanted.len(), |piece| match finder.find(piece) {
        Some(_) => ControlFlow::Break(()),
        None => ControlFlow::Continue(()),
    })
    .is_break()
}

/// Several words that are looked for in one pass. Compared with parsing a text this costs nothing, so it is asked
/// first.
#[derive(Debug)]
pub struct Words<const N: usize> {
    words: [&'static str; N],
    /// `None` on processors without the instructions.
    searcher: Option<Searcher>,
}

impl<const N: usize> Words<N> {
    /// A search for words none of which contains another. Where two overlap in a text, the later one may be missed.
    pub fn new(words: [&'static str; N]) -> Self {
        Self { words, searcher: Config::new().builder().extend(words).build() }
    }

    /// The words that a rope holds.
    pub fn in_rope(&self, rope: &Rope) -> [bool; N] {
        let Some(searcher) = &self.searcher else { return self.words.map(|word| contains(rope, word)) };
        let mut found = [false; N];
        let longest = self.words.iter().map(|word| word.len()).max().unwrap_or(0);
        let _ = pieces(rope, longest, |piece| {
            searcher.find_iter(piece).for_each(|it| found[it.pattern().as_usize()] = true);
            if found.contains(&false) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        found
    }
}

/// Shows a rope piece by piece, so that any match of up to `longest` bytes is in one of them as a whole.
fn pieces(rope: &Rope, longest: usize, mut look: impl FnMut(&[u8]) -> ControlFlow<()>) -> ControlFlow<()> {
    let overlap = longest.saturating_sub(1);
    // Chunks are searched where they lie; what may straddle two of them or more is put together.
    let mut seam: Vec<u8> = Vec::new();
    for chunk in rope.chunks() {
        let chunk = chunk.as_bytes();
        seam.extend_from_slice(&chunk[..chunk.len().min(overlap)]);
        look(chunk)?;
        look(&seam)?;
        if chunk.len() > overlap {
            seam.clear();
            seam.extend_from_slice(&chunk[chunk.len() - overlap..]);
        } else {
            seam.drain(..seam.len().saturating_sub(overlap));
        }
    }
    ControlFlow::Continue(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn across_chunks() {
        let words = Words::new(["metric", "object_type"]);
        let one_by_one = Words { words: words.words, searcher: None };
        for before in 0..3000 {
            let text = format!("{}object_type{}", "x".repeat(before), "y".repeat(3000 - before));
            let rope = Rope::from_str(&text);
            assert!(contains(&rope, "object_type"), "after {before} bytes");
            assert_eq!(words.in_rope(&rope), [false, true], "after {before} bytes");
            assert_eq!(one_by_one.in_rope(&rope), [false, true], "after {before} bytes");
        }
        let rope = Rope::from_str(&"object_typ ".repeat(1000));
        assert!(!contains(&rope, "object_type"));
        assert_eq!(words.in_rope(&rope), [false, false]);
        assert_eq!(words.in_rope(&Rope::from_str("object_type metric")), [true, true]);
        assert!(!contains(&Rope::new(), "x") && contains(&Rope::from_str("x"), "x"));
    }
}
