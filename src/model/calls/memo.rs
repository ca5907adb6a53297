//! The answers about calls that are kept.

use super::missing::MissingCall;
use super::payloads::Payload;
use super::sdk_calls::Call;
use crate::eval::sdk_call::SdkCall;
use crate::eval::units::Node;
use std::cell::OnceCell;

/// The calls of a file, each list from the first question about it on.
#[derive(Default)]
pub struct Memo {
    pub(super) of_interest: OnceCell<Vec<Node>>,
    pub(super) with_names_or_times: OnceCell<Vec<SdkCall>>,
    pub(super) of_every_door: OnceCell<Vec<Call>>,
    pub(super) missing: OnceCell<Vec<MissingCall>>,
    pub(super) payloads: OnceCell<Vec<Payload>>,
}
