//! Syntax: the language of a file, and its tree.

mod host;
mod language;
mod parse;
mod reading;
mod unfinished;

pub use host::Scripts;
pub use language::{Dialect, Language};
pub use parse::{Parsed, TextChange, has_same_blocks, moved, parse};
pub use unfinished::{Name, Of, Unfinished};
