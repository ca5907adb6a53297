//! `per-user-data-limit`: more people than one broadcast accepts.

use super::helpers::broadcasts::triggers;
use super::helpers::lists::judge;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::limits::BROADCAST_RECIPIENTS;

pub const META: RuleMeta = RuleMeta {
    id: "per-user-data-limit",
    summary: "A broadcast lists more people than one call accepts",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`ids`, `emails` and `per_user_data` of a broadcast accept up to 10,000 entries
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). For more people, use
`data_file_url` or a segment. The rule reports lists whose entries are visible in the code; the length of others is known
only at run time.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const more = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];
const all = [...more, ...more, ...more, ...more, ...more, ...more, ...more, ...more, ...more, ...more, ...more];
await api.triggerBroadcast(12, {}, { ids: all });
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { ids: ["1", "2", "3"] });
```

### Fix

Triggers the broadcast once per 10,000 people, in a loop that waits 10 seconds between calls, as the API requires. Only
suggested: a segment or a file may be better. No fix if the call is not an awaited statement of its own.

### References

- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

/// The instruction. Repeated calls of one broadcast have to wait for each other: `broadcast-in-loop`.
const HELP: &str = "Use a segment, or put the people in a file for `data_file_url`.";

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(ctx.model) {
        let Some(fields) = call.argument(2).and_then(|recipients| ctx.model.fields(recipients)) else { continue };
        for field in ["ids", "emails", "per_user_data"].into_iter().filter_map(|key| fields.get(key)) {
            judge(ctx.model, call, &field.value, (BROADCAST_RECIPIENTS, HELP), report);
        }
    }
}
