//! `id-length`: a person's id that is longer than the API accepts.

use super::helpers::limits::{excess, message};
use super::helpers::people;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;
use crate::sdk::limits::PERSON_ID;

pub const META: RuleMeta = RuleMeta {
    id: "id-length",
    summary: "Person id longer than 150 bytes",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A person's id can have at most 150 bytes ([Track API](https://docs.customer.io/api/track/)). The rule checks ids whose value is known.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("customer-000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", { plan: "pro" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("customer-42", { plan: "pro" });
```

### Fix

None: only you know a shorter id.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: identifying people](https://docs.customer.io/journeys/identifying-people/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, _, argument) in people::ids_of_every_door(ctx.model) {
        let (Given::Text(id), Some(at)) = (ctx.model.given(argument), argument.range) else { continue };
        if let Some(length) = excess(&id, PERSON_ID) {
            report
                .at(at, Severity::Warning, message(length, PERSON_ID))
                .help("Use a shorter id.")
                .related_at(ctx.model.origin(argument), "the id is defined here");
        }
    }
}
