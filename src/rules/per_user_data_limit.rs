//! `per-user-data-limit`: more people than one broadcast takes.

use super::judge::broadcasts::triggers;
use super::judge::lists::judge;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::limits::BROADCAST_RECIPIENTS;

pub const META: RuleMeta = RuleMeta {
    id: "per-user-data-limit",
    summary: "A broadcast names more people than one call takes",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`ids`, `emails` and `per_user_data` of a broadcast have up to 10,000 entries
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). For more there is
`data_file_url`, or a segment. Reported are lists whose entries are seen; how long others are, only the run tells.

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

Triggers the broadcast for each 10,000 of them, in a loop that waits 10 seconds between two of them, as the API wants it.
Suggested: a segment or a file may be better. None where the call is no awaited statement of its own.

### References

- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

/// What to do instead. Many calls of one broadcast have to wait for each other: `broadcast-in-loop`.
const HELP: &str = "Name a segment, or put them into a file for `data_file_url`.";

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(cx.model) {
        let Some(fields) = call.argument(2).and_then(|recipients| cx.model.fields(recipients)) else { continue };
        for field in ["ids", "emails", "per_user_data"].into_iter().filter_map(|key| fields.get(key)) {
            judge(cx.model, call, &field.value, (BROADCAST_RECIPIENTS, HELP), report);
        }
    }
}
