//! `broadcast-ineffective-flag`: a flag that has no effect on the audience beside it.

use super::helpers::broadcasts::{audiences, named, triggers};
use super::helpers::entries::{removed, renamed};
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Field, Fields, Given, Model};
use crate::sdk::broadcast::{Audience, FILTER_KEYS};

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-ineffective-flag",
    summary: "Broadcast flag that has no effect on the audience beside it",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: ">=0.6.0",
    options: &[],
    yields_to: &[],
    docs: r#"With `ids` the SDK sends `id_ignore_missing`; with `emails` it sends `email_ignore_missing` and `email_add_duplicates`; with
`per_user_data` and `data_file_url` it sends all three. It silently drops the other flags
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)), and one unknown person makes the whole broadcast
fail with 422, as if the flag were not there.

With a filter the SDK sends the whole object as `recipients`, where the API accepts a single property
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). What it does with a flag there is not
documented, so this is informational.

A flag set to `false` changes nothing and is not reported.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { ids: ["42"], email_ignore_missing: true });
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.triggerBroadcast(12, {}, { ids: ["42"], id_ignore_missing: true });
```

### Fix

Changes the flag to the one for the audience that is there; suggested, because the flag then takes effect. Removes a flag that
has no counterpart; safe.

### References

- [customerio-node: `triggerBroadcast`](https://github.com/customerio/customerio-node#apitriggerbroadcastid-data-recipients)
- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(ctx.model) {
        let Some(recipients) = call.argument(2) else { continue };
        let Some(fields) = ctx.model.fields(recipients).filter(|fields| !fields.open) else { continue };
        let all = audiences(ctx.model);
        if is_filter(ctx.model, &fields) {
            for field in fields.list.iter().filter(|field| is_set_flag(ctx.model, field, all)) {
                let Some(range) = field.key_range.or(field.value.range) else { continue };
                let draft = report
                    .at(range, Severity::Info, format!("`{}` is sent as part of the filter", field.key))
                    .why("the API accepts a single property there, and what it does with a flag is not documented")
                    .help("Remove it, or list the people in `ids` or `emails`.");
                through(draft, call.through.as_ref(), "triggerBroadcast");
            }
            continue;
        }
        let Some(audience) = only_audience(ctx.model, &fields) else { continue };
        for field in &fields.list {
            if !is_set_flag(ctx.model, field, all) || audience.flags.contains(&field.key.as_str()) {
                continue;
            }
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let what = format!("`{}` has no effect with `{}`", field.key, audience.key);
            let draft = report.at(range, Severity::Warning, what).why("the SDK drops it");
            let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
            // `id_ignore_missing` for `email_ignore_missing`.
            let what = field.key.split_once('_').map_or("", |(_, what)| what);
            let counterpart = audience.flags.iter().find(|flag| flag.split_once('_').is_some_and(|(_, it)| it == what));
            match counterpart.filter(|flag| fields.get(flag).is_none()) {
                Some(flag) => {
                    let draft = draft.help(format!("Use `{flag}` instead."));
                    renamed(draft, ctx.model, (&fields, field), flag, Applicability::Suggested);
                }
                None => {
                    draft.help("Remove it.").unnecessary().fix(
                        format!("Remove `{}`", field.key),
                        Applicability::Safe,
                        || removed(ctx.model, recipients, field),
                    );
                }
            }
        }
    }
}

/// Returns whether a field is a flag of some audience, and `true`.
fn is_set_flag(model: &Model<'_>, field: &Field, all: &[Audience]) -> bool {
    let is_flag = all.iter().any(|audience| audience.flags.contains(&field.key.as_str()));
    is_flag && model.given(&field.value) == Given::Bool(true)
}

/// Returns whether a filter is the audience, and nothing else is.
fn is_filter(model: &Model<'_>, fields: &Fields) -> bool {
    let named = named(model, fields);
    !named.is_empty() && named.iter().all(|field| FILTER_KEYS.contains(&field.key.as_str()) && !field.uncertain)
}

/// The audience, where there is exactly one.
fn only_audience(model: &Model<'_>, fields: &Fields) -> Option<&'static Audience> {
    let named = named(model, fields);
    let [field] = named.as_slice() else { return None };
    audiences(model).iter().find(|audience| audience.key == field.key && !field.uncertain)
}
