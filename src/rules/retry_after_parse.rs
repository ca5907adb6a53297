//! `retry-after-parse`: a pause that is no number where the header is missing.

use super::judge::errors::{at_read, header, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "retry-after-parse",
    summary: "A pause is reckoned from Retry-After without a look at whether it is there and a number",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"Whether Customer.io sends `Retry-After` with a 429 is not documented, and by its
[definition](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Retry-After) it may also be a date.
`Number(undefined) * 1000` and `parseInt("Wed, 21 …") * 1000` are `NaN`, and `setTimeout` with `NaN` does not wait at all: the
request goes out again in the very moment in which fewer are asked for.

Found where the header is made a number and reckoned with at once, nothing stands in for it, and nobody asks whether it is
one. Silent where the header is read twice in the same place: then it was looked at.

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
        let message = "without the header, or with a date in it, this is NaN: the pause that it is meant for is none";
        let draft = at_read(report, handler, read, Severity::Hint, message.to_owned());
        draft
            .help("Take another number then: `(Number(…) || 1) * 1000`.")
            .related(read.at.file.is_none().then_some(reckoned), "this is what is reckoned with it");
    }
}
