//! A file's text and places in it, as people and programs count them.

use crate::secrecy::Secrets;
use crate::text::position::to_position;
use crate::text::{BOM, Encoding, TextRange};
use ropey::Rope;
use std::sync::Arc;

/// The text that findings refer to.
#[derive(Clone, Debug)]
pub struct FileText {
    rope: Rope,
    /// Bytes of the file before the text: those of a byte order mark.
    before: usize,
    secrets: Arc<Secrets>,
}

/// A one-based line and column, the column in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub line: u32,
    pub column: u32,
}

impl FileText {
    /// From the text without its byte order mark; `bom` says whether the file begins with one.
    pub fn new(rope: Rope, bom: bool) -> Self {
        Self { rope, before: if bom { BOM.len() } else { 0 }, secrets: Arc::default() }
    }

    /// The same text with its secrets, besides anything with the shape of a credential.
    pub fn hiding(self, secrets: Secrets) -> Self {
        Self { secrets: Arc::new(secrets), ..self }
    }

    /// Returns the secrets in it.
    pub(super) fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// The text without its secrets, byte for byte as long.
    pub(super) fn printable(&self) -> String {
        self.secrets.source(&self.rope.to_string()).into_owned()
    }

    /// The text.
    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// Returns the text of a range; nothing where the text has no such range.
    pub(super) fn slice(&self, range: TextRange) -> String {
        self.rope.get_byte_slice(range.start()..range.end()).map(|slice| slice.to_string()).unwrap_or_default()
    }

    /// The place of an offset. All reports count alike, and as editors and TypeScript do.
    pub(super) fn utf16(&self, offset: u32) -> Place {
        let position = to_position(&self.rope, offset as usize, Encoding::Utf16);
        Place { line: position.line + 1, column: position.column + 1 }
    }

    /// The offset in the bytes of the file on disk.
    pub(super) fn in_file(&self, offset: u32) -> usize {
        offset as usize + self.before
    }

    /// The beginning and the end of a range.
    pub(super) fn ends(&self, range: TextRange) -> (Place, Place) {
        (self.utf16(range.start), self.utf16(range.end))
    }
}
