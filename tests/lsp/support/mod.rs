//! What the tests share: a client, and engines that find what a test plants.

mod client;
mod engines;
mod process;

pub use client::{Client, capabilities, position, range};
pub use engines::{fast, gated, marks, patient, real};
pub use process::Process;
