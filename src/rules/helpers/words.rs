//! Strings with a fixed set of values.

use super::timestamps::through;
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Given, Model};
use crate::rules::Report;
use crate::sdk::nearest;
use crate::text::TextEdit;

/// Reports a string in `argument` of `call` that is not one of `known`. `what` names the set without an article:
/// "metric". A difference in capitalization is a warning: the documentation does not say whether the API accepts it.
pub fn judge(
    model: &Model<'_>,
    call: &Call,
    argument: &Argument,
    (what, known): (&str, &[&str]),
    report: &mut Report<'_>,
) {
    for case in model.cases(argument) {
        let Given::Text(text) = model.given(&case) else { continue };
        let Some(at) = case.range else { continue };
        if known.contains(&text.as_str()) {
            continue;
        }
        let meant = meant(&text, known);
        let title = format!("Change to `{}`", meant.unwrap_or_default());
        let (is, why) = match severity(&text, known) {
            Severity::Error => ("is not a valid", "Customer.io does not know this value"),
            _ => ("is not the documented spelling of the", "Customer.io documents it in lower case"),
        };
        let draft = report
            .at(at, severity(&text, known), format!("`{text}` {is} {what}"))
            .why(why)
            .help(format!("Use one of `{}`.", known.join("`, `")))
            .related_at(model.origin(&case), "the value is defined here")
            .fix(title, Applicability::Suggested, || {
                meant.zip(model.inside_quotes(&case)).map(|(to, at)| TextEdit::replace(at, to))
            });
        through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
    }
}

/// The severity of a string that is not one of `known`.
pub fn severity(text: &str, known: &[&str]) -> Severity {
    if known.iter().any(|known| known.eq_ignore_ascii_case(text)) { Severity::Warning } else { Severity::Error }
}

/// The most similar known string: it is spelled differently, or one is a prefix of the other.
fn meant<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    let lower = text.to_lowercase();
    let begins = |other: &&&str| lower.len() > 3 && (other.starts_with(&lower) || lower.starts_with(**other));
    nearest(text, known.iter().copied()).or_else(|| known.iter().find(begins).copied())
}

/// An error's message in quotes; in backticks, where it has quotes of its own.
pub fn quoted(error: &str) -> String {
    if error.contains('"') { format!("`{error}`") } else { format!("\"{error}\"") }
}
