//! The times that are sent: where they stand, and the unit that each one is in.

pub(super) mod memo;
pub(super) mod questions;
pub(super) mod seconds;
pub(super) mod slots;
pub(super) mod time;
