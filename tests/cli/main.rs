//! The command line, driven as a process.

mod changed;
mod check;
mod commands;
mod crashes;
mod endless;
mod files;
mod fix;
mod formats;
mod manifest;
mod project;
mod projects;
mod settings;
mod silent;
mod streams;
