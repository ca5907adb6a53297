//! A loop that sends one event after the other, as one `batch`.

use super::{Refactoring, Site, has_word};
use crate::model::{Field, Given, LoopAround, Promise};
use crate::sdk::Class;
use crate::text::{TextEdit, TextRange};

/// Names for the operations, in the order in which they are tried.
const NAMES: [&str; 2] = ["operations", "batchOperations"];

/// The loop around the call with one request for all events: `for (const x of xs) { await cio.track(…); }`, where the loop
/// does nothing else and every part of the event is written in the call.
pub fn refactoring(site: &Site<'_>) -> Option<Refactoring> {
    let (model, call) = (site.model, site.call);
    let version = model.version();
    let there = version.is_some() && Class::Track.has_method("batch", version).yes();
    let is_track = (site.method.class, site.method.name) == (Class::Track, "track");
    if !there || !is_track || !call.closed || call.arguments.len() != 2 || call.promise != Promise::Awaited {
        return None;
    }
    let around = call.around.loops.first().filter(|it| it.method.is_none())?;
    let header = header(site, around)?;
    let person = call.argument(0)?;
    // What is certainly an address is no id.
    if matches!(model.given(person), Given::Text(text) if text.contains('@')) {
        return None;
    }
    let person = written(site, person.range?)?;
    let fields = model.fields(call.argument(1)?)?;
    if fields.open || fields.get("name").is_none() {
        return None;
    }
    let mut parts = Vec::new();
    for (key, to) in [("name", "name"), ("data", "attributes"), ("timestamp", "timestamp")] {
        if let Some(field) = fields.get(key) {
            parts.push(format!("{to}: {}", value(site, field)?));
        }
    }
    if parts.len() != fields.list.len() {
        return None;
    }
    let text = site.request.source.rope.to_string();
    let quote = if text.matches('\'').count() > text.matches('"').count() { '\'' } else { '"' };
    let word = |word: &str| format!("{quote}{word}{quote}{}", if site.typed { " as const" } else { "" });
    let name = NAMES.into_iter().find(|name| !has_word(&text, name))?;
    let client = model.text(TextRange { start: call.callee.start, end: call.name.start });
    let client = client.strip_suffix('.').filter(|client| !client.ends_with('?'))?;
    let (pattern, list) = (&header.pattern, &header.list);
    let indent = indentation(&text, header.whole.start());
    let code = format!(
        "const {name} = Array.from({list}, ({pattern}) => ({{\n{indent}  type: {}, identifiers: {{ id: {person} }}, action: {}, \
         {},\n{indent}}}));\n{indent}if ({name}.length > 0) {{\n{indent}  await {client}.batch({name});\n{indent}}}",
        word("person"),
        word("event"),
        parts.join(", "),
    );
    Some(Refactoring {
        title: "Send all events in one batch (of up to 500 kB)".to_owned(),
        edits: vec![TextEdit::replace(header.whole, code)],
    })
}

/// The text of a part of the call, when it is written there.
fn written(site: &Site<'_>, range: TextRange) -> Option<String> {
    let text = site.model.text(range);
    // An `await` in a callback that is not async would be an error.
    (site.call.range.contains(range) && !has_word(&text, "await") && !has_word(&text, "yield")).then_some(text)
}

fn value(site: &Site<'_>, field: &Field) -> Option<String> {
    if field.uncertain || field.key_range.is_none_or(|range| !site.call.range.contains(range)) {
        return None;
    }
    if field.shorthand { Some(field.key.to_string()) } else { written(site, field.value.range?) }
}

/// A `for … of` loop.
struct Header {
    /// All of it.
    whole: TextRange,
    /// What it calls each element.
    pattern: String,
    /// What it walks through.
    list: String,
}

/// The loop, when its body is the awaited call alone. Read from the text in front of the body; what is not plain there
/// (texts, comments, nested parentheses that do not match) is left alone.
fn header(site: &Site<'_>, around: &LoopAround) -> Option<Header> {
    let body = around.body;
    let call = site.call.range;
    let before = site.model.text(TextRange { start: body.start, end: call.start });
    let after = site.model.text(TextRange { start: call.end, end: body.end });
    let (before, after) = match before.trim_start().strip_prefix('{') {
        Some(before) => (before.trim(), after.trim_end().strip_suffix('}')?.trim()),
        None => (before.trim(), after.trim()),
    };
    if before != "await" || !matches!(after, "" | ";") {
        return None;
    }
    let text = site.model.text(TextRange { start: 0, end: body.start });
    let head = text.trim_end().strip_suffix(')')?;
    let mut depth = 1;
    let open = head.char_indices().rev().find_map(|(at, c)| {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    let inner = &head[open + 1..];
    if inner.contains(['"', '\'', '`', '\n', ';']) || inner.contains("//") || inner.contains("/*") {
        return None;
    }
    let start = head[..open].trim_end().strip_suffix("for")?;
    if start.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.')) {
        return None;
    }
    let declared = inner.trim().strip_prefix("const ").or_else(|| inner.trim().strip_prefix("let "))?;
    let (pattern, list) = declared.split_once(" of ")?;
    let plain = !pattern.contains('=') && !has_word(list, "await") && !has_word(list, "yield");
    plain.then(|| Header {
        whole: TextRange::new(start.len(), body.end()),
        pattern: pattern.trim().to_owned(),
        list: list.trim().to_owned(),
    })
}

/// The white space before a statement on its line.
fn indentation(text: &str, at: usize) -> String {
    let line = text[..at].rsplit(['\n', '\r']).next().unwrap_or_default();
    line.chars().take_while(|c| c.is_whitespace()).collect()
}
