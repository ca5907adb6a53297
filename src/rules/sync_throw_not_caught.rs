//! `sync-throw-not-caught`: a `.catch()` that is never attached because the call throws synchronously.

use super::helpers::promises::{name, throws_past_its_catch};
use super::helpers::words::quoted;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "sync-throw-not-caught",
    summary: "`.catch()` on a call misses a synchronous throw for a missing argument",
    category: "promises",
    preset: Preset::Recommended,
    severity: Severity::Hint,
    fix: FixAvailability::Always,
    versions: "1.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The SDK checks its arguments before it creates a promise. If an id is empty, the call throws synchronously
([`MissingParamError`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)), before `.catch(…)` is
attached: `cio.identify("").catch(log)` never calls `log`. In an `async` function the error rejects the function's own
promise, and a `try` around the call catches it; anywhere else it reaches the caller.

The rule reports a call with a `catch` (or a second argument of `then`) whose id may be missing: a member read with `?.`, an
environment variable, an empty string as a fallback. Calls in `async` functions, in a `try` and in callbacks, whose caller
may handle the error, are not reported.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export function loggedIn(user?: { id: string }) {
  cio.track(user?.id, { name: "logged_in" }).catch(console.error);
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export function loggedIn(user?: { id: string }) {
  if (!user) return;
  cio.track(user.id, { name: "logged_in" }).catch(console.error);
}
```

### Fix

Wraps the call in `Promise.resolve().then(…)`, which turns the throw into a rejection. Only suggested: checking the id is
often better.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [MDN: `Promise.prototype.catch`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/catch)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in ctx.model.calls().of_sdk() {
        let Some((parameter, argument)) = throws_past_its_catch(ctx.model, call) else { continue };
        let error = parameter.error().unwrap_or_default();
        let why = format!("{} throws {} synchronously, before `.catch()` is attached", name(call), quoted(&error));
        report
            .at(argument, Severity::Hint, "this id may be missing, and `.catch()` does not handle that")
            .why(why)
            .help("Check the id first, or wrap the call in `Promise.resolve().then(…)`.")
            .fix("Wrap the call in `Promise.resolve().then(…)`", Applicability::Suggested, || {
                [
                    TextEdit::insert(call.range.start(), "Promise.resolve().then(() => "),
                    TextEdit::insert(call.range.end(), ")"),
                ]
            });
    }
}
