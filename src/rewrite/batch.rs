//! A loop that sends one event after the other, or all of them side by side, as one `batch`.

use super::layout::{indentation, level, quote, semicolon};
use super::walk::{statement_of, walked, written};
use super::{fresh_names, rewritten};
use crate::model::{Call, Field, Given, Model, Promise};
use crate::sdk::ClientClass;
use crate::text::{Repair, TextEdit, TextRange};

/// Names for the operations, in the order in which they are tried.
const NAMES: [&str; 2] = ["operations", "batchOperations"];

/// The loop around the call with one request for all events: `for (const x of xs) { await cio.track(…); }`, or
/// `await Promise.all(xs.map((x) => cio.track(…)));`, where it does nothing else and every part of the event is written
/// in the call.
pub fn in_one_batch(model: &Model<'_>, call: &Call, typed: bool) -> Option<Repair> {
    let version = model.version();
    let there = version.is_some() && ClientClass::Track.has_method("batch", version).yes();
    let is_track = ClientClass::of(call.client) == ClientClass::Track && call.method.as_deref() == Some("track");
    let is_awaited = matches!(call.promise, Promise::Awaited | Promise::Returned);
    if call.through.is_some() || !there || !is_track || !call.closed || call.arguments.len() != 2 || !is_awaited {
        return None;
    }
    let header = walked(model, call)?;
    let person = call.argument(0)?;
    // What is certainly an address is no id.
    if matches!(model.given(person), Given::Text(text) if text.contains('@')) {
        return None;
    }
    let person = written(model, call, person.range?)?;
    let person = pair("id", &person);
    let fields = model.fields(call.argument(1)?)?;
    if fields.open || fields.get("name").is_none() {
        return None;
    }
    let mut parts = Vec::new();
    for (key, to) in [("name", "name"), ("data", "attributes"), ("timestamp", "timestamp")] {
        if let Some(field) = fields.get(key) {
            parts.push(pair(to, &value(model, call, field)?));
        }
    }
    if parts.len() != fields.list.len() {
        return None;
    }
    let text = model.file().whole_text();
    let quote = quote(text);
    let word = |word: &str| format!("{quote}{word}{quote}{}", if typed { " as const" } else { "" });
    let name = fresh_names::variable(model, call, statement_of(model, call), &NAMES, fresh_names::in_loop)?;
    let client = model.text(TextRange { start: call.callee.start, end: call.name.start });
    let client = client.strip_suffix('.').filter(|client| !client.ends_with('?'))?;
    let (pattern, list) = (&header.pattern, &header.list);
    let (indent, level, end) = (indentation(text, header.whole.start()), level(text), semicolon(text));
    // A part of a batch may fail without the promise failing; in the loop, every failure threw.
    let code = format!(
        "const {name} = Array.from({list}, ({pattern}) => ({{\n\
         {indent}{level}type: {}, identifiers: {{ {person} }}, action: {}, {},\n\
         {indent}}})){end}\n\
         {indent}if ({name}.length > 0) {{\n\
         {indent}{level}const {{ errors }} = await {client}.batch({name}){end}\n\
         {indent}{level}if (errors?.length) throw new Error(`Customer.io did not take ${{errors.length}} of ${{{name}.length}} events`){end}\n\
         {indent}}}",
        word("person"),
        word("event"),
        parts.join(", "),
    );
    Some(rewritten("Send all events in one batch (of up to 500 kB)", vec![TextEdit::replace(header.whole, code)]))
}

fn value(model: &Model<'_>, call: &Call, field: &Field) -> Option<String> {
    if field.uncertain || field.key_range.is_none_or(|range| !call.range.contains(range)) {
        return None;
    }
    if field.shorthand { Some(field.key.to_string()) } else { written(model, call, field.value.range?) }
}

/// A property, as one word where its value is called by its key.
fn pair(key: &str, value: &str) -> String {
    if key == value { key.to_owned() } else { format!("{key}: {value}") }
}
