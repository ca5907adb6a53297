//! `retry-after-parse`: a delay that is NaN when the header is missing, or a thousandth of what the header asks for.

use super::helpers::errors::{at_read, header, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{ErrorRead, RetryAfterRead, TakenFor};

pub const META: RuleMeta = RuleMeta {
    id: "retry-after-parse",
    summary: "A delay is computed from Retry-After in the wrong unit, or without a check that the header is there",
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
reported if the header is read twice in the same place, because one of them is a check. It also reports a header that is
used as milliseconds (by `setTimeout`, or by a function of the project that gives its parameter to `setTimeout`), or as a
date. Both are reported of SDK errors, of the responses to `fetch`, and of the errors of libraries such as axios, if the
request goes to Customer.io.

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
    let is_retry_after = |read: &ErrorRead| header(read).is_some_and(|(name, _)| name == "retry-after");
    for (handler, read, _) in reads(ctx.model) {
        // A header that is always `undefined` is reported by another rule.
        let reads_it = header(read).is_some_and(|(name, is_right)| name == "retry-after" && is_right);
        if !reads_it {
            continue;
        }
        if let Some((taken, call)) = read.taken_for {
            let what = mistaken(taken);
            at_read(report, handler, read, Severity::Warning, what.0)
                .why(what.1)
                .help(what.2)
                .related(read.at.file.is_none().then_some(call), "it is used here");
            continue;
        }
        let Some(reckoned) = read.reckoned else { continue };
        if handler.reads.iter().any(|other| other.at != read.at && is_retry_after(other)) {
            continue;
        }
        let what = "this is NaN when the header is missing".to_owned();
        at_read(report, handler, read, Severity::Hint, what)
            .why("the request is retried without a delay")
            .help("Fall back to a default: `(Number(…) || 1) * 1000`.")
            .related(read.at.file.is_none().then_some(reckoned), "the delay is computed here");
    }
    without_sdk(ctx, report);
}

/// Reports responses to requests without the SDK.
fn without_sdk(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for RetryAfterRead { read, is_null, is_only } in ctx.model.retries().retry_after_reads() {
        let at = read.call.unwrap_or(read.at.range);
        if let Some((taken, call)) = read.taken_for {
            let what = mistaken(taken);
            report.at(at, Severity::Warning, what.0).why(what.1).help(what.2).related(Some(call), "it is used here");
            continue;
        }
        let Some(reckoned) = read.reckoned else { continue };
        if !is_only {
            continue;
        }
        // `Number(null)` is 0.
        let is_zero = is_null && !ctx.model.text(reckoned).contains("parse");
        let value = if is_zero { "0" } else { "NaN" };
        report
            .at(at, Severity::Hint, format!("this is {value} when the header is missing"))
            .why("the request is retried without a delay")
            .help("Fall back to a default: `(Number(…) || 1) * 1000`.")
            .related(Some(reckoned), "the delay is computed here");
    }
}

/// The sentences about a header that is taken for something else: what, why, help.
fn mistaken(taken: TakenFor) -> (String, &'static str, &'static str) {
    match taken {
        TakenFor::Milliseconds => (
            "`Retry-After` is in seconds, and is used as milliseconds".to_owned(),
            "the request is retried a thousand times too early, and fails with 429 again",
            "Multiply by 1000: `(Number(…) || 1) * 1000`.",
        ),
        TakenFor::Date => (
            "`Retry-After` is a number of seconds, and is used as a date".to_owned(),
            "the App API sends no date in this header, so the delay is wrong",
            "Use it as seconds: `(Number(…) || 1) * 1000` milliseconds.",
        ),
    }
}
