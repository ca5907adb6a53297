//! What a repair changes, as a unified diff.

use crate::report::{AnsiColor, Ink, mask};
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// The unified diff from `old` to `new` of the file shown as `path`. Keys are masked in it as everywhere: it is for
/// people to read, and `--fix` applies the change.
pub fn unified(path: &str, old: &str, new: &str, colours: bool) -> String {
    let style = |colour: AnsiColor| if colours { colour.on_default() } else { Ink::new() };
    let (minus, plus, head) = (style(AnsiColor::Red), style(AnsiColor::Green), style(AnsiColor::Cyan));
    let diff = TextDiff::from_lines(old, new);
    // As git writes absolute paths, so that its `apply` takes them.
    let path = path.trim_start_matches('/');
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let _ = writeln!(out, "{head}{}{head:#}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', minus),
                ChangeTag::Insert => ('+', plus),
                ChangeTag::Equal => (' ', Ink::new()),
            };
            let line = change.value();
            let text = line.trim_end_matches(['\n', '\r']);
            let _ = write!(out, "{style}{sign}{}{style:#}{}", mask(text), &line[text.len()..]);
            if change.missing_newline() {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    out
}
