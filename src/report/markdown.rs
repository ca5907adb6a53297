//! A rule's documentation on a terminal.

use annotate_snippets::renderer::AnsiColor;
use std::fmt::Write;

/// Markdown as plain text, or with colors: headings bold, code in another color, fences indented. Handles the Markdown
/// of rules' documentation: headings, paragraphs, lists, `code` and fenced blocks.
pub fn for_terminal(markdown: &str, colours: bool) -> String {
    let heading = AnsiColor::Cyan.on_default().bold();
    let code = AnsiColor::Green.on_default();
    let mut out = String::new();
    let mut fenced = false;
    for line in markdown.trim().lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced && line.is_empty() {
            out.push('\n');
        } else if fenced {
            let _ = if colours { writeln!(out, "    {code}{line}{code:#}") } else { writeln!(out, "    {line}") };
        } else if line.starts_with('#') {
            let title = line.trim_start_matches('#').trim();
            let _ = if colours {
                writeln!(out, "{heading}{title}{heading:#}")
            } else {
                writeln!(out, "{title}\n{}", "-".repeat(title.chars().count()))
            };
        } else if colours {
            // Every second piece between backticks is code.
            for (at, piece) in line.split('`').enumerate() {
                let _ = if at % 2 == 1 { write!(out, "{code}{piece}{code:#}") } else { write!(out, "{piece}") };
            }
            out.push('\n');
        } else {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}
