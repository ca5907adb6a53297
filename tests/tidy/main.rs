//! The rules of this repository: which module may know which, what a rule must bring along, and that everything that is
//! generated from the rules' metadata is in step with it.
//!
//! Generated parts are written anew by `BLESS=1 cargo test --test tidy`.

mod audit;
mod book;
mod bounds;
mod circles;
mod crates;
mod documented;
mod doors;
mod editors;
mod english;
mod files;
mod generated;
mod idioms;
mod layers;
mod names;
mod parts;
mod picture;
mod readme;
mod rules;
mod source;
mod versions;
mod vscode;
