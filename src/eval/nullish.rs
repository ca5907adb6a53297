//! What may be said of whether a value is there.

/// Whether a value may be `null` or `undefined`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// Never.
    Always,
    /// It may, and is a time otherwise: by its type, or by `?.`.
    Nullish,
    /// Not known.
    Unknown,
}
