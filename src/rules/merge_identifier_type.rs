//! `merge-identifier-type`: `mergeCustomers` with a kind of identifier that there is not, or that the value is not of.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Given;
use crate::sdk::identifiers::{IDENTIFIER_TYPES, is_email};
use crate::sdk::{Class, Enumeration, nearest};
use crate::text::TextEdit;
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "merge-identifier-type",
    summary: "`mergeCustomers` is given a kind of identifier that does not exist, or that the value is not of",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.1 and newer; throws since 3.5",
    options: &[],
    docs: r#"`mergeCustomers` takes each person as a kind of identifier and its value. The kinds are `id`, `email` and `cio_id`; since
3.5 any other text throws ([`mergeCustomers`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)), an
error where that version is installed, else a warning. A warning, too, for an email address that is said to be a `cio_id`,
and a hint for one that is said to be an `id`, for an id may look so.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.mergeCustomers("userId", "42", "email", "a@example.com");
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.mergeCustomers("id", "42", "email", "a@example.com");
```

### Fix

Writes a kind that is only spelt otherwise (`ID`, `cioId`) as the SDK wants it, in TypeScript as a member of
`IdentifierType`; or calls an address an `email`. Suggested: a merge cannot be undone.

### References

- [customerio-node: `mergeCustomers`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)
- [Customer.io: merging people](https://docs.customer.io/journeys/merge-people/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let types = Enumeration::of("IdentifierType");
    for call in cx.model.sdk_calls() {
        let is_it = call.method.as_deref() == Some("mergeCustomers") && Class::of(call.client) == Class::Track;
        if !is_it || cx.model.is_mocked() {
            continue;
        }
        for pair in call.arguments.chunks(2) {
            let [kind, rest @ ..] = pair else { continue };
            let Some(at) = kind.range else { continue };
            let members = cx.model.enum_members();
            let member = members.iter().find(|member| member.enumeration == "IdentifierType" && member.range == at);
            let text = match (cx.model.given(kind), member.and_then(|member| types?.value(&member.member))) {
                (Given::Text(text), _) => text,
                (_, Some(value)) => SmolStr::new_static(value),
                _ => continue,
            };
            let replaced = |text: &str| match member {
                Some(member) => Some(TextEdit::replace(member.at, types?.nearest_member(text)?)),
                None => cx.model.inside_quotes(kind).map(|at| TextEdit::replace(at, text)),
            };
            // In TypeScript the parameter takes members of the enumeration, and no string.
            let edits = |text: &str| -> Vec<TextEdit> {
                let typed = member.is_none() && cx.model.has_types() && cx.model.at_least(3, 5, 0);
                match (typed.then(|| cx.model.symbol("IdentifierType")).flatten(), types) {
                    (Some(symbol), Some(types)) if cx.model.inside_quotes(kind).is_some() => {
                        let Some(name) = types.nearest_member(text) else { return Vec::new() };
                        let mut edits = symbol.edits;
                        edits.push(TextEdit::replace(at, format!("{}.{name}", symbol.text)));
                        edits.sort();
                        edits
                    }
                    _ => replaced(text).into_iter().collect(),
                }
            };
            let (severity, message, title, applicability, edit) = if !IDENTIFIER_TYPES.contains(&text.as_str()) {
                let (severity, then) = match cx.model.at_least(3, 5, 0) {
                    true => (Severity::Error, ": this throws"),
                    false => (Severity::Warning, ""),
                };
                let near = nearest(&text, IDENTIFIER_TYPES.iter().copied());
                let message = format!("`{text}` is no kind of identifier{then}");
                (
                    severity,
                    message,
                    "Write it as the SDK does",
                    Applicability::Suggested,
                    near.map(edits).unwrap_or_default(),
                )
            } else if text != "email" && rest.iter().any(|value| is_address(&cx.model.given(value))) {
                let severity = if text == "id" { Severity::Hint } else { Severity::Warning };
                let message = format!("this says `{text}`, but what follows is an email address");
                (severity, message, "Call it an `email`", Applicability::Suggested, edits("email"))
            } else {
                continue;
            };
            report
                .at(at, severity, message)
                .help("The kinds are `id`, `email` and `cio_id`.")
                .related_at(cx.model.origin(kind), "it is written here")
                .fix(title, applicability, edit);
        }
    }
}

fn is_address(given: &Given) -> bool {
    matches!(given, Given::Text(text) if is_email(text))
}
