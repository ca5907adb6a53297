//! A setting that is wrong.

use crate::text::position::to_position;
use crate::text::{Encoding, LineColumn, TextRange};
use ropey::Rope;
use std::fmt;
use std::path::PathBuf;

/// Something wrong in the settings. Everything that is right beside it applies.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The settings file; `None` when the editor sent it.
    pub path: Option<PathBuf>,
    /// JSON pointer to the value: `/rules/wrong-api-key/severity`; empty for the whole.
    pub pointer: String,
    /// Its place in the file, in bytes.
    pub range: Option<TextRange>,
    /// The problem, its place, and the value to write instead.
    pub message: String,
    /// The text of the file, for lines and columns.
    pub(super) text: Option<Rope>,
}

impl Problem {
    /// The zero-based positions of its beginning and end; `None` when it has no place in a file.
    pub fn positions(&self, encoding: Encoding) -> Option<(LineColumn, LineColumn)> {
        let (text, range) = (self.text.as_ref()?, self.range?);
        Some((to_position(text, range.start(), encoding), to_position(text, range.end(), encoding)))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{}", path.display())?,
            None if self.pointer.is_empty() => f.write_str("editor settings")?,
            None => write!(f, "editor settings, {}", self.pointer)?,
        }
        if let Some((start, _)) = self.positions(Encoding::Utf32) {
            write!(f, ":{}:{}", start.line + 1, start.column + 1)?;
        }
        write!(f, ": {}", self.message)
    }
}
