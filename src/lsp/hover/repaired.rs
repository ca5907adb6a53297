//! The line of a finding as its first fix would write it.

use crate::finding::Finding;
use crate::secrecy::{Secrets, holds_secret};
use crate::text::{TextEdit, TextRange, apply_edits};
use ropey::Rope;

/// The maximum size of code that is shown, in lines and in bytes.
const MOST_LINES: usize = 8;
const MOST_BYTES: usize = 2_000;

/// The title of the finding's first fix and, where it changes the finding's own lines, these lines afterwards:
/// Markdown, with the code in a fence. `None` when there is no fix. Code that has a secret in it is left out.
pub fn repaired(finding: &Finding, rope: &Rope, secrets: &Secrets) -> Option<String> {
    let fix = finding.fixes.first()?;
    let code = lines_after(finding.range, &fix.edits, rope).filter(|code| !secrets.are_in(code) && !holds_secret(code));
    Some(match code {
        Some(code) => format!("{}\n\n```tsx\n{code}\n```", fix.title),
        None => format!("{}.", fix.title),
    })
}

fn lines_after(range: TextRange, edits: &[TextEdit], rope: &Rope) -> Option<String> {
    let lines = |range: TextRange| {
        let line = |at: usize| rope.byte_to_line(at.min(rope.len_bytes()));
        (line(range.start()), line(range.end()))
    };
    let (first, last) = lines(range);
    let here: Vec<&TextEdit> =
        edits.iter().filter(|edit| lines(edit.range).0 <= last && lines(edit.range).1 >= first).collect();
    let from = here.iter().map(|edit| lines(edit.range).0).min()?.min(first);
    let to = here.iter().map(|edit| lines(edit.range).1).max()?.max(last);
    let (start, end) = (rope.line_to_byte(from), rope.line_to_byte((to + 1).min(rope.len_lines())));
    if to - from >= MOST_LINES || end - start > MOST_BYTES {
        return None;
    }
    let text = rope.byte_slice(start..end).to_string();
    let moved = |edit: &&TextEdit| {
        TextEdit::replace(TextRange::new(edit.range.start() - start, edit.range.end() - start), edit.text.as_str())
    };
    let after = apply_edits(&text, &here.iter().map(moved).collect::<Vec<_>>()).ok()?;
    let after = after.trim_end();
    let blank = |line: &str| line.len() - line.trim_start().len();
    let indent = after.lines().filter(|line| !line.trim().is_empty()).map(blank).min()?;
    let lines: Vec<&str> = after.lines().map(|line| line.get(indent..).unwrap_or_default()).collect();
    (lines.len() <= MOST_LINES).then(|| lines.join("\n"))
}
