//! The ways in which code talks to Customer.io.

/// A way in which code talks to Customer.io.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Door {
    /// A client of `customerio-node`.
    Sdk,
    /// A request to one of the APIs that is sent without an SDK: `fetch`, axios, got, …
    Http,
}
