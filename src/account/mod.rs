//! The account, as its API tells of it: asked for once by `pull`, and kept as data in the repository.
//!
//! This is the only room that opens a socket. It only reads (GET), follows no redirects, and keeps no personal data. A
//! key is held in a [`Key`], which is wiped afterwards and can be neither printed nor written.

mod client;
mod drift;
mod failure;
mod key;
pub mod liquid;
mod message;
mod pace;
mod pull;
mod segment;

pub use client::{Client, base_of};
pub use drift::{differences, keep_time};
pub use failure::{RequestFailure, Why};
pub use key::AppKey;
pub use pull::{PullProgress, Pulled, pull};
