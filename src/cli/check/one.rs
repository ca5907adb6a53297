//! Checking one text, wherever it comes from.

use crate::analysis::{self, Analysis};
use crate::config::Settings;
use crate::syntax::{Language, Source, SyntaxErrors};
use ropey::Rope;

/// One text, judged.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The text.
    pub rope: Rope,
    /// What was found.
    pub analysis: Analysis,
    /// Where the text is no valid program.
    pub errors: SyntaxErrors,
}

/// Parses and judges `text`, which begins without a byte order mark. The same as what a server says of a document with
/// this text and these settings.
pub fn check_text(text: &str, language: Language, settings: &Settings) -> Checked {
    let source = Source::parse(Rope::from_str(text), language);
    let analysis = analysis::analyze(&source, settings);
    Checked { errors: source.syntax_errors(), rope: source.rope, analysis }
}
