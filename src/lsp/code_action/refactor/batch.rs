//! A loop that sends one event after the other, or all of them side by side, as one `batch`.

use super::{Refactoring, Site, has_word};
use crate::model::{Field, Given, LoopAround, Promise};
use crate::sdk::Class;
use crate::text::{TextEdit, TextRange};

/// Names for the operations, in the order in which they are tried.
const NAMES: [&str; 2] = ["operations", "batchOperations"];

/// The loop around the call with one request for all events: `for (const x of xs) { await cio.track(…); }`, or
/// `await Promise.all(xs.map((x) => cio.track(…)));`, where it does nothing else and every part of the event is written in
/// the call.
pub fn refactoring(site: &Site<'_>) -> Option<Refactoring> {
    let (model, call) = (site.model, site.call);
    let version = model.version();
    let there = version.is_some() && Class::Track.has_method("batch", version).yes();
    let is_track = (site.method.class, site.method.name) == (Class::Track, "track");
    let is_awaited = matches!(call.promise, Promise::Awaited | Promise::Returned);
    if !there || !is_track || !call.closed || call.arguments.len() != 2 || !is_awaited {
        return None;
    }
    let around = call.around.loops.first()?;
    let header = match &around.method {
        None => loop_around(site, around)?,
        Some(method) if method == "map" => map_around(site, around)?,
        Some(_) => return None,
    };
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
    // A part of a batch may fail without the promise failing; in the loop, every failure threw.
    let code = format!(
        "const {name} = Array.from({list}, ({pattern}) => ({{\n\
         {indent}  type: {}, identifiers: {{ id: {person} }}, action: {}, {},\n\
         {indent}}}));\n\
         {indent}if ({name}.length > 0) {{\n\
         {indent}  const {{ errors }} = await {client}.batch({name});\n\
         {indent}  if (errors?.length) throw new Error(`Customer.io did not take ${{errors.length}} of ${{{name}.length}} events`);\n\
         {indent}}}",
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

/// What walks through a list.
struct Header {
    /// All of it, a statement.
    whole: TextRange,
    /// What it calls each element.
    pattern: String,
    /// What it walks through.
    list: String,
}

impl Header {
    fn new(whole: TextRange, pattern: &str, list: &str) -> Option<Self> {
        let (pattern, list) = (pattern.trim(), list.trim());
        let plain = !pattern.is_empty()
            && !list.is_empty()
            && !pattern.contains(['=', '"', '\'', '`', '\n'])
            && !list.contains(['"', '\'', '`', '\n', ';'])
            && !["//", "/*"].iter().any(|comment| pattern.contains(comment) || list.contains(comment))
            && !["await", "yield"].iter().any(|word| has_word(list, word));
        plain.then(|| Self { whole, pattern: pattern.to_owned(), list: list.to_owned() })
    }
}

/// The `for … of` loop, when its body is the awaited call alone. Read from the text in front of the body; what is not
/// plain there (texts, comments, types) is left alone.
fn loop_around(site: &Site<'_>, around: &LoopAround) -> Option<Header> {
    let body = around.body;
    if body_alone(site, body)? != ["await"] {
        return None;
    }
    let text = site.model.text(TextRange { start: 0, end: body.start });
    let (head, inner) = before_parentheses(&text)?;
    let start = head.trim_end().strip_suffix("for")?;
    if start.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.')) {
        return None;
    }
    let declared = inner.trim().strip_prefix("const ").or_else(|| inner.trim().strip_prefix("let "))?;
    let (pattern, list) = declared.split_once(" of ")?;
    Header::new(TextRange::new(start.len(), body.end()), pattern, list)
}

/// The statement `await Promise.all(xs.map(…));` around a callback that only makes the call.
fn map_around(site: &Site<'_>, around: &LoopAround) -> Option<Header> {
    let callback = site.call.around.function.as_ref()?.callback.as_ref()?;
    let function = around.body;
    // With braces it has to say what it gives.
    let words = body_alone(site, function)?;
    let has_braces = site.model.text(function).starts_with('{');
    if words.iter().any(|word| !matches!(*word, "await" | "return")) || has_braces && words.is_empty() {
        return None;
    }
    let head = site.model.text(TextRange { start: callback.call.start, end: function.start });
    let head = head.trim_end().strip_suffix("=>")?.trim_end();
    let (head, pattern) = match before_parentheses(head) {
        Some((head, pattern)) => (head, pattern),
        None => {
            let name = head.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$'))? + 1;
            head.split_at(name)
        }
    };
    let head = head.trim_end();
    let list = head.strip_suffix("async").unwrap_or(head).trim_end().strip_suffix(".map(")?;
    // A second parameter is the index.
    if pattern.contains(',') && !pattern.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let text = site.request.source.rope.to_string();
    let (before, after) = (&text[..callback.call.start()], &text[callback.call.end()..]);
    let start = before.trim_end().strip_suffix("Promise.all(")?.trim_end().strip_suffix("await")?;
    let rest = after.trim_start().strip_prefix(')')?;
    let end = text.len() - rest.strip_prefix(';').unwrap_or(rest).len();
    let line = |text: &str| text.trim_matches([' ', '\t']).is_empty();
    let alone = line(start.rsplit(['\n', '\r']).next()?) && line(text[end..].split(['\n', '\r']).next()?);
    alone.then(|| Header::new(TextRange::new(start.len(), end), pattern, list))?
}

/// The words before the call in a body (`return`, `await`) that does nothing else.
fn body_alone(site: &Site<'_>, body: TextRange) -> Option<Vec<&'static str>> {
    let call = site.call.range;
    let before = site.model.text(TextRange { start: body.start, end: call.start });
    let after = site.model.text(TextRange { start: call.end, end: body.end });
    let (before, after) = match before.trim_start().strip_prefix('{') {
        Some(before) => (before.trim(), after.trim_end().strip_suffix('}')?.trim()),
        None => (before.trim(), after.trim()),
    };
    if !matches!(after, "" | ";") {
        return None;
    }
    let known = |word: &str| ["await", "return"].into_iter().find(|known| *known == word);
    before.split_whitespace().map(known).collect()
}

/// What stands before the parentheses that a text ends with, and what in them.
fn before_parentheses(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_end().strip_suffix(')')?;
    let mut depth = 1;
    let open = inner.char_indices().rev().find_map(|(at, c)| {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    Some((&inner[..open], &inner[open + 1..]))
}

/// The white space before a statement on its line.
fn indentation(text: &str, at: usize) -> String {
    let line = text[..at].rsplit(['\n', '\r']).next().unwrap_or_default();
    line.chars().take_while(|c| c.is_whitespace()).collect()
}
