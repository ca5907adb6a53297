//! The answers about requests without an SDK that are kept.

use super::request::AddressedCall;
use crate::eval::units::files::LocalFile;
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};

/// The requests without an SDK in a file, from the first question about them on.
#[derive(Default)]
pub struct Memo {
    pub(super) addressed_calls: OnceCell<Vec<AddressedCall>>,
    /// The files in which something may repeat what others send.
    pub(super) intercepting: RefCell<FxHashMap<LocalFile, bool>>,
}
