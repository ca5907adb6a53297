//! `broadcast-multiple-audiences`: an audience beside the one that a broadcast goes to.

use super::judge::broadcasts::{audiences, is_there, named, triggers};
use super::judge::entries::removed;
use super::judge::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-multiple-audiences",
    summary: "A broadcast is given several audiences, of which the SDK sends one",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: ">=0.6.0",
    options: &[],
    docs: r#"The audience of a broadcast is one of `ids`, `emails`, `per_user_data`, `data_file_url` and a filter
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). Of several the SDK sends the first
in this order and drops the others without a word
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)): the people in them get nothing.

Reported are audiences that are seen. A variable that is not seen may be `undefined`, and then another one counts.

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

Removes what the SDK drops. Suggested: the people in it may be meant. None where it is not written in the judged file's object.

### References

- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(cx.model) {
        let Some(recipients) = call.argument(2) else { continue };
        let Some(fields) = cx.model.fields(recipients).filter(|fields| !fields.open) else { continue };
        let named = named(cx.model, &fields);
        let Some((first, dropped)) = named.split_first() else { continue };
        // Two keys of a filter beside each other are no audience of the SDK's choosing.
        let is_chosen = audiences(cx.model).iter().any(|it| it.key == first.key);
        if !is_chosen || !named.iter().all(|field| is_there(cx.model, field)) {
            continue;
        }
        for field in dropped {
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let message = format!(
                "of several audiences the SDK sends one: here it is `{}`, and `{}` is dropped",
                first.key, field.key
            );
            let draft = report
                .at(range, Severity::Error, message)
                .help("Name one audience; send to the others by a call of their own.");
            let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
            let edits = removed(cx.model, recipients, field).into_iter().collect();
            draft.fix(format!("Remove `{}`", field.key), Applicability::Suggested, edits);
        }
    }
}
