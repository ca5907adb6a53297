//! Reasons that were written without the `--` before them.

use super::Directive;
use crate::facts::Comment;
use crate::rules::Selector;
use crate::settings::closest;
use crate::text::{TextEdit, TextRange};

/// A reason among the names of a directive.
pub(super) struct Reason {
    /// The name that it begins in, or is.
    pub name: usize,
    /// The title of the fix.
    pub title: &'static str,
    /// Distinguishes it from the names.
    pub edit: TextEdit,
}

/// The name that a word most likely stands for. Other tools write the name of the tool before it.
pub(super) fn meant(word: &str) -> Option<&'static str> {
    closest(word.rsplit('/').next().unwrap_or(word), Selector::words())
}

/// The reason among the names of a directive. Names hold no blanks: the first one that does is where it begins, after
/// the names of the directive.
pub(super) fn without_mark(comment: &Comment, directive: &Directive) -> Option<Reason> {
    // One that has its mark is no name.
    if directive.reason.is_some() {
        return None;
    }
    let name = directive.names.iter().position(|name| name.text.contains(char::is_whitespace))?;
    let range = directive.names[name].range;
    let offset = comment.range.start();
    let text = comment.text.get(range.start() - offset..range.end() - offset)?;
    let is_mark = |word: &str| word.chars().all(|c| matches!(c, '-' | '–' | '—' | ':' | '=' | '*' | '>'));
    let place = |word: &str| range.start() + (word.as_ptr() as usize - text.as_ptr() as usize);
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.first()?.trim_end_matches([':', ';', '-']);
    let after = |from: usize| words[from..].iter().find(|word| !is_mark(word));
    let known = |word: &&str| Selector::find(word.trim_end_matches([';', '.'])).is_some();
    if words.iter().all(known) {
        let written = words.iter().map(|word| word.trim_end_matches([';', '.'])).collect::<Vec<_>>().join(", ");
        return Some(Reason { name, title: "Separate the names by commas", edit: TextEdit::replace(range, written) });
    }
    let title = "Add `--` before the reason";
    let meant = Selector::find(first).map(|_| first).or_else(|| {
        // A word of prose is like a name now and then; names have dashes.
        if first.contains(['-', '_', '/']) { meant(first) } else { None }
    });
    let edit = match (meant, after(1)) {
        (Some(meant), Some(reason)) => {
            TextEdit::replace(TextRange::new(range.start(), place(reason)), format!("{meant} -- "))
        }
        (None, _) => {
            let reason = after(0)?;
            let from = name.checked_sub(1).map_or(range.start(), |before| directive.names[before].range.end());
            let blank = if name > 0 { " " } else { "" };
            TextEdit::replace(TextRange::new(from, place(reason)), format!("{blank}-- "))
        }
        (Some(_), None) => return None,
    };
    Some(Reason { name, title, edit })
}
