//! Whole projects: what is known of files that are not open, and what an edit changes for others.

pub mod watch;
