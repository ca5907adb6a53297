//! The byte order mark that some editors put before a text.

/// The byte order mark as a character.
pub const BOM: &str = "\u{feff}";

/// Returns whether a text begins with a byte order mark, and the text without it.
pub fn without_bom(text: &str) -> (bool, &str) {
    match text.strip_prefix(BOM) {
        Some(body) => (true, body),
        None => (false, text),
    }
}
