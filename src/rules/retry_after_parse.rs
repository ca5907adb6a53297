//! `retry-after-parse`: a delay that is NaN when the header is missing.

use super::helpers::errors::{at_read, header, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "retry-after-parse",
    summary: "A delay is computed from Retry-After without checking that the header exists and is a number",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The App API sends `Retry-After`, a whole number of seconds, with a 429 for a per-second limit. It does not send the header
when a daily quota is used up, and no other API documents it ([App API](https://docs.customer.io/api/app/)). Without the
header, `Number(undefined) * 1000` is `NaN`, and `setTimeout` with `NaN` does not wait: the request is retried immediately,
just when the API asks for fewer requests.

The rule reports a header that is converted to a number and used in arithmetic without a default or a check. Nothing is
reported if the header is read twice in the same place, because one of them is a check.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function pauseAfter(id: string): Promise<number> {
  try {
    await cio.identify(id, { plan: "pro" });
    return 0;
  } catch (err: any) {
    return Number(err.response?.headers?.["retry-after"]) * 1000;
  }
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function pauseAfter(id: string): Promise<number> {
  try {
    await cio.identify(id, { plan: "pro" });
    return 0;
  } catch (err: any) {
    return (Number(err.response?.headers?.["retry-after"]) || 1) * 1000;
  }
}
```

### Fix

None: the delay without the header is your decision.

### References

- [MDN: Retry-After](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Retry-After)
- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let is_retry_after = |read: &crate::model::ErrorRead| header(read).is_some_and(|(name, _)| name == "retry-after");
    for (handler, read, _) in reads(ctx.model) {
        // A header that is always `undefined` is reported by another rule.
        let reads_it = header(read).is_some_and(|(name, is_right)| name == "retry-after" && is_right);
        let Some(reckoned) = read.reckoned else { continue };
        if !reads_it {
            continue;
        }
        if handler.reads.iter().any(|other| other.at != read.at && is_retry_after(other)) {
            continue;
        }
        let what = "this is NaN when the header is missing".to_owned();
        at_read(report, handler, read, Severity::Hint, what)
            .why("the request is retried without a delay")
            .help("Fall back to a default: `(Number(…) || 1) * 1000`.")
            .related(read.at.file.is_none().then_some(reckoned), "the delay is computed here");
    }
}
