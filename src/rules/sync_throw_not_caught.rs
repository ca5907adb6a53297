//! `sync-throw-not-caught`: a `catch` on a promise that may never come to be.

use super::judge::promises::{name, throws_past_its_catch};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "sync-throw-not-caught",
    summary: "A `catch` on a call does not see that an argument is missing, since the call throws at once",
    category: "promises",
    preset: Preset::Recommended,
    severity: Severity::Hint,
    fix: FixAvailability::Always,
    versions: "1.0 and newer",
    options: &[],
    docs: r#"The SDK checks its arguments before it makes a promise. When an id is empty, the call throws at once
([`MissingParamError`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)), and a `.catch(…)` behind it
is never reached: `cio.identify("").catch(log)` throws past `log`. In an `async` function the error becomes a rejection of
the function's own promise, and a `try` around the call catches it; anywhere else it goes up to the caller.

Reported is a call with a `catch` (or a second argument of `then`) whose id may be missing for all that is seen: a member
behind `?.`, a variable of the environment, an empty text as a fallback. Not in `async` functions, in a `try`, and in
callbacks, whose caller may deal with it.

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

Makes the call in `Promise.resolve().then(…)`, where what it throws is a rejection. Suggested: often a check of the id is
better.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [MDN: `Promise.prototype.catch`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/catch)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in cx.model.sdk_calls() {
        let Some((parameter, argument)) = throws_past_its_catch(cx.model, call) else { continue };
        let message = format!(
            "when this is missing, {} throws \"{}\" at once, and the `catch` behind it never sees that",
            name(call),
            parameter.error().unwrap_or_default()
        );
        let edits = vec![
            TextEdit::insert(call.range.start(), "Promise.resolve().then(() => "),
            TextEdit::insert(call.range.end(), ")"),
        ];
        report
            .at(argument, Severity::Hint, message)
            .help("Check it before, or make the call where a throw is a rejection.")
            .fix("Make the call in `then`", Applicability::Suggested, edits);
    }
}
