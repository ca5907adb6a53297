//! What `customerio-node` is, as data: its modules, clients, credentials, regions, and where its methods take times and
//! names. Nothing here looks at code.

mod client;
mod credential_name;
mod method_names;
mod module;
mod slots;

pub use client::{ClientKind, CredentialKind, Region};
pub use credential_name::credential_kind;
pub use method_names::{is_method, required_ids};
pub use module::{Export, Module, PACKAGE};
pub use slots::{METHODS, Method, Shape, method};
