//! `broadcast-in-loop`: one broadcast again and again.

use super::judge::broadcasts::triggers;
use super::judge::repairs::suggested;
use super::judge::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, Given, LoopAround};
use crate::sdk::broadcast::SECONDS_BETWEEN_TRIGGERS;

pub const META: RuleMeta = RuleMeta {
    id: "broadcast-in-loop",
    summary: "One broadcast is triggered for each of many, faster than the API allows",
    category: "broadcasts",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"A broadcast can be triggered once every 10 seconds; a request that comes sooner fails with 429
([App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)). Since 5.0 the SDK retries: for
as long as `Retry-After` says, up to 30 seconds, and for about two seconds in all where the response has no such header. One call reaches up to 10,000 people, each with data of their own in `per_user_data`.

Reported are `for … of`, `map`, `forEach` and the like around a broadcast that is the same one each time. Silent is what waits
in the loop, and a loop that may be left behind the broadcast by `return` or `break`: it tries until it has succeeded.

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

Names everyone in one call, with the data of each in `per_user_data` where it differs. Suggested: what one person's failure
meant for the others changes with it. None where the loop does something else too, and where the call is not written in it.

### References

- [App API: trigger a broadcast](https://docs.customer.io/api/app/#operation/triggerBroadcast)
"#,
};

/// Methods of arrays that do something for every element.
const FOR_ALL: &[&str] = &["flatMap", "forEach", "map", "reduce"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in triggers(cx.model).filter(|call| is_the_same(cx, call)) {
        let Some(around) = call.around.loops.iter().find(|it| walks(it)) else { continue };
        if cx.model.waits_in(around.body) {
            continue;
        }
        let message = format!(
            "this triggers one broadcast for each element: more than one every {SECONDS_BETWEEN_TRIGGERS} seconds \
             fails with 429"
        );
        let draft = report
            .at(call.name, Severity::Warning, message)
            .help("Trigger it once, with everyone in `emails`, `ids` or `per_user_data`.");
        let draft = through(draft, call.through.as_ref(), "triggerBroadcast");
        suggested(draft, cx.model.in_one_broadcast(call));
    }
}

/// Whether it is one broadcast each time: its id is known.
fn is_the_same(cx: &Context<'_>, call: &Call) -> bool {
    let id = call.argument(0).map(|id| cx.model.given(id));
    matches!(id, Some(Given::Number(Some(_)) | Given::Text(_) | Given::Environment(_)))
}

/// Whether a loop goes through more than one element, and not only until it has succeeded.
fn walks(around: &LoopAround) -> bool {
    let many = around.count.is_none_or(|count| count > 1);
    match &around.method {
        Some(method) => many && FOR_ALL.contains(&method.as_str()),
        None => many && around.is_each && !around.may_end,
    }
}
