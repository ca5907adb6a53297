//! `event-dedupe-id`: a retried event without an id for deduplication.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::RetryBy;

pub const META: RuleMeta = RuleMeta {
    id: "event-dedupe-id",
    summary: "Retried event without an `id` to deduplicate it",
    category: "errors",
    preset: Preset::All,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A request can fail after it has arrived: the connection drops, or the response comes too late. If the event is then sent again, it
arrives and counts twice. An event can have an `id`, a [ULID](https://github.com/ulid/spec), by which Customer.io
[drops duplicates](https://docs.customer.io/api/track/). It has to be generated once, before the first attempt.

The rule reports an event that a loop, a recursive function, a helper of the project or a package retries, where all its keys are
known, whether the SDK or a plain HTTP request sends it.

### Invalid

```ts
import pRetry from "p-retry";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 0 },
});

export const bought = (id: string) => pRetry(() => cio.track(id, { name: "bought" }));
```

### Valid

```ts
import pRetry from "p-retry";
import { ulid } from "ulid";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 0 },
});

export function bought(customerId: string) {
  const id = ulid();
  return pRetry(() => cio.track(customerId, { name: "bought", id }));
}
```

### Fix

None: only you know where the ids should come from.

### References

- [Track API](https://docs.customer.io/api/track/)
- [ULID](https://github.com/ulid/spec)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    let of_sdk =
        ctx.model.retries().of_sdk().iter().map(|retried| (&ctx.model.calls().of_sdk()[retried.call], retried));
    let requests = ctx.model.retries().without_sdk();
    let of_others = requests.iter().map(|retried| (&ctx.model.calls().without_sdk()[retried.call], retried));
    for (call, retried) in of_sdk.chain(of_others) {
        if !matches!(call.method.as_deref(), Some("track" | "trackAnonymous")) {
            continue;
        }
        let Some(event) = call.argument(1) else { continue };
        let Some(fields) = ctx.model.fields(event).filter(|fields| fields.lacks("id")) else { continue };
        // The name is marked, because other rules mark the call.
        let Some(name) = fields.get("name") else { continue };
        let by = match &retried.by {
            RetryBy::Loop => "this loop",
            RetryBy::Recursion(name) | RetryBy::Helper(name) | RetryBy::Package(name) => &format!("`{name}`"),
        };
        report
            .at(
                name.value.range.unwrap_or(call.callee),
                Severity::Hint,
                format!("{by} retries this event, which has no `id`"),
            )
            .why("Customer.io counts the event twice if the failed request had already arrived")
            .help("Set `id` to a ULID generated once, before the first attempt.")
            .related_at(Some(retried.place.clone()), "it is retried here");
    }
}
