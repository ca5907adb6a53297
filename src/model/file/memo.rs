//! The answers about the file itself that are kept.

use super::prefilter::Mentioned;
use crate::text::TextRange;
use std::cell::OnceCell;

/// The properties of a file, each from the first question about it on.
#[derive(Default)]
pub struct Memo {
    pub(super) is_mocked: OnceCell<bool>,
    pub(super) whole_text: OnceCell<String>,
    pub(super) expected_failures: OnceCell<Vec<TextRange>>,
    pub(super) for_the_sdk_alone: OnceCell<Vec<TextRange>>,
    pub(super) taken_globals: OnceCell<Vec<&'static str>>,
    pub(super) mentioned: OnceCell<Mentioned>,
}
