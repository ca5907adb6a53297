//! `broadcast-positional-recipients`: an audience passed as the data of a broadcast.

use super::helpers::broadcasts::{Misplaced, misplaced, triggers};
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-positional-recipients",
    summary: "Broadcast audience passed as the data argument, so it goes to other people",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`triggerBroadcast(id, data, recipients)` takes the audience as its third argument. As the second argument it is only data for the
message's Liquid. Since 5.0.1 the broadcast then goes to the audience configured in Customer.io, possibly to everyone; from 1.0 to
5.0.0 the call throws
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)).

The rule reports a call with two arguments whose second is nothing but an audience: `emails`, `ids`, `per_user_data`,
`data_file_url`, or a filter. Lists next to other data, and values that are not known, are a warning.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, { emails: ["ada@example.com"] });
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { emails: ["ada@example.com"] });
```

### Fix

Inserts `{}` as the data (`undefined` since 5.0.1). Suggested, because the broadcast then goes to a different audience. There is no
fix where there is other data, or where a function of the project passes the audience on.

### References

- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(ctx.model) {
        let Some(Misplaced { key, sure, only }) = misplaced(ctx.model, call) else { continue };
        let Some((data, range)) = call.argument(1).and_then(|data| Some((data, data.range?))) else { continue };
        let effect = if ctx.model.at_least(5, 0, 1) {
            "the broadcast goes to the audience configured in Customer.io"
        } else if ctx.model.below(5, 0, 1) {
            "the SDK throws without a third argument"
        } else {
            "the broadcast goes to the audience configured in Customer.io (the SDK throws before 5.0.1)"
        };
        let severity = if sure { Severity::Error } else { Severity::Warning };
        let draft = report
            .at(range, severity, format!("`{key}` is passed as the data of the broadcast, not as its audience"))
            .why(effect)
            .help("Pass the audience as the third argument.")
            .related_at(ctx.model.origin(data), "the audience is written here");
        let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
        if only && call.through.is_none() {
            let data = if ctx.model.at_least(5, 0, 1) { "undefined" } else { "{}" };
            let edit = TextEdit::insert(range.start(), format!("{data}, "));
            // The broadcast goes to other people than before.
            draft.fix("Pass it as the third argument", Applicability::Suggested, || [edit]);
        }
    }
}
