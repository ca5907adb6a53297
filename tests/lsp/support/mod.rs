//! What the tests share: a client, and engines that find what a test plants.

mod barrier;
mod client;
mod drive;
mod edit;
mod engines;
mod folder;
mod names;
mod process;
mod protocol;

pub use barrier::{BARRIER, Barrier};
pub use client::{Client, capabilities, position, range};
pub use drive::text_to_wire;
pub use edit::applied;
pub use engines::{Counting, Finder, counted, fast, gated, marks, patient, real, text};
pub use folder::{CALLER, CLIENT, Folder, uri};
pub use names::{Project, columns, knows_names, place};
pub use process::{BINARY, Process};
pub use protocol::{messages_checked, methods_of_clients};

use std::time::Duration;

/// No single wait of a test takes that long unless the server is stuck, however slow the machine is.
const PATIENCE: Duration = Duration::from_secs(120);
