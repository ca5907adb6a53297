//! The command line, driven as a process.

#[path = "../support/planted.rs"]
mod planted;

mod arguments;
mod baseline;
mod bounds;
mod changed;
mod check;
mod commands;
mod crashes;
mod endless;
mod files;
mod fix;
mod formats;
mod hostile;
mod limits;
mod manifest;
mod names;
mod project;
mod projects;
mod real;
mod reports;
mod secrets;
mod settings;
mod shown;
mod shown_code;
mod silent;
mod streams;
mod watch;
mod whole;
