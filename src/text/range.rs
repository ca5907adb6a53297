//! Byte ranges and sets of edits.

use std::fmt;

/// A half-open range of bytes, `start..end`, in the UTF-8 text of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextRange {
    /// The range `start..end`, in bytes. Files are at most 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }
    /// First byte, as an index.
    pub fn start(self) -> usize {
        self.start as usize
    }
    /// One past the last byte, as an index.
    pub fn end(self) -> usize {
        self.end as usize
    }
    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    /// Returns whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// The range moved right by `offset` bytes.
    pub fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset as u32, end: self.end + offset as u32 }
    }
    /// Returns whether `other` lies inside this range (both ends may touch).
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Returns whether the ranges share a byte or touch; an empty range (a cursor) touches the text beside it.
    pub fn touches(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
    /// As a `usize` range, for slicing.
    pub fn as_range(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }
}

/// Replace the bytes of `range` by `text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextEdit {
    /// The bytes that go.
    pub range: TextRange,
    /// The text that replaces them.
    pub text: String,
}

impl TextEdit {
    /// Replaces `range` by `text`.
    pub fn replace(range: TextRange, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }
    /// Inserts `text` before the byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: TextRange::new(at, at), text: text.into() }
    }
}

/// The reason why a set of edits cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two edits share bytes.
    Overlap,
    /// An edit reaches past the end of the text, or splits a character.
    OutOfBounds,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Overlap => "two edits overlap",
            Self::OutOfBounds => "an edit lies outside the text",
        })
    }
}

impl std::error::Error for EditError {}

/// `text` with `edits` applied. Their order does not matter; equal edits count once.
///
/// # Errors
/// When two of them overlap or one lies outside the text; nothing is applied then.
pub fn apply_edits(text: &str, edits: &[TextEdit]) -> Result<String, EditError> {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sorted.sort();
    sorted.dedup();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        if edit.range.start() < at {
            return Err(EditError::Overlap);
        }
        out.push_str(text.get(at..edit.range.start()).ok_or(EditError::OutOfBounds)?);
        text.get(edit.range.as_range()).ok_or(EditError::OutOfBounds)?;
        out.push_str(&edit.text);
        at = edit.range.end();
    }
    out.push_str(text.get(at..).ok_or(EditError::OutOfBounds)?);
    Ok(out)
}
