//! `identify-not-awaited`: the next call for the same person may overtake `identify`.

use super::helpers::promises::{Overtaking, name, repaired};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Promise;

pub const META: RuleMeta = RuleMeta {
    id: "identify-not-awaited",
    summary: "`identify` is not awaited before the next call for the same person",
    category: "promises",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`identify` returns a promise. If it is not awaited, the next request is sent at once, and two requests in flight arrive in any order. A
`track` or a message may arrive before the person or the new attributes, so that a campaign sees the old ones, and `mergeCustomers`
may be asked to merge a person that does not exist yet.

The rule reports an `identify` of the Track client whose promise is dropped, followed in the same function by `track`,
`trackPageView`, `addDevice`, `mergeCustomers` or a message for the same id. It ignores promises that are handled by a `catch`, passed
on or marked with `void`, and calls that only run in another branch. This is a floating promise too; the rule replaces
`floating-promise` here.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string, email: string) {
  cio.identify(id, { email });
  await cio.track(id, { name: "signed_up" });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string, email: string) {
  await cio.identify(id, { email });
  await cio.track(id, { name: "signed_up" });
}
```

### Fix

Adds `await` where the function is `async`, or makes it `async`; other fixes are those of `floating-promise`. All are suggested.

### References

- [Track API](https://docs.customer.io/api/track/)
- [customerio-node: `identify`](https://github.com/customerio/customerio-node#cioidentifyid-data)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let overtaking = Overtaking::of(ctx.model);
    for call in ctx.model.calls().every() {
        let Promise::Dropped(dropped) = &call.promise else { continue };
        let Some(next) = overtaking.find(call) else { continue };
        if ctx.model.file().is_mocked() {
            continue;
        }
        let why = format!("{} may reach Customer.io first, and a failure becomes an unhandled rejection", name(next));
        let draft = report
            .at(call.callee, Severity::Warning, format!("{} is not awaited", name(call)))
            .why(why)
            .help("Await it before the next call for the same person.")
            .related(Some(next.callee), "this request may arrive first");
        repaired(draft, dropped);
    }
}
