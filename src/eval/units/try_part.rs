//! The parts of a `try` statement.

/// A part of a `try` statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryPart {
    /// The `try` block.
    Block,
    /// The `catch`.
    Handler,
    /// The `finally`.
    Finalizer,
}
