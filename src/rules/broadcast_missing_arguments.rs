//! `broadcast-missing-arguments`: a broadcast without the arguments that older versions require.

use super::helpers::broadcasts::{misplaced, triggers};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-missing-arguments",
    summary: "`triggerBroadcast` without an audience, which throws before 5.0.1",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::None,
    versions: "1.0 to 5.0.0",
    options: &[],
    yields_to: &[],
    docs: r#"`triggerBroadcast(id, data, recipients)` reads `recipients` before it sends anything, and throws a `TypeError` when it is missing.
Since 5.0.1 the last two arguments are optional: without them the broadcast goes to the audience configured in Customer.io
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)).

### Invalid

```ts
// customerio-node 4.5.1
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, { product: "tea" });
```

### Valid

```ts
// customerio-node 4.5.1
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, { product: "tea" }, { segment: { id: 7 } });
```

### Fix

None: only you know the audience. With an empty object the request fails with 422.

### References

- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if !ctx.model.at_least(1, 0, 0) || !ctx.model.below(5, 0, 1) {
        return;
    }
    for call in triggers(ctx.model).filter(|call| call.closed && call.arguments.len() < 3 && call.through.is_none()) {
        // An audience in the place of the data is `broadcast-positional-recipients`.
        if misplaced(ctx.model, call).is_none() {
            report
                .at(call.name, Severity::Error, "`triggerBroadcast` is called without an audience")
                .why("the SDK throws a TypeError before 5.0.1 when the third argument is missing")
                .help("Pass the audience as the third argument, or upgrade to 5.0.1.");
        }
    }
}
