//! Cuts a template into its text, outputs and tags.

/// A part of a template besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// `{{ expression }}`
    Output(&'a str),
    /// `{% name arguments %}`
    Tag(&'a str, &'a str),
    /// An output or a tag that does not end.
    Broken,
}

/// Returns the parts of a template, in order.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let is_tag = rest[start..].starts_with("{%");
        let inside = &rest[start + 2..];
        let Some(end) = end_of(inside, if is_tag { "%}" } else { "}}" }) else {
            parts.push(Part::Broken);
            return parts;
        };
        let body = inside[..end].trim_start_matches('-').trim_end_matches('-').trim();
        rest = &inside[end + 2..];
        if !is_tag {
            parts.push(Part::Output(body));
            continue;
        }
        let (name, arguments) = tag(body);
        parts.push(Part::Tag(name, arguments));
        // What is inside of these is no Liquid.
        if matches!(name, "raw" | "comment" | "doc") {
            match after_end(rest, name) {
                Some(after) => rest = after,
                None => {
                    parts.push(Part::Broken);
                    return parts;
                }
            }
        }
    }
    parts
}

/// The name of a tag and what follows it.
pub(super) fn tag(body: &str) -> (&str, &str) {
    let end = body.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(body.len());
    // `{% # a comment %}`
    if end == 0 && body.starts_with('#') { ("#", "") } else { (&body[..end], body[end..].trim()) }
}

/// The end of a part; a mark in quotes does not end it, as long as the quotes end.
fn end_of(text: &str, mark: &str) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with(mark) {
            return Some(at);
        }
        let c = text[at..].chars().next()?;
        at += c.len_utf8();
        if matches!(c, '"' | '\'')
            && let Some(close) = text[at..].find(c)
            && text[at..].find(mark).is_some_and(|end| close < end || text[at + close..].contains(mark))
        {
            at += close + 1;
        }
    }
    text.find(mark)
}

/// The text after `{% endname %}`.
fn after_end<'a>(mut rest: &'a str, name: &str) -> Option<&'a str> {
    while let Some(start) = rest.find("{%") {
        let inside = &rest[start + 2..];
        let end = inside.find("%}")?;
        let body = inside[..end].trim_start_matches('-').trim_end_matches('-').trim();
        rest = &inside[end + 2..];
        if body.strip_prefix("end") == Some(name) {
            return Some(rest);
        }
    }
    None
}
