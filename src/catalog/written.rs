//! The place where a name is written, and its form there.

use crate::model::{Argument, Call, Field, Model};
use crate::text::{Place, TextRange};

/// The literal or the key that makes a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenName {
    /// The text that another name replaces: what is between the quotes, a number, a key, an expression that reads a
    /// variable.
    pub place: Place,
    /// Its form.
    pub form: WrittenForm,
}

/// The form in which a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrittenForm {
    /// The content of a string, a key in quotes among them.
    Quoted,
    /// A number.
    Number,
    /// A key without quotes.
    Key,
    /// A key and its value in one word: `{ plan }`.
    Shorthand,
    /// An expression that reads an environment variable.
    Variable,
}

/// Returns the literal that makes an argument.
pub(super) fn of_value(model: &Model<'_>, argument: &Argument) -> Option<WrittenName> {
    if let Some((place, is_string)) = model.one_literal(argument) {
        return Some(WrittenName { place, form: if is_string { WrittenForm::Quoted } else { WrittenForm::Number } });
    }
    let place = model.environment_read(argument)?;
    Some(WrittenName { place, form: WrittenForm::Variable })
}

/// Returns the key of a field that is written in the call itself: nothing else can read that.
pub(super) fn of_key(model: &Model<'_>, call: &Call, field: &Field) -> Option<WrittenName> {
    let range = field.key_range.filter(|key| call.range.contains(*key))?;
    let is_quoted = range.len() >= 2 && model.text(range).starts_with(['"', '\'']);
    let (range, form) = if is_quoted {
        (TextRange { start: range.start + 1, end: range.end - 1 }, WrittenForm::Quoted)
    } else if field.shorthand {
        (range, WrittenForm::Shorthand)
    } else {
        (range, WrittenForm::Key)
    };
    Some(WrittenName { place: Place::here(range), form })
}
