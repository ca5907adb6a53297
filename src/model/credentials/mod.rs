//! The credentials of clients: where they come from, what they are called, and what checks them.

pub(super) mod checks;
pub(super) mod names;
pub(super) mod questions;
pub(super) mod sources;
