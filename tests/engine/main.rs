//! What the engine knows of one file.
