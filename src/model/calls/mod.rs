//! The calls of the SDK, and what they are about: people, payloads and operations, responses, and where they are made.

pub(super) mod call;
pub(super) mod call_sites;
pub(super) mod detached;
pub(super) mod ids;
pub(super) mod memo;
pub(super) mod missing;
mod observables;
pub(super) mod operations;
pub(super) mod payloads;
pub(super) mod per_request;
pub(super) mod questions;
pub(super) mod reasons;
pub(super) mod responses;
pub(super) mod sdk_calls;
pub(super) mod search;
