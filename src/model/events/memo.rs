//! The answers about events that are kept.

use super::event::{ComposedName, EventName};
use std::cell::OnceCell;

/// The names of the events of a file, from the first question about them on: those that are known, and those some
/// parts of which are not.
#[derive(Default)]
pub struct Memo {
    pub(super) names: OnceCell<(Vec<EventName>, Vec<ComposedName>)>,
}
