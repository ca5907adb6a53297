//! What the tests share: a client, and engines that find what a test plants.

mod client;
mod engines;
mod process;

pub use client::{Client, capabilities, position, range};
pub use engines::{Finder, Gate, fast, gated, marks, patient, real, text};
pub use process::Process;

use std::time::Duration;

/// No single wait of a test takes that long unless the server is stuck, however slow the machine is.
const PATIENCE: Duration = Duration::from_secs(120);
