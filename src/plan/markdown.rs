//! The plan as tables in Markdown. Files are listed there without lines, so that it changes when the plan does.

use super::item::{Item, Plan, Standing};
use super::row::rows;
use crate::catalog::Kind;
use crate::text::plain;
use std::fmt::Write;

pub(super) fn render(plan: &Plan) -> String {
    let mut out = String::from("# Tracking plan\n\nWritten by `customerio-ls events --format md`.\n");
    for kind in Kind::ALL {
        let items: Vec<&Item> = plan.of_kind(kind).collect();
        if items.is_empty() {
            continue;
        }
        let told = items.iter().any(|item| item.standing != Standing::Untold);
        let account = if told { " Account |" } else { "" };
        let line = if told { " --- |" } else { "" };
        let _ = write!(out, "\n## {}\n\n| {} | Data | Files |{account}\n", kind.title(), capital(kind.as_str()));
        let _ = writeln!(out, "| --- | --- | --- |{line}");
        for item in items {
            let standing = match item.standing {
                Standing::Listed => "listed",
                Standing::Missing => "not listed",
                Standing::Untold => "",
            };
            let waiting = plan.waiting_for(item).iter().map(|by| format!("<br>waited for by {}", code(by)));
            let waiting: String = waiting.collect();
            let account = if told { format!(" {standing}{waiting} |") } else { String::new() };
            let files: Vec<String> = item.files().into_iter().map(code).collect();
            let name = code(&item.name.to_string());
            let also: Vec<String> = item.spellings.iter().map(|name| code(name)).collect();
            let also = if also.is_empty() { String::new() } else { format!("<br>also spelled {}", also.join(", ")) };
            let _ = writeln!(out, "| {name}{also} | {} | {} |{account}", keys(item), files.join("<br>"));
        }
    }
    if !plan.unsent.is_empty() {
        out.push_str("\n## In the account, not in the code\n\n");
        for (kind, name) in &plan.unsent {
            let waiting = plan.waiting_for_unsent(*kind, name).iter().map(|by| code(by)).collect::<Vec<_>>().join(", ");
            let waiting = if waiting.is_empty() { waiting } else { format!(", waited for by {waiting}") };
            let _ = writeln!(out, "- {} {}{waiting}", kind.as_str(), code(name));
        }
    }
    out
}

fn keys(item: &Item) -> String {
    let Some(data) = &item.data else { return String::new() };
    let mut keys: Vec<String> = rows(data).iter().map(|row| code(&row.shown())).collect();
    if data.open {
        keys.push("…".to_owned());
    }
    keys.join("<br>")
}

/// A text as code in a table: fenced by more backticks than it has in a row, without characters that would end the
/// cell.
fn code(text: &str) -> String {
    let text = plain(text).replace('|', "\\|");
    let most = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(most + 1);
    let blank = if most > 0 { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
