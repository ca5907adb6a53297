//! The objects of requests: messages, their attachments, and requests that are made with the internals of a client.

pub(super) mod attachments;
pub(super) mod internal;
pub(super) mod memo;
pub(super) mod questions;
pub(super) mod request;
