//! The answers about repeated requests that are kept.

use crate::model::errors::Retried;
use std::cell::OnceCell;

/// The calls that a file sends again, from the first question about them on.
#[derive(Default)]
pub struct Memo {
    pub(super) of_sdk: OnceCell<Vec<Retried>>,
}
