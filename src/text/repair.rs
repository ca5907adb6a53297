//! Edits that fix a place.

use super::TextEdit;

/// Edits that fix a place, and how sure it is that they do only that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The title, in the imperative: "Convert to Unix seconds".
    pub title: String,
    /// Disjoint edits.
    pub edits: Vec<TextEdit>,
    /// True when nothing but the fixed place changes its meaning.
    pub safe: bool,
}
