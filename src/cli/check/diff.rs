//! The changes of a fix, as a unified diff.

use crate::report::{AnsiColor, Ink};
use crate::secrecy::Secrets;
use crate::text::is_unsafe;
use similar::{ChangeTag, TextDiff};
use std::borrow::Cow;
use std::fmt::Write;

/// Said above a diff that git would refuse.
const MASKED: &str = "Secrets are masked below: apply this change with --fix, not with git";

/// The unified diff from `old` to `new` of the file shown as `path`. Secrets are masked in it as everywhere; where
/// there are any, it is for people alone and says so. `secrets` are those of `old`.
pub fn unified(path: &str, old: &str, new: &str, secrets: &Secrets, colours: bool) -> String {
    let style = |colour: AnsiColor| if colours { colour.on_default() } else { Ink::new() };
    let (minus, plus, head) = (style(AnsiColor::Red), style(AnsiColor::Green), style(AnsiColor::Cyan));
    let diff = TextDiff::from_lines(old, new);
    // Line by line as long as the texts themselves.
    let printable = secrets.source(old);
    let printable = TextDiff::from_lines(printable.as_ref(), "");
    let printable: Vec<&str> = printable.iter_old_slices().collect();
    // As git writes absolute paths, so that its `apply` takes them.
    let path = path.trim_start_matches('/');
    let mut out = String::new();
    let mut masked = false;
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
            let known = change.old_index().and_then(|index| printable.get(index)?.get(..text.len()));
            let shown = known.map_or_else(|| secrets.prose(text), Cow::Borrowed);
            masked |= shown != text;
            let _ = write!(out, "{style}{sign}{shown}{style:#}{}", &line[text.len()..]);
            if change.missing_newline() {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    let note = if masked { format!("{MASKED}\n") } else { String::new() };
    let (before, after) = (name(&format!("a/{path}")), name(&format!("b/{path}")));
    format!("{note}--- {before}\n+++ {after}\n{out}")
}

/// A file name as git writes it in diffs: in quotes when something in it could end the line or steer a terminal.
fn name(path: &str) -> String {
    if !path.contains(|c: char| is_unsafe(c) || matches!(c, '"' | '\\')) {
        return path.to_owned();
    }
    let mut out = String::from('"');
    for c in path.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_unsafe(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(out, "\\{byte:03o}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
