//! `destroy-vs-suppress`: a person who should be forgotten and may come back.

use super::helpers::promises::named;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, words};
use crate::sdk::ClientClass;

pub const META: RuleMeta = RuleMeta {
    id: "destroy-vs-suppress",
    summary: "`destroy` where a person should be forgotten, which does not keep them from coming back",
    category: "identity",
    preset: Preset::All,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`destroy` deletes a person, and the next `identify` with the same id creates the profile again. `suppress` deletes the person too
and prevents that ([customerio-node](https://github.com/customerio/customerio-node#ciosuppressid)). For someone who asks to be
forgotten, `destroy` alone may not be enough, and both together are one request too many.

The rule reports `destroy` in a function whose name is about forgetting (`forgetUser`, `gdprErase`), and a `destroy` next to a
`suppress` for the same person in the same function.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function forgetUser(id: string) {
  await cio.destroy(id);
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function forgetUser(id: string) {
  await cio.suppress(id);
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function removeDuplicate(id: string) {
  await cio.destroy(id);
}
```

### Fix

None: only you know what was promised.

### References

- [customerio-node: `suppress`](https://github.com/customerio/customerio-node#ciosuppressid)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    let is = |call: &&Call, method: &str| {
        ClientClass::of(call.client) == ClientClass::Track && call.method.as_deref() == Some(method)
    };
    let calls = ctx.model.calls().of_sdk();
    for destroy in calls.iter().filter(|call| is(call, "destroy")) {
        let person = named(ctx.model, destroy);
        let same = |call: &&Call| named(ctx.model, call).iter().any(|name| person.contains(name));
        let beside = |call: &&Call| call.comes_before(destroy) || destroy.comes_before(call);
        if let Some(suppress) = calls.iter().find(|call| is(call, "suppress") && beside(call) && same(call)) {
            report
                .at(destroy.callee, Severity::Hint, "`destroy` is redundant next to `suppress`")
                .why("`suppress` deletes the person too")
                .help("Remove the call of `destroy`.")
                .related(Some(suppress.callee), "the person is suppressed here");
            continue;
        }
        let function = destroy.around.function.as_ref().and_then(|function| function.name.as_deref());
        if function.is_some_and(speaks_of_forgetting) {
            report
                .at(destroy.callee, Severity::Hint, "`destroy` does not keep the person from coming back")
                .why("the next `identify` with the same id creates the profile again")
                .help("Call `suppress` if the person asked to be forgotten.");
        }
    }
}

fn speaks_of_forgetting(name: &str) -> bool {
    words(name)
        .iter()
        .any(|word| matches!(word.as_str(), "forget" | "forgotten" | "gdpr" | "ccpa" | "erase" | "erasure"))
}
