//! Texts of which only a few are known.

use super::timestamps::through;
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Given, Model};
use crate::rules::Report;
use crate::sdk::nearest;
use crate::text::TextEdit;

/// Reports a text in `argument` of `call` that is none of `known`. `what` names what it should be, without an article:
/// "metric". Where only capitals differ, it is a warning: whether the API minds them is not documented.
pub fn judge(
    model: &Model<'_>,
    call: &Call,
    argument: &Argument,
    (what, known): (&str, &[&str]),
    report: &mut Report<'_>,
) {
    for case in model.cases(argument) {
        let Given::Text(text) = model.given(&case) else { continue };
        let Some(at) = case.range.filter(|_| !known.contains(&text.as_str())) else { continue };
        let edit = meant(&text, known).zip(model.inside_quotes(&case)).map(|(to, at)| TextEdit::replace(at, to));
        let draft = report
            .at(at, severity(&text, known), format!("`{text}` is no {what}"))
            .help(format!("The API knows `{}`.", known.join("`, `")))
            .related_at(model.origin(&case), "it is written here")
            .fix("Write the one that is meant", Applicability::Suggested, edit.into_iter().collect());
        through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
    }
}

/// How bad a text is that is none of `known`.
pub fn severity(text: &str, known: &[&str]) -> Severity {
    match known.iter().any(|known| known.eq_ignore_ascii_case(text)) {
        true => Severity::Warning,
        false => Severity::Error,
    }
}

/// The one that a text most likely stands for: it is spelt otherwise, or one is the beginning of the other.
fn meant<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    let lower = text.to_lowercase();
    let begins = |other: &&&str| lower.len() > 3 && (other.starts_with(&lower) || lower.starts_with(**other));
    nearest(text, known.iter().copied()).or_else(|| known.iter().find(begins).copied())
}
