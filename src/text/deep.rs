//! Code that goes as deep as the text does which it reads.

/// The stack space that one level may take.
const RED_ZONE: usize = 256 * 1024;
/// The stack space that is added when less than that is left.
const GROWTH: usize = 4 * 1024 * 1024;

/// Does something that may go as deep as a text does: deep nesting and long chains do not end the process.
pub fn deep<T>(inside: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(RED_ZONE, GROWTH, inside)
}
