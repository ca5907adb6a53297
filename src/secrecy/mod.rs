//! Hiding credentials: by their shape, wherever they are, and by their place in the code.
//!
//! Everything that leaves the process and may hold a part of a file goes through here. Hidden text is replaced byte for
//! byte, so that offsets stay true.

mod calls;
mod compared;
mod constant_values;
mod fields;
mod hidden;
mod json;
mod multi_search;
mod names;
mod pieces;
mod secrets;
mod shapes;
mod written;

pub use hidden::secrets;
pub use secrets::Secrets;
pub use shapes::{echo, echo_name, holds_secret, mask};
