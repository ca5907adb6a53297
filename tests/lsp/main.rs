//! The language server over its wire.
