//! `reserved-attribute`: an attribute with a reserved name.

use super::helpers::entries::{only_reads, removed, renamed};
use super::helpers::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::PayloadOf;
use crate::sdk::attributes::{Attribute, is_reserved};

pub const META: RuleMeta = RuleMeta {
    id: "reserved-attribute",
    summary: "An attribute has a name that Customer.io reserves",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`cio_id` and some other attributes are set by Customer.io and cannot be written. Names that begin with `_` are reserved,
and segments cannot use them ([attributes](https://docs.customer.io/journeys/attributes/)). `_timestamp` and `_update`
control how a call is processed and are fine.

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

Removes an attribute that Customer.io sets, because writing it has no effect. For a name that begins with `_`, it suggests
the name without it: everything in Customer.io that reads the attribute has to follow.

### References

- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (payload, field, at) in payloads::entries(ctx.model, META.id, &[PayloadOf::Person]) {
        if !is_reserved(&field.key) {
            continue;
        }
        let key = field.key.as_str();
        if let Some(known) = Attribute::of(key) {
            let what = match known.what.strip_prefix("Customer.io") {
                Some(_) => known.what.to_owned(),
                None => known.what.to_lowercase(),
            };
            // Side effects of the value would be removed with it.
            let inert = field.value.range.is_some_and(|value| only_reads(&ctx.model.text(value)));
            report
                .at(at, Severity::Warning, format!("`{key}` is reserved by Customer.io ({what})"))
                .why("Customer.io ignores writes to it")
                .help(format!("Remove `{key}`."))
                .fix(
                    format!("Remove `{key}`"),
                    if inert { Applicability::Safe } else { Applicability::Suggested },
                    || removed(ctx.model, &payload.argument, field),
                );
            continue;
        }
        let free = key.trim_start_matches('_');
        let draft = report
            .at(at, Severity::Warning, format!("`{key}` begins with `_`, which is reserved by Customer.io"))
            .why("segments cannot use the attribute")
            .help(format!("Rename it to `{free}`."));
        renamed(draft, ctx.model, (&payload.fields, field), free, Applicability::Suggested);
    }
}
