//! Checking one text, wherever it comes from.

use crate::analysis;
use crate::config::Settings;
pub use crate::repair::Checked;
use crate::syntax::{Language, Source};
use ropey::Rope;

/// Parses and judges `text`, which begins without a byte order mark. The same as what a server says of a document with
/// this text and these settings.
pub fn check_text(text: &str, language: Language, settings: &Settings) -> Checked {
    let source = Source::parse(Rope::from_str(text), language);
    let analysis = analysis::analyze(&source, settings);
    Checked { errors: source.syntax_errors(), rope: source.rope, analysis }
}
