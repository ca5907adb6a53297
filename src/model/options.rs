//! The edit that gives a client an option.

use super::client::{ClientMade, OptionsGiven};
use super::clients::literal_braces;
use super::eval::Eval;
use crate::text::TextEdit;
use ropey::Rope;

/// The edit that adds an option (`key: value`) to those of a client, which has no option of this key yet. `None` where the
/// shape of the code does not allow it.
pub fn add_option(eval: &Eval<'_>, rope: &Rope, client: &ClientMade, option: &str) -> Option<TextEdit> {
    match &client.options {
        OptionsGiven::Absent => {
            let count = client.argument_count?;
            let last = client.credentials.last()?;
            // Only after the last credential, and where nothing (an `undefined`, say) stands in the place already.
            (count == client.kind.options_index() && client.credentials.len() == count)
                .then(|| TextEdit::insert(last.at.end(), format!(", {{ {option} }}")))
        }
        OptionsGiven::Primitive(at) => Some(TextEdit::replace(*at, format!("{{ {option} }}"))),
        OptionsGiven::Known(at) => {
            let (braces, empty) = literal_braces(eval, *at)?;
            let after = braces.start() + 1;
            if empty {
                return Some(TextEdit::replace(braces, format!("{{ {option} }}")));
            }
            let space = rope.get_byte(after).is_some_and(|byte| byte.is_ascii_whitespace());
            let new = if space { format!(" {option},") } else { format!("{option}, ") };
            Some(TextEdit::insert(after, new))
        }
        _ => None,
    }
}
