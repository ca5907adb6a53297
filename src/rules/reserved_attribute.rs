//! `reserved-attribute`: an attribute whose name is not free.

use super::judge::entries::{only_reads, removed, renamed};
use super::judge::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::About;
use crate::sdk::attributes::{Attribute, is_reserved};

pub const META: RuleMeta = RuleMeta {
    id: "reserved-attribute",
    summary: "An attribute is set whose name Customer.io keeps to itself",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`cio_id` and some others are given out by Customer.io and cannot be written. Names that begin with `_` are
kept for Customer.io's own use, and segments cannot use them ([attributes](https://docs.customer.io/journeys/attributes/)).
`_timestamp` and `_update` steer how a call is understood and are fine.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", cio_id: "03000010" });
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", _plan: "pro" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", plan: "pro", _update: true });
```

### Fix

Takes out what Customer.io gives out: it does nothing. For a name of your own without its `_` it is suggested to write that:
what reads the attribute in Customer.io has to follow.

### References

- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (payload, field, at) in payloads::entries(cx.model, &[About::Person]) {
        if !is_reserved(&field.key) {
            continue;
        }
        let key = field.key.as_str();
        if let Some(known) = Attribute::of(key) {
            let what = known.what.to_lowercase();
            // What its value does besides goes with it.
            let inert = field.value.range.is_some_and(|value| only_reads(&cx.model.text(value)));
            report
                .at(
                    at,
                    Severity::Warning,
                    format!("`{key}` is Customer.io's own ({what}): what is written to it does nothing"),
                )
                .help("Leave it out.")
                .fix(
                    format!("Remove `{key}`"),
                    if inert { Applicability::Safe } else { Applicability::Suggested },
                    removed(cx.model, &payload.argument, field).into_iter().collect(),
                );
            continue;
        }
        let draft = report
            .at(
                at,
                Severity::Warning,
                format!("names with `_` before them are Customer.io's own: no segment can use `{key}`"),
            )
            .help("Choose a name without it.");
        let free = key.trim_start_matches('_');
        renamed(draft, cx.model, (&payload.fields, field), free, Applicability::Suggested);
    }
}
