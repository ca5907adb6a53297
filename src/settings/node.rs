//! JSON with places: the common form of a settings file and of the editor's settings.

use crate::secrecy::echo_name;
use crate::text::TextRange;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use serde_json::Value;

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The range in bytes; `None` for values from the editor.
    pub range: Option<TextRange>,
    /// JSON pointer.
    pub pointer: String,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Null,
    Bool(bool),
    /// Its value; one in another notation, such as hexadecimal digits, does not count here.
    Number(f64),
    String(String),
    Array(Vec<Node>),
    Object(Vec<Member>),
}

#[derive(Clone, Debug)]
pub(super) struct Member {
    pub key: String,
    /// The key itself, for complaints about its name.
    pub key_range: Option<TextRange>,
    pub value: Node,
}

impl Node {
    /// Reads JSON with comments and trailing commas. `None` for a text without a value.
    pub fn parse(text: &str) -> Result<Option<Self>, (TextRange, String)> {
        let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let options = jsonc_parser::ParseOptions {
            allow_comments: true,
            allow_trailing_commas: true,
            allow_loose_object_property_names: false,
            ..Default::default()
        };
        match jsonc_parser::parse_to_ast(&text[bom..], &Default::default(), &options) {
            Ok(parsed) => Ok(parsed.value.map(|value| from_ast(&value, bom, String::new()))),
            Err(error) => Err((range_of(error.range(), bom), error.kind().to_string())),
        }
    }

    /// From JSON that has no places.
    pub fn from_json(value: &Value, pointer: String) -> Self {
        let kind = match value {
            Value::Null => Kind::Null,
            Value::Bool(value) => Kind::Bool(*value),
            Value::Number(number) => Kind::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(value) => Kind::String(value.clone()),
            Value::Array(items) => Kind::Array(
                items.iter().enumerate().map(|(at, item)| Self::from_json(item, format!("{pointer}/{at}"))).collect(),
            ),
            Value::Object(members) => Kind::Object(
                members
                    .iter()
                    .map(|(key, value)| Member {
                        key: key.clone(),
                        key_range: None,
                        value: Self::from_json(value, member_pointer(&pointer, key)),
                    })
                    .collect(),
            ),
        };
        Self { range: None, pointer, kind }
    }

    /// The value that keys lead to. Of a key that is there twice, the last one counts.
    pub fn at(&self, keys: &[&str]) -> Option<&Self> {
        keys.iter().try_fold(self, |node, key| {
            let Kind::Object(members) = &node.kind else { return None };
            members.iter().rev().find(|member| member.key == *key).map(|member| &member.value)
        })
    }

    /// The items of an array; none where it is something else.
    pub fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::Array(items) => items,
            _ => &[],
        }
    }

    /// A string that says something, without blanks around it.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// A string, and the range between its quotes.
    pub fn quoted(&self) -> Option<(&str, TextRange)> {
        let (Kind::String(text), Some(range)) = (&self.kind, self.range) else { return None };
        (range.len() >= 2).then(|| (text.as_str(), TextRange::new(range.start() + 1, range.end() - 1)))
    }

    /// A whole number above 0 that JSON keeps as it is.
    pub fn whole_number(&self) -> Option<u64> {
        const MOST: f64 = 9_007_199_254_740_991.0;
        match self.kind {
            Kind::Number(number) if (1.0..=MOST).contains(&number) && number.fract() == 0.0 => Some(number as u64),
            _ => None,
        }
    }

    /// The value as the field names its type.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "an array",
            Kind::Object(_) => "an object",
        }
    }
}

fn member_pointer(parent: &str, key: &str) -> String {
    format!("{parent}/{}", echo_name(key).replace('~', "~0").replace('/', "~1"))
}

fn range_of(range: jsonc_parser::common::Range, bom: usize) -> TextRange {
    TextRange::new(range.start + bom, range.end.max(range.start) + bom)
}

fn from_ast(value: &ast::Value<'_>, bom: usize, pointer: String) -> Node {
    let range = Some(range_of(value.range(), bom));
    let kind = match value {
        ast::Value::NullKeyword(_) => Kind::Null,
        ast::Value::BooleanLit(literal) => Kind::Bool(literal.value),
        ast::Value::NumberLit(literal) => Kind::Number(literal.value.parse().unwrap_or(f64::NAN)),
        ast::Value::StringLit(literal) => Kind::String(literal.value.to_string()),
        ast::Value::Array(array) => Kind::Array(
            array
                .elements
                .iter()
                .enumerate()
                .map(|(at, item)| from_ast(item, bom, format!("{pointer}/{at}")))
                .collect(),
        ),
        ast::Value::Object(object) => Kind::Object(
            object
                .properties
                .iter()
                .map(|property| {
                    let key = property.name.as_str().to_owned();
                    let pointer = member_pointer(&pointer, &key);
                    Member {
                        key,
                        key_range: Some(range_of(property.name.range(), bom)),
                        value: from_ast(&property.value, bom, pointer),
                    }
                })
                .collect(),
        ),
    };
    Node { range, pointer, kind }
}
