//! The result as a table and as JSON.

use super::checkup::{Diagnosis, Health, Section};
use serde_json::{Value, json};
use std::fmt::Write;

/// Longer subjects do not widen the column.
const WIDEST: usize = 40;

/// For people.
pub fn text(diagnosis: &Diagnosis) -> String {
    let mut out = String::new();
    for section in Section::ALL {
        let rows: Vec<_> = diagnosis.of(section).collect();
        if rows.is_empty() {
            continue;
        }
        let widths = rows.iter().map(|row| row.subject.chars().count()).filter(|width| *width <= WIDEST);
        let width = widths.max().unwrap_or(0);
        let _ = writeln!(out, "{}", section.title());
        for row in rows {
            let _ = writeln!(out, "  {:7}  {:width$}  {}", row.health.as_str(), row.subject, row.found_and_said());
            if let Some(help) = &row.help {
                let _ = writeln!(out, "  {:7}  {:width$}  -> {help}", "", "");
            }
        }
        out.push('\n');
    }
    let (right, wrong, unknown) =
        (diagnosis.count(Health::Right), diagnosis.count(Health::Wrong), diagnosis.count(Health::Unknown));
    let _ = writeln!(out, "{right} ok, {wrong} wrong, {unknown} unknown.");
    if diagnosis.is_partial {
        out.push_str("The check is incomplete.\n");
    }
    out
}

/// One object.
pub fn json(diagnosis: &Diagnosis) -> Value {
    let rows = diagnosis.rows.iter().map(|row| {
        let mut out = json!({
            "section": row.section.key(),
            "subject": row.subject,
            "result": row.health.as_str(),
            "found": row.found,
        });
        if let Some(said) = &row.said {
            out["said"] = json!(said);
        }
        if let Some(help) = &row.help {
            out["help"] = json!(help);
        }
        out
    });
    json!({
        "ok": diagnosis.count(Health::Wrong) == 0 && !diagnosis.is_partial,
        "incomplete": diagnosis.is_partial,
        "checks": rows.collect::<Value>(),
    })
}
