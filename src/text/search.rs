//! Looking for words in a rope.

use memchr::memmem::Finder;
use ropey::Rope;

/// Whether a rope holds a text somewhere. Next to looking at what the text means this costs nothing, so it is asked first.
pub fn contains(rope: &Rope, wanted: &str) -> bool {
    let finder = Finder::new(wanted);
    let overlap = wanted.len().saturating_sub(1);
    // Chunks are searched where they lie; what may straddle two of them or more is put together.
    let mut seam: Vec<u8> = Vec::new();
    rope.chunks().any(|chunk| {
        let chunk = chunk.as_bytes();
        seam.extend_from_slice(&chunk[..chunk.len().min(overlap)]);
        if finder.find(chunk).is_some() || finder.find(&seam).is_some() {
            return true;
        }
        if chunk.len() > overlap {
            seam.clear();
            seam.extend_from_slice(&chunk[chunk.len() - overlap..]);
        } else {
            seam.drain(..seam.len().saturating_sub(overlap));
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn across_chunks() {
        for before in 0..3000 {
            let text = format!("{}object_type{}", "x".repeat(before), "y".repeat(3000 - before));
            assert!(contains(&Rope::from_str(&text), "object_type"), "after {before} bytes");
        }
        assert!(!contains(&Rope::from_str(&"object_typ ".repeat(1000)), "object_type"));
        assert!(!contains(&Rope::new(), "x") && contains(&Rope::from_str("x"), "x"));
    }
}
