//! The plan for people.

use super::item::{Item, Plan, Standing};
use super::row::rows;
use crate::catalog::{Kind, KnownName};
use crate::text::plain;
use std::fmt::Write;

/// The maximum number of places listed for one name.
const MOST_PLACES: usize = 12;

pub(super) fn render(plan: &Plan) -> String {
    let mut out = String::new();
    for kind in Kind::ALL {
        let items: Vec<&Item> = plan.of_kind(kind).collect();
        if items.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{} ({})", kind.title(), items.len());
        for item in items {
            write_item(&mut out, item);
            write_waiting(&mut out, "    ", plan.waiting_for(item));
        }
        out.push('\n');
    }
    if !plan.unsent.is_empty() {
        let _ = writeln!(out, "In the account, not in the code ({})", plan.unsent.len());
        for (kind, name) in &plan.unsent {
            let _ = writeln!(out, "  {} {}", kind.as_str(), plain(name));
            write_waiting(&mut out, "    ", plan.waiting_for_unsent(*kind, name));
        }
        out.push('\n');
    }
    match plan.items.len() {
        0 => out.push_str("No events, attributes or messages found.\n"),
        _ => drop(out.pop()),
    }
    out
}

fn write_waiting(out: &mut String, before: &str, waiting: &[String]) {
    if !waiting.is_empty() {
        let _ = writeln!(out, "{before}waited for by {}", plain(&waiting.join(", ")));
    }
}

fn write_item(out: &mut String, item: &Item) {
    let note = match &item.name {
        KnownName::Environment(_) => "  (from the environment)",
        KnownName::Written(_) => "  (composed at run time)",
        _ => "",
    };
    let name = plain(&item.name.to_string()).into_owned();
    // Blanks at its ends are seen in quotes alone.
    let name = if name.trim() == name { name } else { format!("\"{name}\"") };
    let mut keys: Vec<String> = item.data.iter().flat_map(rows).map(|row| plain(&row.shown()).into_owned()).collect();
    // An attribute is its own and only key.
    let ty = match (item.kind, keys.as_slice()) {
        (Kind::Attribute, [row, ..]) => row.split_once(": ").map(|(_, ty)| format!(": {ty}")).unwrap_or_default(),
        _ => String::new(),
    };
    let _ = writeln!(out, "  {name}{ty}{note}");
    if item.kind != Kind::Attribute || keys.len() > 1 {
        keys.extend(item.data.as_ref().filter(|data| data.open).map(|_| "…".to_owned()));
        if !keys.is_empty() {
            let _ = writeln!(out, "    data: {}", keys.join(", "));
        }
    }
    for place in item.places.iter().take(MOST_PLACES) {
        let through = place.through.as_ref().map(|name| format!(" through {}", plain(name))).unwrap_or_default();
        let _ = writeln!(out, "    {}:{} {}{through}", plain(&place.file), place.line, place.method);
    }
    if item.places.len() > MOST_PLACES {
        let _ = writeln!(out, "    and {} more places", item.places.len() - MOST_PLACES);
    }
    if !item.spellings.is_empty() {
        let _ = writeln!(out, "    also spelled: {}", plain(&item.spellings.join(", ")));
    }
    match item.standing {
        Standing::Untold => {}
        Standing::Listed => out.push_str("    in the account's list\n"),
        Standing::Missing => out.push_str("    not in the account's list\n"),
    }
}
