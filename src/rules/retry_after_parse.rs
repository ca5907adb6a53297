//! `retry-after-parse`: a delay that is not a number where the header is missing.

use super::judge::errors::{at_read, header, reads};
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
    docs: r#"The App API sends `Retry-After` with a 429 for a limit per second, as a whole number of seconds. It does not send the header
when a daily quota is used up, and no other API documents it
([App API](https://docs.customer.io/api/app/)). Without the header `Number(undefined) * 1000` is `NaN`, and `setTimeout` with
`NaN` does not wait at all: the request is sent again at once, when fewer requests are asked for.

Reported where the header is converted to a number and used in arithmetic with no default and no check. Silent where the
header is read twice in the same place: then it was checked.

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

None: how long to wait without the header is yours to decide.

### References

- [MDN: Retry-After](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Retry-After)
- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let is_retry_after = |read: &crate::model::ErrorRead| header(read).is_some_and(|(name, _)| name == "retry-after");
    for (handler, read, _) in reads(cx.model) {
        // One that is always `undefined` is told by another rule.
        let reads_it = header(read).is_some_and(|(name, is_right)| name == "retry-after" && is_right);
        let Some(reckoned) = read.reckoned.filter(|_| reads_it) else { continue };
        if handler.reads.iter().any(|other| other.at != read.at && is_retry_after(other)) {
            continue;
        }
        let message = "this is NaN when the header is missing, as for a daily quota, so there is no delay";
        let draft = at_read(report, handler, read, Severity::Hint, message.to_owned());
        draft
            .help("Fall back to a default: `(Number(…) || 1) * 1000`.")
            .related(read.at.file.is_none().then_some(reckoned), "the delay is computed here");
    }
}
