//! `unsubscribed-value`: a value that does not unsubscribe.

use super::helpers::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Given, PayloadOf};
use crate::sdk::attributes::text_unsubscribes;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "unsubscribed-value",
    summary: "`unsubscribed` is set to a value that Customer.io reads as subscribed",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A person is unsubscribed if `unsubscribed` is `true` or 1, also as a string. Any other value means subscribed
([Track API](https://docs.customer.io/api/track/)): with `unsubscribed: "yes"`, messages continue. Values that mean no are
not reported.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { unsubscribed: "yes" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { unsubscribed: true });
```

### Fix

Changes a string that says yes to `true`. Only suggested. No fix for a date or a number: only you know its meaning.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: unsubscribes](https://docs.customer.io/journeys/unsubscribes/)
"#,
};

/// Strings that say yes.
const YES: &[&str] =
    &["on", "opt-out", "opted out", "opted-out", "opted_out", "unsubscribe", "unsubscribed", "y", "yes"];
/// Strings that say no, and have that effect.
const NO: &[&str] = &[
    "",
    "0",
    "false",
    "n",
    "no",
    "none",
    "null",
    "off",
    "opted in",
    "opted-in",
    "opted_in",
    "subscribe",
    "subscribed",
    "undefined",
];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (value, at) in payloads::values(ctx.model, META.id, &[PayloadOf::Person], |field| field.key == "unsubscribed") {
        let (what, says_yes) = match ctx.model.given(&value) {
            Given::Text(text) if text_unsubscribes(text.trim()) || text.contains("{{") => continue,
            Given::Text(text) => {
                let word = text.trim().to_lowercase();
                if NO.contains(&word.as_str()) {
                    continue;
                }
                (format!("`\"{text}\"`"), YES.contains(&word.as_str()))
            }
            Given::Number(Some(number)) if number != 0.0 && number != 1.0 => (format!("`{number}`"), false),
            Given::Date | Given::DateText => ("a date".to_owned(), false),
            Given::Array | Given::Object => ("an object".to_owned(), false),
            _ => continue,
        };
        let literal = ctx.model.literal(&value).filter(|literal| says_yes && *literal == at);
        report
            .at(at, Severity::Warning, format!("{what} does not unsubscribe the person"))
            .why("Customer.io reads every value except `true` and 1 as subscribed, so messages continue")
            .help("Send `true` or `false`.")
            .related_at(ctx.model.origin(&value), "the value is defined here")
            .fix("Change to `true`", Applicability::Suggested, || literal.map(|at| TextEdit::replace(at, "true")));
    }
}
