//! Any sequence of edits leads to the same text, facts and findings as opening the result afresh.

use crate::text::{floor, in_host, language, piece, text};
use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::TextChange;
use proptest::prelude::*;
use ropey::Rope;

/// Where, how much is taken, what is put in.
fn edit() -> impl Strategy<Value = (usize, usize, &'static str)> {
    (0usize..3000, prop_oneof![4 => 0usize..4, 1 => 0usize..200], piece())
}

fn apply(text: &mut String, rope: &mut Rope, (at, len, insert): (usize, usize, &str)) -> TextChange {
    let start = floor(text, at % (text.len() + 1));
    let old_end = floor(text, start + len).max(start);
    text.replace_range(start..old_end, insert);
    let chars = rope.byte_to_char(start)..rope.byte_to_char(old_end);
    rope.remove(chars.clone());
    rope.insert(chars.start, insert);
    TextChange { start, old_end, new_end: start + insert.len() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn edits_lead_to_the_same(
        text in text(),
        edits in prop::collection::vec(prop::collection::vec(edit(), 1..4), 1..12),
        language in language(),
    ) {
        let mut text = in_host(text, language);
        let mut source = Source::parse(Rope::from_str(&text), language);
        for batch in edits {
            let mut rope = source.rope.clone();
            let changes: Vec<TextChange> = batch.into_iter().map(|one| apply(&mut text, &mut rope, one)).collect();
            source = Source::reparse(&source, rope, &changes, &mut || false).expect("never cancelled");
            prop_assert_eq!(source.rope.to_string(), &text[..]);
            let fresh = Source::parse(Rope::from_str(&text), language);
            // How the parser recovers from an error depends on what it knew before; then the server parses once more.
            let settled = if source.is_provisional() { fresh.clone() } else { source.clone() };
            prop_assert_eq!(format!("{:#?}", settled.facts), format!("{:#?}", fresh.facts));
            let settings = Settings::default();
            prop_assert_eq!(analyze(&settled, &settings), analyze(&fresh, &settings));
            // Facts that were kept are those that the tree would give now, broken or not.
            prop_assert_eq!(format!("{:#?}", source.facts), format!("{:#?}", source.facts_anew()));
        }
    }
}
