//! Properties that hold for any text and any edits.
