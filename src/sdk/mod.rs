//! What `customerio-node` is, as data: its clients, where their credentials go, its regions. Nothing here looks at code.

mod client;

pub use client::{ClientKind, CredentialKind, Region};
