//! The name that is written several times in the document.

use crate::catalog::{Kind, KnownName, WrittenForm};
use crate::lsp::request::Analyzed;
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::text::TextRange;

/// A name and its string literals, with their quotes.
pub struct RepeatedName {
    /// The name.
    pub name: String,
    /// The literals: two or more.
    pub literals: Vec<TextRange>,
}

/// The event at a place, where several strings of the document name it.
pub fn name_at(it: &Analyzed<'_>, at: usize) -> Option<RepeatedName> {
    // The blocks of a component may not see each other's constants.
    if it.known.source.scripts.is_some() {
        return None;
    }
    let names = NamesInSight::analyzed(it);
    let symbol = names.symbol_at(at)?.symbol;
    let (Kind::Event, KnownName::Text(name)) = (symbol.kind, &symbol.name) else { return None };
    let rope = &it.known.source.rope;
    let is_quote = |range: TextRange| {
        rope.get_byte_slice(range.as_range())
            .is_some_and(|quote| quote.len_bytes() == 1 && matches!(quote.byte(0), b'"' | b'\'' | b'`'))
    };
    let mut literals = Vec::new();
    for spot in names.spots_here(&symbol) {
        match spot.form {
            // The constant is there.
            _ if spot.is_definition => return None,
            None => {}
            Some(WrittenForm::Quoted) => {
                let (start, end) = (spot.range.start().checked_sub(1)?, spot.range.end() + 1);
                let quotes = [TextRange::new(start, start + 1), TextRange::new(end - 1, end)];
                literals.push(TextRange::new(start, end));
                if !quotes.into_iter().all(is_quote) {
                    return None;
                }
            }
            Some(_) => return None,
        }
    }
    (literals.len() > 1).then(|| RepeatedName { name: name.to_string(), literals })
}
