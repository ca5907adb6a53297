//! The imports of the SDK, those by a wrong name too, and the names of its exports in a file.

pub(super) mod manifest;
pub(super) mod memo;
pub(super) mod questions;
pub(super) mod sdk;
pub(super) mod symbols;
