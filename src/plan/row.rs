//! The data of a name as a flat list: one row for each key, with the keys that lead to it.

use crate::catalog::{Data, DataType};
use std::collections::BTreeSet;

/// A key of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The keys that lead to it, joined as templates write them: `order.total`, `items[].sku`.
    pub path: String,
    /// The names of the types of its value: `string`.
    pub types: Vec<&'static str>,
    /// True when it may be missing.
    pub optional: bool,
}

impl Row {
    /// `total?: number | string`
    pub fn shown(&self) -> String {
        let mark = if self.optional { "?" } else { "" };
        format!("{}{mark}: {}", self.path, self.types.join(" | "))
    }
}

/// Returns the rows of data, sorted by their paths.
pub fn rows(data: &Data) -> Vec<Row> {
    let mut rows = Vec::new();
    collect(data, "", false, &mut rows);
    rows
}

fn collect(data: &Data, before: &str, optional: bool, rows: &mut Vec<Row>) {
    for (name, key) in &data.keys {
        let path = format!("{before}{name}");
        let optional = optional || key.optional;
        let types: Vec<&'static str> =
            if key.types.is_empty() { vec!["unknown"] } else { key.types.iter().map(word).collect() };
        rows.push(Row { path: path.clone(), types, optional });
        inside(&key.types, &path, optional, rows);
    }
}

fn inside(types: &BTreeSet<DataType>, path: &str, optional: bool, rows: &mut Vec<Row>) {
    // What only one of several values has may be missing.
    let optional = optional || types.len() > 1;
    for ty in types {
        match ty {
            DataType::Object(data) => collect(data, &format!("{path}."), optional, rows),
            DataType::List(of) => inside(of, &format!("{path}[]"), optional, rows),
            _ => {}
        }
    }
}

fn word(ty: &DataType) -> &'static str {
    match ty {
        DataType::String => "string",
        DataType::Number => "number",
        DataType::Boolean => "boolean",
        DataType::Date => "date",
        DataType::Null => "null",
        DataType::List(_) => "list",
        DataType::Object(_) => "object",
        DataType::Unknown => "unknown",
    }
}
