//! `event-dedupe-id`: an event that is sent again when a request fails, and that nothing tells from its double.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::RetryBy;

pub const META: RuleMeta = RuleMeta {
    id: "event-dedupe-id",
    summary: "An event is sent again when its request fails, without an id that tells it from its double",
    category: "errors",
    preset: Preset::All,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"A request may fail after it has arrived: the connection breaks, the answer comes too late. Whoever sends the event again then
sends it twice, and it counts twice. An event may have an `id`, a [ULID](https://github.com/ulid/spec), by which Customer.io
[drops its double](https://docs.customer.io/api/track/). It has to be made once, before the first try.

Reported where a loop, a function that calls itself, a helper of the project or a package sends the event again, and all its
keys are seen.

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

None: where the ids come from is open.

### References

- [Track API](https://docs.customer.io/api/track/)
- [ULID](https://github.com/ulid/spec)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    for retried in cx.model.retried() {
        let call = &cx.model.sdk_calls()[retried.call];
        if !matches!(call.method.as_deref(), Some("track" | "trackAnonymous")) {
            continue;
        }
        let Some(event) = call.argument(1) else { continue };
        let Some(fields) = cx.model.fields(event).filter(|fields| fields.lacks("id")) else { continue };
        // What is sent again is marked, not the call, of which other rules speak.
        let Some(name) = fields.get("name") else { continue };
        let by = match &retried.by {
            RetryBy::Loop => "this loop",
            RetryBy::Recursion(name) | RetryBy::Helper(name) => &format!("`{name}`"),
            RetryBy::Package(package) => &format!("`{package}`"),
        };
        let message = format!(
            "{by} sends this event again when its request fails, which may have arrived: without an `id` it counts twice"
        );
        report
            .at(name.value.range.unwrap_or(call.callee), Severity::Hint, message)
            .help("Give it an `id`, a ULID that is made once, before the first try.")
            .related_at(Some(retried.place.clone()), "it is sent again from here");
    }
}
