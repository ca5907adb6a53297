//! `double-retry`: a request that both the SDK and the project retry.

use super::helpers::promises::name;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::RetryBy;
use crate::sdk::transport::RETRY;
use crate::text::Place;
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "double-retry",
    summary: "Retry loop around a request that the SDK already retries",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"Since 5.0 the clients retry a request that fails with 408, 429, 500, 502, 503, 504, 522, 524 or without a response: up to three
times, with exponential backoff, and after the delay in `Retry-After`
([README](https://github.com/customerio/customerio-node#readme)). A retry loop around that multiplies the attempts: four of your own
around the SDK's four are up to sixteen requests for one call, when the API asks for fewer.

The rule reports a loop, a recursive function, a helper of the project or a package (`p-retry`, `async-retry`,
`exponential-backoff` and the like) that retries the request, where the client is known to be created without
`retry: { maxRetries: 0 }`. It is silent where the options or the installed version are not known.

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

Turns off the client's retries. Suggested: often it is better to remove the loop, and other calls of the client may rely on the
retries.

### References

- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
- [MDN: Retry-After](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Retry-After)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let Some(Some(own)) = RETRY.at(ctx.model.version()) else { return };
    if ctx.model.file().is_mocked() {
        return;
    }
    let mut seen: FxHashSet<&Place> = FxHashSet::default();
    for retried in ctx.model.retries().of_sdk() {
        let call = &ctx.model.calls().of_sdk()[retried.call];
        if seen.contains(&retried.place) || ctx.model.retries().client_repeats(call) != Some(true) {
            continue;
        }
        seen.insert(&retried.place);
        let by = match &retried.by {
            RetryBy::Loop => "this loop retries".to_owned(),
            RetryBy::Recursion(name) | RetryBy::Helper(name) | RetryBy::Package(name) => format!("`{name}` retries"),
        };
        let why = format!("the SDK itself retries up to {} times since 5.0, so the attempts multiply", own.most);
        report
            .at(call.callee, Severity::Warning, format!("{by} a request that the SDK already retries"))
            .why(why)
            .help("Remove your own retries, or turn off the SDK's with `retry: { maxRetries: 0 }`.")
            .related_at(Some(retried.place.clone()), format!("{} is retried here", name(call)))
            .fix("Turn off the client's retries", Applicability::Suggested, || {
                ctx.model.retries().stop_repeating(call)
            });
    }
}
