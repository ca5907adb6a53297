//! `batch-empty`: an empty list where the SDK wants something in it.

use super::judge::repairs::suggested;
use super::judge::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::sdk::{Check, Class, Known};

pub const META: RuleMeta = RuleMeta {
    id: "batch-empty",
    summary: "A list is empty where the SDK wants something in it, so that the call throws",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    docs: r#"`batch` throws `operations is required` for an empty list, and sends nothing; so do `addCustomersToSegment` and
`removeCustomersFromSegment` for nobody, and `entity` for an object without keys
([`lib/track.ts`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)). Reported is what is written as empty
in the call. A list that is filled elsewhere is not judged.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const { errors } = await cio.batch([]);
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const { errors } = await cio.batch([{ type: "person", action: "delete", identifiers: { id: "42" } }]);
```

### Fix

Removes the call, which sends nothing. Suggested: something may have been meant to go in. None where its result is used.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [Track API: batch](https://docs.customer.io/api/track/#operation/batch)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() || matches!(Known::of(cx.model.version()), Known::Newer(_)) {
        return;
    }
    for call in cx.model.sdk_calls() {
        let Some(method) = call.method.as_deref().and_then(|name| Class::of(call.client).method(name)) else {
            continue;
        };
        let parameters = method.parameters.at(cx.model.version()).unwrap_or_else(|| method.parameters.newest());
        for (parameter, argument) in parameters.iter().zip(&call.arguments) {
            // What a variable holds may be filled later.
            let Some(range) = argument.range.filter(|range| cx.model.literal(argument) == Some(*range)) else {
                continue;
            };
            let is_empty = match parameter.check {
                Check::FilledList => cx.model.items(argument).is_some_and(|(items, all)| all && items.is_empty()),
                Check::Filled => cx.model.fields(argument).is_some_and(|it| !it.open && it.list.is_empty()),
                _ => false,
            };
            if is_empty {
                let error = parameter.error().unwrap_or_default();
                let message = format!("nothing is in it: `{}` throws \"{error}\"", method.name);
                let draft =
                    report.at(range, Severity::Error, message).help("Leave the call out where there is nothing.");
                let draft = through(draft, call.through.as_ref(), method.name);
                suggested(draft, cx.model.left_out(call).filter(|_| call.through.is_none()));
            }
        }
    }
}
