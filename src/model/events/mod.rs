//! The names of events, written and composed.

pub(super) mod event;
pub(super) mod find;
pub(super) mod memo;
pub(super) mod questions;
