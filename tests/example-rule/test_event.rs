//! `test-event`: an event whose name says that it is a test.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "test-event",
    summary: "An event's name says that it is a test",
    category: "naming",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Customer.io lists every event name that it ever received, and people pick one from that list when they build a
campaign. A name from a test stays in the list.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "test_signed_up" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "signed_up" });
```

### Fix

None: only you know the name that the campaign waits for.

### References

- [customerio-node: `track`](https://github.com/customerio/customerio-node#ciotrackid-data)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for event in ctx.model.events().names().iter().filter(|event| event.name.starts_with("test_")) {
        report
            .at(event.at, Severity::Warning, format!("the event `{}` is a test", event.name))
            .help("Send the name that the campaign waits for, or nothing.")
            .related_at(event.origin.clone(), "the name is written here");
    }
}
