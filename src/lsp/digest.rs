//! A digest of the diagnostics that the client shows of a file, as one number: an equal set is not sent again.

use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hasher};
use std::io;
use tower_lsp::lsp_types::{Diagnostic, Url};

/// The digest of no diagnostics: the state of every document that was just opened.
pub const NOTHING: u64 = 0;

/// A digest of diagnostics as they go over the wire.
pub fn digest(diagnostics: &[Diagnostic]) -> u64 {
    if diagnostics.is_empty() {
        return NOTHING;
    }
    let mut hasher = Digest::default();
    // Neither the hasher nor the form of a diagnostic can fail.
    let _ = serde_json::to_writer(&mut hasher, diagnostics);
    hasher.0.finish().max(NOTHING + 1)
}

/// A digest that takes a text in without keeping it.
#[derive(Default)]
struct Digest(DefaultHasher);

impl io::Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The parameters that take all diagnostics of a document away.
pub fn cleared(uri: &Url) -> Value {
    json!({ "uri": uri, "diagnostics": [] })
}
