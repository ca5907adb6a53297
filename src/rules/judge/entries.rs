//! Edits of the entries of an object.

use crate::model::{Argument, Field, Model};
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
