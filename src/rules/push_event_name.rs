//! `push-event-name`: an event of a push notification that the API does not know.

use super::helpers::operations::operations;
use super::helpers::words::judge;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;
use crate::sdk::ClientClass;
use crate::sdk::events::PUSH_EVENTS;

pub const META: RuleMeta = RuleMeta {
    id: "push-event-name",
    summary: "`trackPush` reports an event that Customer.io does not know",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "3.2 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The `event` of `trackPush` and the `name` of an operation of type `delivery` is `opened`, `converted` or `delivered`
([Track API: push events](https://docs.customer.io/api/track/)); the API knows no other events. A difference in
capitalization is a warning.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "open", timestamp: 1704067200 });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "opened", timestamp: 1704067200 });
```

### Fix

Changes to the event with the most similar name. Only suggested.

### References

- [Track API: push events](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    let known = ("event of a push notification", PUSH_EVENTS);
    for call in ctx.model.calls().every() {
        let is_it = call.method.as_deref() == Some("trackPush") && ClientClass::of(call.client) == ClientClass::Track;
        let data = if is_it { call.argument(0) } else { None };
        let fields = data.and_then(|data| ctx.model.fields(data));
        if let Some(event) = fields.as_ref().and_then(|fields| fields.get("event")) {
            judge(ctx.model, call, &event.value, known, report);
        }
    }
    for (call, operation) in operations(ctx.model).filter(|(call, _)| call.through.is_none()) {
        let Some(fields) = ctx.model.fields(&operation) else { continue };
        let is = |key: &str, text: &str| {
            fields.get(key).is_some_and(|field| ctx.model.given(&field.value) == Given::Text(text.into()))
        };
        if let Some(name) = fields.get("name")
            && is("type", "delivery")
            && is("action", "event")
        {
            judge(ctx.model, call, &name.value, known, report);
        }
    }
}
