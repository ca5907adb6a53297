//! Edits of the entries of an object.

use crate::finding::Applicability;
use crate::model::{Argument, Field, Fields, Model};
use crate::rules::Draft;
use crate::text::{TextEdit, TextRange};

/// The edit that takes an entry out of an object literal of the judged file. `None` where more than blanks and commas lie
/// around it, such as a comment.
pub fn removed(model: &Model<'_>, object: &Argument, field: &Field) -> Option<TextEdit> {
    let literal = model.literal(object)?;
    let key = field.key_range.filter(|key| literal.contains(*key))?;
    let value = field.value.range.filter(|value| literal.contains(*value) && value.start >= key.start)?;
    let before = model.text(TextRange { start: literal.start, end: key.start });
    let after = model.text(TextRange { start: value.end, end: literal.end });
    let (before, rest) = (before.trim_end(), after.trim_start());
    // Blanks go with the entry that they lead to.
    let start = literal.start() + before.len();
    let (start, end) = match (before.chars().last()?, rest.chars().next()?) {
        (',' | '{', ',') => (start, value.end() + (after.len() - rest.len()) + 1),
        (',', '}') => (start - 1, value.end()),
        ('{', '}') => (start, value.end()),
        _ => return None,
    };
    Some(TextEdit::replace(TextRange::new(start, end), ""))
}

/// Whether code reads something and does nothing else: it may be left out, or go elsewhere.
pub fn only_reads(code: &str) -> bool {
    let does = |mark: &str| code.contains(mark);
    !["(", "++", "--", "=", "`", "await", "yield", "delete"].into_iter().any(does)
}

/// The edit that puts entries into an object literal of the judged file, before those that are there. `None` for what is no
/// such literal.
pub fn added(model: &Model<'_>, object: &Argument, entries: &[String]) -> Option<TextEdit> {
    let literal = model.literal(object)?;
    let text = model.text(literal);
    let inside = text.strip_prefix('{')?.strip_suffix('}')?;
    let blanks = &inside[..inside.len() - inside.trim_start().len()];
    if inside.trim().is_empty() {
        return Some(TextEdit::replace(literal, format!("{{ {} }}", entries.join(", "))));
    }
    // As the first entry stands: in its line, or on lines of their own.
    let between = if blanks.contains('\n') { format!(",{blanks}") } else { ", ".to_owned() };
    let new: String = entries.iter().map(|entry| format!("{entry}{between}")).collect();
    Some(TextEdit::insert(literal.start() + 1 + blanks.len(), new))
}

/// Gives a finding about a key the repair that writes another one, where it can be seen that this is all there is to do.
pub fn renamed<'d>(
    draft: Draft<'d>,
    model: &Model<'_>,
    (fields, field): (&Fields, &Field),
    to: &str,
    applicability: Applicability,
) -> Draft<'d> {
    // What a spread brings may have the other key.
    let applicability = if fields.open { applicability.min(Applicability::Suggested) } else { applicability };
    match rename(model, (fields, field), to) {
        Some(edit) => draft.fix(format!("Write `{to}`"), applicability, vec![edit]),
        None => draft,
    }
}

/// The edit that gives an entry another key; `None` for a key that is not written in the judged file, and where there is an
/// entry with the other key.
pub fn rename(model: &Model<'_>, (fields, field): (&Fields, &Field), to: &str) -> Option<TextEdit> {
    let range = field.key_range.filter(|_| fields.list.iter().all(|other| other.key != to))?;
    let written = model.text(range);
    if written.trim_matches(['"', '\'']) != field.key {
        return None;
    }
    let key = if field.shorthand { format!("{to}: {written}") } else { to.to_owned() };
    Some(TextEdit::replace(range, key))
}
