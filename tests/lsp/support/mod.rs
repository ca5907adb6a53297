//! What the tests share: a client, and engines that find what a test plants.

mod client;
mod engines;
mod process;

pub use client::{Client, Initialized, capabilities, position, range};
pub use engines::{Gate, fast, gated, marks, real};
pub use process::Process;
