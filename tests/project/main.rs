//! Which files of a project matter, and how they name each other.

mod changes;
mod discovery;
mod hostile;
mod property;
mod specifiers;
mod support;
