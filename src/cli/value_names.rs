//! Arguments that are one of a few words.

use crate::finding::Severity;
use crate::rules::Preset;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Reads the name of a preset.
pub fn preset() -> impl TypedValueParser<Value = Preset> {
    PossibleValuesParser::new(Preset::EVERY.map(Preset::as_str)).map(|word| Preset::find(&word).unwrap_or_default())
}

/// Reads a severity.
pub fn severity() -> impl TypedValueParser<Value = Severity> {
    const EVERY: [Severity; 4] = [Severity::Error, Severity::Warning, Severity::Info, Severity::Hint];
    PossibleValuesParser::new(EVERY.map(Severity::as_str))
        .map(|word| EVERY.into_iter().find(|severity| severity.as_str() == word).unwrap_or(Severity::Hint))
}
