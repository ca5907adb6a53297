//! The answers about clients that are kept.

use super::client::ClientMade;
use std::cell::OnceCell;

/// The clients of a file, from the first question about them on.
#[derive(Default)]
pub struct Memo {
    pub(super) made: OnceCell<Vec<ClientMade>>,
}
