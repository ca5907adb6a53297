//! Properties that hold for any text and any edits.

mod edits;
mod panics;
mod positions;
mod text;
