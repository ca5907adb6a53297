//! The people that calls are about: how they are named, and the attributes that they get.

pub(super) mod find;
pub(super) mod questions;
