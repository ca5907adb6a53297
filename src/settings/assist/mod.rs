//! Help while a settings file is being written: the keys and values that fit a place, and what they mean. Everything
//! comes from the schema, so it fits what is accepted.

mod cursor;
mod walk;

#[cfg(test)]
mod tests;

use super::schema::schema;
use crate::text::TextRange;
use cursor::{Cursor, Slot};
use serde_json::Value;
use std::sync::LazyLock;
use walk::{described, members, shapes, values};

static SCHEMA: LazyLock<Value> = LazyLock::new(schema);

/// A key or a value that fits a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingProposal {
    /// The name of the key, or the value as it is written in JSON.
    pub label: String,
    /// The text in place of the range: valid JSON. With `$0` for the cursor at last, where it
    /// is a key whose value has no single form.
    pub text: String,
    /// The documentation, as Markdown.
    pub doc: Option<String>,
    /// True for a key.
    pub is_key: bool,
    /// True for the value that holds without the setting.
    pub is_default: bool,
}

/// The keys or values that fit the place at byte `at` of a settings file, and the range that they replace. Keys that
/// are there already are left out.
pub fn proposals(text: &str, at: usize) -> Option<(TextRange, Vec<SettingProposal>)> {
    let cursor = Cursor::at(text, at)?;
    let here = shapes(&SCHEMA, &cursor.path);
    let found = match &cursor.slot {
        Slot::Key { taken, followed } => members(&here)
            .filter(|(key, _)| !taken.iter().any(|taken| taken == key))
            .map(|(key, of)| {
                let name = Value::from(key).to_string();
                let text = if *followed { name } else { format!("{name}: {}", blank(of)) };
                SettingProposal { label: key.to_owned(), text, doc: described(of), is_key: true, is_default: false }
            })
            .collect(),
        Slot::Value => values(&here)
            .map(|value| SettingProposal {
                label: value.value.to_string(),
                text: value.value.to_string(),
                doc: value.doc.map(str::to_owned),
                is_key: false,
                is_default: value.is_default,
            })
            .collect::<Vec<_>>(),
    };
    Some((cursor.range, found))
}

/// The path of the key or value at byte `at`, its range, and what it means, as Markdown.
pub fn explanation(text: &str, at: usize) -> Option<(TextRange, Vec<String>, String)> {
    let mut cursor = Cursor::at(text, at)?;
    let written = text.get(cursor.range.as_range())?;
    let written: String = serde_json::from_str(written).ok()?;
    if let Slot::Key { .. } = cursor.slot {
        cursor.path.push(written.clone());
        let doc = shapes(&SCHEMA, &cursor.path).into_iter().find_map(described)?;
        return Some((cursor.range, cursor.path, doc));
    }
    let here = shapes(&SCHEMA, &cursor.path);
    let doc = values(&here).find(|value| value.value == &written)?.doc?.to_owned();
    Some((cursor.range, cursor.path, doc))
}

/// A value of a shape to start from, as a snippet.
fn blank(shape: &Value) -> &'static str {
    let is = |name: &str| shape.get("type").is_some_and(|it| it == name);
    if is("object") {
        "{ $0 }"
    } else if is("array") {
        "[$0]"
    } else if is("boolean") || is("integer") {
        "$0"
    } else {
        // What an enumeration holds is a string; what is both is most often one.
        "\"$0\""
    }
}
