//! `batch-empty`: an empty list or object where the SDK requires entries.

use super::helpers::repairs::suggested;
use super::helpers::timestamps::through;
use super::helpers::words::quoted;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::rewrite;
use crate::sdk::{Check, ClientClass, KnownVersion};

pub const META: RuleMeta = RuleMeta {
    id: "batch-empty",
    summary: "Empty list or object passed to a method that throws for it",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"`batch` throws `operations is required` for an empty list and sends nothing. So do `addCustomersToSegment` and
`removeCustomersFromSegment` for an empty list of ids, and `entity` for an object without keys
([`lib/track.ts`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)). The rule checks literals written in
the call; a list in a variable may be filled elsewhere and is left alone.

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

Removes the call, which sends nothing. Suggested: the list may have been meant to hold something. There is no fix where the
result of the call is used.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [Track API: batch](https://docs.customer.io/api/track/#operation/batch)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() || matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) {
        return;
    }
    for call in ctx.model.calls().of_sdk() {
        let Some(method) = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name)) else {
            continue;
        };
        let parameters = method.parameters.at(ctx.model.version()).unwrap_or_else(|| method.parameters.newest());
        for (parameter, argument) in parameters.iter().zip(&call.arguments) {
            // A list in a variable may be filled later.
            let Some(range) = argument.range.filter(|range| ctx.model.literal(argument) == Some(*range)) else {
                continue;
            };
            let is_empty = match parameter.check {
                Check::FilledList => ctx.model.items(argument).is_some_and(|(items, all)| all && items.is_empty()),
                Check::Filled => ctx.model.fields(argument).is_some_and(|it| !it.open && it.list.is_empty()),
                _ => false,
            };
            if is_empty {
                let error = parameter.error().unwrap_or_default();
                let what = match parameter.check {
                    Check::FilledList => "this list is empty",
                    _ => "this object is empty",
                };
                let draft = report
                    .at(range, Severity::Error, what)
                    .why(format!("`{}` throws {}", method.name, quoted(&error)))
                    .help("Skip the call when there is nothing to send.");
                let draft = through(draft, call.through.as_ref(), method.name);
                suggested(draft, || if call.through.is_none() { rewrite::left_out(ctx.model, call) } else { None });
            }
        }
    }
}
