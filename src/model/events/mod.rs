//! The names of events, written and composed.

pub(super) mod event;
pub(super) mod find;
