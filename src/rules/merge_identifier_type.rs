//! `merge-identifier-type`: `mergeCustomers` with an unknown identifier type, or one that does not fit the value.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Given;
use crate::sdk::identifiers::{IDENTIFIER_TYPES, is_email};
use crate::sdk::{ClientClass, Enumeration, nearest};
use crate::text::TextEdit;
use smol_str::SmolStr;

pub const META: RuleMeta = RuleMeta {
    id: "merge-identifier-type",
    summary: "`mergeCustomers` gets an unknown identifier type, or one that does not fit the value",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.1 and newer; throws since 3.5",
    options: &[],
    yields_to: &[],
    docs: r#"`mergeCustomers` takes each person as an identifier type and a value. The types are `id`, `email` and `cio_id`. Since
3.5, any other string throws ([`mergeCustomers`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)):
this is an error where that version is installed, otherwise a warning. An email address passed as a `cio_id` is a warning;
passed as an `id` it is a hint, because an id may look like an address.

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

Changes a misspelled type (`ID`, `cioId`) to the SDK's spelling, in TypeScript to a member of `IdentifierType`, or changes
the type of an address to `email`. Only suggested, because a merge cannot be undone.

### References

- [customerio-node: `mergeCustomers`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)
- [Customer.io: merging people](https://docs.customer.io/journeys/merge-people/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let types = Enumeration::of("IdentifierType");
    for call in ctx.model.calls().of_sdk() {
        let is_it =
            call.method.as_deref() == Some("mergeCustomers") && ClientClass::of(call.client) == ClientClass::Track;
        if !is_it || ctx.model.file().is_mocked() {
            continue;
        }
        for pair in call.arguments.chunks(2) {
            let [kind, rest @ ..] = pair else { continue };
            let Some(at) = kind.range else { continue };
            let members = ctx.model.imports().enum_members();
            let member = members.iter().find(|member| member.enumeration == "IdentifierType" && member.range == at);
            let text = match (ctx.model.given(kind), member.and_then(|member| types?.value(&member.member))) {
                (Given::Text(text), _) => text,
                (_, Some(value)) => SmolStr::new_static(value),
                _ => continue,
            };
            let replaced = |text: &str| match member {
                Some(member) => Some(TextEdit::replace(member.at, types?.nearest_member(text)?)),
                None => ctx.model.inside_quotes(kind).map(|at| TextEdit::replace(at, text)),
            };
            // In TypeScript the parameter accepts members of the enumeration, not strings.
            let edits = |text: &str| -> Vec<TextEdit> {
                let typed = member.is_none() && ctx.model.file().has_types() && ctx.model.at_least(3, 5, 0);
                match (typed.then(|| ctx.model.imports().symbol("IdentifierType")).flatten(), types) {
                    (Some(symbol), Some(types)) if ctx.model.inside_quotes(kind).is_some() => {
                        let Some(name) = types.nearest_member(text) else { return Vec::new() };
                        let mut edits = symbol.edits;
                        edits.push(TextEdit::replace(at, format!("{}.{name}", symbol.text)));
                        edits.sort();
                        edits
                    }
                    _ => replaced(text).into_iter().collect(),
                }
            };
            let (severity, what, why, meant) = if !IDENTIFIER_TYPES.contains(&text.as_str()) {
                let (severity, why) = if ctx.model.at_least(3, 5, 0) {
                    (Severity::Error, "the call throws".to_owned())
                } else {
                    (Severity::Warning, "Customer.io knows only `id`, `email` and `cio_id`".to_owned())
                };
                let near = nearest(&text, IDENTIFIER_TYPES.iter().copied());
                (severity, format!("`{text}` is not an identifier type"), why, near)
            } else if text != "email" && rest.iter().any(|value| is_address(&ctx.model.given(value))) {
                let severity = if text == "id" { Severity::Hint } else { Severity::Warning };
                let what = format!("the identifier type is `{text}`, but the value is an email address");
                (
                    severity,
                    what,
                    format!("Customer.io looks for a person whose `{text}` is that address"),
                    Some("email"),
                )
            } else {
                continue;
            };
            let title = format!("Change to `{}`", meant.unwrap_or_default());
            report
                .at(at, severity, what)
                .why(why)
                .help("Pass `id`, `email` or `cio_id`, as fits the value.")
                .related_at(ctx.model.origin(kind), "the value is defined here")
                .fix(title, Applicability::Suggested, || meant.map(edits).unwrap_or_default());
        }
    }
}

fn is_address(given: &Given) -> bool {
    matches!(given, Given::Text(text) if is_email(text))
}
