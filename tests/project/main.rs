//! Which files of a project matter, and how they name each other.

mod ambient;
mod analytics;
mod changes;
mod discovery;
mod hostile;
mod property;
mod random_changes;
mod specifiers;
mod support;
