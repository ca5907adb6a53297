//! Values that may be too many things to know.

use crate::eval::units::Node;
use std::cell::Cell;

thread_local! {
    /// The last expression that may be too many things, for the evaluation to report.
    static OVERFLOWN: Cell<Option<Node>> = const { Cell::new(None) };
}

/// Remembers an expression that may be too many things to know.
pub fn overflown(node: Node) {
    OVERFLOWN.set(Some(node));
}

/// The last expression on this thread with too many possible values, reported once.
pub fn take_overflown() -> Option<Node> {
    OVERFLOWN.take()
}
