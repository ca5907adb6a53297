//! Reading configuration files as JSON, comments and all. One that is broken says nothing; it never blocks anything.

use super::regular_file::read_regular;
use super::trouble::{Stage, caught, noted};
use crate::text::without_bom;
use jsonc_parser::ast;
use serde_json::{Map, Value};
use std::path::Path;

/// The longest configuration file that is read (4 MiB).
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The object that a file holds; `None` when there is none.
pub fn read_object(path: &Path) -> Option<Map<String, Value>> {
    let text = read_text(path)?;
    caught(path, Stage::Read, || parse_object(&text)).flatten()
}

/// The text of a configuration file; `None` when it cannot be read, is too long or is not text. Why it cannot be read
/// is noted, unless there is none.
pub fn read_text(path: &Path) -> Option<String> {
    String::from_utf8(noted(path, read_regular(path, MAX_BYTES)).ok()?).ok()
}

/// The object that a text holds.
pub fn parse_object(text: &str) -> Option<Map<String, Value>> {
    let (_, text) = without_bom(text);
    let parsed = jsonc_parser::parse_to_ast(text, &Default::default(), &Default::default()).ok()?;
    match value(parsed.value?) {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// The depth of the tree is bounded by the parser.
fn value(node: ast::Value<'_>) -> Value {
    match node {
        ast::Value::StringLit(text) => Value::String(text.value.into_owned()),
        ast::Value::BooleanLit(flag) => Value::Bool(flag.value),
        // No number says anything here.
        ast::Value::NumberLit(_) | ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::Array(array) => Value::Array(array.elements.into_iter().map(value).collect()),
        ast::Value::Object(object) => {
            let members = object.properties.into_iter();
            Value::Object(members.map(|member| (member.name.into_string(), value(member.value))).collect())
        }
    }
}

/// The texts of a value that is a text or a list of texts; anything else is left out.
pub fn texts(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_only() {
        assert_eq!(parse_object("[]"), None);
        assert_eq!(parse_object(""), None);
        assert_eq!(parse_object("{"), None);
        assert_eq!(parse_object(&"[".repeat(100_000)), None);
        let object = parse_object("\u{feff}{ /* why */ \"b\": [\"x\", 1,], 'a': true, // end\n }").unwrap();
        assert_eq!(object.keys().collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(texts(object.get("b")), ["x"]);
        assert_eq!(texts(object.get("a")), [""; 0]);
    }

    #[test]
    fn whatever_is_in_them() {
        let text = "{ /* a */ \"b\": [\"\\u0041\\n\", 1.5e3, -0, null, true], 'c': { d: {} }, // e\n \"f\": 0x1F, }";
        crate::disk::broken::variants(text.as_bytes(), 3_000, |bytes| {
            let _ = parse_object(&String::from_utf8_lossy(bytes));
        });
    }
}
