//! A test of whether a text can concern this tool, for ropes and after edits.

use crate::engine::may_concern;
use crate::sdk::LONGEST_MENTION;
use ropey::Rope;
use std::ops::Range;

/// The number of bytes on either side of an edit that can form a searched word together with it.
const REACH: usize = LONGEST_MENTION;

/// Returns whether this text may.
pub fn text(text: &str) -> bool {
    may_concern(text.as_bytes())
}

/// Returns whether the whole text may. It stops at the first hit, which is usually among the imports.
pub fn rope(rope: &Rope) -> bool {
    bytes(rope, 0..rope.len_bytes())
}

/// Returns whether an edit that put `range` there can have brought the name into a text that did not have it.
pub fn around(rope: &Rope, range: Range<usize>) -> bool {
    bytes(rope, range.start.saturating_sub(REACH)..(range.end + REACH).min(rope.len_bytes()))
}

fn bytes(rope: &Rope, range: Range<usize>) -> bool {
    let chars = rope.byte_to_char(range.start)..rope.byte_to_char(range.end);
    // Chunks are searched where they lie; what may straddle two of them is put together.
    let mut seam: Vec<u8> = Vec::with_capacity(2 * REACH);
    for chunk in rope.slice(chars).chunks() {
        let chunk = chunk.as_bytes();
        seam.extend_from_slice(&chunk[..chunk.len().min(REACH)]);
        if may_concern(chunk) || may_concern(&seam) {
            return true;
        }
        if chunk.len() > REACH {
            seam.clear();
            seam.extend_from_slice(&chunk[chunk.len() - REACH..]);
        } else {
            let excess = seam.len().saturating_sub(REACH);
            seam.drain(..excess);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_name_across_chunks() {
        for before in 0..3000 {
            let text = format!("{}customerio{}", "x".repeat(before), "y".repeat(3000 - before));
            assert!(rope(&Rope::from_str(&text)), "after {before} bytes");
        }
        assert!(!rope(&Rope::from_str(&"customeri ".repeat(1000))));
    }

    #[test]
    fn an_edit_that_completes_the_name_is_seen() {
        let rope = Rope::from_str(&format!("{}é customerio", "é".repeat(2000)));
        let at = rope.len_bytes() - 4;
        assert!(around(&rope, at..at + 1));
        assert!(!around(&rope, 10..20));
    }
}
