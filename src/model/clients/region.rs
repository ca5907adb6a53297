//! The repair that gives a client its region.

use super::client::{ClientMade, OptionsGiven, RegionGiven};
use super::find::literal_braces;
use crate::eval::Eval;
use crate::model::imports::symbols::symbol;
use crate::sdk::{ClientKind, Region};
use crate::text::Repair;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;

/// See [`crate::model::Clients::set_region`].
pub fn set_region(eval: &Eval<'_>, rope: &Rope, client: &ClientMade, region: Region) -> Option<Repair> {
    // The legacy class takes its regions from another module; which one depends on the version.
    if client.kind == ClientKind::Legacy {
        return None;
    }
    let symbol = symbol(eval, rope, region.export())?;
    let (title, edit) = edit(eval, rope, client, &symbol.text)?;
    let mut edits = symbol.edits;
    edits.extend(edit);
    edits.sort();
    Some(Repair { title, edits, safe: true })
}

fn edit(eval: &Eval<'_>, rope: &Rope, client: &ClientMade, text: &str) -> Option<(String, Option<TextEdit>)> {
    let set = format!("Change to `{text}`");
    if let Some((_, at)) = client.positional_region {
        return Some((
            format!("Change to `{{ region: {text} }}`"),
            Some(TextEdit::replace(at, format!("{{ region: {text} }}"))),
        ));
    }
    let inside = |at: TextRange| client.range.contains(at);
    match &client.region {
        RegionGiven::Known(_, at)
        | RegionGiven::Text(_, at)
        | RegionGiven::Environment(_, at)
        | RegionGiven::Object(at) => {
            let is_value = inside(*at) && !is_carrier(client, *at);
            is_value.then(|| (set, Some(TextEdit::replace(*at, text))))
        }
        RegionGiven::Misspelled { at, shorthand, .. } if inside(*at) => {
            let edit =
                if *shorthand { TextEdit::insert(at.start(), "region: ") } else { TextEdit::replace(*at, "region") };
            Some(("Rename to `region`".to_owned(), Some(edit)))
        }
        RegionGiven::Absent => {
            let option = format!("region: {text}");
            add_option(eval, rope, client, &option).map(|edit| (format!("Add `{option}`"), Some(edit)))
        }
        _ => None,
    }
}

/// Returns whether a range is the whole argument, a variable that holds the options, and not a value in them.
fn is_carrier(client: &ClientMade, at: TextRange) -> bool {
    match &client.options {
        OptionsGiven::Known(options) | OptionsGiven::Unknown(options) => *options == at,
        _ => false,
    }
}

/// The edit that gives a client one more option, `key: value`; `None` where the shape of the code does not allow it.
pub fn add_option(eval: &Eval<'_>, rope: &Rope, client: &ClientMade, option: &str) -> Option<TextEdit> {
    match &client.options {
        OptionsGiven::Absent => {
            let count = client.argument_count?;
            let last = client.credentials.last()?;
            // Only after the last credential, and where nothing (an `undefined`, say) is in that place already.
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
