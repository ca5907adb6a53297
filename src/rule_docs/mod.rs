//! The documentation for users: a page for each rule, category and preset, and the site with all of them. All of it is
//! generated from the rules' metadata and the tables of the SDK, so that the command line, editors and the site agree.

mod book;
mod doors;
mod groups;
mod rule;
mod text;

pub use book::{FOR_CONTRIBUTORS, Page, WRITTEN, book};
pub use groups::{category, preset, status};
pub use rule::{Links, brief, rule};
pub use text::{joined, plain};
