//! `identify-not-awaited`: the next call for the same person may overtake `identify`.

use super::judge::promises::{Overtaking, name, repaired};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Promise;

pub const META: RuleMeta = RuleMeta {
    id: "identify-not-awaited",
    summary: "A call for a person may overtake the `identify` before it",
    category: "promises",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`identify` returns a promise. When nobody waits for it, the next request goes out at once, and nothing orders two
requests that are under way together: a `track` or a message may come before the person or the new attributes are there,
so that a campaign looks at those of yesterday, and `mergeCustomers` may be asked to merge a person that does not exist
yet.

Reported is an `identify` of the Track client that is dropped, followed in the same function by `track`, `trackPageView`,
`addDevice`, `mergeCustomers` or a message for the same id. What is handled by a `catch`, handed on or marked by `void` is
left alone, and so is what only runs in another branch. It is also a floating promise; this rule speaks instead of
`floating-promise`.

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

Suggested is to insert `await` where the function is `async`, else to make it so, and more as for `floating-promise`.

### References

- [Track API](https://docs.customer.io/api/track/)
- [customerio-node: `identify`](https://github.com/customerio/customerio-node#cioidentifyid-data)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let overtaking = Overtaking::of(cx.model);
    for call in cx.model.sdk_calls() {
        let Promise::Dropped(dropped) = &call.promise else { continue };
        let Some(next) = overtaking.find(call).filter(|_| !cx.model.is_mocked()) else { continue };
        let message = format!(
            "nobody waits for {}: {} for the same person may arrive before it, and its failure is an unhandled rejection",
            name(call),
            name(next)
        );
        let draft = report
            .at(call.callee, Severity::Warning, message)
            .help("Await it before the next call.")
            .related(Some(next.callee), "this request may be faster");
        repaired(draft, dropped);
    }
}
