//! The file as such: its lines and statements, the code that is not analyzed, and a summary of it for the project.

pub(super) mod exclusive_code;
pub(super) mod expected_failures;
pub(super) mod memo;
pub(super) mod name_words;
pub(super) mod prefilter;
pub(super) mod questions;
pub(super) mod scope;
pub(super) mod sleeps;
pub(super) mod statement;
pub(super) mod summary;
pub(super) mod taken_globals;
