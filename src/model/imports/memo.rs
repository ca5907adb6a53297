//! The answers about imports that are kept.

use super::sdk::{EnumMember, ImportsFound};
use std::cell::OnceCell;

/// The imports of a file, from the first question about them on.
#[derive(Default)]
pub struct Memo {
    pub(super) found: OnceCell<ImportsFound>,
    pub(super) enum_members: OnceCell<Vec<EnumMember>>,
}
