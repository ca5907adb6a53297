//! The account, as its APIs tell of it: asked for by `pull`, which keeps it as data in the repository, and by `doctor`,
//! `why` and `report`.
//!
//! This is the only room that opens a socket. It only reads (GET), follows no redirects, and keeps no personal data. A
//! key is held in an [`AppKey`], which is wiped afterwards and can be neither printed nor written.

mod client;
mod drift;
mod failure;
mod key;
pub mod liquid;
mod message;
mod pace;
pub mod person;
mod proxy;
mod pull;
mod segment;
mod value;
mod whereabouts;

pub use client::{Client, Patience, base_of, http_date};
pub use drift::{differences, keep_time};
pub use failure::RequestFailure;
pub use key::{Access, AppKey, TrackPair};
pub use proxy::EnvironmentProxy;
pub use pull::{PullProgress, Pulled, pull};
pub use whereabouts::{key_is_accepted, service_status, track_account, workspace_of_key};
