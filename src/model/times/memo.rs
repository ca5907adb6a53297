//! The answers about times that are kept.

use super::time::TimeSlot;
use std::cell::OnceCell;

/// The times of a file, from the first question about them on.
#[derive(Default)]
pub struct Memo {
    pub(super) slots: OnceCell<Vec<TimeSlot>>,
}
