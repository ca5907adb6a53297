//! `destroy-vs-suppress`: a person who is to be forgotten and may come back.

use super::judge::promises::named;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, words};
use crate::sdk::Class;

pub const META: RuleMeta = RuleMeta {
    id: "destroy-vs-suppress",
    summary: "A person is to be forgotten, and the call does too little or too much for that",
    category: "identity",
    preset: Preset::All,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"`destroy` deletes a person; the next `identify` under the same id makes the profile anew. `suppress` deletes it as well and
keeps it from coming back ([customerio-node](https://github.com/customerio/customerio-node#ciosuppressid)). Where somebody wants to be
forgotten, `destroy` alone may not be what is meant, and both together are one request too many.

Reported are `destroy` in a function whose name speaks of forgetting, and of both for the same person in one function the
`destroy`.

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

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    let is =
        |call: &&Call, method: &str| Class::of(call.client) == Class::Track && call.method.as_deref() == Some(method);
    let calls = cx.model.sdk_calls();
    for destroy in calls.iter().filter(|call| is(call, "destroy")) {
        let person = named(cx.model, destroy);
        let same = |call: &&Call| named(cx.model, call).iter().any(|name| person.contains(name));
        let beside = |call: &&Call| call.comes_before(destroy) || destroy.comes_before(call);
        if let Some(suppress) = calls.iter().find(|call| is(call, "suppress") && beside(call) && same(call)) {
            report
                .at(
                    destroy.callee,
                    Severity::Hint,
                    "`suppress` deletes the person too: `destroy` beside it does nothing more",
                )
                .help("Leave out `destroy`.")
                .related(Some(suppress.callee), "the person is suppressed here");
            continue;
        }
        let function = destroy.around.function.as_ref().and_then(|function| function.name.as_deref());
        if function.is_some_and(speaks_of_forgetting) {
            report
                .at(
                    destroy.callee,
                    Severity::Hint,
                    "`destroy` deletes the person until the next `identify` makes it anew",
                )
                .help("If the person wants to be forgotten, call `suppress`.");
        }
    }
}

fn speaks_of_forgetting(name: &str) -> bool {
    words(name)
        .iter()
        .any(|word| matches!(word.as_str(), "forget" | "forgotten" | "gdpr" | "ccpa" | "erase" | "erasure"))
}
