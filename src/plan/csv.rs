//! The plan as comma-separated values: a line for each name, and one for each key of its data.

use super::item::{Plan, Standing};
use super::row::rows;
use crate::catalog::Kind;
use crate::text::plain;
use std::fmt::Write;

pub(super) fn render(plan: &Plan) -> String {
    let mut out = String::from("kind,name,key,type,required,files,account\n");
    for item in Kind::ALL.iter().flat_map(|kind| plan.of_kind(*kind)) {
        let account = match item.standing {
            Standing::Untold => "",
            Standing::Listed => "listed",
            Standing::Missing => "not listed",
        };
        let (kind, name) = (item.kind.as_str(), cell(&item.name.to_string()));
        let files = cell(&item.files().into_iter().collect::<Vec<_>>().join(" "));
        let _ = writeln!(out, "{kind},{name},,,,{files},{account}");
        for row in item.data.iter().flat_map(rows) {
            let required = if row.optional { "no" } else { "yes" };
            let _ = writeln!(out, "{kind},{name},{},{},{required},,", cell(&row.path), row.types.join(" | "));
        }
    }
    for (kind, name) in &plan.unsent {
        let _ = writeln!(out, "{},{},,,,,not sent", kind.as_str(), cell(name));
    }
    out
}

/// A cell that no spreadsheet interprets as a formula, in quotes where that is needed.
fn cell(text: &str) -> String {
    let text = plain(text);
    let formula = text.starts_with(['=', '+', '-', '@']);
    let text = if formula { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
