//! Commands about the tracking plan and the account, driven as a process.

#[path = "../support/planted.rs"]
mod planted;
mod project;

#[cfg(feature = "account")]
mod doctor;
mod events;
#[cfg(feature = "account")]
mod extend;
#[cfg(feature = "account")]
mod process;
#[cfg(feature = "account")]
mod pull;
#[cfg(feature = "account")]
mod pull_notes;
#[cfg(feature = "account")]
mod report;
#[cfg(feature = "account")]
mod server;
#[cfg(feature = "account")]
mod why;
