//! Code that walks through a list and makes one call for each element: `for (const x of xs) { await call; }`, or
//! `await Promise.all(xs.map((x) => call));`.

use super::layout::has_word;
use crate::eval::units::Node;
use crate::model::{Call, LoopAround, Model};
use crate::text::TextRange;

/// Returns the loop over a list around a call, where it does nothing else.
pub fn walked(model: &Model<'_>, call: &Call) -> Option<Header> {
    let around = call.around.loops.first()?;
    match &around.method {
        None => loop_around(model, call, around),
        Some(method) if method == "map" => map_around(model, call, around),
        Some(_) => None,
    }
}

/// An expression of the statement that [`walked`] is about: the call, or the `map` around it.
pub fn statement_of(model: &Model<'_>, call: &Call) -> Node {
    let promises = model.promises();
    let is_callback = call.around.loops.first().is_some_and(|around| around.method.is_some());
    let function = if is_callback { promises.function_around(call.site) } else { None };
    function.and_then(|function| promises.callback_of(function)).map_or(call.site, |(map, _)| map)
}

/// The text of a part of the call, when it is written there.
pub fn written(model: &Model<'_>, call: &Call, range: TextRange) -> Option<String> {
    let text = model.text(range);
    // An `await` in a callback that is not async would be an error.
    (call.range.contains(range) && !has_word(&text, "await") && !has_word(&text, "yield")).then_some(text)
}

/// Code that walks through a list.
pub struct Header {
    /// All of it, a statement.
    pub whole: TextRange,
    /// The pattern that names each element.
    pub pattern: String,
    /// The iterated expression.
    pub list: String,
    /// True when that is an array; otherwise it is any iterable.
    pub is_array: bool,
}

impl Header {
    fn new(whole: TextRange, pattern: &str, list: &str, is_array: bool) -> Option<Self> {
        let (pattern, list) = (pattern.trim(), list.trim());
        let plain = !pattern.is_empty()
            && !list.is_empty()
            && !pattern.contains(['=', '"', '\'', '`', '\n'])
            && !list.contains(['"', '\'', '`', '\n', ';'])
            && !["//", "/*"].iter().any(|comment| pattern.contains(comment) || list.contains(comment))
            && !["await", "yield"].iter().any(|word| has_word(list, word));
        plain.then(|| Self { whole, pattern: pattern.to_owned(), list: list.to_owned(), is_array })
    }
}

/// The `for … of` loop, when its body is the awaited call alone. Read from the text in front of the body; anything
/// complex there (strings, comments, types) is left alone.
fn loop_around(model: &Model<'_>, call: &Call, around: &LoopAround) -> Option<Header> {
    let body = around.body;
    if body_alone(model, call, body)? != ["await"] {
        return None;
    }
    let text = model.text(TextRange { start: 0, end: body.start });
    let (head, inner) = before_parentheses(&text)?;
    let start = head.trim_end().strip_suffix("for")?;
    if start.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.')) {
        return None;
    }
    let declared = inner.trim().strip_prefix("const ").or_else(|| inner.trim().strip_prefix("let "))?;
    let (pattern, list) = declared.split_once(" of ")?;
    Header::new(TextRange::new(start.len(), body.end()), pattern, list, false)
}

/// The statement `await Promise.all(xs.map(…));` around a callback that only makes the call.
fn map_around(model: &Model<'_>, call: &Call, around: &LoopAround) -> Option<Header> {
    let callback = call.around.function.as_ref()?.callback.as_ref()?;
    let function = around.body;
    // With braces it has to say what it gives.
    let words = body_alone(model, call, function)?;
    let has_braces = model.text(function).starts_with('{');
    if words.iter().any(|word| !matches!(*word, "await" | "return")) || has_braces && words.is_empty() {
        return None;
    }
    let head = model.text(TextRange { start: callback.call.start, end: function.start });
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
    let text = model.file().whole_text();
    let (before, after) = (&text[..callback.call.start()], &text[callback.call.end()..]);
    let start = before.trim_end().strip_suffix("Promise.all(")?.trim_end().strip_suffix("await")?;
    let rest = after.trim_start().strip_prefix(')')?;
    let end = text.len() - rest.strip_prefix(';').unwrap_or(rest).len();
    let line = |text: &str| text.trim_matches([' ', '\t']).is_empty();
    let alone = line(start.rsplit(['\n', '\r']).next()?) && line(text[end..].split(['\n', '\r']).next()?);
    alone.then(|| Header::new(TextRange::new(start.len(), end), pattern, list, true))?
}

/// The words before the call in a body (`return`, `await`) that does nothing else.
fn body_alone(model: &Model<'_>, call: &Call, body: TextRange) -> Option<Vec<&'static str>> {
    let call = call.range;
    let before = model.text(TextRange { start: body.start, end: call.start });
    let after = model.text(TextRange { start: call.end, end: body.end });
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

/// Returns the text before the parentheses at the end, and the text in them.
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
