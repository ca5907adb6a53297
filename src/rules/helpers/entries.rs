//! Edits of the entries of an object.

use crate::finding::Applicability;
use crate::model::{Argument, Field, Fields, Model};
use crate::rules::Draft;
use crate::text::{TextEdit, TextRange};

/// The edit that removes an entry from an object literal of this file. `None` where anything but whitespace and commas
/// is around it, such as a comment.
pub fn removed(model: &Model<'_>, object: &Argument, field: &Field) -> Option<TextEdit> {
    let literal = model.literal(object)?;
    let key = field.key_range.filter(|key| literal.contains(*key))?;
    let value = field.value.range.filter(|value| literal.contains(*value) && value.start >= key.start)?;
    let before = model.text(TextRange { start: literal.start, end: key.start });
    let after = model.text(TextRange { start: value.end, end: literal.end });
    let (before, rest) = (before.trim_end(), after.trim_start());
    // The whitespace before an entry goes with it.
    let start = literal.start() + before.len();
    let (start, end) = match (before.chars().last()?, rest.chars().next()?) {
        (',' | '{', ',') => (start, value.end() + (after.len() - rest.len()) + 1),
        (',', '}') => (start - 1, value.end()),
        ('{', '}') => (start, value.end()),
        _ => return None,
    };
    Some(TextEdit::replace(TextRange::new(start, end), ""))
}

/// Returns whether code only reads something: it may be removed or moved.
pub fn only_reads(code: &str) -> bool {
    let does = |mark: &str| code.contains(mark);
    !["(", "++", "--", "=", "`", "await", "yield", "delete"].into_iter().any(does)
}

/// The edit that adds entries to an object literal of this file, before the existing ones. `None` for anything else.
pub fn added(model: &Model<'_>, object: &Argument, entries: &[String]) -> Option<TextEdit> {
    let literal = model.literal(object)?;
    let text = model.text(literal);
    let inside = text.strip_prefix('{')?.strip_suffix('}')?;
    let blanks = &inside[..inside.len() - inside.trim_start().len()];
    if inside.trim().is_empty() {
        return Some(TextEdit::replace(literal, format!("{{ {} }}", entries.join(", "))));
    }
    // Like the first entry: on the same line, or on lines of their own.
    let between = if blanks.contains('\n') { format!(",{blanks}") } else { ", ".to_owned() };
    let new: String = entries.iter().map(|entry| format!("{entry}{between}")).collect();
    Some(TextEdit::insert(literal.start() + 1 + blanks.len(), new))
}

/// Adds to a finding about a key the repair that renames it, where nothing else has to change.
pub fn renamed<'d>(
    draft: Draft<'d>,
    model: &Model<'_>,
    (fields, field): (&Fields, &Field),
    to: &str,
    applicability: Applicability,
) -> Draft<'d> {
    // A spread may bring the other key.
    let applicability = if fields.open { applicability.min(Applicability::Suggested) } else { applicability };
    match rename(model, (fields, field), to) {
        Some(edit) => draft.fix(format!("Rename to `{to}`"), applicability, || [edit]),
        None => draft,
    }
}

/// The edit that renames the key of an entry; `None` for a key that is not written in this file, and where the other
/// key exists already.
pub fn rename(model: &Model<'_>, (fields, field): (&Fields, &Field), to: &str) -> Option<TextEdit> {
    let range = field.key_range?;
    if !fields.list.iter().all(|other| other.key != to) {
        return None;
    }
    let written = model.text(range);
    if written.trim_matches(['"', '\'']) != field.key {
        return None;
    }
    let key = if field.shorthand { format!("{to}: {written}") } else { to.to_owned() };
    Some(TextEdit::replace(range, key))
}
