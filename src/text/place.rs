//! A range of some file.

use super::TextRange;
use std::path::Path;
use std::sync::Arc;

/// A range, in the file that is spoken of or in another one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The other file, absolute; `None` for the one that is spoken of.
    pub file: Option<Arc<Path>>,
    /// Bytes of it.
    pub range: TextRange,
}

impl Place {
    /// A range of the file that is spoken of.
    pub fn here(range: TextRange) -> Self {
        Self { file: None, range }
    }
}
