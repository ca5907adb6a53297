//! `segment-ids-limit`: more people for a segment than one call accepts.

use super::helpers::lists::judge;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::ClientClass;
use crate::sdk::limits::SEGMENT_MEMBERS;

pub const META: RuleMeta = RuleMeta {
    id: "segment-ids-limit",
    summary: "More people are added to or removed from a segment than one call accepts",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.1 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"`addCustomersToSegment` and `removeCustomersFromSegment` accept up to 1000 people per call
([Track API: add people to a segment](https://docs.customer.io/api/track/)). The rule reports lists whose entries are
visible in the code; the length of others is known only at run time.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const many = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const all = [...many, ...many, ...many, ...many, ...many, ...many, ...many, ...many, ...many, ...many];
await cio.addCustomersToSegment(7, all);
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.addCustomersToSegment(7, ["1", "2", "3"]);
```

### Fix

Calls the method once per 1000 people, in a loop. Only suggested. No fix if the call is not an awaited statement of its own.

### References

- [Track API: add people to a segment](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in ctx.model.calls().every().iter().filter(|call| ClientClass::of(call.client) == ClientClass::Track) {
        let is_it = matches!(call.method.as_deref(), Some("addCustomersToSegment" | "removeCustomersFromSegment"));
        if let Some(people) = call.argument(1)
            && is_it
            && !ctx.model.file().is_mocked()
        {
            judge(ctx.model, call, people, (SEGMENT_MEMBERS, "Call it once per 1000 people."), report);
        }
    }
}
