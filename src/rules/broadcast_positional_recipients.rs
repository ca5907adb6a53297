//! `broadcast-positional-recipients`: an audience in the place of a broadcast's data.

use super::judge::broadcasts::{Misplaced, misplaced, triggers};
use super::judge::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-positional-recipients",
    summary: "The audience of a broadcast stands where its data goes, so that others get it",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`triggerBroadcast(id, data, recipients)` takes the audience as its third argument. In the second it is data for the message's
Liquid and names nobody. Since 5.0.1 the broadcast then goes to the audience that is set in Customer.io, maybe everybody; from
1.0 to 5.0.0 the call throws
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)).

Reported is a call of two arguments of which the second is nothing but an audience: `emails`, `ids`, `per_user_data`,
`data_file_url`, or a filter. A warning are lists beside other data, and values that are not seen.

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

Puts `{}` in the place of the data (`undefined` since 5.0.1). Suggested, since the broadcast goes to others then. None
where there is other data, and none where a function of the project passes it on.

### References

- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(cx.model) {
        let Some(Misplaced { key, sure, only }) = misplaced(cx.model, call) else { continue };
        let Some((data, range)) = call.argument(1).and_then(|data| Some((data, data.range?))) else { continue };
        let effect = if cx.model.at_least(5, 0, 1) {
            "the broadcast goes to the audience that is set in Customer.io"
        } else if cx.model.below(5, 0, 1) {
            "without a third argument the call throws"
        } else {
            "the broadcast goes to the audience that is set in Customer.io (before 5.0.1 the call throws)"
        };
        let severity = if sure { Severity::Error } else { Severity::Warning };
        let message = format!("`{key}` stands in the data of the broadcast and names nobody: {effect}");
        let draft = report
            .at(range, severity, message)
            .help("Pass the audience as the third argument.")
            .related_at(cx.model.origin(data), "the audience is written here");
        let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
        if only && call.through.is_none() {
            let data = if cx.model.at_least(5, 0, 1) { "undefined" } else { "{}" };
            let edit = TextEdit::insert(range.start(), format!("{data}, "));
            // It goes to others than before.
            draft.fix("Make it the third argument", Applicability::Suggested, vec![edit]);
        }
    }
}
