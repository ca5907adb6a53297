//! Answers to whether a value may be null or undefined.

/// The knowledge of whether a value may be `null` or `undefined`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// Never.
    Always,
    /// It may, and is a time otherwise: by its type, or by `?.`.
    Nullish,
    /// Not known.
    Unknown,
}
