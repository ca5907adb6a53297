//! `broadcast-in-loop`: one broadcast triggered over and over.

use super::helpers::broadcasts::triggers_of_every_door;
use super::helpers::repairs::suggested;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, Given, LoopAround};
use crate::rewrite;
use crate::sdk::Door;
use crate::sdk::broadcast::SECONDS_BETWEEN_TRIGGERS;

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-in-loop",
    summary: "Broadcast triggered in a loop, faster than the API allows",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A broadcast can be triggered once every 10 seconds; a request that comes sooner fails with 429
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). Since 5.0 the SDK retries: after
the delay in `Retry-After`, up to 30 seconds, or within about two seconds in total if the response has no such header. One call can
send to 10,000 people, each with their own data in `per_user_data`.

The rule reports `for … of`, `map`, `forEach` and the like around a broadcast that is the same in each iteration. It is silent
where the loop waits, and where a `return` or `break` may leave the loop after the broadcast: such a loop retries until it
succeeds.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export async function invite(emails: string[]) {
  for (const email of emails) {
    await api.triggerBroadcast(12, {}, { emails: [email] });
  }
}
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export async function invite(emails: string[]) {
  await api.triggerBroadcast(12, {}, { emails });
}
```

### Fix

Sends to everyone in one call, with the data of each person in `per_user_data` where it differs. Suggested: a failure for one person
now affects the others differently. There is no fix where the loop does other things too, or where the call is not written in it.

### References

- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers_of_every_door(ctx.model).filter(|call| is_the_same(ctx, call)) {
        let Some(around) = call.around.loops.iter().find(|it| walks(it)) else { continue };
        if ctx.model.file().waits_in(around.body) {
            continue;
        }
        let why = format!(
            "the API accepts one trigger every {SECONDS_BETWEEN_TRIGGERS} seconds, and the others fail with 429"
        );
        let draft = report
            .at(call.name, Severity::Warning, "the same broadcast is triggered in every iteration of a loop")
            .why(why)
            .help("Trigger it once, with everyone in `emails`, `ids` or `per_user_data`.");
        let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
        suggested(draft, || match call.door {
            Door::Sdk => rewrite::in_one_broadcast(ctx.model, call),
            _ => None,
        });
    }
}

/// Returns whether it is the same broadcast each time: its id is known.
fn is_the_same(ctx: &Context<'_>, call: &Call) -> bool {
    let id = call.argument(0).map(|id| ctx.model.given(id));
    matches!(id, Some(Given::Number(Some(_)) | Given::Text(_) | Given::Environment(_)))
}

/// Returns whether a loop handles more than one element, instead of retrying until it succeeds.
fn walks(around: &LoopAround) -> bool {
    let many = around.count.is_none_or(|count| count > 1);
    match &around.method {
        Some(_) => many && around.is_for_all(),
        None => many && around.is_each && !around.may_end,
    }
}
