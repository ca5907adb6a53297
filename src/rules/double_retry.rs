//! `double-retry`: a request that the SDK repeats by itself is repeated by the project, too.

use super::judge::promises::name;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::RetryBy;
use crate::sdk::transport::RETRY;
use crate::text::Place;
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "double-retry",
    summary: "The project repeats a request that the SDK repeats already",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    docs: r#"Since 5.0 the clients repeat a request that fails with 408, 429, 500, 502, 503, 504, 522, 524 or without an answer: up to
three times, with pauses, and as `Retry-After` says
([README](https://github.com/customerio/customerio-node#readme)). A loop around that multiplies: four attempts of
your own around the SDK's four are up to sixteen requests for one call, when the API asks for fewer.

Reported where a loop, a function that calls itself, a helper of the project or a package (`p-retry`, `async-retry`,
`exponential-backoff` and their kin) sends a request again, and the client is seen to be made without
`retry: { maxRetries: 0 }`. Silent where the options or the installed version are not known.

### Invalid

```ts
// customerio-node 5.2.0
import pRetry from "p-retry";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const seen = (id: string) => pRetry(() => cio.track(id, { name: "seen" }), { retries: 3 });
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 5 },
});

export const seen = (id: string) => cio.track(id, { name: "seen" });
```

```ts
// customerio-node 5.2.0
import pRetry from "p-retry";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 0 },
});

export const seen = (id: string) => pRetry(() => cio.track(id, { name: "seen" }), { retries: 3 });
```

### Fix

Turns the client's own repetition off. Suggested: often it is better to drop the loop, and other calls of the client may count
on it.

### References

- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
- [MDN: Retry-After](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Retry-After)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let Some(Some(own)) = RETRY.at(cx.model.version()) else { return };
    if cx.model.is_mocked() {
        return;
    }
    let mut seen: FxHashSet<&Place> = FxHashSet::default();
    for retried in cx.model.retried() {
        let call = &cx.model.sdk_calls()[retried.call];
        if seen.contains(&retried.place) || cx.model.repeats(call) != Some(true) {
            continue;
        }
        seen.insert(&retried.place);
        let by = match &retried.by {
            RetryBy::Loop => "this loop sends it again as well".to_owned(),
            RetryBy::Recursion(function) => format!("`{function}` sends it again as well"),
            RetryBy::Helper(helper) => format!("`{helper}` sends it again as well"),
            RetryBy::Package(package) => format!("`{package}` sends it again as well"),
        };
        let message = format!(
            "the SDK repeats a failed request up to {} times by itself since 5.0, and {by}: the tries of both multiply",
            own.most
        );
        report
            .at(call.callee, Severity::Warning, message)
            .help("Leave it to the SDK (`retry: { maxRetries: … }` of the client), or turn that off with `retry: { maxRetries: 0 }`.")
            .related_at(Some(retried.place.clone()), format!("{} is sent again from here", name(call)))
            .fix(
                "Turn off that the client repeats requests",
                Applicability::Suggested,
                cx.model.stop_repeating(call).into_iter().collect(),
            );
    }
}
