//! No input panics.

use crate::text::{in_host, language, text};
use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use customerio_ls::testing::text::apply_edits;
use proptest::prelude::*;
use ropey::Rope;

/// Analyses and applies every repair by itself.
fn analyse(text: &str, language: Language) {
    let source = Source::parse(Rope::from_str(text), language);
    for finding in analyze(&source, &Settings::default()).findings {
        assert!(text.get(finding.range.as_range()).is_some(), "{finding:?} lies outside the text");
        for fix in &finding.fixes {
            apply_edits(text, &fix.edits).unwrap_or_else(|error| panic!("{error}: {finding:?}"));
        }
        for related in &finding.related {
            assert!(text.get(related.place.range.as_range()).is_some(), "{finding:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn pieces(text in text()) {
        analyse(&text, Language::TypeScript);
        analyse(&text, Language::Tsx);
    }

    #[test]
    fn pieces_in_hosts(text in text(), language in language()) {
        analyse(&in_host(text, language), language);
    }

    #[test]
    fn anything(text in "customerio-node\\PC{0,200}") {
        analyse(&text, Language::Tsx);
    }

    #[test]
    fn any_markup(text in "([<>{}\\-/'\"`=a!]|script|template|customerio-node| |\n|é){0,60}", language in language()) {
        analyse(&text, language);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        analyse(&String::from_utf8_lossy(&bytes), Language::TypeScript);
    }
}
