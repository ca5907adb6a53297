//! `unknown-endpoint`: a request without the SDK to a path, or with an HTTP method, that the API does not have.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Model, SentTo};
use crate::sdk::{PathRoot, Routed};
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-endpoint",
    summary: "A request without the SDK uses a path or an HTTP method that the API does not have",
    category: "http",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A request sent with `fetch`, axios, got or a similar library fails with 404 or 405 if its path is misspelled, if it has the
prefix of another API version, or if the endpoint expects another HTTP method. The rule reports a path that differs from
a documented one in a single segment or in its prefix, and an HTTP method that a documented path does not accept.

A path that resembles no documented one is not reported, and neither are paths and methods that the code computes. A value
in a path counts as one segment only if it is a number, is encoded by `encodeURIComponent`, or is an id by its name.
Requests to other hosts are ignored.

### Invalid

```ts
const id = encodeURIComponent("42");
const response = await fetch(`https://track.customer.io/api/v1/customers/${id}/event`, {
  method: "POST",
  body: JSON.stringify({ name: "signed_up" }),
});
if (!response.ok) throw new Error(`Customer.io: ${response.status}`);
```

### Valid

```ts
const id = encodeURIComponent("42");
const response = await fetch(`https://track.customer.io/api/v1/customers/${id}/events`, {
  method: "POST",
  body: JSON.stringify({ name: "signed_up" }),
});
if (!response.ok) throw new Error(`Customer.io: ${response.status}`);
```

### Fix

Changes the misspelled segment if it is written in this file. The fix is only suggested, because the request then
succeeds.

### References

- [Track API](https://docs.customer.io/api/track/)
- [App API](https://docs.customer.io/api/app/)
- [Pipelines API](https://docs.customer.io/api/cdp/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    let mut told: FxHashSet<TextRange> = FxHashSet::default();
    for call in ctx.model.calls().without_sdk() {
        let Some(sent) = ctx.model.http().sent_to(call) else { continue };
        let (what, why, help, edit) = match &sent.routed {
            Routed::NoPath(meant) => (
                format!("the {} has no endpoint `{}`", sent.api.api_name(), sent.path),
                "the request fails with 404",
                format!("Use `{meant}`."),
                corrected(ctx.model, &sent, meant),
            ),
            Routed::OtherVerb(verbs) if is_complete(&sent) => {
                let Some(verb) = &sent.verb else { continue };
                let verbs: Vec<String> = verbs.iter().map(|verb| format!("`{}`", verb.as_str())).collect();
                (
                    format!("`{}` does not accept `{verb}`", sent.path),
                    "the request fails with 404 or 405",
                    format!("Use {}.", verbs.join(" or ")),
                    None,
                )
            }
            _ => continue,
        };
        // Where a function writes the path itself, its own file is told.
        let is_of_function = call.through.is_some() && sent.literal.is_none();
        if is_of_function || !told.insert(sent.at) {
            continue;
        }
        let title = edit.as_ref().map(|edit| format!("Change to `{}`", edit.text)).unwrap_or_default();
        let draft = report.at(sent.at, Severity::Warning, what).why(why).help(help);
        let draft = match &call.through {
            Some(through) => {
                draft.related_at(Some(through.call.clone()), format!("`{}` sends the request here", through.name))
            }
            None => draft,
        };
        draft.fix(title, Applicability::Suggested, || edit);
    }
}

/// Returns whether every verb that a path has is known.
fn is_complete(sent: &SentTo) -> bool {
    sent.api != PathRoot::App || sent.path.starts_with("/v1/send/") || sent.path.ends_with("/triggers")
}

/// The edit that changes the one segment that is wrong.
fn corrected(model: &Model<'_>, sent: &SentTo, meant: &str) -> Option<TextEdit> {
    let (wrong, right): (Vec<&str>, Vec<&str>) = (sent.path.split('/').collect(), meant.split('/').collect());
    let mut pairs = wrong.iter().zip(&right).filter(|(wrong, right)| wrong != right && !right.starts_with('{'));
    if wrong.len() != right.len() {
        return None;
    }
    let (wrong, right) = pairs.next()?;
    if pairs.next().is_some() {
        return None;
    }
    let literal = sent.literal?;
    let text = model.text(literal);
    let (before, after) = text.rsplit_once(*wrong)?;
    let is_whole = before.ends_with('/') && !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let start = literal.start() + before.len();
    (is_whole && !before.contains(&format!("/{wrong}/")))
        .then(|| TextEdit::replace(TextRange::new(start, start + wrong.len()), *right))
}
