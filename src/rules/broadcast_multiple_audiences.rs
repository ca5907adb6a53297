//! `broadcast-multiple-audiences`: more than one audience for a broadcast.

use super::helpers::broadcasts::{audiences, is_there, named, triggers};
use super::helpers::entries::removed;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-multiple-audiences",
    summary: "Broadcast with several audiences, of which the SDK sends only one",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: ">=0.6.0",
    options: &[],
    yields_to: &[],
    docs: r#"The audience of a broadcast is one of `ids`, `emails`, `per_user_data`, `data_file_url` and a filter
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). If there are several, the SDK sends
the first in this order and silently drops the others
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)): the people in them get nothing.

The rule reports audiences whose values are known. A variable of unknown value may be `undefined`, and then another one is sent.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { ids: ["42"], emails: ["bob@example.com"] });
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { emails: ["ada@example.com", "bob@example.com"] });
```

### Fix

Removes the audience that the SDK drops. Suggested: it may be the one you meant. There is no fix where it is not written in an
object of this file.

### References

- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(ctx.model) {
        let Some(recipients) = call.argument(2) else { continue };
        let Some(fields) = ctx.model.fields(recipients).filter(|fields| !fields.open) else { continue };
        let named = named(ctx.model, &fields);
        let Some((first, dropped)) = named.split_first() else { continue };
        // Of two filter keys the SDK chooses none: `broadcast-filter-shape`.
        let is_chosen = audiences(ctx.model).iter().any(|it| it.key == first.key);
        if !is_chosen || !named.iter().all(|field| is_there(ctx.model, field)) {
            continue;
        }
        for field in dropped {
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let draft = report
                .at(range, Severity::Error, format!("`{}` and `{}` in the same broadcast", first.key, field.key))
                .why(format!("the SDK sends one audience, `{}`, and drops `{}`", first.key, field.key))
                .help("Keep one audience, and send to the others in separate calls.");
            let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
            draft.fix(format!("Remove `{}`", field.key), Applicability::Suggested, || {
                removed(ctx.model, recipients, field)
            });
        }
    }
}
