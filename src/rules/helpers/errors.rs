//! Shared parts of the rules about errors.

use crate::finding::Severity;
use crate::model::{ErrorHandler, ErrorRead, Model, Origin, UsedFor};
use crate::rules::{Draft, Report};
use crate::text::{Place, TextEdit, TextRange};
use rustc_hash::FxHashSet;

/// The reads in handlers of SDK errors, with a severity: `Warning` where a handler gets no other errors as far as can
/// be seen, `Info` where it may get others elsewhere. Each place once.
pub fn reads<'m>(model: &'m Model<'_>) -> Vec<(&'m ErrorHandler, &'m ErrorRead, Severity)> {
    let mut all: Vec<(&ErrorHandler, &ErrorRead, Severity)> = Vec::new();
    let mut known: FxHashSet<&Place> = FxHashSet::default();
    for handler in model.errors().handlers().iter().filter(|it| it.origin != Origin::Mixed && !it.tells_apart) {
        let written: Vec<&ErrorRead> = handler.reads.iter().filter(|read| read.used == UsedFor::Written).collect();
        for read in &handler.reads {
            if read.path.is_empty() || written.iter().any(|other| read.path.starts_with(&other.path)) {
                continue;
            }
            let shared = handler.origin == Origin::Shared || read.is_shared;
            if known.insert(&read.at) {
                all.push((handler, read, if shared { Severity::Info } else { Severity::Warning }));
            }
        }
    }
    all
}

/// Starts a finding about a read: at the read itself, or, if that is in another file, at the reference that leads
/// there.
pub fn at_read<'r>(
    report: &'r mut Report<'_>,
    handler: &ErrorHandler,
    read: &ErrorRead,
    severity: Severity,
    what: String,
) -> Draft<'r> {
    match &read.at.file {
        None => report.at(read.call.unwrap_or(read.at.range), severity, what),
        Some(_) => report
            .at(handler.mark, severity, format!("in its error handler, {what}"))
            .related_at(Some(read.at.clone()), "it is read here"),
    }
}

/// The header that a read gets, in lower case, and whether it reads it correctly: `err.response.headers[…]`.
pub fn header(read: &ErrorRead) -> Option<(String, bool)> {
    let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
    let (rest, right) = match path.as_slice() {
        ["headers", rest @ ..] => (rest, false),
        ["response", "headers", rest @ ..] => (rest, true),
        _ => return None,
    };
    match rest {
        ["get"] => Some((read.argument.as_ref()?.to_lowercase(), false)),
        [name] => Some((name.to_lowercase(), right && *name == name.to_lowercase())),
        _ => None,
    }
}

/// Returns whether a read looks for Retry-After where it is not.
pub fn misses_retry_after(read: &ErrorRead) -> bool {
    read.dotted() == "retryAfter" || header(read).is_some_and(|(name, right)| name == "retry-after" && !right)
}

/// The edit that replaces the first names of a read's path by `after`. `None` where the error has another name, or is
/// written in a way that is not understood.
pub fn behind_error(model: &Model<'_>, read: &ErrorRead, names: &[&str], after: &str) -> Option<TextEdit> {
    let (start, end) = names_range(model, read, names)?;
    let optional = model.text(TextRange { start, end }).trim_start().starts_with("?.") && after.starts_with('.');
    let after = if optional && !after.starts_with("?.") { format!("?{after}") } else { after.to_owned() };
    Some(TextEdit::replace(TextRange { start, end }, after))
}

/// The range from the end of the error to the end of the first names of a read's path. `None` where the error has a
/// type of the project's own, which may lack the properties of the SDK's errors.
fn names_range(model: &Model<'_>, read: &ErrorRead, names: &[&str]) -> Option<(u32, u32)> {
    let start = read.error_end?;
    if read.is_typed {
        return None;
    }
    let whole = TextRange { start, end: read.at.range.end };
    let text = model.text(whole);
    let mut rest = text.as_str();
    for name in names {
        rest = rest.trim_start().trim_start_matches('!').trim_start();
        rest = rest.strip_prefix("?.").or_else(|| rest.strip_prefix('.'))?.trim_start().strip_prefix(name)?;
        if rest.starts_with(|next: char| next.is_alphanumeric() || next == '_' || next == '$') {
            return None;
        }
    }
    Some((start, whole.end - rest.len() as u32))
}

/// The range and text of the error, up to the first name of a read's path.
pub fn error_text(model: &Model<'_>, read: &ErrorRead) -> Option<(TextRange, String)> {
    let range = TextRange { start: read.at.range.start, end: read.error_end? };
    Some((range, model.text(range)))
}

/// The edit that replaces the error and the first names of a read's path by `new`, where `{}` stands for the error.
pub fn around_error(model: &Model<'_>, read: &ErrorRead, names: &[&str], new: &str) -> Option<TextEdit> {
    let (error, text) = error_text(model, read)?;
    let (_, end) = names_range(model, read, names)?;
    let end = match read.call {
        Some(call) if names.len() == read.path.len() => call.end,
        _ => end,
    };
    Some(TextEdit::replace(TextRange { start: error.start, end }, new.replace("{}", &text)))
}
