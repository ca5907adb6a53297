//! A loop that triggers a broadcast for one person after the other, as one broadcast for all of them.

use super::layout::{has_word, indentation, level, semicolon};
use super::walk::{Header, statement_of, walked, written};
use super::{fresh_names, rewritten};
use crate::model::{Call, Field, Fields, Model, Promise};
use crate::text::{Repair, TextEdit, TextRange};

/// The names of the recipients, after the key that identifies them.
const NAMES: [&str; 2] = ["recipients", "broadcastRecipients"];

/// The recipients of a broadcast, by the code of a loop.
struct Recipients {
    /// The key that names them: `emails`.
    key: &'static str,
    /// The one that a round of the loop names.
    one: String,
    /// The entries besides the key.
    flags: Vec<String>,
}

/// The loop around a call of `triggerBroadcast` with one call: where it does nothing else, and where every round names
/// one person and differs from the others in nothing but that person and the data.
pub fn in_one_broadcast(model: &Model<'_>, call: &Call) -> Option<Repair> {
    let is_awaited = matches!(call.promise, Promise::Awaited | Promise::Returned);
    if call.through.is_some() || !call.closed || call.arguments.len() != 3 || !is_awaited {
        return None;
    }
    let header = walked(model, call)?;
    let argument = |at: usize| written(model, call, call.argument(at)?.range?);
    let (id, data) = (argument(0)?, argument(1)?);
    let recipients = recipients(model, call, &header)?;
    if varies(&header, &id) {
        return None;
    }
    // What differs from person to person goes with the person.
    let (key, one, data) = match (varies(&header, &data), recipients.key) {
        (false, key) => (key, recipients.one, data),
        (true, "emails") => ("per_user_data", entry("email", &recipients.one, &data), "{}".to_owned()),
        (true, "ids") => ("per_user_data", entry("id", &recipients.one, &data), "{}".to_owned()),
        (true, _) => return None,
    };
    let text = model.file().whole_text();
    let indent = indentation(text, header.whole.start());
    let (level, end) = (level(text), semicolon(text));
    let Header { pattern, list, .. } = &header;
    let given = match (header.is_array, one == *pattern) {
        (true, true) => list.clone(),
        (false, true) => format!("[...{list}]"),
        (true, false) => format!("{list}.map(({pattern}) => {})", in_arrow(&one)),
        (false, false) => format!("Array.from({list}, ({pattern}) => {})", in_arrow(&one)),
    };
    let is_named = given.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$' | '.'));
    let (named, name) = if is_named {
        (String::new(), given.clone())
    } else {
        let name = fresh_names::variable(model, call, statement_of(model, call), &NAMES, fresh_names::in_loop)?;
        (format!("const {name} = {given}{end}\n{indent}"), name)
    };
    let audience = if name == key { name.to_owned() } else { format!("{key}: {name}") };
    let audience = std::iter::once(audience).chain(recipients.flags).collect::<Vec<_>>().join(", ");
    let callee = model.text(call.callee);
    let code = format!(
        "{named}if ({name}.length > 0) {{\n\
         {indent}{level}await {callee}({id}, {data}, {{ {audience} }}){end}\n\
         {indent}}}"
    );
    Some(rewritten(
        "Trigger the broadcast once for everyone (up to 10,000 people)",
        vec![TextEdit::replace(header.whole, code)],
    ))
}

/// The recipient of a broadcast in a round of the loop.
fn recipients(model: &Model<'_>, call: &Call, header: &Header) -> Option<Recipients> {
    let fields: Fields = model.fields(call.argument(2)?).filter(|fields| !fields.open)?;
    let mut found = None;
    let mut flags = Vec::new();
    for field in &fields.list {
        match ["emails", "ids", "per_user_data"].into_iter().find(|key| field.key == *key) {
            Some(key) if found.is_none() => {
                let (items, all) = model.items(&field.value)?;
                let [only] = items.as_slice() else { return None };
                let is_here = all && model.literal(&field.value).is_some_and(|literal| call.range.contains(literal));
                found = Some((key, is_here.then(|| written(model, call, only.range?))??));
            }
            Some(_) => return None,
            None => flags.push(flag(model, call, field).filter(|flag| !varies(header, flag))?),
        }
    }
    let (key, one) = found?;
    Some(Recipients { key, one, flags })
}

fn flag(model: &Model<'_>, call: &Call, field: &Field) -> Option<String> {
    let key = field.key_range?;
    if field.uncertain {
        return None;
    }
    let range = TextRange { start: key.start, end: field.value.range.map_or(key.end, |value| value.end.max(key.end)) };
    written(model, call, range)
}

/// Returns whether code names an element of the list, or a part of one.
fn varies(header: &Header, code: &str) -> bool {
    let mut names = header.pattern.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$'));
    names.any(|name| !name.is_empty() && has_word(code, name))
}

/// An entry of `per_user_data`.
fn entry(key: &str, one: &str, data: &str) -> String {
    let who = if one == key { key.to_owned() } else { format!("{key}: {one}") };
    format!("{{ {who}, data: {data} }}")
}

/// An expression as the result of an arrow.
fn in_arrow(code: &str) -> String {
    if code.starts_with('{') { format!("({code})") } else { code.to_owned() }
}
