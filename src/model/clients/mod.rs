//! The clients that a file creates, with their options and their region.

pub(super) mod client;
pub(super) mod find;
pub(super) mod memo;
pub(super) mod questions;
pub(super) mod region;
pub(super) mod region_text;
pub(super) mod site;
