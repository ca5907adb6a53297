//! Requests to Customer.io that are made without the SDK.

pub(super) mod authorization;
pub(super) mod calls;
pub(super) mod credentials;
pub(super) mod header_keys;
pub(super) mod hosts;
pub(super) mod memo;
pub(super) mod questions;
pub(super) mod request;
pub(super) mod responses;
